"""The distinct sentences with tryk in a library: where each stands, and what could stand instead."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from traek.audit.library import Library, Paragraph
from traek.audit.repeated import tryk_in
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

    @property
    def burden(self) -> int:
        """The weight of its tryk, everywhere that it stands."""
        return self.places * sum(finding.weight for finding in self.findings)


@dataclass(slots=True)
class _Gathered:
    findings: dict[tuple[str, Span], Finding] = field(default_factory=dict)
    places: int = 0
    templates: set[int] = field(default_factory=set)


def choices(library: Library) -> list[Choice]:
    """The sentences with tryk, what weighs most first."""
    gathered: dict[str, _Gathered] = {}
    for paragraph in library.paragraphs:
        for text, findings in _sentences(library, paragraph):
            here = gathered.setdefault(text, _Gathered())
            for finding in findings:
                here.findings.setdefault((finding.rule, finding.span or Span(0, 0)), finding)
    for paragraph in library.paragraphs:
        for start, end in library.sentences_in(paragraph):
            text = paragraph.text[start:end]
            if text in gathered:
                gathered[text].places += len(paragraph.in_blocks)
                gathered[text].templates.update(paragraph.in_templates)
    made = [_choice(text, each) for text, each in gathered.items()]
    return sorted(made, key=lambda choice: (-choice.burden, choice.text))


def sign_of(text: str) -> str:
    """What a sentence is known by: letters first, so that no spreadsheet takes it for a number."""
    folded = " ".join(unicodedata.normalize("NFC", text).split())
    return f"s-{hashlib.blake2b(folded.encode(), digest_size=6).hexdigest()}"


def _sentences(library: Library, paragraph: Paragraph) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """Each sentence with tryk, and its tryk with spans that count in the sentence."""
    findings = tryk_in(library, paragraph)
    if not findings:
        return
    for span in library.sentences_in(paragraph):
        inside = tuple(_moved(f, span) for f in findings if _within(f, span))
        if inside:
            yield paragraph.text[slice(*span)], inside


def _within(finding: Finding, sentence: Span) -> bool:
    return (
        finding.span is not None
        and sentence.start <= finding.span.start
        and finding.span.end <= sentence.end
    )


def _moved(finding: Finding, sentence: Span) -> Finding:
    """The finding as it would be if the sentence were all there is."""

    def moved(span: Span | None) -> Span | None:
        return (
            None if span is None else Span(span.start - sentence.start, span.end - sentence.start)
        )

    length = sentence.end - sentence.start
    offers = [replace(each, span=moved(each.span)) for each in finding.suggestions]
    inside = [s for s in offers if s.span is None or (s.span.start >= 0 and s.span.end <= length)]
    return replace(finding, block=1, span=moved(finding.span), suggestions=tuple(inside))


def _choice(text: str, each: _Gathered) -> Choice:
    findings = tuple(sorted(each.findings.values(), key=lambda f: (f.span or Span(0, 0), f.rule)))
    return Choice(
        sign_of(text),
        text,
        findings,
        tuple(_offers(text, findings))[:OFFERS],
        each.places,
        tuple(sorted(each.templates)),
    )


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
