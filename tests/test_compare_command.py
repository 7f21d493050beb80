"""`traek compare` from the shell."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from traek.cli import run

BEFORE = "Kære Lise\n\nDu har undladt at sende bilaget senest den 4. maj.\n\nVenlig hilsen\nBo"
AFTER = "Kære Lise\n\nVi mangler bilaget. Ring til mig.\n\nVenlig hilsen\nBo"


@pytest.fixture
def drafts(tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "foer.txt").write_text(BEFORE, "utf-8")
    (tmp_path / "efter.txt").write_text(AFTER, "utf-8")
    return str(tmp_path / "foer.txt"), str(tmp_path / "efter.txt")


def test_it_shows_what_was_solved_and_counts_on_stderr(
    drafts: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["compare", *drafts]) == 0
    out, err = capsys.readouterr()
    assert "– Skyld og bebrejdelse" in out
    assert "dato: »4. maj«" in out
    assert err.splitlines()[-1].startswith("2 udkast læst, tryk: ")


def test_json_goes_to_a_file(drafts: tuple[str, str], tmp_path: Path) -> None:
    target = tmp_path / "ud.json"
    assert run(["compare", *drafts, "--format", "json", "--output", str(target)]) == 0
    assert json.loads(target.read_text("utf-8"))["after"]["path"] == drafts[1]


def test_the_first_draft_says_which_firkant_applies(
    drafts: tuple[str, str], tmp_path: Path
) -> None:
    Path(drafts[0]).write_text(f"Tak for din henvendelse.\n\n{BEFORE}", "utf-8")
    target = tmp_path / "ud.json"
    assert run(["compare", *drafts, "--format", "json", "--output", str(target)]) == 0
    told = json.loads(target.read_text("utf-8"))
    assert told["before"]["situation"] == told["after"]["situation"] == "svar"


def test_a_letter_is_never_overwritten(
    drafts: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["compare", *drafts, "--output", drafts[1]]) == 2
    assert "er et af brevene" in capsys.readouterr().err
    assert Path(drafts[1]).read_text("utf-8") == AFTER


def test_a_missing_draft_is_told(
    drafts: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["compare", drafts[0], "vaek.txt"]) == 2
    assert "vaek.txt" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["html", "docx"])
def test_what_is_made_to_be_passed_on_is_masked(
    drafts: tuple[str, str], tmp_path: Path, name: str
) -> None:
    Path(drafts[1]).write_text(AFTER.replace("Lise", "Lise Holm"), "utf-8")
    for more, shown in (([], False), (["--show-names"], True)):
        target = tmp_path / f"ud.{name}"
        arguments = ["compare", *drafts, "--format", name, "--output", str(target), *more]
        assert run(arguments) == 0
        data = target.read_bytes()
        if name == "docx":
            data = zipfile.ZipFile(target).read("word/document.xml")
        assert (b"Holm" in data) is shown


def test_a_word_file_needs_a_name(
    drafts: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["compare", *drafts, "--format", "docx"]) == 2
    assert "--output" in capsys.readouterr().err
