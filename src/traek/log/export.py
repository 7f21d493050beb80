"""The log as rows: CSV that Excel opens, JSON, and a workbook."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any

from traek.errors import SettingsError
from traek.model import Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from traek.log.entry import Entry

SCHEMA = 1
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_HEADER = (
    "nummer", "dato", "mærkat", "situation", "brevtype", "udfald", "minutter", "ord før", "ord nu",
    *(
        f"{what} {side} {when}"
        for side in Side for what in ("tryk", "træk") for when in ("før", "nu")
    ),
)  # fmt: skip


def as_csv(entries: Sequence[Entry]) -> bytes:
    """A line for each entry, with semicolons and a mark that lets Danish Excel open it right."""
    buffer = StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(_HEADER)
    for entry in entries:
        writer.writerow([_safe(value) for value in _row(entry)])
    return buffer.getvalue().encode("utf-8-sig")


def as_json(entries: Sequence[Entry]) -> bytes:
    """The entries as one JSON object."""
    rows = [_object(entry) for entry in entries]
    return (
        json.dumps({"schema": SCHEMA, "entries": rows}, ensure_ascii=False, indent=1) + "\n"
    ).encode()


def as_xlsx(entries: Sequence[Entry]) -> bytes:
    """A workbook with a row for each entry, that can be filtered.

    Raises:
        SettingsError: XlsxWriter is not installed.
    """
    try:
        import xlsxwriter  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise SettingsError(
            "Excel-filer kræver en ekstra pakke, som ikke er installeret. "
            'Skriv pip install "traek[homework]", eller vælg csv.'
        ) from error
    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(buffer, options)
    sheet = book.add_worksheet("Breve")
    sheet.write_row(0, 0, _HEADER, book.add_format({"bold": True}))
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for number, entry in enumerate(entries, 1):
        for column, value in enumerate(_row(entry)):
            sheet.write(number, column, value)
        sheet.write_datetime(number, 1, entry.day, day)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(entries)), len(_HEADER) - 1)
    sheet.set_column(1, 5, 16)
    book.close()
    return buffer.getvalue()


def _row(entry: Entry) -> list[Any]:
    known: list[Any] = [
        entry.number,
        entry.day.isoformat(),
        entry.label,
        str(entry.situation),
        str(entry.genre or ""),
        entry.outcome.told if entry.outcome else "",
        entry.minutes,
        entry.words_before,
        entry.words_after,
    ]
    for side in Side:
        before, after = (entry.before or {}).get(side), entry.after.get(side)
        for what in (1, 2):
            known += [None if counts is None else counts[what] for counts in (before, after)]
    return known


def _object(entry: Entry) -> dict[str, Any]:
    return {
        "number": entry.number,
        "day": entry.day.isoformat(),
        "label": entry.label,
        "situation": str(entry.situation),
        "genre": None if entry.genre is None else str(entry.genre),
        "outcome": None if entry.outcome is None else str(entry.outcome),
        "minutes": entry.minutes,
        "words": {"before": entry.words_before, "after": entry.words_after},
        "sides": {
            str(side): {
                "before": _counts((entry.before or {}).get(side)),
                "after": _counts(entry.after.get(side)),
            }
            for side in Side
        },
    }


def _counts(counts: Any) -> dict[str, Any] | None:
    return None if counts is None else counts._asdict()


def _safe(value: Any) -> Any:
    """A value that a spreadsheet takes for text and never for a formula."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return "" if value is None else value
