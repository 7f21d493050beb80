"""Word lists that every pack may name with `@`: pronouns, senders, modal verbs and the like."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from importlib.resources import files

Lists = Mapping[str, tuple[str, ...]]


@functools.cache
def base_lists() -> Lists:
    """The lists that ship with the pattern language, by name."""
    text = (files("traek.patterns") / "lists.toml").read_text("utf-8")
    return {name: tuple(words) for name, words in tomllib.loads(text).items()}
