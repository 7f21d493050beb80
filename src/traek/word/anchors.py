"""Where comment marks may stand: never inside fields, content controls or their like.

A comment reference inside a field's result or a content control makes other programs print the
comment or swallow the letter, so marks are hoisted to the paragraph's own level, out of any
field, and around any content control that holds whole paragraphs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from traek.word.names import Names


@dataclass(slots=True)
class Region:
    """An outermost complex field, from the run that begins it to the run that ends it."""

    begin: etree._Element
    end: etree._Element


class Regions:
    """Which runs of a part belong to a complex field."""

    def __init__(self, root: etree._Element, names: Names) -> None:
        """Regions of the part with this root."""
        self._regions: dict[etree._Element, Region] = {}
        if next(root.iter(names.fldChar), None) is None:
            return
        depth = 0
        region: Region | None = None
        for run in root.iter(names.r):
            signs = [sign.get(names("fldCharType")) for sign in run.iterchildren(names.fldChar)]
            if not depth and "begin" in signs:
                region = Region(run, run)
            depth = max(depth + signs.count("begin") - signs.count("end"), 0)
            if region is not None:
                region.end = run
                self._regions[run] = region
            if not depth:
                region = None

    def of(self, run: etree._Element) -> Region | None:
        """The field that a run belongs to."""
        return self._regions.get(run)


class Anchors:
    """Writes the marks of comments into one part, and keeps those at one place in order."""

    def __init__(self, root: etree._Element, names: Names) -> None:
        """Anchors for the part with this root."""
        self._root = root
        self._names = names
        self.regions = Regions(root, names)
        self._last: dict[etree._Element, etree._Element] = {}

    def attach(self, first: etree._Element, last: etree._Element, comment_id: int) -> None:
        """Hang a comment on everything from the node `first` to the node `last`."""
        names = self._names
        begin, end = self.regions.of(first), self.regions.of(last)
        start_node = self._hoisted(first if begin is None else begin.begin)
        end_node = self._hoisted(last if end is None else end.end)
        start, stop, reference = self._marks(comment_id)
        host = end_node.getparent()
        if host is not None and host.tag == names.p:
            start_node.addprevious(start)
            self._after(end_node, stop, reference)
            return
        following = self._paragraph_after(end_node)
        if self._is_row_or_cell(start_node) or self._is_row_or_cell(end_node) or following is None:
            self._attach_beside(end_node, (start, stop, reference))
        else:
            start_node.addprevious(start)
            self._after(end_node, stop)
            self._at_beginning(following, reference)

    def attach_to_paragraph(self, paragraph: etree._Element, comment_id: int) -> None:
        """Hang a comment on the beginning of a paragraph, or beside its content control."""
        control, marks = self.control_around(paragraph), self._marks(comment_id)
        if control is None:
            self._at_beginning(paragraph, *marks)
        else:
            self._attach_beside(control, marks)

    def is_plain(self, run: etree._Element) -> bool:
        """Whether a run stands directly in its paragraph, outside any field."""
        parent = run.getparent()
        return parent is not None and parent.tag == self._names.p and self.regions.of(run) is None

    def control_around(self, node: etree._Element) -> etree._Element | None:
        """The outermost content control that holds a node."""
        found = None
        for parent in node.iterancestors(self._names.sdt):
            found = parent
        return found

    def _hoisted(self, node: etree._Element) -> etree._Element:
        """The node beside which a mark for `node` may stand.

        That is a child of the nearest paragraph, or a content control that holds paragraphs.
        """
        control = self.control_around(node)
        outer = inner = node if control is None else control
        for parent in outer.iterancestors():
            if parent.tag == self._names.p:
                return inner
            inner = parent
        return outer

    def _marks(self, comment_id: int) -> tuple[etree._Element, ...]:
        names = self._names
        space = {"w": names.namespace}
        value = {names("id"): str(comment_id)}
        start = etree.Element(names("commentRangeStart"), value, nsmap=space)
        stop = etree.Element(names("commentRangeEnd"), value, nsmap=space)
        reference = etree.Element(names.r, nsmap=space)
        etree.SubElement(reference, names("commentReference"), value)
        return start, stop, reference

    def _after(self, node: etree._Element, *marks: etree._Element) -> None:
        for mark in marks:
            self._last.get(node, node).addnext(mark)
            self._last[node] = mark

    def _at_beginning(self, paragraph: etree._Element, *marks: etree._Element) -> None:
        properties = paragraph.find(self._names.pPr)
        if properties is not None:
            self._after(properties, *marks)
            return
        for mark in marks:
            last = self._last.get(paragraph)
            if last is None:
                paragraph.insert(0, mark)
            else:
                last.addnext(mark)
            self._last[paragraph] = mark

    def _is_row_or_cell(self, node: etree._Element) -> bool:
        parent = node.getparent()
        return parent is not None and parent.tag in (self._names.tbl, self._names.tr)

    def _paragraph_after(self, node: etree._Element) -> etree._Element | None:
        return next(node.itersiblings(self._names.p), None)

    def _attach_beside(self, node: etree._Element, marks: tuple[etree._Element, ...]) -> None:
        """Hang a comment on the nearest paragraph that no content control holds."""
        for outer in (node, *node.iterancestors(self._names.tbl)):
            following = self._paragraph_after(outer)
            if following is not None and self.control_around(following) is None:
                self._at_beginning(following, *marks)
                return
        paragraphs = list(self._root.iter(self._names.p))
        free = [each for each in paragraphs if self.control_around(each) is None]
        self._at_beginning((free or paragraphs)[-1 if free else 0], *marks)
