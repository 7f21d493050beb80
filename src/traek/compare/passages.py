"""Links between paragraphs -> passages, with the words that stand in one draft only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from traek.compare.align import Link, rising
from traek.compare.values import Change, Mark, Passage
from traek.model import Block, Span

_WORD = re.compile(r"\w+|[^\w\s]")
_ISLAND = 2  # words that two changes stand around, and that are easier to read as part of them


class _Word(NamedTuple):
    text: str
    block: int
    start: int
    end: int


class _Group(NamedTuple):
    before: tuple[int, ...]
    after: tuple[int, ...]


def passages_of(
    before: Sequence[Block], after: Sequence[Block], links: Iterable[Link]
) -> tuple[Passage, ...]:
    """The passages in the order of the second draft; empty paragraphs are left out."""
    linked = [_Group(ones, others) for ones, others in _together(links)]
    ones = {one for group in linked for one in group.before}
    others = {other for group in linked for other in group.after}
    added = [_Group((), (n,)) for n in range(len(after)) if n not in others]
    removed = [_Group((n,), ()) for n in range(len(before)) if n not in ones]
    groups = _with_removed(sorted([*linked, *added], key=lambda group: group.after), removed)
    in_order = rising([group.before[0] for group in groups if group.before and group.after])
    return tuple(
        _passage(group, before, after, in_order)
        for group in groups
        if any(before[n].text.strip() for n in group.before)
        or any(after[n].text.strip() for n in group.after)
    )


def _together(links: Iterable[Link]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Links that share a paragraph as one group."""
    groups: list[tuple[set[int], set[int]]] = []
    for one, other in links:
        mine = [group for group in groups if one in group[0] or other in group[1]]
        groups = [group for group in groups if group not in mine]
        ones = {one}.union(*(group[0] for group in mine))
        groups.append((ones, {other}.union(*(group[1] for group in mine))))
    return [(tuple(sorted(ones)), tuple(sorted(others))) for ones, others in groups]


def _with_removed(groups: list[_Group], removed: Iterable[_Group]) -> list[_Group]:
    """The groups with each removed one behind the group that it stood behind."""
    for gone in removed:
        above = [
            (max(one for one in group.before if one < gone.before[0]), place)
            for place, group in enumerate(groups)
            if group.before and group.before[0] < gone.before[0]
        ]
        groups.insert(max(above)[1] + 1 if above else 0, gone)
    return groups


def _passage(
    group: _Group, before: Sequence[Block], after: Sequence[Block], in_order: frozenset[int]
) -> Passage:
    ones = tuple(before[n] for n in group.before)
    others = tuple(after[n] for n in group.after)
    change = _change(ones, others)
    moved = bool(ones and others) and group.before[0] not in in_order
    if change is Change.SAME:
        return Passage(change, moved, ones, others)
    taken_out, put_in = _marks(ones, others)
    return Passage(change, moved, ones, others, taken_out, put_in)


def _change(ones: tuple[Block, ...], others: tuple[Block, ...]) -> Change:
    if not ones:
        return Change.ADDED
    if not others:
        return Change.REMOVED
    if len(others) > len(ones):
        return Change.SPLIT
    if len(ones) > len(others):
        return Change.JOINED
    same = [one.text.split() for one in ones] == [other.text.split() for other in others]
    return Change.SAME if same else Change.EDITED


def _marks(
    ones: tuple[Block, ...], others: tuple[Block, ...]
) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """The words that stand in one draft only, on each side."""
    words, later = _words(ones), _words(others)
    matcher = SequenceMatcher(
        None, [word.text for word in words], [word.text for word in later], autojunk=False
    )
    out: set[int] = set(range(len(words)))
    new: set[int] = set(range(len(later)))
    for match in matcher.get_matching_blocks():
        first = match.a == 0 and match.b == 0
        last = match.a + match.size == len(words) and match.b + match.size == len(later)
        if match.size > _ISLAND or ((first or last) and match.size):
            out -= set(range(match.a, match.a + match.size))
            new -= set(range(match.b, match.b + match.size))
    return _spans(words, out), _spans(later, new)


def _words(blocks: Iterable[Block]) -> list[_Word]:
    return [
        _Word(match[0], block.number, *match.span())
        for block in blocks
        for match in _WORD.finditer(block.text)
    ]


def _spans(words: Sequence[_Word], marked: set[int]) -> tuple[Mark, ...]:
    """The marked words, with neighbours in one block as one mark."""
    marks: list[Mark] = []
    for place in sorted(marked):
        word = words[place]
        if place - 1 in marked and marks and marks[-1].block == word.block:
            marks[-1] = Mark(word.block, Span(marks[-1].span.start, word.end))
        else:
            marks.append(Mark(word.block, Span(word.start, word.end)))
    return tuple(marks)
