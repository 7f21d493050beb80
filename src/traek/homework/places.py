"""What a talk is about: what works already, and the two or three places worth talking about."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from traek.homework.questions import WORKS, question_for
from traek.homework.quoting import Quote, quote_of, rewritten, sentence_key
from traek.model import Certainty, Effect, Side

if TYPE_CHECKING:
    from traek.model import Finding, Report

PLACES = 3
WORKING = 4
_LONGEST = 60  # words; a longer sentence is a list or a table and no place to stop at


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a letter, or a side that nothing fills yet, and an open question about it.

    `finding` and `quote` are None for an empty side. `rewrite` is the sentence as it could read.
    """

    side: Side
    heard: str
    question: str
    finding: Finding | None = None
    quote: Quote | None = None
    rewrite: str | None = None
    advice: str = ""


def working(
    report: Report, new: Collection[Finding] = (), focus: Collection[str] = ()
) -> tuple[Place, ...]:
    """Up to four places that work, spread over the sides; what is new in this draft comes first."""
    found = [
        finding
        for finding in report.findings
        if finding.effect is Effect.DEESCALATES
        and finding.protection is None
        and finding.quote is not None
        and len(finding.quote.split()) > 1
    ]
    found.sort(
        key=lambda f: (f.category not in focus, f not in new, -f.weight, -f.certainty, f.block or 0)
    )
    chosen = _spread(found, report, WORKING)
    return tuple(_place(f, report, question_for(WORKS, turn)) for turn, f in enumerate(chosen))


def places(
    report: Report, kept: Collection[Finding] = (), focus: Collection[str] = ()
) -> tuple[Place, ...]:
    """Two or three places: the heaviest and surest, spread over the sides, no two of a kind.

    Of two as heavy, what stood in the first draft too comes first, and so does what the
    participant works on. At most one of them is a side that nothing fills.
    """
    found = [finding for finding in report.findings if _worth_it(finding, report)]
    found.sort(
        key=lambda f: (
            -(f.weight + (f.category in focus) + 0.5 * (f in kept)),
            -f.certainty,
            f.block or 0,
        )
    )
    chosen = _spread(found, report, PLACES)
    told = [
        _place(finding, report, question_for(finding.category, _turn(finding)))
        for finding in sorted(chosen, key=lambda f: (f.block or 0, f.span or (0, 0)))
    ]
    empty = [side for side in Side if not report.profile[side].filled]
    spoken_of = {place.side for place in told}
    lonely = [side for side in empty if side not in spoken_of] if len(told) < PLACES else []
    return (*told, *(_empty(side) for side in lonely[:1]))


def _worth_it(finding: Finding, report: Report) -> bool:
    if finding.effect is not Effect.ESCALATES or finding.protection is not None:
        return False
    if finding.certainty is Certainty.LAV:
        return False
    quote = quote_of(finding, report)
    return quote is None or len(quote.text.split()) <= _LONGEST


def _spread(found: list[Finding], report: Report, most: int) -> list[Finding]:
    """The first of them, but a new side before one that is taken, and no kind or sentence twice."""
    chosen: list[Finding] = []
    while len(chosen) < most:
        rest = [f for f in found if _is_new(f, chosen, report)]
        if not rest:
            break
        sides = [finding.side for finding in chosen]
        chosen.append(min(rest, key=lambda f: (sides.count(f.side), found.index(f))))
    return chosen


def _is_new(finding: Finding, chosen: list[Finding], report: Report) -> bool:
    if any(finding.category == other.category for other in chosen):
        return False
    if finding.span is None:
        return all(other.span is not None for other in chosen)
    key = sentence_key(finding, report)
    return all(o.span is None or key != sentence_key(o, report) for o in chosen)


def _place(finding: Finding, report: Report, question: str) -> Place:
    advice = next((s.advice for s in finding.suggestions if s.advice), "")
    return Place(
        finding.side,
        finding.message,
        question,
        finding,
        quote_of(finding, report),
        rewritten(finding, report),
        advice,
    )


def _empty(side: Side) -> Place:
    return Place(
        side,
        f"Reglerne så ikke noget på siden »{side.capitalize()}«. Nogle få ord er nok.",
        question_for(side.value),
    )


def _turn(finding: Finding) -> int:
    """Which of the questions to ask: the same for the same place every time."""
    return sum(finding.fingerprint.encode())
