"""The findings as tables for other programs, one module each.

A table is opened with a file to write, is given rows template by template, and is closed. What it
gives then says where the rows of each template stand, so that the next report can take them over.
"""

from __future__ import annotations

from pathlib import Path
from typing import IO, Protocol

from traek.audit.report.rows import Row
from traek.audit.report.tables.comma import CsvTable
from traek.audit.report.tables.excel import ExcelTable
from traek.audit.report.tables.lines import JsonlTable
from traek.audit.report.tables.parquet import ParquetTable
from traek.audit.report.tables.part import Part


class Table(Protocol):
    """Takes rows and writes them to a file; nothing is there before `close`."""

    def __init__(self, file: Path) -> None: ...

    def add(self, row: Row) -> None:
        """Take one more row."""
        ...

    def end(self) -> None:
        """Say that a template has no more rows."""
        ...

    def take(self, old: IO[bytes], part: Part) -> None:
        """Take the rows of a whole template from an older file of this kind, open until `close`."""
        ...

    def close(self) -> list[Part]:
        """Write what is left; where the rows of each template stand, or nothing if none can tell."""
        ...


TABLES: dict[str, type[Table]] = {
    "csv": CsvTable,
    "jsonl": JsonlTable,
    "xlsx": ExcelTable,
    "parquet": ParquetTable,
}
"""The kinds of table by their ending."""
ROWS_OF = {"parquet": "jsonl"}
"""A table whose rows are those of another, as they stand there, before it makes columns of them."""
