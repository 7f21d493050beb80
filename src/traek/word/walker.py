"""The one walk over WordprocessingML: every visible character, once, in reading order.

What a reader of the letter sees is what counts: insertions are read, deletions are not, text
boxes are read from the newer of their two copies, and a field shows its result. Text that a
template shows only sometimes becomes passages of its own, marked as latent.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from traek.model import BlockKind, Span
from traek.placeholders import merged, typed_placeholders
from traek.word.fields import GAPS, Field, choices, field_name
from traek.word.names import ALTERNATE, CHOICE, DRAWING, FALLBACK, MATH, PARA_ID, Names
from traek.word.passage import Passage, RawPiece, Sink
from traek.word.place import Attribute
from traek.word.styles import is_on, list_of, outline_level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lxml import etree

    from traek.word.numbering import Numbering
    from traek.word.styles import Style, Styles

_SYMBOLS = {
    "f0a8": "☐",
    "f06f": "☐",
    "f0fe": "☒",
    "f078": "☒",
    "f0fc": "✓",
    "f0b7": "•",
    "f0a7": "▪",
    "f0e0": "→",
    "f04a": "☺",
    "f02d": "-",
}
_RUNS = frozenset(f"{{{space}}}r" for space in MATH)
_TEXTS = frozenset(f"{{{space}}}t" for space in MATH)
_BREAKS = frozenset(f"{{{space}}}br" for space in DRAWING)
_HEADING_WIDTH = 80
_FIRST_SIGN = 0x20
_LAST_CODE_POINT = 0x10FFFF


@dataclass(slots=True)
class Seen:
    """What the reader of the report should know about the file, counted as it is met."""

    hidden: int = 0
    changes: int = 0
    outside: int = 0


@dataclass(slots=True)
class Setting:
    """What one part's walk needs to know of the file, and where the passages go.

    `may_hide` and `may_delete` are false where the words do not even occur in the part, which
    spares a look at every run.
    """

    names: Names
    styles: Styles
    numbering: Numbering
    part: str
    where: str
    seen: Seen
    read_hidden: bool = False
    may_hide: bool = True
    may_delete: bool = True
    latent: str | None = None
    passages: list[Passage] = field(default_factory=list)
    labelled: set[tuple[str, str]] = field(default_factory=set)


class Walker:
    """Walks one part; `walk` may be called for several containers of it, in reading order."""

    def __init__(self, root: etree._Element, setting: Setting) -> None:
        """A walk over the part with this root."""
        self._root = root
        self._set = setting
        self._names = setting.names
        self._where = setting.where
        self._may_hide = setting.may_hide
        self._text_tag, self._signs = setting.names.t, setting.names.signs
        self._numbers = {p: at for at, p in enumerate(root.iter(setting.names.p))}
        self._fields: list[Field] = []
        self._sink = self._base = Sink()
        self._paragraphs: list[etree._Element] = []
        self._boxes: list[etree._Element] = []
        self._later: list[Passage] = []
        self._anchor: etree._Element | None = None
        self._paragraph = self._run_number = 0
        self._began_in_field = False

    def walk(self, container: etree._Element, *, cell: bool = False) -> None:
        """Read a body, cell, header, note or box: whatever holds paragraphs and tables."""
        self._blocks(container, cell)
        self._flush(cell)

    # Blocks

    def _blocks(self, container: etree._Element, cell: bool) -> None:
        names = self._names
        for child in container.iterchildren("*"):
            tag = child.tag
            if tag == names.p:
                self._read_paragraph(child, cell)
            elif tag == names.tbl:
                self._flush(cell)
                self._table(child)
            elif tag == names.sdt:
                self._control_items(child)
                for content in child.iterchildren(names.sdtContent):
                    self._blocks(content, cell)
            elif tag == ALTERNATE:
                for branch in _shown_branch(child):
                    self._blocks(branch, cell)
            elif tag == names.altChunk:
                self._set.seen.outside += 1
            elif tag not in names.properties and len(child):
                self._blocks(child, cell)

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
                        passage.latent = passage.latent or "skjult i en flettet tabelcelle"

    def _inner(self, element: etree._Element, wanted: str) -> Iterable[etree._Element]:
        """The rows of a table or cells of a row, also inside content controls and custom XML."""
        for child in element.iterchildren("*"):
            if child.tag == wanted:
                yield child
            elif child.tag == self._names.sdt:
                self._control_items(child)
                for content in child.iterchildren(self._names.sdtContent):
                    yield from self._inner(content, wanted)
            elif child.tag == ALTERNATE:
                for branch in _shown_branch(child):
                    yield from self._inner(branch, wanted)
            elif child.tag not in self._names.properties:
                yield from self._inner(child, wanted)

    def _is_removed(self, properties: etree._Element | None, mark: str) -> bool:
        removed = properties is not None and properties.find(self._names(mark)) is not None
        self._set.seen.changes += removed
        return removed

    # Paragraphs

    def _read_paragraph(self, paragraph: etree._Element, cell: bool) -> None:
        names = self._names
        if not self._paragraphs:
            self._base = Sink()
            self._began_in_field = bool(self._fields)
            self._sink = self._base
            if self._fields:
                self._choose_sink()
            for each in self._fields:
                each.since = 0
        self._paragraphs.append(paragraph)
        self._anchor = paragraph
        self._paragraph = self._numbers[paragraph]
        self._run_number = -1
        self._inline(paragraph)
        properties = paragraph.find(names.pPr)
        if self._set.may_delete and self._mark_is_deleted(properties):
            self._set.seen.changes += 1
            return
        self._finish(properties, cell)

    def _mark_is_deleted(self, properties: etree._Element | None) -> bool:
        mark = None if properties is None else properties.find(self._names.rPr)
        return mark is not None and any(child.tag in self._names.removed for child in mark)

    def _flush(self, cell: bool) -> None:
        """Finish a paragraph that nothing follows to be joined with."""
        if self._paragraphs:
            self._finish(self._paragraphs[-1].find(self._names.pPr), cell)

    def _finish(self, properties: etree._Element | None, cell: bool) -> None:
        paragraphs, self._paragraphs = self._paragraphs, []
        boxes, self._boxes = self._boxes, []
        later, self._later = self._later, []
        text = self._base.text()
        for each in self._fields:
            if each.shows:
                each.result += text[each.since :]
        if text.strip():
            self._set.passages.append(self._passage(text, paragraphs, properties, cell))
        self._set.passages.extend(later)
        for box in boxes:
            self._box(box)

    def _box(self, box: etree._Element) -> None:
        outer, self._fields = self._fields, []
        where, self._where = self._where, "tekstboks"
        self.walk(box)
        self._fields, self._where = outer, where

    def _passage(
        self,
        text: str,
        paragraphs: list[etree._Element],
        properties: etree._Element | None,
        cell: bool,
    ) -> Passage:
        names = self._names
        named = None if properties is None else properties.find(names.pStyle)
        style = self._set.styles.of(None if named is None else named.get(names.val))
        level = outline_level(properties, names)
        level = style.level if level is None else level if level < 9 else None  # noqa: PLR2004 - body text
        label = self._label(properties, style, paragraphs[0])
        kind = BlockKind.TABLE_CELL if cell else BlockKind.PARAGRAPH
        if level is not None:
            kind = BlockKind.HEADING
        elif label:
            kind = BlockKind.LIST_ITEM
        elif not cell and self._looks_like_heading(text, style):
            kind, level = BlockKind.HEADING, 1
        typed = typed_placeholders(text)
        gaps = merged([*self._base.gaps, *typed]) if self._base.gaps else typed
        return Passage(
            text=text,
            raw=self._base.pieces,
            anchor=paragraphs[0],
            part=self._set.part,
            where=self._where,
            kind=kind,
            level=level,
            style=style.name,
            gaps=gaps,
            latent=self._set.latent,
            label=label,
            para_id=paragraphs[0].get(PARA_ID),
            in_field=self._began_in_field,
            paragraphs=paragraphs,
        )

    def _label(
        self, properties: etree._Element | None, style: Style, paragraph: etree._Element
    ) -> str:
        list_id, level = list_of(properties, self._names)
        list_id = style.list_id if list_id is None else list_id
        if list_id in (None, "0"):
            return ""
        level = min(next((at for at in (level, style.list_level) if at is not None), 0), 8)
        label = self._set.numbering.label(list_id or "", level)
        worded = self._set.numbering.worded_label(list_id or "", level)
        if worded is not None and (list_id or "", str(level)) not in self._set.labelled:
            self._set.labelled.add((list_id or "", str(level)))
            self._attribute_passage(worded, self._names.val, None, paragraph, "word/numbering.xml")
        return label or "•"

    def _looks_like_heading(self, text: str, style: Style) -> bool:
        """Whether a short line without a final stop is bold from end to end."""
        text = text.strip()
        if len(text) > _HEADING_WIDTH or text[-1] in ".,;:!" or not text[0].isupper():
            return False
        if "\n" in text or "\t" in text:
            return False
        names = self._names
        for *_, source, _offset, _run, _paragraph in self._base.pieces:
            run = None if source is None else source.find(names.rPr)
            found = None if run is None else run.find(names.b)
            if not (is_on(found, names) if found is not None else style.bold):
                return False
        return True

    # Inline content

    def _inline(self, element: etree._Element) -> None:
        names = self._names
        run_tag, properties = names.r, names.properties
        for child in element.iterchildren("*"):
            tag = child.tag
            if tag == run_tag:
                self._run(child)
            elif tag in properties:
                continue
            elif tag in names.removed:
                self._set.seen.changes += 1
                self._pass_over(child)
            else:
                self._inline_container(child, tag)

    def _inline_container(self, element: etree._Element, tag: str) -> None:
        names = self._names
        if tag == names.fldSimple:
            self._simple_field(element)
        elif tag == names.sdt:
            self._control(element)
        elif tag == ALTERNATE:
            self._alternate(element, self._inline)
        elif tag == names.ruby:
            self._ruby(element)
        elif tag in _RUNS:
            self._run(element)
        elif tag in _BREAKS:
            self._sink.parts.append("\n")
            self._sink.length += 1
        else:
            if tag in (names.ins, names.moveTo):
                self._set.seen.changes += 1
            self._inline(element)

    def _alternate(self, element: etree._Element, read: Callable[[etree._Element], None]) -> None:
        shown = _shown_branch(element)
        for branch in element:
            if branch in shown:
                read(branch)
            else:
                self._pass_over(branch)

    def _pass_over(self, element: etree._Element) -> None:
        """Count the runs of what is not read here, so that the numbers of the others hold."""
        self._run_number += sum(1 for _ in element.iter(self._names.r, *_RUNS))

    def _ruby(self, element: etree._Element) -> None:
        for child in element:
            if child.tag == self._names.rubyBase:
                self._inline(child)
            else:
                self._pass_over(child)

    def _run(self, run: etree._Element) -> None:
        self._run_number += 1
        if self._may_hide and self._is_hidden(run):
            self._hide(run)
            return
        text_tag, signs, sink = self._text_tag, self._signs, self._sink
        offset, run_number, paragraph = 0, self._run_number, self._paragraph
        for node in run:
            tag = node.tag
            if tag == text_tag:
                value = node.text or ""
            elif tag in signs:
                value = signs[tag]
            else:
                value = self._unusual(node, tag)
                sink = self._sink
            if value:
                end = sink.length + len(value)
                sink.parts.append(value)
                sink.pieces.append((sink.length, end, node, run, offset, run_number, paragraph))
                sink.length = end
                offset += len(value)

    def _unusual(self, node: etree._Element, tag: object) -> str:
        """What a rarer child of a run reads as; fields and boxes take effect on the way."""
        names = self._names
        if tag == names.rPr or not isinstance(tag, str):
            return ""
        if tag == names.fldChar:
            self._field_sign(node)
        elif tag == names.instrText:
            return node.text or "" if self._fields and not self._fields[-1].shows else ""
        elif tag == names.sym:
            return _symbol(node.get(names("char"), ""))
        elif tag in _TEXTS:
            return node.text or ""
        elif tag == names.ruby:
            self._ruby(node)
        elif tag not in names.properties and len(node):
            self._graphic(node)
        return ""

    def _is_hidden(self, run: etree._Element) -> bool:
        names = self._names
        properties = run.find(names.rPr)
        if properties is not None:
            found = properties.find(names.vanish)
            if found is not None:
                return is_on(found, names)
            named = properties.find(names.rStyle)
            if named is not None and self._set.styles.of(named.get(names.val)).hidden:
                return True
        own = self._paragraphs[-1].find(names.pPr)
        named = None if own is None else own.find(names.pStyle)
        return self._set.styles.of(None if named is None else named.get(names.val)).hidden

    def _hide(self, run: etree._Element) -> None:
        """Read past a hidden run; its fields still begin and end, or read it where asked to."""
        self._set.seen.hidden += any((node.text or "").strip() for node in run.iter(self._names.t))
        if self._set.read_hidden:
            self._may_hide = False
            self._run_number -= 1
            self._run(run)
            self._may_hide = True
            return
        for node in run.iterchildren("*"):
            if node.tag == self._names.fldChar:
                self._field_sign(node)
            else:
                self._pass_over(node)

    # Pictures, boxes and figures

    def _graphic(self, node: etree._Element) -> None:
        """Put the text boxes of a picture aside, and read its alternative text."""
        if node.tag == ALTERNATE:
            self._alternate(node, self._graphic)
            return
        for child in node.iterchildren("*"):
            tag = child.tag
            if tag == self._names.txbxContent:
                self._boxes.append(child)
                self._pass_over(child)
            elif tag == ALTERNATE:
                self._alternate(child, self._graphic)
            else:
                if tag.endswith("}docPr") and child.get("descr", "").strip():
                    self._latent_attribute(child, "descr", "som alternativtekst til et billede")
                elif tag.endswith("}textpath") and child.get("string", "").strip():
                    self._latent_attribute(child, "string", None)
                if len(child):
                    self._graphic(child)

    # Fields

    def _choose_sink(self) -> None:
        self._sink = next(
            (each.instruction for each in reversed(self._fields) if not each.shows), self._base
        )

    def _field_sign(self, node: etree._Element) -> None:
        names = self._names
        kind = node.get(names("fldCharType"))
        if kind == "begin":
            self._fields.append(Field(node))
            for entry in node.iter(names.listEntry):
                self._latent_attribute(entry, names.val, "som valg i en rulleliste")
        elif kind == "separate" and self._fields:
            self._fields[-1].shows = True
            self._choose_sink()
            self._fields[-1].since = self._sink.length
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            self._choose_sink()
            self._end_field(ended)
        self._choose_sink()

    def _end_field(self, ended: Field) -> None:
        if ended.shows:
            shown = self._sink.text()[ended.since :]
            ended.result += shown
            if ended.name in GAPS and shown:
                self._sink.gaps.append((ended.since, self._sink.length))
        instruction = ended.instruction.text()
        for choice in choices(instruction):
            if _same(instruction[choice.start : choice.end], ended.result):
                continue
            self._choice(ended.instruction, choice.start, choice.end, choice.condition)

    def _choice(self, sink: Sink, start: int, end: int, condition: str) -> None:
        """A latent passage of a slice of a field's instruction."""
        text = sink.text()[start:end]
        if not text.strip() or self._anchor is None:
            return
        pieces: list[RawPiece] = [
            (
                max(begin - start, 0),
                min(stop, end) - start,
                node,
                run,
                at + max(start - begin, 0),
                run_number,
                paragraph,
            )
            for begin, stop, node, run, at, run_number, paragraph in sink.pieces
            if begin < end and stop > start
        ]
        inner = [(max(a, start) - start, min(b, end) - start) for a, b in sink.gaps]
        gaps = merged([*((a, b) for a, b in inner if a < b), *typed_placeholders(text)])
        self._later.append(self._latent(text, pieces, gaps, condition))

    def _simple_field(self, element: etree._Element) -> None:
        instruction = element.get(self._names.instr, "")
        sink, start = self._sink, self._sink.length
        self._inline(element)
        shown = sink.text()[start:]
        if field_name(instruction) in GAPS and shown:
            sink.gaps.append((start, sink.length))
        for choice in choices(instruction):
            text = instruction[choice.start : choice.end]
            if not _same(text, shown):
                self._latent_attribute(
                    element, self._names.instr, choice.condition, choice.start, choice.end
                )

    # Content controls

    def _control(self, control: etree._Element) -> None:
        names = self._names
        properties = control.find(names.sdtPr)
        self._control_items(control)
        sink, start = self._sink, self._sink.length
        for content in control.iterchildren(names.sdtContent):
            self._inline(content)
        prompts = properties is not None and properties.find(names.showingPlcHdr) is not None
        if prompts and sink.length > start:
            sink.gaps.append((start, sink.length))

    def _control_items(self, control: etree._Element) -> None:
        """The entries of a drop-down list, other than the one that shows."""
        names = self._names
        properties = control.find(names.sdtPr)
        if properties is None:
            return
        items = list(properties.iter(names.listItem))
        if not items:
            return
        content = control.find(names.sdtContent)
        shown = "" if content is None else "".join(t.text or "" for t in content.iter(names.t))
        for item in items:
            attribute = names("displayText") if item.get(names("displayText")) else names("value")
            if not _same(item.get(attribute, ""), shown):
                self._latent_attribute(item, attribute, "som valg i en rulleliste")
        if not self._paragraphs:
            self._set.passages.extend(self._later)
            self._later.clear()

    # Latent text

    def _latent_attribute(
        self,
        element: etree._Element,
        attribute: str,
        condition: str | None,
        start: int = 0,
        end: int | None = None,
    ) -> None:
        """A passage of the text in an attribute, kept until its paragraph has been read."""
        anchor = self._anchor
        if not self._paragraphs:
            anchor = next(element.getroottree().getroot().iter(self._names.p), None)
            anchor = next(_around(element).iter(self._names.p), anchor)
        text = element.get(attribute, "")[start:end]
        if text.strip() and anchor is not None:
            passage = self._latent(text, [], typed_placeholders(text), condition)
            passage.anchor = anchor
            passage.attribute = _attribute(element, attribute, start)
            self._later.append(passage)

    def _attribute_passage(
        self,
        element: etree._Element,
        attribute: str,
        condition: str | None,
        anchor: etree._Element,
        part: str,
    ) -> None:
        passage = self._latent(element.get(attribute, ""), [], (), condition)
        passage.anchor, passage.part = anchor, part
        passage.kind = BlockKind.LIST_ITEM
        passage.attribute = _attribute(element, attribute, 0)
        self._set.passages.append(passage)

    def _latent(
        self, text: str, pieces: list[RawPiece], gaps: tuple[Span, ...], condition: str | None
    ) -> Passage:
        anchor = self._anchor if self._anchor is not None else self._root
        return Passage(
            text=text,
            raw=pieces,
            anchor=anchor,
            part=self._set.part,
            where=self._where,
            gaps=gaps,
            latent=condition or self._set.latent,
            para_id=anchor.get(PARA_ID),
            in_field=True,
        )


def _attribute(element: etree._Element, attribute: str, offset: int) -> Attribute:
    root = element.getroottree().getroot()
    index = next(at for at, each in enumerate(root.iter(element.tag)) if each is element)
    return Attribute(str(element.tag), index, attribute, offset)


def _around(element: etree._Element) -> etree._Element:
    """The content control that a list entry belongs to, or the entry's parent."""
    for parent in element.iterancestors():
        if parent.tag.endswith("}sdt"):
            return parent
    return element


def _shown_branch(alternate: etree._Element) -> list[etree._Element]:
    """The branch of an alternate content that newer programs show: the first choice."""
    choice = alternate.find(CHOICE)
    shown = choice if choice is not None else alternate.find(FALLBACK)
    return [] if shown is None else [shown]


def _is_covered(properties: etree._Element | None, names: Names) -> bool:
    """Whether a cell is merged into the one above, so that its own text does not show."""
    merge = None if properties is None else properties.find(names.vMerge)
    return merge is not None and merge.get(names.val, "continue") == "continue"


def _same(text: str, shown: str) -> bool:
    return text.split() == shown.split()


def _symbol(code: str) -> str:
    known = _SYMBOLS.get(code.lower())
    if known:
        return known
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    return chr(value) if _FIRST_SIGN <= value <= _LAST_CODE_POINT else ""
