"""fund.parquet: the rows for whoever works with data in columns."""

from __future__ import annotations

from pathlib import Path
from typing import IO, Any

from traek.audit.report.rows import COLUMNS, Row
from traek.audit.report.tables.lines import JsonlTable
from traek.audit.report.tables.part import Part
from traek.errors import SettingsError

_TYPES = {str: "VARCHAR", int: "BIGINT"}


class ParquetTable:
    """Rows as lines first, which DuckDB then turns into columns.

    Raises:
        SettingsError: duckdb is not installed.
    """

    def __init__(self, file: Path) -> None:
        self._database = _database()
        self._file = file
        self._lines = file.with_suffix(".linjer")
        self._rows = JsonlTable(self._lines)

    def add(self, row: Row) -> None:
        """Take one more row."""
        self._rows.add(row)

    def end(self) -> None:
        """End the rows of a template."""
        self._rows.end()

    def take(self, old: IO[bytes], part: Part) -> None:
        """Take the rows of a template from an older fund.jsonl; columns cannot be taken apart."""
        self._rows.take(old, part)

    def close(self) -> list[Part]:
        """Write the columns, and take the lines away; no template's rows stand by themselves."""
        self._rows.close()
        columns = ", ".join(f"{name}: '{_TYPES[kind]}'" for name, kind in COLUMNS.items())
        try:
            self._database.execute(
                f"COPY (SELECT * FROM read_json(?, format = 'newline_delimited', "  # noqa: S608  our own names
                f"columns = {{{columns}}})) TO '{_quoted(self._file)}' (FORMAT parquet, COMPRESSION zstd)",
                [str(self._lines)],
            )
        finally:
            self._database.close()
            self._lines.unlink(missing_ok=True)
        return []


def _quoted(file: Path) -> str:
    return str(file).replace("'", "''")


def _database() -> Any:
    try:
        import duckdb  # noqa: PLC0415  an extra
    except ImportError as error:
        raise SettingsError(
            "fund.parquet kræver en ekstra pakke, som ikke er installeret. "
            'Skriv pip install "traek[parquet]", eller udelad parquet af --tables.'
        ) from error
    return duckdb.connect(":memory:", config={"autoinstall_known_extensions": False, "threads": 1})
