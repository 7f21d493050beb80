"""fund.xlsx: a workbook that can be filtered, with a header that stays in sight.

XlsxWriter makes the workbook around the rows. The rows are written here, without their numbers, so
that those of a template are the same bytes wherever in the sheet they stand.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from traek.audit.report.rows import COLUMNS, Cell, Row
from traek.audit.report.tables.archive import Archive, Checksum, squeezed
from traek.audit.report.tables.part import Part, PartedFile
from traek.errors import SettingsError

MOST_ROWS = 1_048_575
"""The rows that a sheet of Excel has room for below its header."""
_MOST_SIGNS, _MOST_BYTES = 32_000, 3 << 30
"""What a cell has room for, in UTF-16 as Excel counts, and a sheet's text that any program opens."""
_ANY_DAY = datetime(2000, 1, 1, tzinfo=UTC)
_WIDTHS = {
    "skabelon": 40, "mappe": 20, "afsnit": 7, "overskrift": 20, "kategorinavn": 24, "fund": 34,
    "citat": 40, "besked": 44, "hvorfor": 44, "forslag": 50, "raad": 44, "grund_til_at_staa": 24,
    "afsnittets_tekst": 60, "regel": 28, "fingeraftryk": 18, "side_i_rapporten": 40,
}  # fmt: skip
_WRAPPED = {"citat", "besked", "hvorfor", "forslag", "raad", "afsnittets_tekst", "fund"}
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WRAP, _FLAT = 2, 3
"""The numbers that a workbook gives its formats, in the order in which they are first used; 1 is the
header's."""
_STYLES = tuple((name, _WRAP if name in _WRAPPED else _FLAT) for name in COLUMNS)
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


class ExcelTable:
    """Rows in a sheet, and in a second one where Excel has no more room.

    Raises:
        SettingsError: xlsxwriter is not installed.
    """

    def __init__(self, file: Path) -> None:
        _xlsxwriter(file)
        self._path = file
        self._rows_path = file.with_suffix(".raekker")  # no letter's text in a shared folder
        self._rows = PartedFile(self._rows_path)
        self._texts: list[str] = []
        self._sheets, self._count, self._size = [0], 0, 0

    def add(self, row: Row) -> None:
        """Take one row."""
        cells = "".join([_cell(row[name], style) for name, style in _STYLES])
        self._texts.append(f"<row>{cells}</row>")

    def end(self) -> None:
        """Write the rows of a template."""
        rows = len(self._texts)
        part = squeezed("".join(self._texts).encode())
        self._texts.clear()
        self._make_room(rows, part.raw)
        if rows:
            self._rows.write(part.data)
        self._rows.end(rows, part.raw, part.crc)

    def take(self, old: IO[bytes], part: Part) -> None:
        """Take the rows of a template from an older workbook."""
        self._make_room(part.rows, part.raw)
        self._rows.take(old, part)

    def close(self) -> list[Part]:
        """Write the workbook."""
        parts = self._rows.close()
        edges = [*self._sheets[1:], len(parts)]
        sheets, start = [], 0
        for edge in edges:
            sheets.append(parts[start:edge])
            start = edge
        try:
            with self._rows_path.open("rb") as rows, self._path.open("wb") as file:
                return _book(Archive(file), rows, sheets)
        finally:
            self._rows_path.unlink(missing_ok=True)

    def _make_room(self, rows: int, size: int) -> None:
        """Begin another sheet where so many rows of this size have no room in this one."""
        self._count += rows
        self._size += size
        if self._count > MOST_ROWS or self._size > _MOST_BYTES:
            self._sheets.append(len(self._rows.parts))
            self._count, self._size = rows, size


def _book(archive: Archive, rows: IO[bytes], sheets: list[list[Part]]) -> list[Part]:
    """Write the workbook with the rows in its sheets; where the rows of each template then stand."""
    parts: list[Part] = []
    shell = _shell([sum(part.rows for part in sheet) for sheet in sheets])
    for entry in shell.infolist():
        text = shell.read(entry)
        number = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", entry.filename)
        if number is None:
            archive.put(entry.filename, text)
            continue
        sheet, sums = sheets[int(number[1]) - 1], Checksum()
        for part in sheet:
            sums.add(part.raw, part.crc)
        before, after = _around(text, 1 + sum(part.rows for part in sheet))
        length = sum(part.length for part in sheet)
        ends = squeezed(before), squeezed(after, last=True)
        shift = archive.join(entry.filename, ends[0], (rows, length), sums, ends[1])
        parts += _moved(sheet, shift)
    archive.close()
    return parts


def _moved(sheet: list[Part], start: int) -> list[Part]:
    first = sheet[0].start if sheet else 0
    return [part._replace(start=part.start - first + start) for part in sheet]


def _around(text: bytes, rows: int) -> tuple[bytes, bytes]:
    """What stands in a sheet before its rows, the header among it, and what after."""
    head = text.index(b"</row>") + len(b"</row>")
    sized = re.sub(rb'(<dimension ref="A1:[A-Z]+)\d+', rb"\g<1>%d" % rows, text[:head])
    return sized, text[text.index(b"</sheetData>") :]


def _shell(counts: list[int]) -> zipfile.ZipFile:
    """A workbook with a header in each sheet, ready for so many rows."""
    import xlsxwriter  # noqa: PLC0415  an extra

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"created": _ANY_DAY})  # equal libraries give equal files
    head = book.add_format({"bold": True, "bottom": 2, "valign": "top"})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    flat = book.add_format({"valign": "top"})
    for number, count in enumerate(counts, 1):
        sheet: Any = book.add_worksheet("Fund" if number == 1 else f"Fund {number}")
        sheet.freeze_panes(1, 1)
        for column, name in enumerate(COLUMNS):
            sheet.set_column(column, column, _WIDTHS.get(name, 11))
            sheet.write_string(0, column, _heading(name), head)
        for column, form in enumerate((wrap, flat)):  # numbers the formats; the row goes again
            sheet.write_number(1, column, 0, form)
        sheet.autofilter(0, 0, count, len(COLUMNS) - 1)
    book.close()
    return zipfile.ZipFile(buffer)


def _xlsxwriter(file: Path) -> None:
    try:
        import xlsxwriter  # noqa: F401, PLC0415  an extra
    except ImportError as error:
        raise SettingsError(
            f"{file.name} kræver en ekstra pakke, som ikke er installeret. "
            'Skriv pip install "traek[audit]", eller vælg --tables csv,jsonl.'
        ) from error


def _cell(value: Cell, style: int) -> str:
    if isinstance(value, int):
        return f'<c s="{style}"><v>{value}</v></c>'
    if not value:
        return f'<c s="{style}"/>'
    text = _fitting(value)
    kept = ' xml:space="preserve"' if text[0].isspace() or text[-1].isspace() else ""
    return f'<c s="{style}" t="inlineStr"><is><t{kept}>{text}</t></is></c>'


def _heading(name: str) -> str:
    return name.replace("_", " ").replace("raad", "råd").replace("staa", "stå").capitalize()


def _fitting(text: str) -> str:
    """`text` as Excel can hold it."""
    clean = _UNWRITABLE.sub("\ufffd", text).replace("\r\n", "\n").replace("\r", "\n")
    if len(clean) > _MOST_SIGNS // 2:
        clean = _cut(clean)
    clean = clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _LOOKS_ESCAPED.sub("_x005F_", clean)


def _cut(text: str) -> str:
    """`text`, or as much of it as a cell has room for, and a sign that there is more."""
    data = text.encode("utf-16-le")
    if len(data) <= 2 * _MOST_SIGNS:
        return text
    return data[: 2 * _MOST_SIGNS].decode("utf-16-le", "ignore") + "…"
