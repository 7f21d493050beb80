"""fund.jsonl: an object a line, in UTF-8."""

from __future__ import annotations

import json
from pathlib import Path

from traek.audit.report.rows import COLUMNS, Row


class JsonlTable:
    """Rows as JSON, as they are."""

    def __init__(self, file: Path) -> None:
        self._file = file.open("w", encoding="utf-8", newline="\n")

    def add(self, row: Row) -> None:
        """Write one row."""
        values = {name: row[name] for name in COLUMNS}
        self._file.write(json.dumps(values, ensure_ascii=False) + "\n")

    def close(self) -> None:
        """Close the file."""
        self._file.close()
