"""The distinct sentences with tryk in a library: where each stands, and what could stand instead."""

from __future__ import annotations

import hashlib
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from traek.audit.library import Library
from traek.audit.marks import Mark
from traek.fixing import edits_for
from traek.model import Block, Document, Finding, Report, Situation, Span

OFFERS = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """A sentence that somebody may decide on.

    `sign` tells it from all others. Spans of `findings` count in `text`. `offers` are whole
    sentences that could stand instead, the best first; an empty one means that it may go.
    """

    sign: str
    text: str
    findings: tuple[Finding, ...]
    offers: tuple[str, ...]
    places: int
    templates: tuple[int, ...]


class Told(NamedTuple):
    """A finding of a library by its number, and where the sentence that it stands in starts."""

    number: int
    start: int
    weight: int


@dataclass(slots=True)
class Sentence:
    """A distinct sentence with tryk: its tryk by place and rule, and where it stands.

    `paragraphs` are the numbers of those that it stands in.
    """

    text: str
    tryk: dict[tuple[int, int, str], Told] = field(default_factory=dict)
    places: int = 0
    paragraphs: array[int] = field(default_factory=lambda: array("I"))

    @property
    def burden(self) -> int:
        """The weight of its tryk, everywhere that it stands."""
        return self.places * sum(told.weight for told in self.tryk.values())

    def templates(self, library: Library) -> list[int]:
        """The numbers of the templates that it stands in."""
        return sorted(set().union(*map(library.paragraphs.templates_of, self.paragraphs)))


def sentences(library: Library) -> list[Sentence]:
    """The sentences with tryk, what weighs most first; none of their findings is read."""
    found: dict[str, Sentence] = {}
    for number, text in enumerate(library.paragraphs.texts):
        if tryk := library.tryk_among(library.paragraphs.findings_of(number)):
            _gather(text, library.sentences_of(number), tryk, found)
    for number, text in enumerate(library.paragraphs.texts):
        for start, end in library.sentences_of(number):
            sentence = found.get(text[start:end])
            if sentence is not None:
                sentence.places += library.paragraphs.place_count(number)
                sentence.paragraphs.append(number)
    return sorted(found.values(), key=lambda each: (-each.burden, each.text))


def choices(library: Library) -> list[Choice]:
    """The sentences with tryk, what weighs most first, with what could stand instead."""
    return [choice_of(library, sentence) for sentence in sentences(library)]


def choice_of(library: Library, sentence: Sentence) -> Choice:
    """The sentence with its findings, and what could stand instead."""
    length = len(sentence.text)
    findings = tuple(
        _moved(library.findings[told.number], told.start, length)
        for _, told in sorted(sentence.tryk.items())
    )
    return Choice(
        sign_of(sentence.text),
        sentence.text,
        findings,
        tuple(_offers(sentence.text, findings))[:OFFERS],
        sentence.places,
        tuple(sentence.templates(library)),
    )


def sign_of(text: str) -> str:
    """What a sentence is known by: letters first, so that no spreadsheet takes it for a number."""
    folded = " ".join(unicodedata.normalize("NFC", text).split())
    return f"s-{hashlib.blake2b(folded.encode(), digest_size=6).hexdigest()}"


def _gather(
    whole: str,
    spans: Iterable[tuple[int, int]],
    tryk: Iterable[tuple[int, Mark]],
    found: dict[str, Sentence],
) -> None:
    """Add a paragraph's tryk to its sentences; what is outside them belongs to none."""
    for start, end in spans:
        for number, mark in tryk:
            if start <= mark.start and mark.end <= end:
                text = whole[start:end]
                sentence = found.get(text) or found.setdefault(text, Sentence(text))
                place = (mark.start - start, mark.end - start, mark.rule)
                sentence.tryk.setdefault(place, Told(number, start, mark.weight))


def _moved(finding: Finding, start: int, length: int) -> Finding:
    """The finding as it would be if the sentence, of this length, were all there is."""

    def moved(span: Span | None) -> Span | None:
        return None if span is None else Span(span.start - start, span.end - start)

    offers = [replace(each, span=moved(each.span)) for each in finding.suggestions]
    inside = [s for s in offers if s.span is None or (s.span.start >= 0 and s.span.end <= length)]
    return replace(finding, block=1, span=moved(finding.span), suggestions=tuple(inside))


def _offers(text: str, findings: Sequence[Finding]) -> Iterator[str]:
    """Whole sentences: first with the best for every finding, then with each suggestion alone."""
    alone = Report(Document("", (Block(text, 1),)), Situation.SVAR, "", 0, tuple(findings), {})
    seen = {text}
    combined = [(edit.span, edit.text) for edit in edits_for(alone) if edit.span is not None]
    tried = [combined] if combined else []
    for finding in findings:
        for suggestion in finding.suggestions:
            span = suggestion.span or finding.span
            if suggestion.replacement is not None and span is not None:
                tried.append([(span, suggestion.replacement)])
    for edits in tried:
        made = _with(text, edits)
        if made not in seen:
            seen.add(made)
            yield made


def _with(text: str, edits: Iterable[tuple[Span, str]]) -> str:
    for (start, end), new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text
