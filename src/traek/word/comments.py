"""The comments of a Word file: ours are known by their last line, and all others are let be."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from traek.word.names import PARA_ID, STRICT, XML_SPACE, names_in
from traek.word.saving import serialised, with_content_type, with_relation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from traek.word.changes import Stamp
    from traek.word.names import Names
    from traek.word.package import Package

SIGNATURE = "traek · "
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_KINDS = {
    STRICT: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
    "": "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
}
_EXTENSIONS = ("commentsExtended", "commentsIds")
_WORD_2012 = "http://schemas.microsoft.com/office/word/2012/wordml"


class Line(NamedTuple):
    """A paragraph of a comment."""

    text: str
    bold: bool = False


class Comments:
    """The comments part of a file, or a new one."""

    def __init__(self, package: Package, main: str, names: Names) -> None:
        """The comments that `main` points to."""
        self._package = package
        self._main = main
        self._names = names
        relations = package.relations(main).values()
        self._extensions = {
            each.kind: each.target
            for each in relations
            if each.kind in _EXTENSIONS and package.has(each.target)
        }
        found = [each for each in relations if each.kind == "comments" and not each.external]
        self._part = next((each.target for each in found if package.has(each.target)), None)
        if self._part is None:
            self._root = etree.Element(names("comments"), nsmap={"w": names.namespace})
        else:
            self._root = package.xml(self._part)
        # A comments part may be strict where the letter is not, or the other way round.
        self._own = names_in(str(self._root.tag)[1:].partition("}")[0])
        self._changed = False
        self._dropped: set[str] = set()

    @property
    def ids(self) -> set[int]:
        """The ids that are taken."""
        values = (element.get(self._own("id"), "") for element in self._root)
        return {int(value) for value in values if value.lstrip("-").isdigit()}

    def add(self, identity: int, lines: Iterable[Line], stamp: Stamp, initials: str) -> None:
        """One more comment; the last line should begin with the signature."""
        names = self._own
        comment = etree.SubElement(self._root, names.comment)
        comment.set(names("id"), str(identity))
        comment.set(names("author"), stamp.author)
        comment.set(names("date"), stamp.date)
        comment.set(names("initials"), initials)
        for at, line in enumerate(lines):
            paragraph = etree.SubElement(comment, names.p)
            if at == 0:
                etree.SubElement(etree.SubElement(paragraph, names.r), names("annotationRef"))
            run = etree.SubElement(paragraph, names.r)
            properties = etree.SubElement(run, names.rPr)
            if line.bold:
                etree.SubElement(properties, names.b)
            etree.SubElement(properties, names("sz")).set(names.val, "20")
            text = etree.SubElement(run, names.t)
            text.text = line.text
            text.set(XML_SPACE, "preserve")
        self._changed = True

    def remove_ours(self) -> set[str]:
        """Remove our comments that nobody has answered, and give their ids."""
        names = self._own
        answered = self._answered()
        removed = set()
        for comment in self._root.findall(names.comment):
            paragraphs = list(comment.iter(names.p))
            threads = {paragraph.get(PARA_ID, "") for paragraph in paragraphs}
            last = (
                "".join(node.text or "" for node in paragraphs[-1].iter(names.t))
                if paragraphs
                else ""
            )
            if last.startswith(SIGNATURE) and not threads & answered:
                removed.add(comment.get(names("id"), ""))
                self._dropped |= threads - {""}
                self._root.remove(comment)
        self._changed = self._changed or bool(removed)
        return removed

    def changed_parts(self) -> dict[str, bytes]:
        """The parts to write, if anything changed."""
        if not self._changed:
            return {}
        changed = self._cleaned_extensions()
        if self._part is not None:
            return {**changed, self._part: serialised(self._root)}
        folder = self._main.rpartition("/")[0]
        numbers = ("", *map(str, range(1, 1000)))
        names = (f"{folder}/comments{number}.xml".lstrip("/") for number in numbers)
        part = next(name for name in names if not self._package.has(name))
        kind = _KINDS.get(self._names.namespace, _KINDS[""])
        relations, relations_data = with_relation(self._package, self._main, kind, part)
        types, types_data = with_content_type(self._package, part, _CONTENT_TYPE)
        return {
            **changed,
            part: serialised(self._root),
            relations: relations_data,
            types: types_data,
        }

    def _answered(self) -> set[str]:
        """The paragraph ids of comments that others have answered in their thread."""
        part = self._extensions.get("commentsExtended")
        if part is None:
            return set()
        root = self._package.xml(part)
        parents = (element.get(f"{{{_WORD_2012}}}paraIdParent") for element in root)
        return {parent for parent in parents if parent}

    def _cleaned_extensions(self) -> dict[str, bytes]:
        """What newer programs keep about comments, without the ones that are gone."""
        changed = {}
        for part in self._extensions.values():
            root = self._package.xml(part)
            gone = [
                element
                for element in root
                if any(
                    str(key).endswith("}paraId") and value in self._dropped
                    for key, value in element.items()
                )
            ]
            for element in gone:
                root.remove(element)
            if gone:
                changed[part] = serialised(root)
        return changed


def remove_marks(root: etree._Element, ids: set[str], names: Names) -> int:
    """Remove the marks of these comments from a part; how many there were."""
    kinds = tuple(names(f"comment{kind}") for kind in ("RangeStart", "RangeEnd", "Reference"))
    count = 0
    for mark in list(root.iter(*kinds)):
        parent = mark.getparent()
        if parent is None or mark.get(names("id")) not in ids:
            continue
        count += 1
        if mark.tag == kinds[2] and parent.tag == names.r and parent.getparent() is not None:
            rest = [node for node in parent if node is not mark and node.tag != names.rPr]
            _remove(mark if rest else parent)
        else:
            _remove(mark)
    return count


def _remove(element: etree._Element) -> None:
    """Remove an element and keep the white space after it, as lxml does not."""
    parent = element.getparent()
    if parent is None:
        return
    previous = element.getprevious()
    if element.tail and previous is not None:
        previous.tail = (previous.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)
