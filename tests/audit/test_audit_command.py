"""`traek audit` at the command line: what it prints, writes and exits with."""

from __future__ import annotations

from pathlib import Path

import pytest

from traek.cli import run

TRYK = "Kære Lise\n\nDu har undladt at svare os.\n\nMed venlig hilsen\nTeam Pas\n"


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        (tmp_path / "skabeloner").mkdir(exist_ok=True)
        (tmp_path / "skabeloner" / f"{name}.txt").write_text(TRYK, "utf-8")
    return tmp_path


def test_a_library_is_summed_up_and_kept(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["audit", "skabeloner", "--out", "rapport", "--select", "E01"]) == 1
    told = capsys.readouterr()
    assert "2 skabeloner: 2 tryk" in told.out
    assert "2 skabeloner  »Du har undladt at svare os.«" in told.out
    assert told.err.splitlines()[-1].startswith("2 skabeloner læst, 26 ord")
    assert (library / "rapport" / "data" / "about.json").exists()


def test_a_report_is_never_taken_for_letters(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        run(["audit", ".", "--out", "rapport", "--select", "E01"])
        (library / "rapport" / "side.html").write_text("<p>Du har undladt at svare.</p>")
    assert "2 skabeloner læst" in capsys.readouterr().err.splitlines()[-1]
    assert run(["check", "rapport"]) == 2


def test_the_gate_follows_fail_on(library: Path) -> None:
    arguments = ["audit", "skabeloner", "--out", "rapport", "--select", "E01"]
    assert run([*arguments, "--fail-on", "never"]) == 0
    assert run([*arguments, "--exit-zero"]) == 0
    (library / "skabeloner" / "tom.txt").write_text("")
    assert run(arguments) == 2


def test_only_what_changed_since_an_earlier_report(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["audit", "skabeloner", "--out", "rapport", "--select", "E01"])
    arguments = ["audit", "skabeloner", "--out", "nyt", "--select", "E01", "--changed-since"]
    assert run([*arguments, "rapport"]) == 0
    assert "Ingen skabeloner er ændret" in capsys.readouterr().err
    (library / "skabeloner" / "b.txt").write_text(TRYK + "Ring til os.\n", "utf-8")
    assert run([*arguments, "rapport"]) == 1
    assert "1 skabelon læst" in capsys.readouterr().err
    (library / "liste.txt").write_text("skabeloner/a.txt\n")
    assert run([*arguments, "liste.txt"]) == 1
    assert run([*arguments, "findes-ikke.txt"]) == 2
    assert "--changed-since" in capsys.readouterr().err


def test_a_report_is_never_replaced_by_less(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["audit", "skabeloner", "--out", "rapport", "--select", "E01"])
    before = (library / "rapport" / "data" / "files.jsonl").read_bytes()
    assert run(["audit", "skabelonerne", "--out", "rapport"]) == 2
    assert "skabelonerne findes ikke" in capsys.readouterr().err
    assert run(["audit", "skabeloner", "--out", "rapport", "--changed-since", "rapport"]) == 2
    assert "--out" in capsys.readouterr().err
    assert (library / "rapport" / "data" / "files.jsonl").read_bytes() == before


@pytest.mark.parametrize("out", ["skabeloner", "."])
def test_a_report_is_not_put_where_the_templates_are(
    library: Path, out: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["audit", "skabeloner", "--out", out]) == 2
    assert "en mappe for sig" in capsys.readouterr().err
    assert not list(library.rglob(".traekignore"))


def test_standard_input_is_for_check(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    del library
    assert run(["audit", "-", "--out", "rapport"]) == 2
    assert "traek check -" in capsys.readouterr().err


def test_an_earlier_report_is_used_or_it_is_said_why_not(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["audit", "skabeloner", "--select", "E01", "--exit-zero", "--cache", "rapport"]
    assert run([*arguments, "--out", "nyt"]) == 2
    assert "ingen rapport" in capsys.readouterr().err
    run(["audit", "skabeloner", "--select", "E01", "--out", "rapport"])
    capsys.readouterr()
    assert run([*arguments, "--out", "nyt"]) == 0
    assert "2 uændrede siden sidst" in capsys.readouterr().err
    (library / "rapport" / "data" / "versions.json").write_text("{}")
    assert run([*arguments, "--out", "nyere"]) == 0
    assert "anden udgave" in capsys.readouterr().err


def test_a_report_that_cannot_be_written_is_said(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (library / "fil").write_text("")
    assert run(["audit", "skabeloner", "--out", "fil"]) == 2
    assert "--out" in capsys.readouterr().err


def test_the_report_has_pages_and_the_tables_that_were_asked_for(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["audit", "skabeloner", "--out", "rapport", "--select", "E01", "--tables", "csv"])
    assert "rapport/index.html" in capsys.readouterr().err
    out = library / "rapport"
    assert "Lise" not in (out / "fund.csv").read_text("utf-8")
    assert len(list((out / "skabeloner").glob("*.html"))) == 2
    assert not (out / "fund.xlsx").exists()


def test_a_kind_of_table_that_does_not_exist_stops_before_any_work(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["audit", "skabeloner", "--out", "rapport", "--tables", "csv,xls"]) == 2
    assert "--tables xls findes ikke. Vælg blandt csv, jsonl, xlsx" in capsys.readouterr().err
    assert not (library / "rapport").exists()
