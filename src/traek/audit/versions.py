"""What a report depends on besides its letter: code, plugins, rules and settings, by digests."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING

import traek

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from traek.rulepack import RulePack
    from traek.settings import Settings

_SHOWING = (
    *("cli", "reporters", "web", "homework", "log", "exercise", "compare", "masking"),
    *("audit/report", "audit/baseline", "audit/overview.py"),
)
"""Parts that show reports and have no say in what is in them."""
_WEIGHTS = 200_000
"""Bytes from which a file is known by its size; ours change together with a small one beside them."""


@cache
def engine_version() -> str:
    """The version of traek, with a digest of the code and data that a report comes out of.

    The digest is for who changes the engine without changing its version: nothing old is shown.
    """
    return f"{traek.__version__}+{_digest(lambda inside: not _is_beside(inside))}"


@cache
def showing_version() -> str:
    """A digest of the code that shows reports, for who changes that."""
    return _digest(_shows)


def _digest(wanted: Callable[[str], bool]) -> str:
    folder, digest = Path(traek.__file__).parent, hashlib.blake2b(digest_size=8)
    for file in sorted(folder.rglob("*")):
        inside = file.relative_to(folder).as_posix()
        if "__pycache__" in inside or not wanted(inside) or not file.is_file():
            continue
        size = file.stat().st_size
        content = str(size).encode() if size > _WEIGHTS else file.read_bytes()
        digest.update(b"%b\0%d\0%b" % (inside.encode(), len(content), content))
    return digest.hexdigest()


def _is_beside(inside: str) -> bool:
    """Whether what is found is the same whatever the file says."""
    return any(inside == part or inside.startswith(f"{part}/") for part in _SHOWING)


def _shows(inside: str) -> bool:
    """Whether the file has a say in the pages and tables of an audit."""
    return inside.startswith(("audit/", "reporters/", "masking/", "rulepack/"))


def plugin_versions() -> dict[str, str]:
    """The installed distributions that bring plugins, each with its version."""
    found = (entry.dist for entry in entry_points(group="traek"))
    return {dist.name: dist.version for dist in found if dist is not None and dist.name != "traek"}


def settings_version(settings: Settings, packs: Iterable[RulePack]) -> str:
    """A digest of the settings that a report depends on, and of the rules that they choose from."""
    judged = repr(replace(settings, fail_on=None, baseline=None, origins={}))
    rules = " ".join(f"{pack.name} {pack.version} {pack.digest}" for pack in packs)
    return hashlib.blake2b(f"{judged}\n{rules}".encode(), digest_size=8).hexdigest()
