"""OpenDocument text, as LibreOffice saves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traek.errors import DocumentError
from traek.loaders.building import Builder, Nth
from traek.loaders.decoding import file_name
from traek.model import BlockKind, Document

if TYPE_CHECKING:
    from lxml import etree

    from traek.model import Block
    from traek.word.package import Package

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_UNREAD = frozenset(
    (
        f"{_TEXT}tracked-changes",
        f"{_OFFICE}annotation",
        f"{_OFFICE}forms",
        f"{_TEXT}sequence-decls",
        f"{_TEXT}variable-decls",
        f"{_TEXT}note-citation",
        f"{_TEXT}ruby-text",
        f"{_TEXT}hidden-paragraph",
    )
)
_GAPS = frozenset(
    (
        f"{_TEXT}placeholder",
        f"{_TEXT}database-display",
        f"{_TEXT}text-input",
        f"{_TEXT}user-field-get",
        f"{_TEXT}variable-get",
    )
)
_CHOICES = (("string-value-if-true", "hvis {}"), ("string-value-if-false", "hvis ikke {}"))
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")


class OdtLoader:
    """Reads `.odt` and `.ott`; a block's locator is the `Nth` paragraph of its part."""

    name = "odt"
    extensions: tuple[str, ...] = (".odt", ".ott")

    def load(self, data: bytes, path: str, *, encoding: str | None = None) -> Document:  # noqa: ARG002 - the file says it itself
        """The letter in `data`.

        Raises:
            DocumentError: it is no such file, is damaged, encrypted or dangerously large.
        """
        from traek.word.package import open_package  # noqa: PLC0415 - lxml, when there is work

        package = open_package(data, path)
        if not package.has("content.xml"):
            raise DocumentError(
                f"»{file_name(path)}« er ikke et OpenDocument-dokument. "
                "Giv filen den endelse, der passer til indholdet, eller gem som .docx."
            )
        if package.has("META-INF/manifest.xml") and b"encryption-data" in package.read(
            "META-INF/manifest.xml"
        ):
            raise DocumentError(
                f"»{file_name(path)}« er beskyttet med adgangskode. Gem en kopi uden adgangskode."
            )
        return Document(path, tuple(_read(package)))


def _read(package: Package) -> list[Block]:
    builder = Builder()
    content = package.xml("content.xml")
    styles = package.xml("styles.xml") if package.has("styles.xml") else None
    names = _style_names(content, styles)
    body = content.find(f"{_OFFICE}body")
    if body is not None:
        _Reader(builder, "hoveddel", names).read(body)
    for master in styles.iter(f"{_STYLE}master-page") if styles is not None else ():
        for frame in master.iterchildren("*"):
            part = "sidehoved" if "header" in frame.tag else "sidefod"
            _Reader(builder, part, names).read(frame)
    return builder.blocks


def _style_names(*roots: etree._Element | None) -> dict[str, str]:
    """What each style is called on screen; an automatic style is called as its parent."""
    styles = [style for root in roots if root is not None for style in root.iter(f"{_STYLE}style")]
    names = {
        style.get(f"{_STYLE}name", ""): style.get(f"{_STYLE}display-name", "") for style in styles
    }
    for style in styles:
        name, parent = style.get(f"{_STYLE}name", ""), style.get(f"{_STYLE}parent-style-name")
        automatic = str(getattr(style.getparent(), "tag", "")).endswith("automatic-styles")
        if automatic and parent:
            names[name] = names.get(parent) or parent
    return {name: shown or name for name, shown in names.items()}


class _Reader:
    """Walks one part; notes and boxes come after the paragraph that holds them."""

    def __init__(self, builder: Builder, part: str, styles: dict[str, str]) -> None:
        self._builder = builder
        self._styles = styles
        self._part = part
        self._count = -1
        self._parts: list[str] = []
        self._gaps: list[tuple[int, int]] = []
        self._later: list[tuple[etree._Element, str]] = []
        self._choices: list[tuple[str, str]] = []

    def read(self, element: etree._Element, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        for child in element.iterchildren("*"):
            if child.tag in _UNREAD:
                continue
            if child.tag in _PARAGRAPHS:
                self._paragraph(child, kind)
            elif child.tag == f"{_TEXT}list-item":
                self.read(child, BlockKind.LIST_ITEM)
            elif child.tag == f"{_TABLE}table-cell":
                self.read(child, BlockKind.TABLE_CELL)
            elif child.tag != f"{_TABLE}covered-table-cell":
                self.read(child, kind)

    def _paragraph(self, paragraph: etree._Element, kind: BlockKind) -> None:
        self._count += 1
        self._parts, self._gaps = [], []
        self._inline(paragraph)
        level = 0
        if paragraph.tag == f"{_TEXT}h":
            kind, level = BlockKind.HEADING, int(paragraph.get(f"{_TEXT}outline-level", "1")) - 1
        place = Nth(self._count)
        style = self._styles.get(paragraph.get(f"{_TEXT}style-name", ""))
        self._builder.add(
            "".join(self._parts),
            kind,
            level=level,
            part=self._part,
            style=style,
            gaps=self._gaps,
            locator=place,
        )
        for text, condition in self._choices:
            self._builder.add(text, part=self._part, latent=condition, locator=place)
        later, self._later, self._choices = self._later, [], []
        outer = self._part
        for box, part in later:
            self._part = part
            self.read(box)
        self._part = outer

    def _inline(self, element: etree._Element) -> None:
        self._say(element.text)
        for child in element:
            tag = child.tag
            if tag == f"{_TEXT}s":
                self._parts.append(" " * int(child.get(f"{_TEXT}c", "1")))
            elif tag == f"{_TEXT}tab":
                self._parts.append("\t")
            elif tag == f"{_TEXT}line-break":
                self._parts.append("\n")
            elif tag == f"{_TEXT}note":
                self._later.append((child, "fodnote"))
            elif tag == f"{_DRAW}text-box":
                self._later.append((child, "tekstboks"))
            elif tag not in _UNREAD and "}" in str(tag):
                self._span(child)
            self._say(child.tail)

    def _span(self, element: etree._Element) -> None:
        start = sum(map(len, self._parts))
        self._inline(element)
        shown = "".join(self._parts)[start:]
        if element.tag in _GAPS and shown:
            self._gaps.append((start, start + len(shown)))
        if element.tag == f"{_TEXT}conditional-text":
            condition = element.get(f"{_TEXT}condition", "").removeprefix("ooow:")
            for attribute, wording in _CHOICES:
                text = element.get(f"{_TEXT}{attribute}", "")
                if text.split() != shown.split():
                    self._choices.append((text, wording.format(condition)))

    def _say(self, text: str | None) -> None:
        """White space as OpenDocument means it: a run of it is one space."""
        if text:
            folded = " ".join(f"|{text}|".split())[1:-1]
            ends_open = not self._parts or self._parts[-1].endswith((" ", "\n"))
            self._parts.append(folded.lstrip(" ") if ends_open else folded)
