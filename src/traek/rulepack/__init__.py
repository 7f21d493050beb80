"""A package's TOML files -> RulePack: rules, protections and signs, compiled and cached."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from traek.patterns.words import base_lists_digest
from traek.rulepack import cache
from traek.rulepack.categories import CATEGORIES, LAWS, effect_of
from traek.rulepack.source import pack_source, seal_pack
from traek.rulepack.values import (
    ZONES,
    Around,
    Examples,
    Protection,
    Rule,
    RulePack,
    Search,
    Sign,
)

ENGINE = "1"
"""Raised when matching changes in a way that rules must be verified anew for."""


def load_rule_pack(package: str) -> RulePack:
    """The pack of an importable package or a plain folder.

    Its examples are verified already where it was kept by an earlier run or where its publisher's
    seal fits its content; else `traek.engine.examples.verified` does it.

    Raises:
        RuleError: the pack cannot be found or used; a line for each file.
    """
    source = pack_source(package, engine=f"{ENGINE} {base_lists_digest()}")
    kept = cache.load(source.digest)
    if kept is not None:
        return replace(kept, package=package)
    from traek.rulepack.read import read_pack  # noqa: PLC0415  parses TOML: only when not cached

    pack = read_pack(source)
    if pack.verified:
        cache.keep(pack)
    return pack


def seal(pack: RulePack) -> Path:
    """Where the seal was written that says: all examples of this very content hold.

    A publisher seals a pack after trying it, so that its users need not.

    Raises:
        RuleError: the pack cannot be written to.
    """
    return seal_pack(pack.package, pack.digest)


__all__ = [
    "CATEGORIES",
    "ENGINE",
    "LAWS",
    "ZONES",
    "Around",
    "Examples",
    "Protection",
    "Rule",
    "RulePack",
    "Search",
    "Sign",
    "cache",
    "effect_of",
    "load_rule_pack",
    "seal",
]
