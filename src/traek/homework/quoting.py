"""A finding in its sentence, so that people can talk about it without the whole letter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from traek.engine.text import read_block
from traek.model import Span, SuggestionKind

if TYPE_CHECKING:
    from traek.model import Block, Finding, Report, Suggestion
    from traek.reading import Sentence

_BEFORE_SIGN = re.compile(r"\s+([,.;:?!])")  # what stays behind where a word is left out


@dataclass(frozen=True, slots=True)
class Quote:
    """The sentence around a finding: what stands before the marker, the marker, what stands after."""

    before: str
    marker: str
    after: str

    @property
    def text(self) -> str:
        """The whole sentence."""
        return f"{self.before}{self.marker}{self.after}"


def quote_of(finding: Finding, report: Report) -> Quote | None:
    """The sentence, or the sentences, that hold the finding; None where something is missing."""
    block = block_of(finding, report)
    if block is None or finding.span is None:
        return None
    return _quote(block, finding.span, *_edges(block, finding.span))


def quote_around(words: str, report: Report) -> tuple[tuple[int, int], Quote] | None:
    """The first sentence that holds the words, with its key; None where it is a single word."""
    for block in report.document.blocks:
        at = block.text.find(words)
        if at >= 0:
            span = Span(at, at + len(words))
            start, end = _edges(block, span)
            quote = _quote(block, span, start, end)
            return ((block.number, start), quote) if " " in quote.text else None
    return None


def rewritten(finding: Finding, report: Report) -> str | None:
    """The sentence as it reads with the first rewrite, or what could be added where something lacks.

    None where there is only advice, or where all of the sentence may go.
    """
    offer = next((s for s in finding.suggestions if s.replacement is not None), None)
    if offer is None:
        return None
    block = block_of(finding, report)
    if finding.span is None:
        return offer.replacement if offer.kind is SuggestionKind.ADD else None
    return None if block is None else _put_in(block, offer, finding.span) or None


def block_of(finding: Finding, report: Report) -> Block | None:
    """The block that holds the finding."""
    blocks = report.document.blocks
    return next((block for block in blocks if block.number == finding.block), None)


def sentence_key(finding: Finding, report: Report) -> tuple[int, int]:
    """Which sentence the finding stands in, so that one sentence is talked about once."""
    block = block_of(finding, report)
    if block is None or finding.span is None:
        return (0, 0)
    return (block.number, _edges(block, finding.span)[0])


def _quote(block: Block, span: Span, start: int, end: int) -> Quote:
    return Quote(
        _one_line(block.text[start : span.start]).lstrip(),
        _one_line(block.text[span.start : span.end]),
        _one_line(block.text[span.end : end]).rstrip(),
    )


def _put_in(block: Block, offer: Suggestion, span: Span) -> str:
    place = offer.span or span
    start, end = _edges(block, place)
    text = block.text[start : place.start] + (offer.replacement or "") + block.text[place.end : end]
    text = _BEFORE_SIGN.sub(r"\1", _one_line(text)).strip(" ,;")
    return text[:1].upper() + text[1:]


def _edges(block: Block, span: Span) -> tuple[int, int]:
    touching = [sentence for sentence in _sentences(block) if sentence.touches(span)]
    if not touching:
        return (0, len(block.text))
    return (min(touching[0].starts[0], span.start), max(touching[-1].ends[-1], span.end))


def _sentences(block: Block) -> list[Sentence]:
    return read_block(block)


def _one_line(text: str) -> str:
    """On one line, with a space at an edge where there was one."""
    line = " ".join(text.split())
    if not line:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + line + (" " if text[-1].isspace() else "")
