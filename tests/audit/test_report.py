"""The report on a library of templates: its pages, its tables, and what it covers."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest
from lxml import etree

from traek.audit import Examined, Gatherer, Library
from traek.audit.report import write_report
from traek.audit.spreadsheet import as_written, harmless
from traek.model import (
    Block,
    BlockKind,
    Certainty,
    Document,
    Effect,
    Finding,
    Readability,
    ReadError,
    Report,
    Side,
    SideProfile,
    Situation,
    Span,
    Suggestion,
    Suppressed,
)

SHARED = "Du har undladt at svare, og det er din egen skyld."
FORMULA = '=HYPERLINK("http://example.dk";"Klik") er undladt'


def tryk(block: int, text: str, words: str, weight: int = 3, **changes: Any) -> Finding:
    start = text.index(words)
    values: dict[str, Any] = {
        "rule": "standard/regel",
        "title": "Skyld & ansvar <nu>",
        "category": "E01",
        "effect": Effect.ESCALATES,
        "side": Side.FORSTÅ,
        "weight": weight,
        "certainty": Certainty.HØJ,
        "block": block,
        "span": Span(start, start + len(words)),
        "quote": words,
        "message": "Læseren kan høre en bebrejdelse.",
        "why": "Ordene placerer skyld.",
        "suggestions": (Suggestion("Sig, hvad der mangler.", "Vi mangler et svar"),),
        "fingerprint": "0123456789abcdef",
    }
    return Finding(**(values | changes))


def template(
    path: str, *texts: str, findings: tuple[Finding, ...] = (), words: int = 200
) -> Report:
    up = sum(f.effect is Effect.ESCALATES for f in findings)
    return Report(
        document=Document(path, tuple(Block(text, n) for n, text in enumerate(texts, 1))),
        situation=Situation.SKRIV_UD,
        situation_reason="Læst som »brev på eget initiativ«.",
        words=words,
        findings=findings,
        profile={
            Side.KONTAKT: SideProfile(filled=True, escalates=0, deescalates=0, evidence="Kære"),
            Side.FORSTÅ: SideProfile(filled=False, escalates=up, deescalates=0),
            Side.SAG: SideProfile(filled=True, escalates=0, deescalates=0),
            Side.VIDERE: SideProfile(filled=False, escalates=0, deescalates=0),
        },
        readability=Readability(words, 10, 20, None),
    )


TEMPLATES = (
    template("A/rolig.docx", "Tak for dit brev.", words=400),
    template(
        "A/skyld.docx", "Kære Runa Ravnkilde", SHARED, findings=(tryk(2, SHARED, "Du har undladt"),)
    ),
    template(
        "B/=1+1 <x>.docx",
        FORMULA,
        SHARED,
        findings=(
            tryk(1, FORMULA, FORMULA, weight=1),
            tryk(2, SHARED, "Du har undladt"),
            tryk(2, SHARED, "skyld", protection="L05"),
        ),
    ),
    template("B/æøå.docx", SHARED, findings=(tryk(1, SHARED, "Du har undladt"),), words=40),
)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    with Gatherer(tmp_path / "data") as gatherer:
        for report in TEMPLATES:
            gatherer.add(Examined(report.document.path, "0" * 64, 100, report))
        gatherer.finish(
            "skabeloner/",
            {"traek": "0.1.0"},
            60,
            [ReadError("B/låst.docx", "B/låst.docx er beskyttet med en adgangskode.")],
            [ReadError("A/logo.png", ".png"), ReadError("A/logo2.png", ".png")],
        )
    return Library.open(tmp_path / "data")


def shown(page: Path) -> str:
    """A page's text as it is read."""
    tree = etree.XML(
        re.sub("<script>.*</script>", "", page.read_text("utf-8"), flags=re.DOTALL).encode()
    )
    return " ".join("".join(map(str, tree.itertext())).split())


def test_every_page_is_well_formed_and_every_link_leads_somewhere(
    library: Library, tmp_path: Path
) -> None:
    out = tmp_path / "rapport"
    write_report(library, out)
    pages = sorted(out.rglob("*.html"))
    assert len(pages) == 2 + len(TEMPLATES)
    for page in pages:
        text = page.read_text("utf-8")
        assert "default-src 'none'" in text
        tree = etree.XML(re.sub("<script>.*</script>", "", text, flags=re.DOTALL).encode())
        links = tree.xpath("//@href")
        assert isinstance(links, list)
        for link in map(str, links):
            file, _, anchor = link.partition("#")
            target = page.parent / file if file else page
            assert target.is_file(), link
            assert not anchor or f'id="{anchor}"' in target.read_text("utf-8"), link
        for sign in ("src=", "url(", "@import", "<link", "style=", "http://www"):
            assert sign not in text.replace('src="data:', "")


def test_the_heaviest_stand_first_and_very_short_ones_do_not_lead(
    library: Library, tmp_path: Path
) -> None:
    write_report(library, tmp_path / "rapport")
    page = shown(tmp_path / "rapport" / "index.html")
    begin = page[page.rindex("Begynd her") :]
    assert begin.index("æøå.docx") < begin.index("=1+1 <x>.docx") < begin.index("skyld.docx")
    assert "30,0" in begin  # three for 40 words, counted as 100
    assert "rolig.docx" not in begin[: begin.index("Står i flere skabeloner")]


def test_a_paragraph_in_many_templates_is_shown_once_with_its_number(
    library: Library, tmp_path: Path
) -> None:
    write_report(library, tmp_path / "rapport")
    page = shown(tmp_path / "rapport" / "index.html")
    assert page.count("Står i 3 skabeloner") == 1
    assert "Vi mangler et svar" in page


def test_what_was_not_read_is_told(library: Library, tmp_path: Path) -> None:
    write_report(library, tmp_path / "rapport")
    page = shown(tmp_path / "rapport" / "index.html")
    assert "beskyttet med en adgangskode" in page
    assert "2 .png" in page


def test_names_are_covered_on_pages_and_in_tables_unless_they_are_asked_for(
    library: Library, tmp_path: Path
) -> None:
    covered, opened = tmp_path / "a", tmp_path / "b"
    write_report(library, covered, tables=("csv", "jsonl", "xlsx"))
    write_report(library, opened, tables=("csv",), show_names=True)
    for file in covered.rglob("*"):
        assert not file.is_file() or b"Ravnkilde" not in file.read_bytes()
    assert any("Ravnkilde" in file.read_text("utf-8") for file in opened.rglob("*.html"))


def test_the_workbook_has_a_row_for_each_finding_and_no_formulas(
    library: Library, tmp_path: Path
) -> None:
    write_report(library, tmp_path, tables=("xlsx",), show_names=True)
    book = openpyxl.load_workbook(tmp_path / "fund.xlsx")
    sheet = book["Fund"]
    table = list(sheet.iter_rows())
    assert [cell.value for cell in table[0]][:3] == ["Skabelon", "Mappe", "Afsnit"]
    assert len(table) == 1 + sum(len(report.findings) for report in TEMPLATES)
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == f"A1:W{len(table)}"
    assert all(cell.data_type != "f" and cell.hyperlink is None for row in table for cell in row)
    assert FORMULA in [cell.value for cell in table[2]]


def test_the_csv_is_for_a_danish_excel_and_has_no_formulas(
    library: Library, tmp_path: Path
) -> None:
    write_report(library, tmp_path, tables=("csv",), show_names=True)
    data = (tmp_path / "fund.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 5
    assert not any(
        (cell or "").startswith(("=", "+", "-", "@", "\t")) for r in rows for cell in r.values()
    )
    assert rows[1]["citat"] == f"'{FORMULA}"
    assert rows[1]["skabelon"] == "B/=1+1 <x>.docx"


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\tx", " =1", "＝1", "\r=1", "\n=1"])
def test_a_text_that_a_spreadsheet_would_work_out_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"
    assert as_written(f"'{text}") == text
    assert harmless(f"a{text}") == f"a{text}"


def test_lines_and_columns_hold_the_same_rows(library: Library, tmp_path: Path) -> None:
    write_report(library, tmp_path, tables=("jsonl", "parquet"), show_names=True)
    lines = [json.loads(line) for line in (tmp_path / "fund.jsonl").read_text("utf-8").splitlines()]
    read = duckdb.read_parquet(str(tmp_path / "fund.parquet"))
    assert [dict(zip(read.columns, row, strict=True)) for row in read.fetchall()] == lines
    assert not (tmp_path / "fund.linjer").exists()


def test_a_report_takes_the_place_of_the_one_before_and_leaves_nothing_behind(
    library: Library, tmp_path: Path
) -> None:
    out = tmp_path / "rapport"
    write_report(library, out, tables=("csv", "xlsx", "parquet"))
    before = {
        f.name: f.read_bytes() for f in out.rglob("*") if f.suffix in {".html", ".csv", ".xlsx"}
    }
    (out / "skabeloner" / "slettet-0000000000.html").write_text("gammel")
    written = write_report(library, out, tables=("csv", "xlsx", "parquet"))
    assert {
        f.name: f.read_bytes() for f in out.rglob("*") if f.suffix in {".html", ".csv", ".xlsx"}
    } == before
    assert sorted(f.name for f in out.iterdir()) == sorted(written.files)


def test_a_missing_package_leaves_out_its_table_only_and_says_so(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    written = write_report(library, tmp_path / "rapport")
    (sentence,) = written.left
    assert 'pip install "traek[audit]"' in sentence
    assert "fund.csv" in written.files
    assert "fund.xlsx" not in written.files


def test_what_somebody_accepted_is_a_row_with_the_reason(tmp_path: Path) -> None:
    kept = Suppressed(tryk(1, SHARED, "Du har undladt"), "Aftalt med juristerne", "traek.toml")
    report = template("a.docx", SHARED)
    with Gatherer(tmp_path / "data") as gatherer:
        gatherer.add(
            Examined(
                "a.docx",
                "0" * 64,
                1,
                Report(
                    **{
                        **{name: getattr(report, name) for name in report.__slots__},
                        "suppressed": (kept,),
                    }
                ),
            )
        )
        gatherer.finish("x", {}, 1)
    write_report(Library.open(tmp_path / "data"), tmp_path, tables=("jsonl",))
    row = json.loads((tmp_path / "fund.jsonl").read_text("utf-8"))
    assert row["grund_til_at_staa"] == "Aftalt med juristerne"


def test_an_empty_library_still_gives_a_page(tmp_path: Path) -> None:
    with Gatherer(tmp_path / "data") as gatherer:
        gatherer.finish("x", {}, 1)
    write_report(Library.open(tmp_path / "data"), tmp_path)
    assert "0 skabeloner" in shown(tmp_path / "index.html")


def test_headings_and_lists_are_told_apart_in_a_template(tmp_path: Path) -> None:
    blocks = (Block("Afslag", 1, BlockKind.HEADING), Block("et punkt", 2, BlockKind.LIST_ITEM))
    report = template("a.docx", "x")
    made = Report(
        **{
            **{name: getattr(report, name) for name in report.__slots__},
            "document": Document("a.docx", blocks),
        }
    )
    with Gatherer(tmp_path / "data") as gatherer:
        gatherer.add(Examined("a.docx", "0" * 64, 1, made))
        gatherer.finish("x", {}, 1)
    write_report(Library.open(tmp_path / "data"), tmp_path)
    (page,) = (tmp_path / "skabeloner").glob("*.html")
    assert '<p class="heading">Afslag</p>' in page.read_text("utf-8")
    assert '<p class="list-item">et punkt</p>' in page.read_text("utf-8")
