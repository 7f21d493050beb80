"""The open questions that a talk about a letter can begin with."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WORKS = "virker"
"""The questions about what works."""


def question_for(name: str, turn: int = 0) -> str:
    """An open question for a category, an empty side or `WORKS`; another one at the next turn."""
    choices = questions()[name]
    return choices[turn % len(choices)]


@cache
def questions() -> Mapping[str, tuple[str, ...]]:
    """All the questions, by category, side or `WORKS`."""
    text = files("traek.homework").joinpath("spoergsmaal.toml").read_text("utf-8")
    return {name: tuple(table["spoergsmaal"]) for name, table in tomllib.loads(text).items()}
