"""fund.csv: semicolons and a byte order mark, as a Danish Excel expects."""

from __future__ import annotations

import csv
from pathlib import Path

from traek.audit.report.rows import COLUMNS, Row
from traek.audit.spreadsheet import harmless


class CsvTable:
    """Rows as text that no spreadsheet takes for a formula."""

    def __init__(self, file: Path) -> None:
        self._file = file.open("w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._file, delimiter=";", lineterminator="\r\n")
        self._writer.writerow(COLUMNS)

    def add(self, row: Row) -> None:
        """Write one row."""
        self._writer.writerow([harmless(row[name]) for name in COLUMNS])

    def close(self) -> None:
        """Close the file."""
        self._file.close()
