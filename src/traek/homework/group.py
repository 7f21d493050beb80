"""What a group has in common, and sentences to practise on; no letter is anyone's in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from traek.compare.facts import FactKind, facts_in
from traek.homework.questions import question_for
from traek.homework.quoting import block_of, quote_of, rewritten, sentence_key
from traek.model import Block, Certainty, Document, Effect, Finding, Report, Side
from traek.rulepack.categories import CATEGORIES

if TYPE_CHECKING:
    from traek.homework.feedback import Feedback

EXERCISES = 6
PATTERNS = 5
_SHARED = 2  # participants; what only one has is no pattern of the group
_SHORTEST, _LONGEST = 5, 35
_TOO_TELLING = {
    FactKind.DATE: "[dato]",
    FactKind.AMOUNT: "[beløb]",
    FactKind.TIME: "[tidspunkt]",
    FactKind.CASE: "[sagsnummer]",
    FactKind.CONTACT: "[kontakt]",
}
_NAMED = re.compile(r"(?<=[\w,;] )(?!(?:De|Dem|Deres|I)\b)[A-ZÆØÅ][a-zæøå]")
_ABBREVIATION = re.compile(r"\]\.(?= [a-zæøå])")  # the full stop of »kr.«, within a sentence


@dataclass(frozen=True, slots=True)
class Shared:
    """A kind of marker that several letters have: in how many of them, and a question about it."""

    category: str
    letters: int
    question: str

    @property
    def name(self) -> str:
        """The category's Danish name."""
        return CATEGORIES[self.category].name


@dataclass(frozen=True, slots=True)
class Exercise:
    """An anonymous sentence with tryk in it, what may be heard, and how it could read."""

    sentence: str
    marker: str
    question: str
    heard: str
    advice: str
    rewrite: str | None


@dataclass(frozen=True, slots=True)
class GroupSheet:
    """What the trainer brings to the whole group.

    `sides` gives for each side how many letters fill it, in the first and in the last draft.
    """

    letters: int
    works: tuple[Shared, ...]
    recurs: tuple[Shared, ...]
    sides: tuple[tuple[Side, int, int], ...]
    exercises: tuple[Exercise, ...]


def group_sheet(sheets: Sequence[Feedback]) -> GroupSheet:
    """The sheet over the letters of all participants; the sheets' reports must be masked."""
    lasts = [(sheet.series.participant, sheet.last) for sheet in sheets]
    return GroupSheet(
        len(sheets),
        tuple(_shared(lasts, Effect.DEESCALATES)),
        tuple(_shared(lasts, Effect.ESCALATES)),
        tuple(_filled(sheets)),
        tuple(_exercises(sheets)),
    )


def _shared(lasts: Sequence[tuple[str, Report]], effect: Effect) -> Iterator[Shared]:
    people: defaultdict[str, set[str]] = defaultdict(set)
    letters: defaultdict[str, int] = defaultdict(int)
    for person, report in lasts:
        counting = (f for f in report.findings if f.effect is effect and f.protection is None)
        for category in {f.category for f in counting if f.certainty is not Certainty.LAV}:
            people[category].add(person)
            letters[category] += 1
    shared = [c for c in letters if len(people[c]) >= _SHARED]
    for category in sorted(shared, key=lambda c: (-letters[c], c))[:PATTERNS]:
        question = question_for(category) if effect is Effect.ESCALATES else ""
        yield Shared(category, letters[category], question)


def _filled(sheets: Sequence[Feedback]) -> Iterator[tuple[Side, int, int]]:
    for side in Side:
        first = sum(sheet.first.profile[side].filled for sheet in sheets)
        last = sum(sheet.last.profile[side].filled for sheet in sheets)
        yield side, first, last


def _exercises(sheets: Sequence[Feedback]) -> Iterator[Exercise]:
    """Sentences from the first drafts, each of another kind, drawn from all in turn.

    They stand in an order that tells nothing of whose they are.
    """
    chosen: list[tuple[Finding, Report]] = []
    kinds: set[str] = set()
    drawers = [list(_fit(sheet.first)) for sheet in sheets]
    while len(chosen) < EXERCISES and any(drawers):
        for drawer, sheet in zip(drawers, sheets, strict=True):
            new = next((f for f in drawer if f.category not in kinds), None)
            drawer[:] = [f for f in drawer if new is not None and f is not new]
            if new is not None and len(chosen) < EXERCISES:
                kinds.add(new.category)
                chosen.append((new, sheet.first))
    chosen.sort(key=lambda pair: pair[0].fingerprint)
    for turn, (finding, report) in enumerate(chosen):
        yield _exercise(finding, report, turn)


def _fit(report: Report) -> Iterator[Finding]:
    """The findings whose sentence can stand alone, the heaviest and those with a rewrite first."""
    held = {sentence_key(f, report) for f in report.findings if f.protection is not None}
    found = [f for f in report.findings if f.effect is Effect.ESCALATES and f.protection is None]
    found.sort(key=lambda f: (-f.weight, rewritten(f, report) is None, -f.certainty))
    for finding in found:
        quote = quote_of(finding, report)
        if quote is None or finding.certainty is Certainty.LAV:
            continue
        if _NAMED.search(quote.text):  # a place or a person that no mask knew
            continue
        fits = _SHORTEST <= len(quote.text.split()) <= _LONGEST
        if fits and sentence_key(finding, report) not in held and _runs(finding, report):
            yield finding


def _runs(finding: Finding, report: Report) -> bool:
    """Whether the finding stands in a sentence that ends as one, and not in a heading or a line."""
    quote = quote_of(finding, report)
    block = block_of(finding, report)
    return block is not None and quote is not None and quote.text.strip()[-1:] in ".?!"


def _exercise(finding: Finding, report: Report, turn: int) -> Exercise:
    quote = quote_of(finding, report)
    rewrite = rewritten(finding, report)
    return Exercise(
        anonymous(quote.text if quote else ""),
        anonymous(quote.marker if quote else ""),
        question_for(finding.category, turn),
        finding.message,
        next((s.advice for s in finding.suggestions if s.advice), ""),
        None if rewrite is None else anonymous(rewrite),
    )


def anonymous(sentence: str) -> str:
    """The sentence with labels in place of dates, amounts and other figures that tell whose it is."""
    facts = facts_in(Document("", (Block(sentence, 1),)))
    for fact in sorted(facts, key=lambda fact: fact.span, reverse=True):
        label = _TOO_TELLING.get(fact.kind)
        if label is not None:
            sentence = sentence[: fact.span.start] + label + sentence[fact.span.end :]
    return _ABBREVIATION.sub("]", sentence)
