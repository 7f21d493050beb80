"""An exercise: a sentence to rewrite, what one knows of the matter, and answers that others gave."""

from __future__ import annotations

from dataclasses import dataclass

from traek.model import Side, Situation
from traek.rulepack import CATEGORIES


@dataclass(frozen=True, slots=True)
class Exercise:
    """One sentence to rewrite.

    `background` is what the writer knows besides the sentence; an answer may use it. `answers`
    are examples of how it can be said, best first; there is never only one right answer.
    """

    name: str
    category: str
    situation: Situation
    text: str
    background: str
    answers: tuple[str, ...]

    @property
    def side(self) -> Side:
        """The side of the Firkant, which the category gives."""
        return CATEGORIES[self.category].side
