"""One token of a gold sentence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GoldToken:
    """One line of a CoNLL-U file; `head` counts from 1 in its sentence, 0 being the root."""

    word: str
    lemma: str
    part: str
    features: str
    head: int
    relation: str
    space: bool
