"""fund.xlsx: a workbook that can be filtered, with a header that stays in sight."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from traek.audit.report.rows import COLUMNS, Row
from traek.errors import SettingsError

_MOST_ROWS, _MOST_SIGNS = 1_048_575, 32_000
_ANY_DAY = datetime(2000, 1, 1, tzinfo=UTC)
_WIDTHS = {
    "skabelon": 40, "mappe": 20, "afsnit": 7, "overskrift": 20, "kategorinavn": 24, "fund": 34,
    "citat": 40, "besked": 44, "hvorfor": 44, "forslag": 50, "raad": 44, "grund_til_at_staa": 24,
    "afsnittets_tekst": 60, "regel": 28, "fingeraftryk": 18, "side_i_rapporten": 40,
}  # fmt: skip
_WRAPPED = {"citat", "besked", "hvorfor", "forslag", "raad", "afsnittets_tekst", "fund"}
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class ExcelTable:
    """Rows in a sheet, and in a second one where Excel has no more room.

    Raises:
        SettingsError: xlsxwriter is not installed.
    """

    def __init__(self, file: Path) -> None:
        self._book = _workbook(file)
        self._book.set_properties({"created": _ANY_DAY})  # equal libraries give equal files
        self._head = self._book.add_format({"bold": True, "bottom": 2, "valign": "top"})
        self._wrap = self._book.add_format({"text_wrap": True, "valign": "top"})
        self._flat = self._book.add_format({"valign": "top"})
        self._sheets = 0
        self._begin()

    def add(self, row: Row) -> None:
        """Write one row."""
        if self._row == _MOST_ROWS:
            self._finish()
            self._begin()
        self._row += 1
        for column, name in enumerate(COLUMNS):
            value = row[name]
            form = self._wrap if name in _WRAPPED else self._flat
            if isinstance(value, int):
                self._sheet.write_number(self._row, column, value, form)
            elif value:
                self._sheet.write_string(self._row, column, _fitting(value), form)

    def close(self) -> None:
        """Write the workbook."""
        self._finish()
        self._book.close()

    def _begin(self) -> None:
        self._sheets += 1
        self._sheet: Any = self._book.add_worksheet(
            "Fund" if self._sheets == 1 else f"Fund {self._sheets}"
        )
        self._row = 0
        self._sheet.freeze_panes(1, 1)
        for column, name in enumerate(COLUMNS):
            self._sheet.set_column(column, column, _WIDTHS.get(name, 11))
            self._sheet.write_string(0, column, _heading(name), self._head)

    def _finish(self) -> None:
        self._sheet.autofilter(0, 0, self._row, len(COLUMNS) - 1)


def _workbook(file: Path) -> Any:
    try:
        import xlsxwriter  # noqa: PLC0415  an extra
    except ImportError as error:
        raise SettingsError(
            f"{file.name} kræver en ekstra pakke, som ikke er installeret. "
            'Skriv pip install "traek[audit]", eller vælg --tables csv,jsonl.'
        ) from error
    options = {
        "constant_memory": True,
        "tmpdir": str(file.parent),  # no letter's text in the machine's shared folder
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    return xlsxwriter.Workbook(str(file), options)


def _heading(name: str) -> str:
    return name.replace("_", " ").replace("raad", "råd").replace("staa", "stå").capitalize()


def _fitting(text: str) -> str:
    """`text` as Excel can hold it."""
    clean = _UNWRITABLE.sub("\ufffd", text)
    return clean if len(clean) <= _MOST_SIGNS else f"{clean[:_MOST_SIGNS]}…"
