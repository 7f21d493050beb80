"""What a talk is about: what works already, and the two or three places worth talking about."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from traek.homework.questions import WORKS, question_for
from traek.homework.quoting import Quote, quote_around, quote_of, rewritten, sentence_key
from traek.model import Certainty, Effect, Side

if TYPE_CHECKING:
    from traek.model import Finding, Report

PLACES = 3
FEWEST = 2
WORKING = 4
_LONGEST = 60  # words; a longer sentence is a list or a table and no place to stop at

_Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a letter, or a side that nothing fills yet, and an open question about it.

    `finding` and `quote` are None for a side. `rewrite` is the sentence as it could read, and `keep`
    the wording in it that the law asks for.
    """

    side: Side
    heard: str
    question: str
    finding: Finding | None = None
    quote: Quote | None = None
    rewrite: str | None = None
    advice: str = ""
    keep: tuple[str, ...] = ()


def working(
    report: Report, new: Collection[Finding] = (), focus: Collection[str] = ()
) -> tuple[Place, ...]:
    """Up to four places that work, spread over the sides; what is new in this draft comes first.

    A sentence with tryk in it is left for later, and where little is found, what fills a side helps.
    """
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
    harsh = {
        sentence_key(f, report) for f in report.findings if f.effect is Effect.ESCALATES and f.span
    }
    found = [finding for finding in found if sentence_key(finding, report) not in harsh]
    chosen = _spread(found, report, WORKING)
    told = [_place(f, report, question_for(WORKS, turn)) for turn, f in enumerate(chosen)]
    told += _evidence(report, {place.side for place in told}, harsh)[: max(0, FEWEST - len(told))]
    return tuple(told)


def places(
    report: Report, kept: Collection[Finding] = (), focus: Collection[str] = ()
) -> tuple[Place, ...]:
    """Two or three places: the heaviest and surest, spread over the sides, no two of a kind.

    Of two as heavy, what stood in the first draft too comes first, and so does what the
    participant works on. An empty side may be one of them, and sides make up for too few places.
    """
    found = [finding for finding in report.findings if _worth_it(finding, report)]
    found.sort(
        key=lambda f: (
            -(f.weight * f.certainty + 2 * (f.category in focus) + (f in kept)),
            rewritten(f, report) is None,
            f.block or 0,
        )
    )
    chosen = _spread(found, report, PLACES)
    told = [
        _place(finding, report, question_for(finding.category, _turn(finding)))
        for finding in sorted(chosen, key=lambda f: (f.block or 0, f.span or (0, 0)))
    ]
    spoken_of = {place.side for place in told}
    sides = sorted(
        (side for side in Side if side not in spoken_of),
        key=lambda side: (report.profile[side].filled, report.profile[side].deescalates),
    )
    empty = sum(not report.profile[side].filled for side in sides)
    room = max(min(empty, 1, PLACES - len(told)), FEWEST - len(told))
    return (*told, *(_wonder(side, report) for side in sides[: max(0, room)]))


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
        _kept(finding, report),
    )


def _kept(finding: Finding, report: Report) -> tuple[str, ...]:
    """The wording in the finding's sentence that the law asks for."""
    key = sentence_key(finding, report)
    held = (f for f in report.findings if f.protection is not None and f.quote)
    return tuple(" ".join((f.quote or "").split()) for f in held if sentence_key(f, report) == key)


def _wonder(side: Side, report: Report) -> Place:
    """A side to talk about, where nothing fills it or nothing else is to be talked about."""
    if report.profile[side].filled:
        heard = "Der er noget på siden allerede. Her er et spørgsmål til at gå dybere."
    else:
        heard = f"Reglerne finder ikke noget på siden »{side.capitalize()}«. Nogle få ord er nok."
    return Place(side, heard, question_for(side.value))


def _evidence(report: Report, told: Collection[Side], harsh: Collection[_Key]) -> list[Place]:
    """What fills the other sides, in sentences without tryk in them."""
    places = []
    for side, profile in report.profile.items():
        if profile.filled and profile.evidence and side not in told:
            found = quote_around(profile.evidence, report)
            if found is not None and found[0] not in harsh:
                heard = f"Her fylder brevet siden »{side.capitalize()}«."
                places.append(Place(side, heard, question_for(WORKS), None, found[1]))
    return places


def _turn(finding: Finding) -> int:
    """Which of the questions to ask: the same for the same place every time."""
    return sum(finding.fingerprint.encode())
