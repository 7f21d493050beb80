"""PDF files that have text in them; read only, since a PDF keeps no paragraphs to write into."""

from __future__ import annotations

import re
from contextlib import closing
from typing import TYPE_CHECKING

from traek.errors import DocumentError
from traek.loaders.building import Nth
from traek.loaders.decoding import file_name
from traek.loaders.missing import not_installed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfDocument, PdfTextPage

    from traek.model import Block, Document

_LINE = re.compile(r"[^\r\n]+")
_HYPHENATED = re.compile(r"(?<=\w)(?:[-\u00ad\u2010]\n(?=[a-zæøå])|[\x02\ufffe]\n?)")
_GAP = 0.65
_MOST_PAGES = 2_000


class PdfLoader:
    """Reads `.pdf`; a block's locator is the `Nth` page, counted from 1."""

    name = "pdf"
    extensions: tuple[str, ...] = (".pdf",)

    def load(self, data: bytes, path: str, *, encoding: str | None = None) -> Document:  # noqa: ARG002 - a PDF says it itself
        """The letter in `data`.

        Raises:
            DocumentError: it is no PDF, is locked, has no text, or a library is missing.
        """
        from traek.model import Document  # noqa: PLC0415 - with the rest

        try:
            import pypdfium2  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise not_installed(path, "pdf") from error
        name = file_name(path)
        try:
            with closing(pypdfium2.PdfDocument(data)) as document:
                blocks = _blocks(document)
        except pypdfium2.PdfiumError as error:
            raise DocumentError(_why_closed(name, str(error))) from error
        if not blocks:
            raise DocumentError(
                f"»{name}« er et billede uden tekst, for eksempel en scanning. "
                "Find brevet som Word-fil, eller kør det gennem tekstgenkendelse først."
            )
        return Document(path, blocks)


def _why_closed(name: str, problem: str) -> str:
    if "password" in problem.lower():
        return f"»{name}« er låst med adgangskode. Gem en kopi uden adgangskode, og prøv igen."
    return f"»{name}« er ikke en PDF, eller den er beskadiget. Hent den igen, og prøv en gang til."


def _blocks(document: PdfDocument) -> tuple[Block, ...]:
    from dataclasses import replace  # noqa: PLC0415 - with the rest

    from traek.loaders.plain import blocks_of_text  # noqa: PLC0415 - with the rest

    found: list[Block] = []
    for number in range(min(len(document), _MOST_PAGES)):
        page = document[number]
        text_page = page.get_textpage()
        text = _HYPHENATED.sub("", "".join(_spaced_lines(text_page)))
        for block in blocks_of_text(text):
            found.append(replace(block, number=len(found) + 1, locator=Nth(number + 1)))
        text_page.close()
        page.close()
    return tuple(found)


def _spaced_lines(page: PdfTextPage) -> Iterator[str]:
    """The lines of a page, with a blank line wherever more than usual parts them."""
    above: tuple[float, float] | None = None
    for line in _LINE.finditer(page.get_text_range()):
        text = line[0].strip()
        if not text:
            continue
        first = line.start() + len(line[0]) - len(line[0].lstrip())
        _, bottom, _, top = page.get_charbox(first, loose=True)
        height = max(top - bottom, 1.0)
        if above is not None and (above[0] - top > _GAP * height or above[0] < bottom):
            yield "\n"
        yield f"{text}\n"
        above = bottom, top
