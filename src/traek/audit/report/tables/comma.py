"""fund.csv: semicolons and a byte order mark, as a Danish Excel expects."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import IO

from traek.audit.report.rows import COLUMNS, Row
from traek.audit.report.tables.part import Part, PartedFile
from traek.audit.spreadsheet import harmless


class CsvTable:
    """Rows as text that no spreadsheet takes for a formula."""

    def __init__(self, file: Path) -> None:
        self._file = PartedFile(file)
        self._buffer = io.StringIO(newline="")
        self._writer = csv.writer(self._buffer, delimiter=";", lineterminator="\r\n")
        self._writer.writerow(COLUMNS)
        self._file.write(b"\xef\xbb\xbf")
        self._flush()
        self._file.begin()

    def add(self, row: Row) -> None:
        """Write one row."""
        self._writer.writerow([harmless(row[name]) for name in COLUMNS])

    def end(self) -> None:
        """End the rows of a template."""
        self._flush()
        self._file.end()

    def take(self, old: IO[bytes], part: Part) -> None:
        """Take the rows of a template from an older file."""
        self._file.take(old, part)

    def close(self) -> list[Part]:
        """Close the file."""
        return self._file.close()

    def _flush(self) -> None:
        self._file.write(self._buffer.getvalue().encode())
        self._buffer.seek(0)
        self._buffer.truncate()
