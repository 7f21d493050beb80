"""`traek homework` from the shell."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from traek.cli import run

BEFORE = "Kære Lise Holm\n\nDu har undladt at sende bilaget.\n\nVenlig hilsen\nBo Lund"
AFTER = "Kære Lise Holm\n\nVi mangler bilaget. Ring til mig.\n\nVenlig hilsen\nBo Lund"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "opgave"
    place.mkdir()
    for name, text in (("mette-1", BEFORE), ("mette-2", AFTER), ("ali-1", BEFORE)):
        (place / f"{name}.txt").write_text(text, "utf-8")
    return place


def homework(folder: Path, *more: str) -> int:
    return run(["homework", str(folder), "--out", str(folder.parent / "ark"), *more])


def test_it_writes_a_sheet_for_each_and_one_for_the_group(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert homework(folder, "--format", "docx") == 0
    written = sorted(file.name for file in (folder.parent / "ark").iterdir())
    assert written == ["ali.docx", "gruppen.docx", "mette.docx"]
    assert capsys.readouterr().err == "3 udkast læst fra 2 deltagere, 3 ark skrevet.\n"


def test_word_files_and_pages_are_written_without_a_choice(folder: Path) -> None:
    assert homework(folder) == 0
    written = {file.suffix for file in (folder.parent / "ark").iterdir()}
    assert written == {".docx", ".html"}


def test_a_participant_may_be_called_as_the_groups_sheet_is(folder: Path) -> None:
    (folder / "ali-1.txt").rename(folder / "Gruppen-1.txt")
    assert homework(folder, "--format", "docx") == 0
    written = sorted(file.name for file in (folder.parent / "ark").iterdir())
    assert written == ["Gruppen.docx", "alles-gruppeark.docx", "mette.docx"]


def test_sheets_with_notes_in_them_are_not_overwritten(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert homework(folder, "--format", "docx") == 0
    (folder.parent / "ark" / "mette.docx").write_bytes(b"noter")
    assert homework(folder, "--format", "docx") == 2
    assert "--overwrite" in capsys.readouterr().err
    assert (folder.parent / "ark" / "mette.docx").read_bytes() == b"noter"
    assert homework(folder, "--format", "docx", "--overwrite") == 0


def test_a_new_form_names_everyone_and_is_used_the_next_time(folder: Path) -> None:
    assert homework(folder, "--new-form") == 0
    form = folder / "fokus.toml"
    assert "[deltager.mette]" in form.read_text("utf-8")
    assert homework(folder, "--new-form") == 2
    form.write_text('[deltager.meta]\nmaal = "x"\n', "utf-8")
    assert homework(folder, "--format", "docx") == 2
    assert not (folder.parent / "ark").exists()


def test_one_that_cannot_be_read_stops_no_other(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "ali-1.txt").write_text("", "utf-8")
    assert homework(folder, "--format", "docx") == 2
    err = capsys.readouterr().err
    assert "Der kom intet ark til »ali«" in err
    assert "intet gruppeark, for det kræver mindst to deltagere" in err
    assert [file.name for file in (folder.parent / "ark").iterdir()] == ["mette.docx"]


def test_without_the_extra_pages_are_still_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    assert homework(folder) == 2
    assert 'pip install "traek[homework]"' in capsys.readouterr().err
    assert not (folder.parent / "ark").exists()
    assert homework(folder, "--format", "html") == 0
