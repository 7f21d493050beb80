"""An explanation on a page: sentences as they are, words in a column beside what is said of them."""

from __future__ import annotations

import re
import textwrap
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from traek.engine.explain import Told
    from traek.reporters.text.page import Page

_SIGNS = {True: "✓", False: "✗", None: " "}
_WIDEST_WORD = 24
_BETWEEN = "  "
_NARROWEST = 6
_PIECE = re.compile(r"[^\s-]+-?")


def told(lines: Sequence[Told], page: Page, indent: str = "    ") -> Iterator[str]:
    """The lines of the explanation; good words are marked ✓ and the others ✗."""
    column = min(_WIDEST_WORD, max((len(line.word) for line in lines), default=0))
    for line in lines:
        if not line.word:
            yield from page.wrap(line.text, indent, indent)
            continue
        word = f"{_SIGNS[line.good]} {line.word:<{column}}  "
        yield from page.wrap(line.text, f"{indent}  {word}", f"{indent}  " + " " * len(word))


def table(
    rows: Sequence[Sequence[str]], page: Page, indent: str = "", headings: Sequence[str] = ()
) -> Iterator[str]:
    """Rows with their columns aligned, as wide as the page; what does not fit goes on below."""
    cells = [list(headings)] if headings else []
    cells += [list(row) for row in rows]
    widths = _fitted(
        [list(column) for column in zip(*cells, strict=True)], page.width - len(indent)
    )
    for number, row in enumerate(cells):
        wrapped = [
            textwrap.wrap(cell, width, break_long_words=True) or [""]
            for cell, width in zip(row, widths, strict=True)
        ]
        for line in zip_longest(*wrapped, fillvalue=""):
            padded = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
            yield (indent + _BETWEEN.join(padded)).rstrip()
        if headings and not number:
            yield indent + _BETWEEN.join("─" * width for width in widths)


def _fitted(columns: list[list[str]], width: int) -> list[int]:
    """The widths of columns, made narrower until they fit: between words, then inside them."""
    room = width - len(_BETWEEN) * (len(columns) - 1)
    widths = [max(map(len, column)) for column in columns]
    words = [
        max(len(w) for cell in column for w in _PIECE.findall(cell) or [""]) for column in columns
    ]
    for least in (words, [min(word, _NARROWEST) for word in words]):
        while sum(widths) > room and (
            spare := [n for n, known in enumerate(widths) if known > least[n]]
        ):
            widths[max(spare, key=widths.__getitem__)] -= 1
    return [max(1, known) for known in widths]
