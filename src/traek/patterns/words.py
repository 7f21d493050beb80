"""Word lists that every pack may name with `@`: pronouns, senders, modal verbs and the like."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping
from importlib.resources import files

Lists = Mapping[str, tuple[str, ...]]


@functools.cache
def base_lists() -> Lists:
    """The lists that ship with the pattern language, by name."""
    import tomllib  # noqa: PLC0415  a start that finds its rules kept parses nothing

    return {name: tuple(words) for name, words in tomllib.loads(_text()).items()}


def base_lists_digest() -> str:
    """What changes when any of the lists does."""
    return hashlib.blake2b(_text().encode(), digest_size=8).hexdigest()


@functools.cache
def _text() -> str:
    return (files("traek.patterns") / "lists.toml").read_text("utf-8")
