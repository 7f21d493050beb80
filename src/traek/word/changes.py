"""Rewrites as tracked changes, which Word's user accepts or rejects one by one."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from traek.differences import hunks
from traek.word.names import XML_SPACE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from traek.word.anchors import Anchors
    from traek.word.cutting import Unit
    from traek.word.names import Names
    from traek.word.passage import Passage

_CHARACTERS = {"\t": "tab", "\n": "br"}
_HARMLESS = frozenset(("rPr", "t", "tab", "br", "cr", "noBreakHyphen", "softHyphen"))
_HARMLESS_MARK = "lastRenderedPageBreak"


class Edit(NamedTuple):
    """Characters of a passage, and what is to stand in their place."""

    start: int
    end: int
    text: str


class Stamp(NamedTuple):
    """Who changes, and when, as Word writes it."""

    author: str
    date: str


def parts_of(passage: Passage, edit: Edit) -> tuple[Edit, ...]:
    """The same edit without the words that it would only put back."""
    start, old = edit.start, passage.text[edit.start : edit.end]
    return tuple(Edit(start + a, start + b, new) for a, b, new in hunks(old, edit.text))


def can_edit(passage: Passage, edit: Edit, anchors: Anchors, names: Names) -> bool:
    """Whether a tracked change here can do no harm.

    It must lie in runs of one paragraph, outside fields, links, content controls, text boxes and
    other people's changes, and those runs must hold nothing but text.
    """
    paragraph = passage.anchor
    if passage.latent is not None or passage.attribute is not None:
        return False
    if len(passage.paragraphs) != 1 or anchors.control_around(paragraph) is not None:
        return False
    if next(paragraph.iterancestors(names.txbxContent), None) is not None:
        return False
    harmless = {names(name) for name in (*_HARMLESS, _HARMLESS_MARK)}
    touched = [
        piece for piece in passage.pieces if piece.end >= edit.start and piece.start <= edit.end
    ]
    inside = [p for p in touched if p.end > edit.start and p.start < edit.end] or touched[:1]
    return bool(inside) and all(
        piece.run is not None
        and anchors.is_plain(piece.run)
        and all(node.tag in harmless for node in piece.run)
        for piece in inside
    )


def write_edit(
    edit: Edit, units: Sequence[Unit], stamp: Stamp, ids: Iterator[int], names: Names
) -> None:
    """Mark the runs of an edit as deleted, and insert its text after them."""
    removed = [unit.run for unit in units if edit.start <= unit.start and unit.end <= edit.end]
    place: etree._Element | None = None
    for run in removed:
        place = _deleted(run, stamp, next(ids), names)
    if not edit.text:
        return
    before = [unit.run for unit in units if unit.end <= edit.start]
    model = removed[0] if removed else before[-1] if before else units[0].run
    insertion = inserted(edit.text, model, stamp, next(ids), names)
    if place is not None:
        place.addnext(insertion)
    elif before:
        _end_of_changes(before[-1], names).addnext(insertion)
    else:
        units[0].run.addprevious(insertion)


def _end_of_changes(run: etree._Element, names: Names) -> etree._Element:
    """The run, or the end of the change of ours that has just taken it in."""
    parent = run.getparent()
    if parent is None or parent.tag != names("del"):
        return run
    following = parent.getnext()
    return following if following is not None and following.tag == names.ins else parent


def _deleted(run: etree._Element, stamp: Stamp, change: int, names: Names) -> etree._Element:
    deletion = mark("del", stamp, change, names)
    run.addprevious(deletion)
    deletion.append(run)
    for node in run.iterchildren(names.t):
        node.tag = names("delText")
        node.set(XML_SPACE, "preserve")
    return deletion


def inserted(
    text: str, model: etree._Element | None, stamp: Stamp, change: int, names: Names
) -> etree._Element:
    """A tracked insertion of the text, looking like the run `model`."""
    insertion = mark("ins", stamp, change, names)
    run = etree.SubElement(insertion, names.r)
    properties = None if model is None else model.find(names.rPr)
    if properties is not None:
        run.append(_without_revisions(deepcopy(properties), names))
    for part in re.split(r"([\t\n])", text):
        if part in _CHARACTERS:
            etree.SubElement(run, names(_CHARACTERS[part]))
        elif part:
            node = etree.SubElement(run, names.t)
            node.text = part
            node.set(XML_SPACE, "preserve")
    return insertion


def _without_revisions(properties: etree._Element, names: Names) -> etree._Element:
    for name in ("rPrChange", "ins", "del", "moveFrom", "moveTo"):
        for element in properties.findall(names(name)):
            properties.remove(element)
    return properties


def mark(kind: str, stamp: Stamp, change: int, names: Names) -> etree._Element:
    """The empty element of a change: `ins` or `del`."""
    element = etree.Element(names(kind), nsmap={"w": names.namespace})
    element.set(names("id"), str(change))
    element.set(names("author"), stamp.author)
    element.set(names("date"), stamp.date)
    return element


def accept(root: etree._Element, first: int, names: Names) -> None:
    """Make the tracked changes numbered from `first` on a plain part of the text."""
    for change in list(root.iter(names.ins, names("del"))):
        parent, number = change.getparent(), change.get(names("id"), "")
        if parent is None or not number.isdigit() or int(number) < first:
            continue
        if change.tag == names.ins:
            for run in list(change):
                change.addprevious(run)
        parent.remove(change)


def reject(root: etree._Element, author: str, names: Names) -> int:
    """Undo the tracked changes of one author in a part; how many there were."""
    count = 0
    for change in list(root.iter(names.ins, names("del"))):
        parent = change.getparent()
        if (
            parent is None
            or change.get(names("author")) != author
            or not _holds_runs(change, names)
        ):
            continue
        count += 1
        if change.tag == names("del"):
            for node in change.iter(names("delText")):
                node.tag = names.t
            for run in list(change):
                change.addprevious(run)
        parent.remove(change)
    return count + _reject_paragraphs(root, author, names)


def _reject_paragraphs(root: etree._Element, author: str, names: Names) -> int:
    """Take away the paragraphs that one author has inserted whole, now empty; how many."""
    count = 0
    for paragraph in list(root.iter(names.p)):
        change = paragraph.find(f"{names.pPr}/{names.rPr}/{names.ins}")
        parent = paragraph.getparent()
        if change is None or parent is None or change.get(names("author")) != author:
            continue
        if all(child.tag == names.pPr for child in paragraph):
            parent.remove(paragraph)
            count += 1
    return count


def _holds_runs(mark: etree._Element, names: Names) -> bool:
    return len(mark) > 0 and all(child.tag == names.r for child in mark)
