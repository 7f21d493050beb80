"""Which letters are found under a path, and what is said of the others."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from traek.audit import Letters, find_letters
from traek.errors import SettingsError

ENDINGS = {".txt", ".docx"}


def names(letters: Letters, folder: Path) -> list[str]:
    return [Path(path).relative_to(folder).as_posix() for path in letters.paths]


def reasons(letters: Letters, folder: Path) -> dict[str, str]:
    return {Path(s.path).relative_to(folder).as_posix(): s.message for s in letters.skipped}


def write(folder: Path, *paths: str, text: str = "Hej") -> None:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")


def test_an_ignore_file_leaves_out_files_and_folders(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "b.txt", "arkiv/c.txt", "nyt/d.txt", "nyt/gammel.txt")
    write(tmp_path, ".traekignore", text="# gamle\narkiv/\nb.*\ngammel.txt\n")
    letters = find_letters([str(tmp_path)], ENDINGS)
    assert names(letters, tmp_path) == ["a.txt", "nyt/d.txt"]
    assert reasons(letters, tmp_path) == {
        "arkiv": ".traekignore",
        "b.txt": ".traekignore",
        "nyt/gammel.txt": ".traekignore",
    }


def test_the_nearest_ignore_file_has_the_last_word(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "nyt/a.txt")
    write(tmp_path, ".traekignore", text="a.txt\n")
    write(tmp_path, "nyt/.traekignore", text="!a.txt\n")
    assert names(find_letters([str(tmp_path)], ENDINGS), tmp_path) == ["nyt/a.txt"]


def test_a_file_that_is_named_is_read_though_it_is_ignored(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, ".traekignore", text="*.txt\n")
    assert names(find_letters([str(tmp_path / "a.txt")], ENDINGS), tmp_path) == ["a.txt"]


def test_letters_of_a_name_written_in_two_parts_are_the_same_letters(tmp_path: Path) -> None:
    write(tmp_path, unicodedata.normalize("NFD", "påbud/rykker å.txt"), "øvrigt.txt")
    write(tmp_path, ".traekignore", text="påbud/\n")
    assert names(find_letters([str(tmp_path)], ENDINGS), tmp_path) == ["øvrigt.txt"]


def test_an_ignore_file_that_is_not_text_is_said_with_its_path(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (tmp_path / ".traekignore").write_bytes(b"\xff\xfe\xd8")
    with pytest.raises(SettingsError, match="UTF-8"):
        find_letters([str(tmp_path)], ENDINGS)


def test_a_link_to_a_folder_is_followed_and_a_ring_is_not(tmp_path: Path) -> None:
    write(tmp_path, "rod/a.txt", "andet/b.txt")
    (tmp_path / "rod" / "til-andet").symlink_to(tmp_path / "andet")
    (tmp_path / "rod" / "ring").symlink_to(tmp_path / "rod")
    (tmp_path / "andet" / "tilbage").symlink_to(tmp_path / "rod")
    letters = find_letters([str(tmp_path / "rod")], ENDINGS)
    assert names(letters, tmp_path) == ["rod/a.txt", "rod/til-andet/b.txt"]
    assert reasons(letters, tmp_path) == {
        "rod/ring": "genvej i ring",
        "rod/til-andet/tilbage": "genvej i ring",
    }


def test_a_pattern_stands_for_all_that_fit(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "nyt/b.txt", "nyt/c.docx", "[x].txt")
    found = find_letters([str(tmp_path / "**" / "*.txt")], ENDINGS)
    assert names(found, tmp_path) == ["[x].txt", "a.txt", "nyt/b.txt"]
    assert names(find_letters([str(tmp_path / "[x].txt")], ENDINGS), tmp_path) == ["[x].txt"]
    assert "ingen filer" in find_letters([str(tmp_path / "*.rtf")], ENDINGS).errors[0].message


def test_words_own_lock_files_are_passed_by(tmp_path: Path) -> None:
    write(tmp_path, "~$rykker.docx", "a.txt")
    assert reasons(find_letters([str(tmp_path)], ENDINGS), tmp_path) == {
        "~$rykker.docx": "åben i Word"
    }
