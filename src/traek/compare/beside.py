"""Two drafts beside each other as HTML, with what changed and with tryk and træk marked."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from traek.compare.values import Change
from traek.compare.wording import change_name, flowing
from traek.model import BlockKind, Effect, Span
from traek.reporters.html import escaped, kind_of, sign_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from traek.compare.values import Comparison, Mark, Passage
    from traek.model import Block, Finding, Report

BESIDE_STYLE = """
.beside { background: var(--sheet); border: 1px solid var(--line); border-radius: .4rem; padding: .6rem 0; }
.pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 1.5rem; padding: .35rem 1.2rem; break-inside: avoid; }
.pair + .pair { border-top: 1px solid var(--line); }
.pair .what { grid-column: 1 / -1; color: var(--faint); font-size: .78rem; margin: 0; }
.pair .heading { font-weight: 700; }
.pair .list-item { padding-left: 1rem; }
.pair .list-item::before { content: "•"; float: left; margin-left: -.9rem; color: var(--faint); }
.pair p { white-space: pre-line; overflow-wrap: break-word; }
.pair.same { color: var(--faint); }
.heads { font-weight: 700; }
del { text-decoration: line-through; text-decoration-thickness: 1px; opacity: .8; }
ins { text-decoration: underline; text-decoration-color: var(--add); text-decoration-thickness: 2px; text-underline-offset: .22em; }
.key { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; font-size: .9rem; padding: 0; list-style: none; }
.pair.alone { grid-template-columns: minmax(0, 70ch); border: 0; }
@media (max-width: 40rem) { .pair { grid-template-columns: minmax(0, 1fr); } .pair.same > div:first-of-type { display: none; } }
"""

_LEGEND = (
    '<ul class="key"><li><del>kun i det første udkast</del></li>'
    "<li><ins>kun i det nye udkast</ins></li>"
    '<li><mark class="tryk tyngde-2">tryk</mark> ▲</li>'
    '<li><mark class="træk tyngde-2">træk</mark> ▽</li></ul>'
)


def side_by_side(comparison: Comparison) -> str:
    """The passages in pairs, in the order of the new draft."""
    pairs = "".join(_pair(passage, comparison) for passage in comparison.passages)
    heads = '<div class="pair heads"><span>Før</span><span>Nu</span></div>'
    return f'{_LEGEND}<div class="beside">{heads}{pairs}</div>'


def whole_text(report: Report) -> str:
    """One draft alone, with its tryk and træk marked."""
    rows = "".join(
        f'<div class="pair alone">{_block(block, (), report, "ins")}</div>'
        for block in report.document.blocks
        if block.text.strip()
    )
    return f'<div class="beside">{rows}</div>'


def _pair(passage: Passage, comparison: Comparison) -> str:
    untouched = passage.change is Change.SAME and not passage.moved
    what = "" if untouched else f'<p class="what">{escaped(change_name(passage))}</p>'
    old = _column(passage.before, passage.taken_out, comparison.before, "del")
    new = _column(passage.after, passage.put_in, comparison.after, "ins")
    return f'<div class="pair{" same" if untouched else ""}">{what}{old}{new}</div>'


def _column(blocks: Sequence[Block], marks: Sequence[Mark], report: Report, element: str) -> str:
    return f"<div>{''.join(_block(block, marks, report, element) for block in blocks)}</div>"


def _block(block: Block, marks: Sequence[Mark], report: Report, element: str) -> str:
    changed = [mark.span for mark in marks if mark.block == block.number]
    found = [
        (finding.span, finding)
        for finding in report.findings
        if finding.block == block.number and finding.span is not None
    ]
    edges = {0, len(block.text)}
    edges.update(at for span in [*changed, *(span for span, _ in found)] for at in span)
    whole = flowing(block.text)
    parts = []
    for start, end in pairwise(sorted(at for at in edges if at <= len(block.text))):
        here = [finding for span, finding in found if span.start <= start and end <= span.end]
        ending = [finding for span, finding in found if span.end == end]
        text = _found(escaped(whole[start:end]), here)
        if _within(start, end, changed):
            text = f"<{element}>{text}</{element}>"
        parts.append(text + "".join(_sign(finding) for finding in ending))
    kind = "" if block.kind is BlockKind.PARAGRAPH else f' class="{block.kind}"'
    return f"<p{kind}>{''.join(parts)}</p>"


def _found(text: str, here: Sequence[Finding]) -> str:
    if not here:
        return text
    leading = max(here, key=lambda f: (f.effect is Effect.ESCALATES, f.weight))
    titles = "; ".join(finding.title for finding in here)
    return (
        f'<mark class="{kind_of(leading)} tyngde-{leading.weight}" title="{escaped(titles)}">'
        f"{text}</mark>"
    )


def _sign(finding: Finding) -> str:
    return f'<span class="{kind_of(finding)}"><span class="sign small">{sign_of(finding)}</span></span>'


def _within(start: int, end: int, spans: Sequence[Span]) -> bool:
    return any(span.start <= start and end <= span.end for span in spans)
