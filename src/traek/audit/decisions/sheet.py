"""beslutninger.csv: a row for each sentence with tryk, and a column for what its owner decides."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from traek.audit.decisions.choices import OFFERS, Choice, choices
from traek.audit.decisions.covering import Covering
from traek.audit.library import Library
from traek.audit.spreadsheet import as_written, harmless
from traek.errors import SettingsError

SHEET = "beslutninger.csv"
_GOES = "(sætningen kan udgå)"
_SHOWN_TEMPLATES = 5
COLUMNS = (
    "nummer", "antal_steder", "antal_skabeloner", "saetning",
    *(f"forslag_{n}" for n in range(1, OFFERS + 1)),
    "beslutning", "bemaerkning", "hvad", "raad", "tyngde", "skabeloner",
)  # fmt: skip
_NEEDED = {"nummer", "beslutning"}


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
    """The sheet, what weighs most first; decisions in `earlier` rows stay where they were made.

    Without a `covering` personal data is shown.
    An earlier row with a decision on a sentence that is no more comes last.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    left = {sign: row for sign, row in (earlier or {}).items() if row.get("beslutning", "").strip()}
    for choice in choices(library):
        row = _row(library, choice, covering) | _decision(left.pop(choice.sign, {}))
        writer.writerow([harmless(row[column]) for column in COLUMNS])
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
    filled = [[as_written(cell) for cell in row] for row in table if any(map(str.strip, row))]
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


def _row(library: Library, choice: Choice, covering: Covering | None) -> dict[str, str | int]:
    def shown(text: str) -> str:
        return text if covering is None else covering.covered(choice, text).text

    offers = [shown(offer) or _GOES for offer in choice.offers]
    offers += [""] * (OFFERS - len(offers))
    names = [library.templates[number].path for number in choice.templates[:_SHOWN_TEMPLATES]]
    more = len(choice.templates) - len(names)
    advice = dict.fromkeys(s.advice for f in choice.findings for s in f.suggestions if s.advice)
    return {
        "nummer": choice.sign,
        "antal_steder": choice.places,
        "antal_skabeloner": len(choice.templates),
        "saetning": shown(choice.text),
        **{f"forslag_{n}": offer for n, offer in enumerate(offers, 1)},
        "beslutning": "",
        "bemaerkning": "",
        "hvad": "\n".join(_about(choice)),
        "raad": "\n".join(advice),
        "tyngde": sum(finding.weight for finding in choice.findings),
        "skabeloner": "\n".join([*map(shown, names), *([f"og {more} til"] if more > 0 else [])]),
    }


def _about(choice: Choice) -> Iterable[str]:
    for finding in choice.findings:
        yield (
            f"»{finding.quote}«: {finding.message}" if len(choice.findings) > 1 else finding.message
        )


def _decision(row: Mapping[str, str]) -> dict[str, str]:
    return {column: row[column] for column in ("beslutning", "bemaerkning") if row.get(column)}


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
