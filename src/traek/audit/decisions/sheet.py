"""beslutninger.csv: a row for each sentence with tryk, and a column for what its owner decides."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from traek.audit.decisions.choices import OFFERS, Sentence, sentences, sign_of
from traek.audit.decisions.covering import Covering
from traek.audit.decisions.wording import WORDED, Wording
from traek.audit.library import Library
from traek.audit.spreadsheet import as_written, harmless
from traek.errors import SettingsError

SHEET = "beslutninger.csv"
COLUMNS = (
    "nummer", "antal_steder", "antal_skabeloner", "saetning",
    *(f"forslag_{n}" for n in range(1, OFFERS + 1)),
    "beslutning", "bemaerkning", "hvad", "raad", "tyngde", "skabeloner",
)  # fmt: skip
_NEEDED = {"nummer", "beslutning"}
_OWNERS = ("beslutning", "bemaerkning")


@dataclass(frozen=True, slots=True)
class Decided:
    """A row of a sheet that somebody has filled in; `row` counts the lines of the table from 1."""

    row: int
    sign: str
    decision: str
    remark: str = ""


def decisions_sheet(
    library: Library,
    covering: Covering | None,
    earlier: Mapping[str, Mapping[str, str]] | None = None,
) -> bytes:
    """The sheet, what weighs most first; what the owner wrote in `earlier` rows stays there.

    Without a `covering` personal data is shown.
    An earlier row that the owner wrote in, on a sentence that is no more, comes last.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    left = {sign: row for sign, row in (earlier or {}).items() if any(_decision(row).values())}
    wording = Wording(library, covering)
    wording.recall()
    for sentence in sentences(library):
        row = _row(library, sentence, wording)
        row |= _decision(left.pop(row["nummer"], {}))
        writer.writerow([harmless(row[column]) for column in COLUMNS])
    wording.keep()
    for old in left.values():
        gone = {**old, "antal_steder": "0", "antal_skabeloner": "0"}
        writer.writerow([harmless(gone.get(column, "")) for column in COLUMNS])
    return b"\xef\xbb\xbf" + buffer.getvalue().encode()


def rows_in(data: bytes, name: str) -> list[dict[str, str]]:
    """The rows of a sheet as its owner has saved it, by column.

    Excel saves with semicolons, commas or tabs, as UTF-8 or in the encoding of Windows.

    Raises:
        SettingsError: it is no such sheet; the message names what is missing.
    """
    text = _decoded(data, name)
    head = text.lstrip("\ufeff\r\n").partition("\n")[0]
    sign = max(";,\t", key=head.count)
    try:
        table = list(csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=sign))
    except csv.Error as error:
        raise SettingsError(
            f"{name} kan ikke læses som en tabel. Gem den fra Excel som »CSV UTF-8«."
        ) from error
    filled = [
        [as_written(cell) if cell[:1] == "'" else cell for cell in row]
        for row in table
        if any(map(str.strip, row))
    ]
    columns = [cell.strip().lower() for cell in filled[0]] if filled else []
    missing = sorted(_NEEDED - set(columns))
    if missing:
        raise SettingsError(
            f"{name} mangler kolonnen »{missing[0]}«. Brug {SHEET} fra rapporten, og behold "
            "overskrifterne i første række."
        )
    return [dict(zip(columns, row, strict=False)) for row in filled[1:]]


def decided_in(data: bytes, name: str) -> list[Decided]:
    """The rows that somebody has decided on, in the order of the sheet.

    Raises:
        SettingsError: as `rows_in`.
    """
    return [
        Decided(
            number,
            row["nummer"].strip(),
            row["beslutning"].strip(),
            row.get("bemaerkning", "").strip(),
        )
        for number, row in enumerate(rows_in(data, name), 2)
        if row.get("beslutning", "").strip()
    ]


def _row(library: Library, sentence: Sentence, wording: Wording) -> dict[str, Any]:
    templates = sentence.templates(library)
    return {
        "nummer": sign_of(sentence.text),
        "antal_steder": sentence.places,
        "antal_skabeloner": len(templates),
        **dict(zip(WORDED, wording.of(sentence, templates), strict=True)),
        "beslutning": "",
        "bemaerkning": "",
        "tyngde": sum(told.weight for told in sentence.tryk.values()),
    }


def _decision(row: Mapping[str, str]) -> dict[str, str]:
    """What the owner wrote in a row."""
    return {column: row[column] for column in _OWNERS if row.get(column, "").strip()}


def _decoded(data: bytes, name: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise SettingsError(
            f"{name} kan ikke læses som tekst. Gem den fra Excel som »CSV UTF-8«."
        ) from error
