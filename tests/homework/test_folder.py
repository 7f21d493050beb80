"""Drafts found in a folder: whose they are, of which letter, and in which order."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from traek.errors import SettingsError
from traek.homework import Homework, homework_in

ENDINGS = {".docx", ".txt"}


def folder(tmp_path: Path, *names: str) -> str:
    for at, name in enumerate(names):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("Kære Lise", "utf-8")
        os.utime(file, (1_000_000 - at, 1_000_000 - at))  # later names are older files
    return str(tmp_path)


def told(found: Homework) -> dict[str, list[str]]:
    return {each.name: [Path(path).name for path in each.paths] for each in found.series}


def test_names_with_numbers_are_drafts_in_order(tmp_path: Path) -> None:
    found = homework_in(folder(tmp_path, "mette-10.txt", "mette-2.txt", "ali-1.txt"), ENDINGS)
    assert told(found) == {"ali": ["ali-1.txt"], "mette": ["mette-2.txt", "mette-10.txt"]}


def test_a_folder_is_a_participant(tmp_path: Path) -> None:
    names = ("mette/udkast 2.txt", "mette/udkast 1.txt", "Ali B/foer.txt", "Ali B/efter.txt")
    assert told(homework_in(folder(tmp_path, *names), ENDINGS)) == {
        "Ali B": ["foer.txt", "efter.txt"],
        "mette": ["udkast 1.txt", "udkast 2.txt"],
    }


def test_a_participant_may_have_several_letters(tmp_path: Path) -> None:
    names = ("mette/afslag-1.txt", "mette/afslag-2.txt", "mette/rykker.txt", "mette/rykker-2.txt")
    assert told(homework_in(folder(tmp_path, *names), ENDINGS)) == {
        "mette-afslag": ["afslag-1.txt", "afslag-2.txt"],
        "mette-rykker": ["rykker.txt", "rykker-2.txt"],
    }


def test_a_name_in_capitals_is_the_same_name(tmp_path: Path) -> None:
    found = homework_in(folder(tmp_path, "Mette-1.txt", "mette-2.txt"), ENDINGS)
    assert told(found) == {"Mette": ["Mette-1.txt", "mette-2.txt"]}


def test_dates_in_names_give_the_order(tmp_path: Path) -> None:
    names = ("mette/2026-10-05.txt", "mette/2026-09-28.txt")
    assert told(homework_in(folder(tmp_path, *names), ENDINGS)) == {
        "mette": ["2026-09-28.txt", "2026-10-05.txt"]
    }


def test_without_numbers_the_files_own_time_gives_the_order_and_that_is_told(
    tmp_path: Path,
) -> None:
    found = homework_in(folder(tmp_path, "mette/a.txt", "mette/b.txt"), ENDINGS)
    assert told(found) == {"mette": ["b.txt", "a.txt"]}
    assert found.series[0].by_time


def test_a_pattern_says_how_names_are_made(tmp_path: Path) -> None:
    path = folder(tmp_path, "1_afslag_mette.txt", "2_afslag_mette.txt", "noter.txt")
    found = homework_in(path, ENDINGS, "{udkast}_{brev}_{navn}")
    assert told(found) == {"mette": ["1_afslag_mette.txt", "2_afslag_mette.txt"]}
    assert [each.message for each in found.skipped] == ["passer ikke til {udkast}_{brev}_{navn}"]


@pytest.mark.parametrize("pattern", ["{person}-{udkast}", "{udkast}", "{navn}{navn}"])
def test_a_pattern_that_cannot_be_used_is_told(tmp_path: Path, pattern: str) -> None:
    with pytest.raises(SettingsError, match=r"Skriv \{navn\} én gang"):
        homework_in(str(tmp_path), ENDINGS, pattern)


def test_the_same_draft_twice_is_an_error_that_names_both(tmp_path: Path) -> None:
    found = homework_in(folder(tmp_path, "mette-1.txt", "mette-1.docx", "ali-1.txt"), ENDINGS)
    assert list(told(found)) == ["ali"]
    (error,) = found.errors
    assert "mette-1.docx" in error.message
    assert "mette-1.txt er det samme udkast" in error.message


def test_earlier_sheets_and_the_form_are_no_homework(tmp_path: Path) -> None:
    path = folder(tmp_path, "mette-1.txt", "ark/mette.docx", "fokus.toml", "noter.xyz")
    found = homework_in(path, ENDINGS, out=str(tmp_path / "ark"))
    assert told(found) == {"mette": ["mette-1.txt"]}
    assert [Path(each.path).name for each in found.skipped] == ["noter.xyz"]


def test_sheets_may_go_anywhere_but_among_the_drafts(tmp_path: Path) -> None:
    path = folder(tmp_path / "opgaver", "mette-1.txt")
    assert told(homework_in(path, ENDINGS, out=str(tmp_path))) == {"mette": ["mette-1.txt"]}
    with pytest.raises(SettingsError, match="er mappen med udkastene"):
        homework_in(path, ENDINGS, out=path)


def test_a_pattern_that_nothing_fits_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="Ret --pattern"):
        homework_in(folder(tmp_path, "mette-1.txt"), ENDINGS, "{navn}_{udkast}_x")


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    folder(tmp_path, "mette-1.txt")
    with pytest.raises(SettingsError, match="er ikke en mappe"):
        homework_in(str(tmp_path / "mette-1.txt"), ENDINGS)
