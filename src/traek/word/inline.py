"""What stands inside a paragraph: runs, fields, links, content controls, pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traek.word.fields import GAPS, Choice, FieldStack, choices, field_name
from traek.word.latent import LatentTexts
from traek.word.names import ALTERNATE, DRAWING, MATH, shown_branch
from traek.word.styles import is_on

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from traek.word.setting import Setting

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
_FIRST_SIGN, _LAST_CODE_POINT = 0x20, 0x10FFFF
_RUNS = frozenset(f"{{{space}}}r" for space in MATH)
_TEXTS = frozenset(f"{{{space}}}t" for space in MATH)
_BREAKS = frozenset(f"{{{space}}}br" for space in DRAWING)
_ENTRY = "som valg i en rulleliste"
_PICTURE = "som alternativtekst til et billede"


class Inline:
    """Gathers a paragraph's text into `fields.base`, and puts its text boxes aside in `boxes`."""

    def __init__(self, setting: Setting) -> None:
        """Nothing read yet."""
        self._set = setting
        self._names = setting.names
        self._text_tag, self._signs = setting.names.t, setting.names.signs
        self._hidden = self._looks_for_hidden = False
        self._number = self._run_number = 0
        self.fields = FieldStack()
        self.latent = LatentTexts(setting)
        self.boxes: list[etree._Element] = []

    def read(self, paragraph: etree._Element, number: int, *, hidden: bool) -> None:
        """Add a paragraph's content to what has been gathered.

        `number` is for addresses; `hidden` says whether the paragraph's style hides its text.
        """
        self.latent.anchor = paragraph
        self._number, self._hidden = number, hidden
        self._looks_for_hidden = hidden or self._set.may_hide
        self._run_number = -1
        self._content(paragraph)

    def add_list_entries(self, control: etree._Element) -> None:
        """The entries of a content control's drop-down list, other than the one that shows."""
        names = self._names
        properties = control.find(names.sdtPr)
        items = () if properties is None else tuple(properties.iter(names.listItem))
        if not items:
            return
        content = control.find(names.sdtContent)
        shown = "" if content is None else "".join(t.text or "" for t in content.iter(names.t))
        for item in items:
            attribute = names("displayText") if item.get(names("displayText")) else names("value")
            if not _same(item.get(attribute, ""), shown):
                self.latent.add_attribute(item, attribute, _ENTRY)

    def _content(self, element: etree._Element) -> None:
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
                self._container(child, tag)

    def _container(self, element: etree._Element, tag: str) -> None:
        names = self._names
        if tag == names.fldSimple:
            self._simple_field(element)
        elif tag == names.sdt:
            self._control(element)
        elif tag == ALTERNATE:
            self._alternate(element, self._content)
        elif tag == names.ruby:
            self._ruby(element)
        elif tag in _RUNS:
            self._run(element)
        elif tag in _BREAKS:
            self.fields.sink.parts.append("\n")
            self.fields.sink.length += 1
        else:
            self._set.seen.changes += tag in (names.ins, names.moveTo)
            self._content(element)

    def _alternate(self, element: etree._Element, read: Callable[[etree._Element], None]) -> None:
        shown = shown_branch(element)
        for branch in element:
            if branch is shown:
                read(branch)
            else:
                self._pass_over(branch)

    def _pass_over(self, element: etree._Element) -> None:
        """Count the runs of what is not read here, so that the numbers of the others hold."""
        self._run_number += sum(1 for _ in element.iter(self._names.r, *_RUNS))

    def _ruby(self, element: etree._Element) -> None:
        for child in element:
            if child.tag == self._names.rubyBase:
                self._content(child)
            else:
                self._pass_over(child)

    # Runs

    def _run(self, run: etree._Element) -> None:
        self._run_number += 1
        if self._looks_for_hidden and self._is_hidden(run):
            self._hide(run)
            return
        text_tag, signs, sink = self._text_tag, self._signs, self.fields.sink
        offset, run_number, number = 0, self._run_number, self._number
        for node in run:
            tag = node.tag
            if tag == text_tag:
                value = node.text or ""
            elif tag in signs:
                value = signs[tag]
            else:
                value = self._unusual(node, tag)
                sink = self.fields.sink
            if value:
                end = sink.length + len(value)
                sink.parts.append(value)
                sink.pieces.append((sink.length, end, node, run, offset, run_number, number))
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
            return node.text or "" if self.fields.takes_code else ""
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
        return self._hidden

    def _hide(self, run: etree._Element) -> None:
        """Read past a hidden run; its fields still begin and end, or read it where asked to."""
        self._set.seen.hidden += any((node.text or "").strip() for node in run.iter(self._names.t))
        if self._set.read_hidden:
            self._looks_for_hidden = False
            self._run_number -= 1
            self._run(run)
            self._looks_for_hidden = True
            return
        for node in run.iterchildren("*"):
            if node.tag == self._names.fldChar:
                self._field_sign(node)
            else:
                self._pass_over(node)

    def _graphic(self, node: etree._Element) -> None:
        """Put the text boxes of a picture aside, and read its alternative text."""
        if node.tag == ALTERNATE:
            self._alternate(node, self._graphic)
            return
        for child in node.iterchildren("*"):
            if child.tag == self._names.txbxContent:
                self.boxes.append(child)
                self._pass_over(child)
                continue
            if child.tag.endswith("}docPr"):
                self.latent.add_attribute(child, "descr", _PICTURE)
            elif child.tag.endswith("}textpath"):
                self.latent.add_attribute(child, "string", None)
            if len(child):
                self._graphic(child)

    # Fields and content controls

    def _field_sign(self, node: etree._Element) -> None:
        names, kind = self._names, node.get(self._names("fldCharType"))
        if kind == "begin":
            self.fields.begin()
            for entry in node.iter(names.listEntry):
                self.latent.add_attribute(entry, names.val, _ENTRY)
        elif kind == "separate":
            self.fields.separate()
        elif kind == "end":
            ended = self.fields.end()
            if ended is not None:
                for choice in _unseen(ended.instruction.text(), ended.result):
                    self.latent.add_choice(ended.instruction, choice)

    def _simple_field(self, element: etree._Element) -> None:
        attribute = self._names.instr
        instruction = element.get(attribute, "")
        sink, start = self.fields.sink, self.fields.sink.length
        self._content(element)
        shown = sink.text()[start:]
        if shown and field_name(instruction) in GAPS:
            sink.gaps.append((start, sink.length))
        for choice in _unseen(instruction, shown):
            self.latent.add_attribute(
                element, attribute, choice.condition, choice.start, choice.end
            )

    def _control(self, control: etree._Element) -> None:
        names = self._names
        self.add_list_entries(control)
        sink, start = self.fields.sink, self.fields.sink.length
        for content in control.iterchildren(names.sdtContent):
            self._content(content)
        properties = control.find(names.sdtPr)
        prompts = properties is not None and properties.find(names.showingPlcHdr) is not None
        if prompts and sink.length > start:
            sink.gaps.append((start, sink.length))


def _unseen(instruction: str, shown: str) -> list[Choice]:
    """The texts of a field other than the one that it shows just now."""
    return [
        choice
        for choice in choices(instruction)
        if not _same(instruction[choice.start : choice.end], shown)
    ]


def _same(text: str, shown: str) -> bool:
    return text.split() == shown.split()


def _symbol(code: str) -> str:
    """The character that a symbol of Word's shows, as far as Unicode has it."""
    known = _SYMBOLS.get(code.lower())
    if known:
        return known
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    return chr(value) if _FIRST_SIGN <= value <= _LAST_CODE_POINT else ""
