"""Web pages and HTML letters: what a browser would show, block by block."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from traek.errors import DocumentError
from traek.loaders.building import Builder, Nth
from traek.loaders.decoding import decoded, file_name
from traek.model import BlockKind, Document

if TYPE_CHECKING:
    from lxml import etree

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_UNREAD = frozenset("head script style template noscript svg math object select textarea".split())
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp "
    "small span strike strong sub sup time tt u var wbr o:p".split()
)
_KINDS = {"li": BlockKind.LIST_ITEM, "td": BlockKind.TABLE_CELL, "th": BlockKind.TABLE_CELL}
_HEADING = re.compile(r"h([1-6])$")
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_REPLACED = frozenset(("input", "code"))


class HtmlLoader:
    """Reads `.html`; a block's locator is the `Nth` line of the file where it begins."""

    name = "html"
    extensions: tuple[str, ...] = (".html", ".htm", ".xhtml")

    def load(self, data: bytes, path: str, *, encoding: str | None = None) -> Document:
        """The letter in `data`.

        Raises:
            DocumentError: it is no text, shows nothing, is too large, or not in `encoding`.
        """
        from lxml import etree  # noqa: PLC0415 - when there is work

        said = _CHARSET.search(data, 0, 4096)
        if encoding is None and said and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            encoding = _usable(said[1].decode("ascii"), data)
        text = decoded(data, path, encoding)
        parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True)
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
        builder = Builder()
        if root is not None:
            reader = _Reader(builder)
            reader.read(root)
            reader.flush()
        if not builder.blocks:
            raise DocumentError(
                f"»{file_name(path)}« viser ingen tekst. Gem siden som .docx eller .txt."
            )
        return Document(path, tuple(builder.blocks))


def _usable(encoding: str, data: bytes) -> str | None:
    """The encoding that the page names, unless the page is not in it after all."""
    try:
        data.decode(encoding)
    except (LookupError, UnicodeError):
        return None
    return encoding


class _Reader:
    """Walks the page; text gathers until something begins a new line of its own."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._parts: list[str] = []
        self._gaps: list[tuple[int, int]] = []
        self._kind, self._level, self._line = BlockKind.PARAGRAPH, 0, 1
        self._style: str | None = None
        self._keeps_space = False

    def read(self, element: etree._Element) -> None:
        tag = str(element.tag).lower()
        if tag in _UNREAD or "hidden" in element.attrib or _hides(element):
            return
        if tag.startswith("<"):  # lxml names comments after its function for them
            self._comment(element)
        elif tag == "br":
            self._parts.append("\n")
        elif tag in _REPLACED:
            self._gap(element)
        elif tag in _INLINE:
            self._children(element)
        else:
            self._block(element, tag)

    def flush(self) -> None:
        """End the block that is being gathered."""
        text = "".join(self._parts)
        lead = len(text) - len(text.lstrip(" \n"))
        text = text.strip(" \n")
        gaps = [(a - lead, min(b - lead, len(text))) for a, b in self._gaps if b > lead]
        self._builder.add(
            text,
            self._kind,
            level=self._level,
            style=self._style,
            gaps=[(max(a, 0), b) for a, b in gaps],
            locator=Nth(self._line),
        )
        self._parts, self._gaps = [], []

    def _block(self, element: etree._Element, tag: str) -> None:
        self.flush()
        outer = self._kind, self._level, self._style, self._keeps_space
        heading = _HEADING.match(tag)
        if heading:
            self._kind, self._level = BlockKind.HEADING, int(heading[1]) - 1
        self._kind = _KINDS.get(tag, self._kind)
        self._style = "Citat" if tag == "blockquote" else self._style
        self._keeps_space = self._keeps_space or tag == "pre"
        self._line = getattr(element, "sourceline", None) or 1
        self._children(element)
        self.flush()
        self._kind, self._level, self._style, self._keeps_space = outer

    def _children(self, element: etree._Element) -> None:
        self._say(element.text)
        for child in element:
            self.read(child)
            self._say(child.tail)

    def _gap(self, element: etree._Element) -> None:
        start = sum(map(len, self._parts))
        self._say(element.get("placeholder") or element.get("value") or "")
        self._children(element)
        end = sum(map(len, self._parts))
        if end > start:
            self._gaps.append((start, end))

    def _comment(self, element: etree._Element) -> None:
        """A comment to traek stays in the text, for suppression, but is no words of it."""
        if (element.text or "").strip().startswith("traek:"):
            start = sum(map(len, self._parts))
            self._parts.append(f"<!--{element.text}-->")
            self._gaps.append((start, start + len(self._parts[-1])))

    def _say(self, text: str | None) -> None:
        if not text:
            return
        if not self._keeps_space:
            text = _SPACE.sub(" ", text)
            if not self._parts or self._parts[-1].endswith((" ", "\n")):
                text = text.removeprefix(" ")
        self._parts.append(text)


def _hides(element: etree._Element) -> bool:
    return bool(_HIDDEN.search(element.get("style") or ""))
