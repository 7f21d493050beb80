"""Two reports -> their comparison."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from traek.compare.align import aligned
from traek.compare.facts import facts_in, not_in
from traek.compare.passages import passages_of
from traek.compare.values import Changes, Comparison, Gap, Kept, Passage
from traek.model import Effect

if TYPE_CHECKING:
    from collections.abc import Callable

    from traek.model import Document, Finding, Report


def compared(before: Report, after: Report) -> Comparison:
    """What became of a letter on the way from one draft to the next."""
    links = aligned(
        [block.text for block in before.document.blocks],
        [block.text for block in after.document.blocks],
    )
    passages = passages_of(before.document.blocks, after.document.blocks, links)
    facts, later = facts_in(before.document), facts_in(after.document)
    return Comparison(
        before,
        after,
        passages,
        _changes(before, after, passages, Effect.ESCALATES),
        _changes(before, after, passages, Effect.DEESCALATES),
        lost_facts=not_in(later, facts),
        new_facts=not_in(facts, later),
        gaps=_gaps(after.document),
    )


def _changes(before: Report, after: Report, passages: Iterable[Passage], effect: Effect) -> Changes:
    """The findings of one effect, each paired with what it became, the surest likeness first."""
    gone, new = _counting(before, effect), _counting(after, effect)
    homes = _homes(passages)
    kept: list[Kept] = []
    likenesses: tuple[Callable[[Finding, int | None], object], ...] = (
        lambda finding, _: finding.fingerprint or None,
        lambda finding, home: (finding.rule, home, _folded(finding)),
        lambda finding, _: (finding.rule, _folded(finding)) if finding.quote else None,
        lambda finding, home: (finding.rule, home),
        lambda finding, home: (finding.category, home) if home is not None else None,
    )
    for likeness in likenesses:
        waiting = {id(f): likeness(f, homes[1].get(f.block)) for f in new}
        for finding in tuple(gone):
            key = likeness(finding, homes[0].get(finding.block))
            match = next((f for f in new if key is not None and waiting[id(f)] == key), None)
            if match is not None:
                kept.append(Kept(finding, match))
                gone = [each for each in gone if each is not finding]
                new = [each for each in new if each is not match]
    order = {id(finding): place for place, finding in enumerate(after.findings)}
    kept.sort(key=lambda pair: order[id(pair.after)])
    return Changes(tuple(gone), tuple(new), tuple(kept))


def _counting(report: Report, effect: Effect) -> list[Finding]:
    return [f for f in report.findings if f.effect is effect and f.protection is None]


def _homes(passages: Iterable[Passage]) -> tuple[dict[int | None, int], dict[int | None, int]]:
    """The number of the passage that each block is in, for both drafts."""
    homes: tuple[dict[int | None, int], dict[int | None, int]] = ({}, {})
    for number, passage in enumerate(passages):
        homes[0].update({block.number: number for block in passage.before})
        homes[1].update({block.number: number for block in passage.after})
    return homes


def _folded(finding: Finding) -> str:
    return " ".join((finding.quote or "").casefold().split())


def _gaps(document: Document) -> tuple[Gap, ...]:
    """The gaps that a rewrite has left for the writer: `[udfyld: …]`."""
    gaps = []
    for block in document.blocks:
        texts = (block.text[gap.start : gap.end] for gap in block.placeholders)
        gaps += [Gap(block.number, text) for text in texts if "udfyld" in text.casefold()]
    return tuple(gaps)
