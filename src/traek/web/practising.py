"""Exercises as the page offers them; an answer is looked at and forgotten."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from traek.exercise import own_exercises, respond, told

if TYPE_CHECKING:
    from traek.engine import Engine
    from traek.exercise import Exercise


@cache
def _exercises() -> dict[str, Exercise]:
    """All of them, by a name of their own."""
    return {f"{each.side}-{each.name}-{at}": each for at, each in enumerate(own_exercises())}


def exercises() -> list[dict[str, Any]]:
    """What there is to rewrite, and how others did it."""
    return [
        {
            "name": name,
            "side": each.side.value,
            "situation": each.situation.value,
            "background": each.background,
            "text": each.text,
            "answers": list(each.answers),
        }
        for name, each in _exercises().items()
    ]


def feedback(name: str, answer: str, engine: Engine) -> dict[str, Any] | None:
    """What the engine finds in an answer; None where there is no exercise of that name."""
    exercise = _exercises().get(name)
    if exercise is None:
        return None
    given = respond(exercise, answer, engine)
    return {
        "done": given.done,
        "lines": [
            {"text": line.text, "effect": line.effect, "advice": line.advice}
            for line in told(given)
        ],
    }
