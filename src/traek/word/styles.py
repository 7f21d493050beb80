"""What a paragraph's style says about it: its name, heading level and list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

    from traek.word.names import Names

_BODY_LEVEL = 9
_HEADING_NAME = re.compile(r"(?:heading|overskrift)\s*([1-9])$", re.IGNORECASE)
_TITLES = frozenset(("title", "titel"))
_OFF = frozenset(("0", "false", "off", "none"))
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Style:
    """A style as it acts, after the styles that it is based on.

    `level` is 0 for the largest heading and None for body text; `list_id` is None outside lists.
    """

    name: str | None = None
    level: int | None = None
    list_id: str | None = None
    list_level: int | None = None
    hidden: bool = False
    bold: bool = False


PLAIN = Style()


def is_on(element: etree._Element | None, names: Names) -> bool:
    """Whether a switch such as `w:vanish` is there and not turned off."""
    return element is not None and element.get(names.val, "1") not in _OFF


def number(value: str | None) -> int | None:
    """A small whole number from an attribute, or None where it is missing or odd."""
    return int(value) if value is not None and value.isdecimal() and len(value) < 6 else None  # noqa: PLR2004


def without_table_styles(raw: bytes) -> bytes:
    """The styles part without what only tables use, which is most of it and slow to parse."""
    prefix = re.search(rb"<([\w-]+:)?styles[\s>]", raw[:4096])
    if prefix is None:
        return raw
    begin = b"<" + (prefix[1] or b"") + b"style "
    end = b"</" + (prefix[1] or b"") + b"style>"
    kept, done = [], 0
    start = raw.find(begin)
    while start >= 0:
        stop = raw.find(end, start)
        if stop < 0:
            return raw
        if b'"table"' in raw[start : raw.find(b">", start)]:
            kept.append(raw[done:start])
            done = stop + len(end)
        start = raw.find(begin, stop)
    return b"".join([*kept, raw[done:]])


class Styles:
    """The styles of a file, each worked out when it is first asked for."""

    def __init__(self, root: etree._Element | None, names: Names) -> None:
        """Styles from the root of the styles part, or none at all."""
        self._names = names
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[str | None, Style] = {}
        self.default: str | None = None
        self.may_hide = False
        for element in root if root is not None else ():
            if element.tag != names.style:
                continue
            identity = element.get(names("styleId"), "")
            self._elements[identity] = element
            run = element.find(names.rPr)
            self.may_hide |= run is not None and run.find(names.vanish) is not None
            if element.get(names.type_) == "paragraph" and self.default is None:
                self.default = identity if element.get(names.default) in ("1", "true") else None

    def of(self, identity: str | None) -> Style:
        """The style with this id; the default paragraph style for None."""
        if identity not in self._known:
            self._known[identity] = self._worked_out(identity or self.default, 0)
        return self._known[identity]

    def _worked_out(self, identity: str | None, depth: int) -> Style:
        element = self._elements.get(identity or "")
        if element is None or depth > _DEEPEST:
            return Style(name=identity)
        names = self._names
        based_on = _value(element, names.basedOn, names)
        base = self._worked_out(based_on, depth + 1) if based_on else PLAIN
        name = _value(element, names.name, names) or identity
        paragraph, run = element.find(names.pPr), element.find(names.rPr)
        level = _heading_level(name or "", paragraph, base.level, names)
        list_id, list_level = list_of(paragraph, names)
        return Style(
            name=name,
            level=level,
            list_id=base.list_id if list_id is None else list_id,
            list_level=base.list_level if list_level is None else list_level,
            hidden=_switch(run, names.vanish, names, default=base.hidden),
            bold=_switch(run, names.b, names, default=base.bold),
        )


def list_of(paragraph: etree._Element | None, names: Names) -> tuple[str | None, int | None]:
    """The list id and level in paragraph properties, each None where it is not said."""
    if paragraph is None:
        return None, None
    numbering = paragraph.find(names.numPr)
    if numbering is None:
        return None, None
    return (
        _value(numbering, names.numId, names),
        number(_value(numbering, names.ilvl, names)),
    )


def outline_level(paragraph: etree._Element | None, names: Names) -> int | None:
    """The outline level in paragraph properties; 9 means body text."""
    if paragraph is None:
        return None
    return number(_value(paragraph, names.outlineLvl, names))


def _heading_level(
    name: str, paragraph: etree._Element | None, inherited: int | None, names: Names
) -> int | None:
    level = outline_level(paragraph, names)
    if level is not None:
        return level if level < _BODY_LEVEL else None
    built_in = _HEADING_NAME.match(name)
    if built_in:
        return int(built_in[1]) - 1
    return 0 if name.lower() in _TITLES else inherited


def _value(element: etree._Element, tag: str, names: Names) -> str | None:
    found = element.find(tag)
    return None if found is None else found.get(names.val)


def _switch(run: etree._Element | None, tag: str, names: Names, *, default: bool) -> bool:
    found = None if run is None else run.find(tag)
    return default if found is None else is_on(found, names)
