"""An explanation on a page: sentences as they are, words in a column beside what is said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from traek.engine.explain import Told
    from traek.reporters.text.page import Page

_SIGNS = {True: "✓", False: "✗", None: " "}
_WIDEST_WORD = 24


def told(lines: Sequence[Told], page: Page, indent: str = "    ") -> Iterator[str]:
    """The lines of the explanation; good words are marked ✓ and the others ✗."""
    column = min(_WIDEST_WORD, max((len(line.word) for line in lines), default=0))
    for line in lines:
        if not line.word:
            yield from page.wrap(line.text, indent, indent)
            continue
        word = f"{_SIGNS[line.good]} {line.word:<{column}}  "
        yield from page.wrap(line.text, f"{indent}  {word}", f"{indent}  " + " " * len(word))


def table(rows: Iterable[Sequence[str]], page: Page, indent: str = "") -> Iterator[str]:
    """Rows with their columns aligned, the last one wrapped to the page."""
    cells = [[str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        first = indent + "  ".join(
            cell.ljust(width) for cell, width in zip(row[:-1], widths[:-1], strict=True)
        )
        yield from (
            line.rstrip()
            for line in (page.wrap(row[-1], f"{first}  ", " " * (len(first) + 2)) or [first])
        )
