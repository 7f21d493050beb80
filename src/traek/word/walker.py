"""The one walk over WordprocessingML: every visible character, once, in reading order.

What a reader of the letter sees is what counts: insertions are read, deletions are not, text
boxes are read from the newer of their two copies, and a field shows its result. Text that a
template shows only sometimes becomes passages of its own, marked as latent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from traek.model import BlockKind
from traek.placeholders import merged, typed_placeholders
from traek.word.inline import Inline
from traek.word.kinds import is_bold_line, kind_of, list_item, style_of
from traek.word.names import ALTERNATE, PARA_ID, Names, shown_branch
from traek.word.passage import Passage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

    from traek.word.setting import Setting

_COVERED = "skjult i en flettet tabelcelle"


class Walker:
    """Walks one part; `walk` may be called for several containers of it, in reading order."""

    def __init__(self, root: etree._Element, setting: Setting) -> None:
        """A walk over the part with this root."""
        self._set = setting
        self._names = setting.names
        self._numbers = {p: at for at, p in enumerate(root.iter(setting.names.p))}
        self._inline = Inline(setting)
        self._open: list[etree._Element] = []

    def walk(self, container: etree._Element, *, cell: bool = False) -> None:
        """Read a body, cell, header, note or box: whatever holds paragraphs and tables."""
        self._blocks(container, cell)
        self._close_open(cell)

    def _blocks(self, container: etree._Element, cell: bool) -> None:
        names = self._names
        for child in container.iterchildren("*"):
            tag = child.tag
            if tag == names.p:
                self._paragraph(child, cell)
            elif tag == names.tbl:
                self._close_open(cell)
                self._table(child)
            elif tag == names.sdt:
                self._list_entries(child)
                for content in child.iterchildren(names.sdtContent):
                    self._blocks(content, cell)
            elif tag == ALTERNATE:
                branch = shown_branch(child)
                if branch is not None:
                    self._blocks(branch, cell)
            elif tag == names.altChunk:
                self._set.seen.outside += 1
            elif tag not in names.properties and len(child):
                self._blocks(child, cell)

    def _list_entries(self, control: etree._Element) -> None:
        """The entries of a drop-down list around whole paragraphs, whose first has the comment."""
        inline = self._inline
        inline.latent.anchor = next(control.iter(self._names.p), inline.latent.anchor)
        inline.add_list_entries(control)
        if not self._open:
            self._set.passages.extend(inline.latent.taken())

    # Tables

    def _table(self, table: etree._Element) -> None:
        for row in self._inner(table, self._names.tr):
            if self._is_removed(row.find(self._names.trPr), "del"):
                continue
            for cell in self._inner(row, self._names.tc):
                properties = cell.find(self._names.tcPr)
                if self._is_removed(properties, "cellDel"):
                    continue
                before = len(self._set.passages)
                self.walk(cell, cell=True)
                if _is_covered(properties, self._names):
                    for passage in self._set.passages[before:]:
                        passage.latent = passage.latent or _COVERED

    def _inner(self, element: etree._Element, wanted: str) -> Iterable[etree._Element]:
        """The rows of a table or cells of a row, also inside content controls and custom XML."""
        for child in element.iterchildren("*"):
            if child.tag == wanted:
                yield child
            elif child.tag == self._names.sdt:
                self._list_entries(child)
                for content in child.iterchildren(self._names.sdtContent):
                    yield from self._inner(content, wanted)
            elif child.tag == ALTERNATE:
                branch = shown_branch(child)
                if branch is not None:
                    yield from self._inner(branch, wanted)
            elif child.tag not in self._names.properties:
                yield from self._inner(child, wanted)

    def _is_removed(self, properties: etree._Element | None, mark: str) -> bool:
        removed = properties is not None and properties.find(self._names(mark)) is not None
        self._set.seen.changes += removed
        return removed

    # Paragraphs

    def _paragraph(self, paragraph: etree._Element, cell: bool) -> None:
        if not self._open:
            self._inline.fields.begin_paragraph()
        self._open.append(paragraph)
        properties = paragraph.find(self._names.pPr)
        hidden = style_of(properties, self._set).hidden
        self._inline.read(paragraph, self._numbers[paragraph], hidden=hidden)
        if self._set.may_delete and self._mark_is_deleted(properties):
            self._set.seen.changes += 1
        else:
            self._close(properties, cell)

    def _mark_is_deleted(self, properties: etree._Element | None) -> bool:
        """Whether the paragraph goes on in the next one, once all changes are accepted."""
        mark = None if properties is None else properties.find(self._names.rPr)
        return mark is not None and any(child.tag in self._names.removed for child in mark)

    def _close_open(self, cell: bool) -> None:
        """Close a paragraph that nothing follows to be joined with."""
        if self._open:
            self._close(self._open[-1].find(self._names.pPr), cell)

    def _close(self, properties: etree._Element | None, cell: bool) -> None:
        inline = self._inline
        paragraphs, self._open = self._open, []
        boxes, inline.boxes = inline.boxes, []
        latent = inline.latent.taken()
        text = inline.fields.end_paragraph()
        if text.strip():
            self._set.passages.append(self._passage(text, paragraphs, properties, cell))
        self._set.passages.extend(latent)
        where = self._set.where
        for box in boxes:
            self._set.where = "tekstboks"
            with inline.fields.aside():
                self.walk(box)
        self._set.where = where

    def _passage(
        self,
        text: str,
        paragraphs: list[etree._Element],
        properties: etree._Element | None,
        cell: bool,
    ) -> Passage:
        names, sink, first = self._names, self._inline.fields.base, paragraphs[0]
        style = style_of(properties, self._set)
        item = list_item(properties, style, names)
        label = ""
        if item is not None:
            label = self._set.numbering.label(*item) or "•"
            worded = self._set.numbering.worded_label(*item)
            if worded is not None:
                self._inline.latent.add_label(worded, first)
        kind, level = kind_of(properties, style, names, listed=item is not None, cell=cell)
        if kind is BlockKind.PARAGRAPH and is_bold_line(text, sink.pieces, style, names):
            kind, level = BlockKind.HEADING, 1
        typed = typed_placeholders(text)
        return Passage(
            text=text,
            raw=sink.pieces,
            anchor=first,
            part=self._set.part,
            where=self._set.where,
            kind=kind,
            level=level,
            style=style.name,
            gaps=merged([*sink.gaps, *typed]) if sink.gaps else typed,
            latent=self._set.latent,
            label=label,
            para_id=first.get(PARA_ID),
            paragraphs=paragraphs,
        )


def _is_covered(properties: etree._Element | None, names: Names) -> bool:
    """Whether a cell is merged into the one above, so that its own text does not show."""
    merge = None if properties is None else properties.find(names.vMerge)
    return merge is not None and merge.get(names.val, "continue") == "continue"
