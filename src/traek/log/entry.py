"""One letter in the log: counts for each side before and after, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from traek.model import Genre, Side, Situation

if TYPE_CHECKING:
    from traek.model import Report


class Outcome(StrEnum):
    """What came of a letter, as the user knows it."""

    NOTHING = "intet"
    ANSWERED = "svarede"
    CALLED = "ringede"
    COMPLAINT = "klage"
    WITHDRAWN = "trukket"

    @property
    def told(self) -> str:
        """The outcome in Danish words."""
        return _TOLD[self]


_TOLD = {
    Outcome.NOTHING: "intet videre",
    Outcome.ANSWERED: "svarede",
    Outcome.CALLED: "ringede i stedet",
    Outcome.COMPLAINT: "klage",
    Outcome.WITHDRAWN: "klage trukket tilbage",
}


class SideCounts(NamedTuple):
    """One side of one draft."""

    filled: bool
    escalates: int
    deescalates: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A letter in the log; `before` is None where only the letter as it was sent is known.

    `number` is the log's own, and 0 for what is not in it yet.
    """

    day: date
    label: str
    situation: Situation
    genre: Genre | None
    after: Mapping[Side, SideCounts]
    before: Mapping[Side, SideCounts] | None = None
    words_after: int = 0
    words_before: int | None = None
    outcome: Outcome | None = None
    minutes: int | None = None
    number: int = 0

    def escalates(self, *, before: bool = False) -> int | None:
        """The tryk in all of one draft; None for a draft that is not known."""
        sides = self.before if before else self.after
        return None if sides is None else sum(side.escalates for side in sides.values())

    def deescalates(self, *, before: bool = False) -> int | None:
        """The træk in all of one draft; None for a draft that is not known."""
        sides = self.before if before else self.after
        return None if sides is None else sum(side.deescalates for side in sides.values())


def entry_of(
    reports: tuple[Report, ...],
    day: date,
    label: str = "",
    outcome: Outcome | None = None,
    minutes: int | None = None,
) -> Entry:
    """The entry for a letter's drafts, the first and the last of them; nothing of their text."""
    first, last = reports[0], reports[-1]
    several = len(reports) > 1
    return Entry(
        day,
        label,
        last.situation,
        last.genre,
        _counts(last),
        _counts(first) if several else None,
        last.words,
        first.words if several else None,
        outcome,
        minutes,
    )


def _counts(report: Report) -> Mapping[Side, SideCounts]:
    return {
        side: SideCounts(profile.filled, profile.escalates, profile.deescalates)
        for side, profile in report.profile.items()
    }
