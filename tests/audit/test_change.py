"""Two audits of a library beside each other."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from lxml import etree

from traek.audit.change import State, change_csv, change_page, change_text, compared
from traek.audit.library import Library
from traek.cli import run

BAD = "Du har undladt at svare."
CALM = "Kære Runa Ravnkilde\n\nTak for dit brev.\n"
ONLY = ("--select", "E01", "--tables", "csv", "-q")


def write(folder: Path, letters: dict[str, str]) -> None:
    for name, text in letters.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The reports `foer` and `efter` on a library where a little has happened."""
    monkeypatch.chdir(tmp_path)
    write(
        tmp_path / "foer_skabeloner",
        {
            "A/tungere.txt": CALM,
            "A/lettere.txt": f"{CALM}\n{BAD}\n\n{BAD}\n",
            "B/uændret.txt": f"{CALM}\n{BAD}\n",
            "B/flyttes.txt": f"{CALM}\nDet er flyttet.\n",
            "B/væk.txt": f"{CALM}\nDet er væk.\n",
        },
    )
    write(
        tmp_path / "efter_skabeloner",
        {
            "A/tungere.txt": f"{CALM}\nDu, Runa Ravnkilde, har undladt at svare.\n\n{BAD}\n",
            "A/lettere.txt": f"{CALM}\n{BAD}\n",
            "B/uændret.txt": f"{CALM}\nEn rolig linje mere.\n\n{BAD}\n",
            "C/flyttet.txt": f"{CALM}\nDet er flyttet.\n",
            "C/=ny <b>.txt": f"{CALM}\nDet er nyt.\n",
        },
    )
    for name in ("foer", "efter"):
        run(["audit", f"{name}_skabeloner", "--out", name, *ONLY])
    return tmp_path


def opened(reports: Path, name: str) -> Library:
    return Library.open(reports / name / "data")


def test_every_template_is_told_for_what_became_of_it(reports: Path) -> None:
    change = compared(opened(reports, "foer"), opened(reports, "efter"))
    assert {each.path: each.state for each in change.templates} == {
        "A/tungere.txt": State.HEAVIER,
        "A/lettere.txt": State.LIGHTER,
        "B/uændret.txt": State.SAME,
        "C/flyttet.txt": State.SAME,
        "C/=ny <b>.txt": State.NEW,
        "B/væk.txt": State.GONE,
    }
    (moved,) = [each for each in change.templates if each.moved]
    assert (moved.before and moved.before.path, moved.path) == ("B/flyttes.txt", "C/flyttet.txt")
    assert [shift.name for shift in change.folders] == ["A", "B", "C"]
    assert change.same_rules


def test_what_is_gone_and_what_has_come_is_quoted_and_names_are_covered(reports: Path) -> None:
    change = compared(opened(reports, "foer"), opened(reports, "efter"))
    by_path = {each.path: each for each in change.templates}
    assert len(by_path["A/lettere.txt"].solved) == 1
    assert by_path["A/lettere.txt"].added == ()
    assert by_path["A/tungere.txt"].added
    for output in (change_page(change), change_csv(change).decode(), change_text(change)):
        assert "Ravnkilde" not in output


def test_a_report_beside_itself_has_nothing_to_tell(reports: Path) -> None:
    change = compared(opened(reports, "foer"), opened(reports, "foer"))
    assert {each.state for each in change.templates} == {State.SAME}
    assert "ingen tungere, ingen lettere, ingen nye, ingen væk, 5 uændrede" in change_text(change)


def test_the_page_is_well_formed_and_the_table_has_no_formulas(reports: Path) -> None:
    change = compared(opened(reports, "foer"), opened(reports, "efter"))
    etree.XML(change_page(change).encode())
    table = change_csv(change).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table), delimiter=";"))
    assert len(rows) == 6
    assert [row["hvad"] for row in rows][:3] == ["tungere", "lettere", "ny"]
    assert rows[0]["tryk_foer"] == "0"


def test_other_rules_are_told_of(reports: Path) -> None:
    run(["audit", "efter_skabeloner", "--out", "andre", "--select", "E01,E10", "--tables", "csv"])
    change = compared(opened(reports, "foer"), opened(reports, "andre"))
    assert not change.same_rules
    assert "forskellige udgaver" in change_text(change)
    assert "forskellige udgaver" in change_page(change)


def test_the_command_prints_and_writes_what_was_asked_for(
    reports: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["audit", "compare", "foer", "efter", "--out", "sammenlignet"]) == 0
    told = capsys.readouterr()
    assert "1 tungere, 1 lettere, 1 ny, 1 væk, 2 uændrede" in told.out
    assert "sammenligning.html" in told.err
    assert sorted(f.name for f in (reports / "sammenlignet").iterdir()) == [
        "sammenligning.csv",
        "sammenligning.html",
    ]
    assert run(["audit", "compare", "foer", "ingenting"]) == 2
    assert "Der er ingen rapport fra traek audit i ingenting" in capsys.readouterr().err
