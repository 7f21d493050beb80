"""fund.jsonl: an object a line, in UTF-8."""

from __future__ import annotations

import json
from pathlib import Path
from typing import IO

from traek.audit.report.rows import COLUMNS, Row
from traek.audit.report.tables.part import Part, PartedFile


class JsonlTable:
    """Rows as JSON, as they are."""

    def __init__(self, file: Path) -> None:
        self._file = PartedFile(file)

    def add(self, row: Row) -> None:
        """Write one row."""
        values = {name: row[name] for name in COLUMNS}
        self._file.write(json.dumps(values, ensure_ascii=False).encode() + b"\n")

    def end(self) -> None:
        """End the rows of a template."""
        self._file.end()

    def take(self, old: IO[bytes], part: Part) -> None:
        """Take the rows of a template from an older file."""
        self._file.take(old, part)

    def close(self) -> list[Part]:
        """Close the file."""
        return self._file.close()
