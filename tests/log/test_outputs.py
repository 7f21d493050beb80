"""The log shown: labels without people, figures, page, csv, json and workbook."""

from __future__ import annotations

import csv
import json
import re
from datetime import date
from io import BytesIO, StringIO

import openpyxl
import pytest
from lxml import etree

from traek.log import Entry, Outcome, SideCounts, Worry, worries
from traek.log.export import as_csv, as_json, as_xlsx
from traek.log.figures import by_month, by_outcome, by_side, whole
from traek.log.page import as_html
from traek.model import Block, Document, Side, Situation


def entry(number: int, day: date, before: int | None, after: int, **more: object) -> Entry:
    def counts(tryk: int) -> dict[Side, SideCounts]:
        return {side: SideCounts(filled=True, escalates=tryk, deescalates=1) for side in Side}

    return Entry(
        day,
        str(more.get("label", "afslag")),
        Situation.SVAR,
        None,
        counts(after),
        None if before is None else counts(before),
        200,
        outcome=more.get("outcome"),  # type: ignore[arg-type]
        minutes=10,
        number=number,
    )


ENTRIES = (
    entry(1, date(2026, 9, 3), 5, 2, outcome=Outcome.CALLED),
    entry(2, date(2026, 9, 20), None, 4, outcome=Outcome.COMPLAINT, label="=1+1<b>"),
    entry(3, date(2026, 10, 1), 3, 0, outcome=Outcome.CALLED),
)


@pytest.mark.parametrize(
    ("label", "worry"),
    [
        ("010203-1234", Worry.CPR),
        ("Lise Holm afslag", Worry.NAME),
        ("Mette", Worry.NAME),
        ("skovgaard klage", Worry.NAME),
        ("sag til bo@by.dk", Worry.OTHER),
    ],
)
def test_a_label_that_looks_like_a_person_is_seen(label: str, worry: Worry) -> None:
    letter = Document("x", (Block("Kære Tove Skovgaard", 1),))
    assert worry in worries(label, [letter])


@pytest.mark.parametrize("label", ["", "afslag carport", "Rykker 2", "Ny skabelon, brev 3"])
def test_an_ordinary_label_is_no_worry(label: str) -> None:
    letter = Document("x", (Block("Kære Tove Skovgaard", 1),))
    assert worries(label, [letter]) == ()


def test_sums_over_both_drafts_leave_out_letters_with_one() -> None:
    total = whole(ENTRIES)
    assert (total.letters, total.pairs, total.minutes) == (3, 2, 30)
    assert (total.escalates_before, total.escalates_after) == (32, 8)
    assert [(row.name, row.letters) for row in by_month(ENTRIES)] == [
        ("2026-09", 2),
        ("2026-10", 1),
    ]
    assert [row.letters for row in by_outcome(ENTRIES)] == [2, 1]
    assert [before.escalates for _, before, _ in by_side(ENTRIES)] == [8, 8, 8, 8]


def test_the_page_is_well_formed_and_takes_nothing_from_elsewhere() -> None:
    text = as_html(ENTRIES)
    root = etree.fromstring(text.replace("<!DOCTYPE html>", "").encode())
    assert len(root.findall(".//{*}svg") or root.findall(".//svg")) == 2
    assert "<b>" not in text
    assert not re.search(r"""(?:src|href)=["'](?!#)""", text)
    assert "er vores egen fortolkning" in text


def test_an_empty_log_has_a_page_too() -> None:
    assert "Loggen er tom endnu" in as_html(())


def test_csv_opens_in_excel_and_holds_no_formula() -> None:
    data = as_csv(ENTRIES)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert [row[2] for row in rows[1:]] == ["afslag", "'=1+1<b>", "afslag"]
    assert rows[0][9:13] == [
        "tryk kontakt før",
        "tryk kontakt nu",
        "træk kontakt før",
        "træk kontakt nu",
    ]
    assert rows[1][9:13] == ["5", "2", "1", "1"]
    assert rows[2][9] == ""


def test_json_tells_every_side() -> None:
    told = json.loads(as_json(ENTRIES))
    assert told["entries"][0]["sides"]["forstå"]["before"]["escalates"] == 5
    assert told["entries"][1]["sides"]["forstå"]["before"] is None


def test_the_workbook_can_be_filtered_and_holds_no_formula() -> None:
    sheet = openpyxl.load_workbook(BytesIO(as_xlsx(ENTRIES))).active
    assert sheet is not None
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref is not None
    assert sheet["C3"].data_type == "s"
    assert sheet["B2"].value.date() == date(2026, 9, 3)
