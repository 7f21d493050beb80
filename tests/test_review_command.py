"""`traek review` as a user meets it: the copy that it writes, and what it refuses to harm."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import docx
import pytest

from traek.cli.review import command
from traek.cli.whole_file import write_whole
from traek.errors import DocumentError, SettingsError, TraekError


def letter(path: Path, *paragraphs: str) -> Path:
    made = docx.Document()
    for text in paragraphs or ("Kære Lene", "Du har undladt at oplyse, at du er flyttet."):
        made.add_paragraph(text)
    made.save(str(path))
    return path


def review(*arguments: str | Path) -> int:
    code = command.main([str(each) for each in arguments], standalone_mode=False)
    assert isinstance(code, int)
    return code


def comments(path: Path) -> list[str]:
    return [comment.text for comment in docx.Document(str(path)).comments]


def test_a_copy_with_comments_stands_beside_the_letter(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    original = letter(tmp_path / "brev.docx")
    before = original.read_bytes()
    assert review(original) == 0
    first, *others = comments(tmp_path / "brev.traek.docx")
    assert first.startswith("Firkanten for brevet")
    assert any("undladt" in text for text in others)
    assert original.read_bytes() == before
    assert "brev.traek.docx er skrevet" in capsys.readouterr().err


def test_author_initials_and_target_are_the_user_s(tmp_path: Path) -> None:
    original, out = letter(tmp_path / "brev.docx"), tmp_path / "ny.docx"
    review(original, "--out", out, "--author", "Pia Frost", "--situation", "skriv-ud")
    made = list(docx.Document(str(out)).comments)
    assert {(comment.author, comment.initials) for comment in made} == {("Pia Frost", "PF")}


def test_a_second_round_replaces_the_first(tmp_path: Path) -> None:
    original = letter(tmp_path / "brev.docx")
    review(original, "--out", tmp_path / "en.docx", "--as", "both")
    review(tmp_path / "en.docx", "--out", tmp_path / "to.docx", "--as", "both")
    assert comments(tmp_path / "to.docx") == comments(tmp_path / "en.docx")


def test_clean_gives_the_letter_back(tmp_path: Path) -> None:
    original = letter(tmp_path / "brev.docx")
    review(original, "--out", tmp_path / "en.docx", "--as", "both")
    review(tmp_path / "en.docx", "--clean", "--out", tmp_path / "ren.docx")
    assert comments(tmp_path / "ren.docx") == []
    texts = [p.text for p in docx.Document(str(tmp_path / "ren.docx")).paragraphs]
    assert texts == [p.text for p in docx.Document(str(original)).paragraphs]


@pytest.mark.parametrize(
    ("name", "arguments", "words"),
    [
        ("brev.docx", ["--out", "brev.docx"], "er brevet selv"),
        ("brev.docx", ["--out", "ud.docm"], "skal ende på .docx"),
        ("brev.docx", ["--out", "der.docx"], "findes allerede"),
        ("brev.docx", ["--out", "mangler/ud.docx"], "mappen findes ikke"),
        ("brev.txt", [], "kun skrive i Word-filer"),
        ("væk.docx", [], "findes ikke"),
    ],
)
def test_what_would_harm_or_fail_is_refused_with_a_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, arguments: list[str], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    letter(tmp_path / "brev.docx")
    (tmp_path / "der.docx").write_bytes(b"noget")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(TraekError, match=words):
        review(name, *arguments)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_an_unknown_mode_is_a_mistake_of_usage(tmp_path: Path) -> None:
    with pytest.raises(click.UsageError, match="Vælg"):
        review(letter(tmp_path / "brev.docx"), "--as", "farver")


def test_a_broken_letter_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "brev.docx").write_bytes(b"PK\x03\x04 og ikke mere")
    with pytest.raises(DocumentError, match="beskadiget"):
        review(tmp_path / "brev.docx")
    assert [path.name for path in tmp_path.iterdir()] == ["brev.docx"]


def test_a_target_that_is_a_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "ud.docx").mkdir()
    with pytest.raises(SettingsError, match="kan ikke skrives"):
        write_whole(str(tmp_path / "ud.docx"), b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["ud.docx"]


# A limit of 1000 bytes to a file stands for the full disk.
FULL = """
import resource, signal, sys
from traek.cli.whole_file import write_whole
from traek.errors import SettingsError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_whole(sys.argv[1], bytes(5000))
except SettingsError as error:
    print(error)
"""


def test_a_full_disk_leaves_the_old_copy_and_nothing_half(tmp_path: Path) -> None:
    target = tmp_path / "ud.docx"
    target.write_bytes(b"gammel")
    ran = subprocess.run(  # noqa: S603
        [sys.executable, "-c", FULL, str(target)], check=True, capture_output=True, text=True
    )
    assert "kan ikke skrives" in ran.stdout
    assert target.read_bytes() == b"gammel"
    assert [path.name for path in tmp_path.iterdir()] == ["ud.docx"]
