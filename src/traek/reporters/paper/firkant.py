"""The Firkant as a Word table: a box whose edges are whole where a side is filled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from traek.model import Effect, Report, Side, SideProfile
from traek.reporters.paper.page import INKS, styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from traek.reporters.paper.page import Page

_UP, _DOWN = "▲", "▽"
_EDGES = {Side.KONTAKT: "top", Side.FORSTÅ: "right", Side.SAG: "bottom", Side.VIDERE: "left"}
_PLACES = {Side.KONTAKT: (0, 1), Side.FORSTÅ: (1, 2), Side.SAG: (2, 1), Side.VIDERE: (1, 0)}
_NUMBERS = {side: number for number, side in enumerate(Side, 1)}
_COLUMNS = (2.4, 2.9, 2.4)
_GAP = 0.9
_EDGE_ROW, _BOX_ROW = 1.15, 1.75


def firkante(page: Page, drawings: Sequence[tuple[str, Report]]) -> None:
    """One or two Firkanter beside each other, each below its title."""
    from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT  # noqa: PLC0415
    from docx.shared import Cm  # noqa: PLC0415

    widths = [*_COLUMNS]
    for _ in drawings[1:]:
        widths += [_GAP, *_COLUMNS]
    table = page.document.add_table(rows=4, cols=len(widths))
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    heights = (0.6, _EDGE_ROW, _BOX_ROW, _EDGE_ROW)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for row, height in zip(table.rows, heights, strict=True):
        row.height, row.height_rule = Cm(height), WD_ROW_HEIGHT_RULE.AT_LEAST
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
            cell.paragraphs[0].style = page.document.styles["Celle"]
            cell.paragraphs[0].paragraph_format.keep_with_next = True
    for number, (title, report) in enumerate(drawings):
        _draw(table, number * (len(_COLUMNS) + 1), title, report)


def _draw(table: Any, left: int, title: str, report: Report) -> None:
    heading = table.cell(0, left).merge(table.cell(0, left + 2))
    _write(heading, [(title, "bold")])
    for side, (row, column) in _PLACES.items():
        _side(table.cell(row + 1, left + column), side, report.profile[side])
    box = table.cell(2, left + 1)
    profiles = report.profile.values()
    tryk, træk = sum(p.escalates for p in profiles), sum(p.deescalates for p in profiles)
    _write(box, [(f"{_DOWN} {træk} træk", "down")], [(f"{_UP} {tryk} tryk", "up")])
    _edges(box, {_EDGES[side]: profile.filled for side, profile in report.profile.items()})


def _side(cell: Any, side: Side, profile: SideProfile) -> None:
    name = [(f"{_NUMBERS[side]} {side.capitalize()}", "bold")]
    counts = [
        (f"{_DOWN} {profile.deescalates}   ", "down"),
        (f"{_UP} {profile.escalates}", "up"),
    ]
    rows = [name, counts] if profile.filled else [name, counts, [("tom", "faint")]]
    _write(cell, *rows)


def _write(cell: Any, *rows: Sequence[tuple[str, str]]) -> None:
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT  # noqa: PLC0415
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415
    from docx.shared import RGBColor  # noqa: PLC0415

    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    style = cell.paragraphs[0].style
    for number, row in enumerate(rows):
        paragraph = cell.add_paragraph(style=style) if number else cell.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.keep_with_next = True
        for text, kind in row:
            run = paragraph.add_run(text)
            styled(run, kind)
            if kind in {"up", "down"}:
                effect = Effect.ESCALATES if kind == "up" else Effect.DEESCALATES
                run.font.color.rgb = RGBColor.from_string(INKS[effect])


def _edges(cell: Any, filled: dict[str, bool]) -> None:
    from docx.oxml import parse_xml  # noqa: PLC0415
    from docx.oxml.ns import nsdecls  # noqa: PLC0415

    edges = "".join(
        f'<w:{edge} w:val="{"single" if filled[edge] else "dashed"}" '
        f'w:sz="{24 if filled[edge] else 6}" w:space="0" w:color="444444"/>'
        for edge in ("top", "left", "bottom", "right")
    )
    borders = parse_xml(f"<w:tcBorders {nsdecls('w')}>{edges}</w:tcBorders>")
    cell._tc.get_or_add_tcPr().insert_element_before(  # noqa: SLF001 - python-docx has no borders
        borders, "w:shd", "w:noWrap", "w:tcMar", "w:vAlign"
    )
