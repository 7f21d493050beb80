"""The findings as tables for other programs, one module each.

A table is opened with a file to write, is given rows one by one, and is closed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from traek.audit.report.rows import Row
from traek.audit.report.tables.comma import CsvTable
from traek.audit.report.tables.excel import ExcelTable
from traek.audit.report.tables.lines import JsonlTable
from traek.audit.report.tables.parquet import ParquetTable


class Table(Protocol):
    """Takes rows and writes them to a file; nothing is there before `close`."""

    def __init__(self, file: Path) -> None: ...

    def add(self, row: Row) -> None:
        """Take one more row."""
        ...

    def close(self) -> None:
        """Write what is left."""
        ...


TABLES: dict[str, type[Table]] = {
    "csv": CsvTable,
    "jsonl": JsonlTable,
    "xlsx": ExcelTable,
    "parquet": ParquetTable,
}
"""The kinds of table by their ending."""
