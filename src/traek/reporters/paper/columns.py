"""Two columns of paragraphs beside each other as a Word table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from traek.reporters.paper.page import add_part

if TYPE_CHECKING:
    from traek.reporters.paper.page import Page, Part

Paragraph = Sequence["Part"]
_WIDTH = 8.1


def columns(
    page: Page,
    heads: tuple[str, str],
    rows: Iterable[tuple[Sequence[Paragraph], Sequence[Paragraph]]],
) -> None:
    """A table of two columns; its head is repeated on each page and no row is broken in two."""
    from docx.shared import Cm  # noqa: PLC0415

    table = page.document.add_table(rows=1, cols=2)
    table.style = page.document.styles["Table Grid"]
    table.autofit = False
    _lines(table)
    for column in table.columns:
        column.width = Cm(_WIDTH)
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.width = Cm(_WIDTH)
        _fill(page, cell, [[(head, "bold")]])
    _mark_row(table.rows[0], "w:tblHeader")
    for old, new in rows:
        row = table.add_row()
        _mark_row(row, "w:cantSplit")
        for cell, paragraphs in zip(row.cells, (old, new), strict=True):
            cell.width = Cm(_WIDTH)
            _fill(page, cell, paragraphs)


def _fill(page: Page, cell: Any, paragraphs: Sequence[Paragraph]) -> None:
    first = cell.paragraphs[0]
    for number, parts in enumerate(paragraphs):
        paragraph = cell.add_paragraph() if number else first
        for part in parts:
            add_part(paragraph, part)
    for paragraph in cell.paragraphs:
        paragraph.style = page.document.styles["Celle"]


def _mark_row(row: Any, tag: str) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415

    row._tr.get_or_add_trPr().append(OxmlElement(tag))  # noqa: SLF001


def _lines(table: Any) -> None:
    """Light lines between the rows, and air in the cells."""
    from docx.oxml import parse_xml  # noqa: PLC0415
    from docx.oxml.ns import nsdecls  # noqa: PLC0415

    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="BBBBBB"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    properties = table._tbl.tblPr  # noqa: SLF001 - python-docx has no borders
    after = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    properties.insert_element_before(
        parse_xml(f"<w:tblBorders {nsdecls('w')}>{borders}</w:tblBorders>"), *after
    )
    properties.insert_element_before(
        parse_xml(
            f"<w:tblCellMar {nsdecls('w')}><w:top w:w='50' w:type='dxa'/>"
            "<w:bottom w:w='50' w:type='dxa'/></w:tblCellMar>"
        ),
        "w:tblLook",
    )
