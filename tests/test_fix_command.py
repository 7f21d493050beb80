"""`traek fix` as a user meets it: what it writes, keeps, shows, asks and says."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from traek.cli import run
from traek.cli.edits_shown import Ink

BEFORE = "Kære Lene\r\n\r\nSåfremt du flytter, skal du meddele det til os senest den 3. maj.\r\n\r\nVenlig hilsen\r\nPia\r\n"
AFTER = BEFORE.replace("Såfremt", "Hvis")
TWO = "Kære Lene\n\nSåfremt du flytter, så sig til, og du har ikke sendt skemaet.\n\nVenlig hilsen\nPia\n"

Fix = Callable[..., tuple[int, str, str]]


@pytest.fixture
def fix(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Fix:
    """Runs `traek fix` in a folder of its own; gives the exit code, stdout and stderr."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        code = run(["fix", *arguments])
        captured = capsysbinary.readouterr()
        return code, captured.out.decode(), captured.err.decode()

    return call


def letter(text: str = BEFORE, name: str = "brev.txt", encoding: str = "utf-8") -> Path:
    path = Path(name)
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_letter_is_written_where_it_stands_and_kept_as_it_was(fix: Fix, encoding: str) -> None:
    path = letter(encoding=encoding)
    code, out, err = fix("brev.txt")
    assert (code, out) == (0, "")
    assert path.read_bytes() == AFTER.encode(encoding)
    assert Path("brev.txt.bak").read_bytes() == BEFORE.encode(encoding)
    assert err.splitlines()[-1].startswith("1 brev læst, 1 rettet (1 rettelse)")


def test_a_second_time_changes_nothing_more(fix: Fix) -> None:
    letter(TWO)
    fix("brev.txt")
    once = Path("brev.txt").read_bytes()
    _, _, err = fix("brev.txt")
    assert Path("brev.txt").read_bytes() == once
    assert "0 rettet" in err
    assert not Path("brev.txt.bak2").exists()


def test_an_earlier_backup_is_never_written_over(fix: Fix) -> None:
    letter()
    Path("brev.txt.bak").write_text("gammel", "utf-8")
    fix("brev.txt")
    assert Path("brev.txt.bak").read_text("utf-8") == "gammel"
    assert Path("brev.txt.bak2").read_bytes() == BEFORE.encode()


def test_no_backup_and_output_do_as_they_say(fix: Fix) -> None:
    path = letter()
    fix("brev.txt", "--output", "ny.txt")
    assert Path("ny.txt").read_bytes() == AFTER.encode()
    assert path.read_bytes() == BEFORE.encode()
    fix("brev.txt", "--no-backup")
    assert path.read_bytes() == AFTER.encode()
    assert not list(Path().glob("*.bak*"))


def test_diff_shows_and_writes_nothing(fix: Fix) -> None:
    path = letter()
    code, out, err = fix("brev.txt", "--diff")
    assert code == 0
    assert "[-Såfremt-]{+Hvis+} du flytter, skal du meddele det til os senest den 3. maj." in out
    assert "\x1b" not in out
    assert "1 ville blive rettet" in err
    assert path.read_bytes() == BEFORE.encode()


def test_the_writer_is_asked_and_obeyed(fix: Fix) -> None:
    path = letter(TWO)
    _, _, err = fix("brev.txt", "-i", stdin=b"x\na\nj\nn\n")
    assert "[j] ja  [a] et andet forslag  [n] spring over  [s] stop" in err
    assert "Skriv j for ja" in err
    assert path.read_text("utf-8") == TWO.replace("Såfremt", "Hvis")


def test_what_was_accepted_before_the_writer_stopped_is_written(fix: Fix) -> None:
    path = letter(TWO)
    letter(name="efter.txt")
    fix("brev.txt", "efter.txt", "-i", stdin=b"a\nj\ns\n")
    assert path.read_text("utf-8") == TWO.replace("Såfremt", "Hvis")
    assert Path("efter.txt").read_bytes() == BEFORE.encode()


def test_standard_input_is_written_to_standard_output(fix: Fix) -> None:
    code, out, _ = fix("-", stdin=BEFORE.encode())
    assert (code, out) == (0, AFTER)


@pytest.mark.parametrize("direct", [True, False])
def test_a_word_letter_gets_tracked_changes_or_none(fix: Fix, direct: bool) -> None:
    document = docx.Document()
    document.add_paragraph("Såfremt du flytter, siger du til.")
    document.save("brev.docx")
    fix("brev.docx", *(["--direct"] if direct else []))
    xml = zipfile.ZipFile("brev.docx").read("word/document.xml").decode()
    assert "Hvis" in xml
    assert ("<w:ins " in xml) is not direct
    assert Path("brev.docx.bak").exists()
    assert "0 rettet" in fix("brev.docx")[2]


def test_a_kind_that_is_only_read_is_said_to_be(fix: Fix) -> None:
    letter("<p>Såfremt du flytter.</p>", "brev.html")
    code, _, err = fix("brev.html")
    assert code == 2
    assert "kan læse filer af den type, men ikke rette i dem" in err
    letter()
    code, _, err = fix(".")
    assert code == 0
    assert err.splitlines()[-1].endswith("1 sprunget over")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.txt", "b.txt", "--output", "c.txt"], "--output kan kun bruges med ét brev"),
        (["-", "-i"], "så brevet må være en fil"),
        ([], "Der mangler PATHS"),
    ],
)
def test_what_cannot_be_done_is_said(fix: Fix, arguments: list[str], said: str) -> None:
    letter(name="a.txt")
    letter(name="b.txt")
    code, _, err = fix(*arguments)
    assert code == 2
    assert said in err


def test_only_the_chosen_rules_are_carried_out(fix: Fix) -> None:
    path = letter(TWO)
    fix("brev.txt", "--select", "standard/saafremt")
    assert path.read_text("utf-8") == TWO.replace("Såfremt", "Hvis")


def test_what_meets_an_accepted_edit_is_not_offered(fix: Fix) -> None:
    path = letter(TWO)
    _, _, err = fix("brev.txt", "-i", stdin=b"a\nj\nj\n")
    assert path.read_text("utf-8") == TWO.replace("Såfremt", "Hvis").replace(
        "du har ikke sendt", "vi har endnu ikke modtaget"
    )
    assert "støder" not in err


def test_shown_lines_fit_the_terminal_whatever_steers_it() -> None:
    ink = Ink(colour=True, width=20)
    lines = list(ink.lines(f"Du skal {ink.gone('straks')}{ink.new('gerne')} svare os snart."))
    plain = [re.sub(r"\x1b\[[\d;]*m", "", line) for line in lines]
    assert plain == ["  Du skal", "  straksgerne svare", "  os snart."]
