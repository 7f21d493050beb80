"""`traek log` from the shell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from traek.cli import run

BEFORE = "Kære Lise Holm\n\nDu har undladt at sende bilaget.\n\nVenlig hilsen\nBo Lund"
AFTER = "Kære Lise Holm\n\nVi mangler bilaget. Ring til mig.\n\nVenlig hilsen\nBo Lund"


@pytest.fixture
def letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "foer.txt").write_text(BEFORE, "utf-8")
    (tmp_path / "efter.txt").write_text(AFTER, "utf-8")
    return str(tmp_path / "foer.txt"), str(tmp_path / "efter.txt")


def add(letters: tuple[str, str], *more: str) -> int:
    return run(["log", "add", *letters, "--date", "20.11.2026", *more])


def test_a_letter_is_kept_and_nothing_of_its_text(
    letters: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(letters, "--label", "rykker", "--outcome", "ringede", "--minutes", "15") == 0
    err = capsys.readouterr().err
    assert "Brev nummer 1 er lagt i loggen: træk" in err
    assert "Loggen ligger i" in err
    data = (tmp_path / "data" / "traek" / "log.sqlite").read_bytes()
    assert b"rykker" in data
    for word in ("Lise", "Holm", "undladt", "bilaget", "foer.txt", "Lund"):
        assert word.encode() not in data


def test_the_log_is_shown_updated_and_deleted(
    letters: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(letters, "--label", "rykker") == 0
    assert run(["log", "update", "1", "--outcome", "trukket"]) == 0
    assert run(["log", "show"]) == 0
    out = capsys.readouterr().out
    assert "2026-11-20  rykker" in out
    assert out.splitlines()[1].endswith("trukket")
    assert run(["log", "export", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["entries"][0]["outcome"] == "trukket"
    assert run(["log", "delete", "1"]) == 2
    assert "Skriv --yes" in capsys.readouterr().err
    assert run(["log", "delete", "7", "--yes"]) == 2
    assert run(["log", "delete", "1", "--yes"]) == 0
    assert run(["log", "delete", "--all", "--yes"]) == 0
    assert not (tmp_path / "data" / "traek" / "log.sqlite").exists()
    assert run(["log", "show"]) == 2


def test_reports_are_written(letters: tuple[str, str], tmp_path: Path) -> None:
    assert add(letters) == 0
    for name in ("html", "xlsx"):
        target = tmp_path / f"log.{name}"
        assert run(["log", "report", "--format", name, "--output", str(target)]) == 0
        assert target.stat().st_size > 1000


@pytest.mark.parametrize("label", ["Lise", "010203-1234", "bo lund"])
def test_a_label_that_looks_like_a_person_is_warned_about(
    letters: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str], label: str
) -> None:
    assert add(letters, "--label", label) == 2
    assert "ligner" in capsys.readouterr().err
    assert not (tmp_path / "data").exists()


def test_a_name_may_be_kept_but_a_cpr_number_never(letters: tuple[str, str]) -> None:
    assert add(letters, "--label", "bo lund", "--keep-label") == 0
    assert add(letters, "--label", "010203-1234", "--keep-label") == 2


def test_a_date_that_is_none_is_told(
    letters: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["log", "add", *letters, "--date", "31.2.2026"]) == 2
    assert "er ikke en dato" in capsys.readouterr().err


def test_another_file_may_be_chosen(letters: tuple[str, str], tmp_path: Path) -> None:
    assert add(letters, "--file", str(tmp_path / "min.sqlite")) == 0
    assert (tmp_path / "min.sqlite").exists()
    assert not (tmp_path / "data").exists()
