"""Edits that need no second round: the letter is read again until nothing more is suggested."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from traek.fixing.choosing import Decide, edited, edits_for
from traek.fixing.edit import Edit
from traek.model import Report, Span, SuggestionKind

if TYPE_CHECKING:
    from traek.engine import Engine

ROUNDS = 6
"""Readings at most; two or three do, and rules that answer each other must not go on for ever."""


def settled(engine: Engine, report: Report, decide: Decide | None = None) -> tuple[Edit, ...]:
    """The edits of all rounds as edits of the letter that `report` is about.

    The situation and the genre stay those of the report. New paragraphs are those that the last
    round asks for: a reason may go with the words that held it.
    """
    now, made, added = report, defaultdict[int, list[Edit]](list), list[Edit]()
    texts = {block.number: block.text for block in report.document.blocks}
    for _ in range(ROUNDS):
        edits = edits_for(now, decide)
        added = [each for each in edits if each.span is None]
        inside = [each for each in edits if each.span is not None]
        if not inside:
            break
        document = now.document
        by_block = {
            block: list(group) for block, group in groupby(inside, lambda each: each.block or 0)
        }
        for block, group in by_block.items():
            for edit in reversed(group):
                made[block] = _composed(made[block], edit, texts[block])
        blocks = tuple(edited(b, by_block.get(b.number, ())) for b in document.blocks)
        now = engine.report(replace(document, blocks=blocks), report.situation, report.genre)
    kept = [each for group in made.values() for each in group if each.old != each.text]
    ends = [each for each in added if each.block is None]
    inner = sorted([*kept, *(each for each in added if each.block is not None)], key=_order)
    return (*inner, *ends)


def _order(edit: Edit) -> tuple[int, int]:
    return edit.block or 0, -1 if edit.span is None else edit.span.start


def _composed(earlier: Sequence[Edit], edit: Edit, original: str) -> list[Edit]:
    """The earlier edits of one block with one more, whose span counts in what they have made."""
    assert edit.span is not None  # noqa: S101  new paragraphs are kept apart
    before, touched, after, shift = [], [], [], 0
    start, end = edit.span
    first = last = 0
    for each in earlier:
        assert each.span is not None  # noqa: S101
        here = each.span.start + shift
        there = here + len(each.text)
        shift += len(each.text) - (each.span.end - each.span.start)
        if there < start or (there == start and here < there):
            before.append(each)
            first = last = shift
        elif end < here or (end == here and here < there):
            after.append(each)
        else:
            touched.append((each, here, there))
            last = shift
    return [*before, _merged(edit, touched, (start - first, end - last), original), *after]


def _merged(
    edit: Edit, touched: Sequence[tuple[Edit, int, int]], reach: tuple[int, int], original: str
) -> Edit:
    """The edit and those it touches as one; `reach` is its span in the original, where untouched."""
    assert edit.span is not None  # noqa: S101
    (start, end), (begin, stop) = edit.span, reach
    head = tail = ""
    for each, here, there in touched:
        assert each.span is not None  # noqa: S101
        if here < start:
            head, begin = each.text[: start - here], each.span.start
        if each is touched[0][0] and here >= start:
            begin = each.span.start - (here - start)
        if there > end:
            tail, stop = each.text[end - there :], each.span.end
        if each is touched[-1][0] and there <= end:
            stop = each.span.end + (end - there)
    rules = (*(rule for each, _, _ in touched for rule in each.rules), *edit.rules)
    text, old = head + edit.text + tail, original[begin:stop]
    kind = SuggestionKind.REPLACE if text else SuggestionKind.DELETE
    return Edit(edit.block, Span(begin, stop), old, text, kind, tuple(dict.fromkeys(rules)))
