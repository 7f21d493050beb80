"""What a paragraph's style says about it: its name, heading level and list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, unescape

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from traek.word.names import Names

BODY_LEVEL = 9
_HEADING_NAME = re.compile(r"(?:heading|overskrift)\s*([1-9])$", re.IGNORECASE)
_ROOT = re.compile(rb"<([\w-]+:)?styles(?:\s[^>]*)?>")
_ROOT_WITHIN = 8192
_DEFAULT = re.compile(rb'default="(?:1|true|on)"')
_IDENTITY = re.compile(rb'styleId="([^"]*)"')
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


class Styles:
    """The styles of a file, each cut out and worked out when it is first asked for.

    Most of a styles part is about tables and takes longer to parse than the letter itself.
    """

    def __init__(self, raw: bytes, parsed: Callable[[bytes], etree._Element], names: Names) -> None:
        """Styles from the bytes of the styles part, which are empty where there is none."""
        self._raw = raw
        self._parsed = parsed
        self._names = names
        self._known: dict[str | None, Style] = {}
        self._all: dict[str, etree._Element] | None = None
        root = _ROOT.search(raw, 0, _ROOT_WITHIN)
        self._head = b"" if root is None else root[0]
        self._prefix = b"" if root is None else root[1] or b""
        self.default = self._default()

    def of(self, identity: str | None) -> Style:
        """The style with this id; the default paragraph style for None."""
        if identity not in self._known:
            self._known[identity] = self._worked_out(identity or self.default, 0)
        return self._known[identity]

    def _worked_out(self, identity: str | None, depth: int) -> Style:
        element = self._element(identity or "")
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

    def _element(self, identity: str) -> etree._Element | None:
        """The element of one style, cut out of the part where that is safe."""
        names, prefix = self._names, self._prefix
        sign = b'styleId="%s"' % escape(identity, {'"': "&quot;"}).encode()
        at = self._raw.find(sign) if self._head and identity else -1
        if at < 0:
            return self._parsed_whole().get(identity)
        start = self._raw.rfind(b"<%sstyle " % prefix, 0, at)
        end = self._raw.find(b"</%sstyle>" % prefix, at)
        if start < 0 or end < 0:
            return self._parsed_whole().get(identity)
        end += len(prefix) + len("</style>")
        fragment = self._head + self._raw[start:end] + b"</%sstyles>" % prefix
        first = next(self._parsed(fragment).iterchildren(names.style), None)
        if first is None or first.get(names("styleId")) != identity:
            return self._parsed_whole().get(identity)
        return first

    def _parsed_whole(self) -> dict[str, etree._Element]:
        """Every style by its id, for parts written in a way of their own."""
        if self._all is None:
            names = self._names
            root = self._parsed(self._raw) if self._raw else None
            elements = () if root is None else root.iterchildren(names.style)
            self._all = {element.get(names("styleId"), ""): element for element in elements}
        return self._all

    def _default(self) -> str | None:
        """The id of the default paragraph style."""
        if self._raw and not self._head:
            names = self._names
            for identity, element in self._parsed_whole().items():
                if element.get(names.default) and element.get(names.type_) == "paragraph":
                    return identity
        for found in _DEFAULT.finditer(self._raw):
            start, end = self._raw.rfind(b"<", 0, found.start()), self._raw.find(b">", found.end())
            identity_found = _IDENTITY.search(self._raw, start, end)
            if identity_found and b'"paragraph"' in self._raw[start:end]:
                return unescape(identity_found[1].decode("utf-8", "replace"))
        return None


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
        return level if level < BODY_LEVEL else None
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
