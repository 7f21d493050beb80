"""A report written again: only what is new is written, and the files are those of a fresh one."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from traek.audit.report import writing
from traek.audit.report.rows import COLUMNS, Row
from traek.audit.report.tables import excel
from traek.audit.report.tables.archive import Checksum
from traek.audit.report.tables.excel import ExcelTable
from traek.cli import run

TRYK = (
    "Kære {}\n\nDu har undladt at svare os. Svar senest på fredag.\n\nMed venlig hilsen\nTeam Pas\n"
)
NAMES = ("Runa Ravnkilde", "Lise Holm", "«Navn»", "Bo Birk", "Lise Holm")
LONG_AGO = 1_000_000_000


def write(folder: Path, name: str, text: str) -> None:
    (folder / "skabeloner").mkdir(exist_ok=True)
    file = folder / "skabeloner" / f"{name}.txt"
    file.write_text(text, "utf-8")
    os.utime(file, (LONG_AGO, LONG_AGO + file.stat().st_size))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for number, name in enumerate(NAMES):
        write(tmp_path, f"brev-{number}", TRYK.format(name))
    return tmp_path


def audited(out: str, *options: str) -> None:
    run(["audit", "skabeloner", "--out", out, "--select", "E01,D01", "-q", *options])


def content(out: Path) -> dict[str, bytes]:
    """Every file but those that keep times."""
    kept = {"seen.jsonl", "shown.jsonl"}
    files = (file for file in out.rglob("*") if file.is_file() and file.name not in kept)
    return {str(file.relative_to(out)): file.read_bytes() for file in files}


def inodes(folder: Path) -> dict[str, int]:
    """The pages of the templates; one that is written anew has another number."""
    pages = (folder / "rapport" / "skabeloner").iterdir()
    return {page.name: page.stat().st_ino for page in sorted(pages)}


def change(folder: Path) -> None:
    write(folder, "brev-1", TRYK.format("Runa Ravnkilde") + "Du har undladt at betale.\n")


def change_much(folder: Path) -> None:
    """One is gone, one is new, one has changed and one has got another name."""
    change(folder)
    (folder / "skabeloner" / "brev-0.txt").unlink()
    write(folder, "brev-00", "Kære Bo Birk\n\nTak for dit brev. Du har undladt at svare os.\n")
    (folder / "skabeloner" / "brev-2.txt").rename(folder / "skabeloner" / "a Lise Holm.txt")


def nothing(_folder: Path) -> None:
    pass


def spoil_pages(folder: Path) -> None:
    next((folder / "rapport" / "skabeloner").glob("brev-3*")).write_text("rettet")
    next((folder / "rapport" / "skabeloner").glob("brev-4*")).unlink()


def save_a_table_in_excel(folder: Path) -> None:
    table = folder / "rapport" / "fund.csv"
    table.write_bytes(table.read_bytes()[::-1])


def lose_a_table(folder: Path) -> None:
    (folder / "rapport" / "fund.xlsx").unlink()


def cut_what_is_kept_short(folder: Path) -> None:
    kept = folder / "rapport" / "data" / "shown.jsonl"
    kept.write_bytes(kept.read_bytes()[:-30])


@pytest.mark.parametrize(
    "happens",
    [
        *(change_much, nothing, spoil_pages, save_a_table_in_excel, lose_a_table),
        cut_what_is_kept_short,
    ],
)
def test_a_report_written_again_is_the_report_of_a_fresh_run(
    folder: Path, happens: Callable[[Path], None]
) -> None:
    audited("rapport")
    happens(folder)
    audited("rapport")
    audited("frisk", "--no-cache")
    assert content(folder / "rapport") == content(folder / "frisk")


def test_names_are_covered_or_shown_as_this_run_asks(folder: Path) -> None:
    audited("rapport", "--show-names")
    audited("rapport")
    audited("frisk", "--no-cache")
    assert content(folder / "rapport") == content(folder / "frisk")
    assert all(
        b"Ravnkilde" not in text
        for name, text in content(folder / "rapport").items()
        if not name.startswith("data/")
    )


def test_only_pages_of_templates_that_changed_are_written(folder: Path) -> None:
    audited("rapport")
    before = inodes(folder)
    change(folder)
    audited("rapport")
    after = inodes(folder)
    assert [name[:6] for name in after if after[name] != before[name]] == ["brev-1"]


@pytest.mark.parametrize("tables", ["csv,parquet", "jsonl,parquet", "parquet"])
def test_columns_are_written_anew_beside_tables_that_are_not(folder: Path, tables: str) -> None:
    for each in ("csv", tables, tables):
        audited("rapport", "--tables", each)
    change(folder)
    audited("rapport", "--tables", tables)
    audited("frisk", "--no-cache", "--tables", tables)
    assert fresh(content(folder / "rapport"), tables) == content(folder / "frisk")


def fresh(content: dict[str, bytes], tables: str) -> dict[str, bytes]:
    """What is in a report but for a table that this run was not asked for."""
    return {n: b for n, b in content.items() if n != "fund.csv" or "csv" in tables}


def test_a_report_that_was_not_finished_is_written_anew(folder: Path) -> None:
    audited("rapport")
    change(folder)
    (folder / "rapport" / "data").rename(folder / "rapport" / "data.igang")
    for file in ("index.html", "fund.csv"):
        (folder / "rapport" / file).unlink()
    audited("rapport")
    audited("frisk", "--no-cache")
    assert content(folder / "rapport") == content(folder / "frisk")


def test_known_findings_are_no_longer_taken_for_new(folder: Path) -> None:
    audited("rapport")
    known = ("--baseline", "kendt.toml")
    run(["baseline", "create", "skabeloner", *known, "--reason", "Aftalt", "--select", "E01"])
    change(folder)
    audited("rapport", *known)
    audited("frisk", "--no-cache", *known)
    assert b"Aftalt" in (folder / "frisk" / "fund.csv").read_bytes()
    assert content(folder / "rapport") == content(folder / "frisk")
    before = inodes(folder)
    write(folder, "brev-4", TRYK.format("Bo Birk"))
    audited("rapport", *known)
    assert [name[:6] for name, inode in inodes(folder).items() if before[name] != inode] == [
        "brev-4"
    ]
    audited("frisk", "--no-cache", *known)
    assert content(folder / "rapport") == content(folder / "frisk")
    kept = (folder / "kendt.toml").read_text("utf-8")
    (folder / "kendt.toml").write_text(kept.replace("Aftalt", "Lovet"), "utf-8")
    audited("rapport", *known)
    audited("frisk", "--no-cache", *known)
    assert b"Aftalt" not in (folder / "rapport" / "fund.csv").read_bytes()
    assert content(folder / "rapport") == content(folder / "frisk")
    audited("rapport")
    audited("uden", "--no-cache")
    assert content(folder / "rapport") == content(folder / "uden")


@given(st.lists(st.binary(max_size=40)))
def test_a_checksum_of_stretches_is_that_of_the_whole(stretches: list[bytes]) -> None:
    sums = Checksum()
    for stretch in stretches:
        sums.add(len(stretch), zlib.crc32(stretch))
    whole = b"".join(stretches)
    assert (sums.raw, sums.crc) == (len(whole), zlib.crc32(whole))


def test_a_sheet_that_is_full_is_followed_by_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(excel, "MOST_ROWS", 3)
    row: Row = dict.fromkeys(COLUMNS) | {"citat": " <_x0041_>\r\n", "afsnit": 7}
    table = ExcelTable(tmp_path / "fund.xlsx")
    for _ in range(3):
        table.add(row)
        table.add(row)
        table.end()
    parts = table.close()
    again = ExcelTable(tmp_path / "igen.xlsx")
    with (tmp_path / "fund.xlsx").open("rb") as old:
        for part in parts:
            again.take(old, part)
        assert again.close() == parts
    assert (tmp_path / "igen.xlsx").read_bytes() == (tmp_path / "fund.xlsx").read_bytes()
    book = openpyxl.load_workbook(tmp_path / "igen.xlsx")
    assert [sheet.max_row for sheet in book] == [3, 3, 3]
    sheet = book["Fund 3"]
    cells = {cell.value: sheet["A1":"W2"][1][at] for at, cell in enumerate(sheet[1])}
    assert cells["Citat"].value.replace("_x005F_", "_") == " <_x0041_>\n"
    assert cells["Citat"].alignment.wrap_text
    assert cells["Afsnit"].value == 7
    assert not cells["Afsnit"].alignment.wrap_text


def test_more_findings_than_a_sheet_holds_are_told_of(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(excel, "MOST_ROWS", 3)
    monkeypatch.setattr(writing, "MOST_ROWS", 3)
    audited("rapport")
    assert "flere fund, end et ark i Excel har plads til (3)" in capsys.readouterr().err
    book = openpyxl.load_workbook(folder / "rapport" / "fund.xlsx")
    lines = (folder / "rapport" / "fund.jsonl").read_text("utf-8").splitlines()
    assert len(book.sheetnames) > 1
    assert sum(sheet.max_row - 1 for sheet in book) == len(lines)


@pytest.mark.parametrize("sign", ["x", "\U0001f600"])
def test_a_cell_holds_as_much_as_excel_lets_it_and_says_that_there_is_more(
    tmp_path: Path, sign: str
) -> None:
    table = ExcelTable(tmp_path / "fund.xlsx")
    table.add(dict.fromkeys(COLUMNS) | {"skabelon": sign * 40_000})
    table.end()
    table.close()
    text = openpyxl.load_workbook(tmp_path / "fund.xlsx").active["A2"].value
    assert text.endswith(f"{sign}…")
    assert 30_000 < len(text.encode("utf-16-le")) // 2 <= 32_767
