"""A paragraph with its findings marked where they stand, each with a sign that leads to its note."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from traek.model import Block, Effect, Finding, Span
from traek.reporters.html.page import escaped

UP, DOWN, LAW = "▲", "▽", "§"


class Numbered(NamedTuple):
    """A finding and the number by which its page knows it."""

    number: int
    finding: Finding


def kind_of(finding: Finding) -> str:
    """What a finding is to a reader of the page: »tryk«, »træk« or »law«."""
    if finding.protection is not None:
        return "law"
    return "tryk" if finding.effect is Effect.ESCALATES else "træk"


def sign_of(finding: Finding) -> str:
    """The sign that tells a finding's kind without colour."""
    return {"tryk": UP, "træk": DOWN, "law": LAW}[kind_of(finding)]


def marked(block: Block, found: Sequence[Numbered], *, prefix: str = "") -> str:
    """The block's text with `found` marked in it, and with its placeholders told apart.

    Each mark ends with a link to `#{prefix}f{number}`, which `note` has for its id.
    """
    placed = [(n.finding.span, n) for n in found if n.finding.span is not None]
    gaps = block.placeholders
    edges = {0, len(block.text)}
    edges.update(at for span in (*gaps, *(span for span, _ in placed)) for at in span)
    cuts = sorted(at for at in edges if 0 <= at <= len(block.text))
    parts = []
    for start, end in pairwise(cuts):
        here = [n for span, n in placed if span.start <= start and end <= span.end]
        ending = [n for span, n in placed if span.end == end]
        text = _shown(block.text, start, end)
        parts.append(_piece(text, here, ending, _within(start, end, gaps), prefix))
    return "".join(parts)


def _shown(text: str, start: int, end: int) -> str:
    """The text from `start` to `end`; a line break of two signs that is cut there counts once."""
    cut = text[end - 1 : end + 1] == "\r\n" and start < end
    return text[start : end - 1] if cut else text[start:end]


def _piece(text: str, here: list[Numbered], ending: list[Numbered], gap: bool, prefix: str) -> str:
    shown = f'<span class="gap">{escaped(text)}</span>' if gap else escaped(text)
    signs = "".join(_sign(numbered, prefix) for numbered in ending)
    if not here:
        return shown + signs
    leading = max(here, key=lambda n: (kind_of(n.finding) == "tryk", n.finding.weight)).finding
    return f'<mark class="{kind_of(leading)} tyngde-{leading.weight}">{shown}</mark>{signs}'


def _sign(numbered: Numbered, prefix: str) -> str:
    finding = numbered.finding
    return (
        f'<a class="sign {kind_of(finding)}" href="#{prefix}f{numbered.number}" '
        f'title="{escaped(finding.title)}">{sign_of(finding)}{numbered.number}</a>'
    )


def _within(start: int, end: int, gaps: Iterable[Span]) -> bool:
    return any(gap.start <= start and end <= gap.end for gap in gaps)


def numbered(findings: Iterable[Finding]) -> Mapping[int | None, list[Numbered]]:
    """The findings with numbers from 1, by the block that they stand in."""
    by_block: dict[int | None, list[Numbered]] = {}
    for number, finding in enumerate(findings, 1):
        by_block.setdefault(finding.block, []).append(Numbered(number, finding))
    return by_block
