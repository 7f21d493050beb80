"""Decisions of a library's owner: a sheet out, a sheet in, templates mended and put back."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from traek.audit import Examined, Gatherer
from traek.audit.decisions import choices, decided_in
from traek.audit.decisions.choices import sign_of
from traek.audit.decisions.sheet import rows_in
from traek.audit.library import Library
from traek.cli import run
from traek.errors import SettingsError
from traek.model import (
    Block,
    Certainty,
    Document,
    Effect,
    Finding,
    Report,
    Side,
    SideProfile,
    Situation,
    Span,
    Suggestion,
)

BAD = "Du har undladt at svare, og det er din egen skyld."
GOOD = "Vi mangler stadig dit svar."
NAMED = "Du har undladt at sende papirer til Runa Ravnkilde."
ONLY = ("--select", "E01", "--tables", "csv")


def letter(*texts: str) -> str:
    return "\n\n".join(["Kære Runa Ravnkilde", *texts, "Venlig hilsen", "Team Pas"]) + "\n"


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with templates of three kinds that share a sentence."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "skabeloner"
    folder.mkdir()
    (folder / "a.txt").write_bytes(
        letter(f"Tak. {BAD} Ring gerne.").replace("\n", "\r\n").encode("cp1252")
    )
    (folder / "b.md").write_text(letter(BAD, NAMED), "utf-8")
    word = docx.Document()
    for text in ("Kære Runa Ravnkilde", f"{BAD} Vi ses."):
        word.add_paragraph(text)
    word.save(str(folder / "c.docx"))
    (folder / "d.html").write_text(f"<p>{BAD}</p>", "utf-8")
    (folder / "rolig.txt").write_text(letter("Tak for dit brev."), "utf-8")
    return tmp_path


@pytest.fixture
def audited(library: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    run(["audit", "skabeloner", "--out", "rapport", *ONLY])
    capsys.readouterr()
    return library / "rapport"


Fill = Callable[..., Path]


@pytest.fixture
def fill(audited: Path) -> Fill:
    """Writes decisions, by sentence, into the sheet as some program would save it."""

    def filled(decisions: dict[str, str], sign: str = ";", encoding: str = "utf-8-sig") -> Path:
        sheet = audited / "beslutninger.csv"
        text = sheet.read_text("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
        for row in rows:
            row["beslutning"] = decisions.get(row["nummer"], "")
        buffer = io.StringIO()
        writer = csv.DictWriter(buffer, list(rows[0]), delimiter=sign, lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(rows)
        sheet.write_bytes(buffer.getvalue().encode(encoding))
        return sheet

    return filled


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def text_of(file: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(file)).paragraphs)


def test_a_sentence_is_one_row_however_many_templates_it_stands_in(audited: Path) -> None:
    (first, *_) = rows_in((audited / "beslutninger.csv").read_bytes(), "x")
    assert first["saetning"] == BAD
    assert first["antal_steder"] == "4"
    assert first["antal_skabeloner"] == "4"
    assert first["beslutning"] == ""
    assert "a.txt" in first["skabeloner"]


def test_a_decision_is_carried_out_everywhere_and_undone_byte_for_byte(
    library: Path, fill: Fill, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = library / "skabeloner"
    before = bytes_of(folder)
    sheet = fill({sign_of(BAD): GOOD})
    assert run(["audit", "apply", str(sheet), "--as", "direct"]) == 2  # the web page is read-only
    told = capsys.readouterr().err
    assert "d.html" in told
    assert "1 beslutning, 3 steder i 3 skabeloner" in told
    a = (folder / "a.txt").read_bytes()
    assert a == before["a.txt"].replace(BAD.encode("cp1252"), GOOD.encode("cp1252"))
    assert text_of(folder / "c.docx").endswith(f"{GOOD} Vi ses.")
    assert (folder / "rolig.txt").read_bytes() == before["rolig.txt"]
    assert run(["audit", "undo", "rapport/rettelser/1"]) == 0
    assert bytes_of(folder) == before
    assert run(["audit", "undo", "rapport/rettelser/1"]) == 0  # once more changes nothing


def test_word_files_get_tracked_changes_unless_told_otherwise(library: Path, fill: Fill) -> None:
    run(["audit", "apply", str(fill({sign_of(BAD): GOOD}))])
    xml = docx.Document(str(library / "skabeloner" / "c.docx")).element.xml
    assert "w:ins" in xml
    assert "w:del" in xml


def test_a_dry_run_shows_all_and_writes_nothing(
    library: Path, fill: Fill, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = fill({sign_of(BAD): GOOD})
    before = bytes_of(library / "skabeloner")
    run(["audit", "apply", str(sheet), "--dry-run"])
    told = capsys.readouterr()
    assert "Intet er skrevet" in told.err
    assert "b.md" in told.out
    assert "mangler" in told.out
    assert bytes_of(library / "skabeloner") == before
    assert not (library / "rapport" / "rettelser").exists()


@pytest.mark.parametrize("sign", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp1252", "utf-16"])
def test_a_sheet_is_read_however_excel_saved_it(fill: Fill, sign: str, encoding: str) -> None:
    sheet = fill({sign_of(BAD): "Vi mangler både æ, ø; og å."}, sign, encoding)
    (decided,) = decided_in(sheet.read_bytes(), "x")
    assert decided.decision == "Vi mangler både æ, ø; og å."


def test_a_covered_name_comes_back_where_the_owner_left_its_label(
    library: Path, fill: Fill
) -> None:
    sheet = fill({sign_of(NAMED): "Vi mangler papirer til [navn]."})
    assert "Ravnkilde" not in sheet.read_text("utf-8-sig")
    assert run(["audit", "apply", str(sheet)]) == 0
    text = (library / "skabeloner" / "b.md").read_text("utf-8")
    assert "Vi mangler papirer til Runa Ravnkilde." in text
    assert "[navn]" not in text


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        ("[navn] og [navn] mangler noget.", "flere dækkede navne"),
        ("7", "der er intet forslag 7"),
    ],
)
def test_a_decision_that_cannot_be_followed_is_told_by_its_row(
    library: Path, fill: Fill, decision: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = bytes_of(library / "skabeloner")
    assert run(["audit", "apply", str(fill({sign_of(NAMED): decision}))]) == 2
    err = capsys.readouterr().err
    assert "Række 3" in err
    assert said in err
    assert bytes_of(library / "skabeloner") == before


def test_a_sentence_may_go_or_be_kept(
    library: Path, fill: Fill, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["audit", "apply", str(fill({sign_of(BAD): "slet", sign_of(NAMED): "behold"}))]) == 2
    text = (library / "skabeloner" / "a.txt").read_bytes().decode("cp1252")
    assert "Tak. Ring gerne." in text
    assert NAMED in (library / "skabeloner" / "b.md").read_text("utf-8")
    assert "1 sætning bliver stående" in capsys.readouterr().err


def test_a_suggestion_is_taken_by_its_number(tmp_path: Path) -> None:
    words = "har undladt at svare"
    (tmp_path / "a.txt").write_text(f"Hej. Du {words} os. Vi ses.\n", "utf-8")
    text = f"Hej. Du {words} os. Vi ses."
    start = text.index(words)
    found = Finding(
        rule="standard/regel",
        title="t",
        category="E01",
        effect=Effect.ESCALATES,
        side=Side.FORSTÅ,
        weight=3,
        certainty=Certainty.HØJ,
        block=1,
        span=Span(start, start + len(words)),
        quote=words,
        message="m",
        why="w",
        suggestions=(
            Suggestion("", "mangler at svare"),
            Suggestion("", "Vi mangler svar fra dig.", Span(5, text.index(" Vi ses"))),
        ),
        fingerprint="1" * 16,
    )
    empty = SideProfile(filled=False, escalates=0, deescalates=0)
    report = Report(
        Document("a.txt", (Block(text, 1),)),
        Situation.SVAR,
        "",
        7,
        (found,),
        dict.fromkeys(Side, empty),
    )
    with Gatherer(tmp_path / "data") as gatherer:
        gatherer.add(Examined("a.txt", "0" * 64, 9, report))
        gatherer.finish(str(tmp_path), {}, 1)
    library = Library.open(tmp_path / "data")
    (choice,) = choices(library)
    assert choice.offers == ("Du mangler at svare os.", "Vi mangler svar fra dig.")
    sheet = tmp_path / "beslutninger.csv"
    sheet.write_text(f"nummer,beslutning\n{choice.sign},2\n", "utf-8")
    assert run(["audit", "apply", str(sheet)]) == 0
    assert (tmp_path / "a.txt").read_text("utf-8") == "Hej. Vi mangler svar fra dig. Vi ses.\n"


def test_a_new_audit_keeps_the_decisions_that_have_been_made(library: Path, fill: Fill) -> None:
    fill({sign_of(BAD): GOOD, sign_of(NAMED): "slet"})
    (library / "skabeloner" / "b.md").write_text(letter(BAD), "utf-8")
    run(["audit", "skabeloner", "--out", "rapport", *ONLY])
    rows = {
        r["nummer"]: r
        for r in rows_in((library / "rapport" / "beslutninger.csv").read_bytes(), "x")
    }
    assert rows[sign_of(BAD)]["beslutning"] == GOOD
    assert rows[sign_of(BAD)]["antal_steder"] == "4"
    assert rows[sign_of(NAMED)]["beslutning"] == "slet"
    assert rows[sign_of(NAMED)]["antal_steder"] == "0"


def test_a_sheet_that_cannot_be_read_is_kept_beside_the_new_one(
    audited: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (audited / "beslutninger.csv").write_text("noget helt andet\n")
    run(["audit", "skabeloner", "--out", "rapport", *ONLY])
    assert (audited / "beslutninger-gammel1.csv").read_text() == "noget helt andet\n"
    assert "beslutninger-gammel1.csv" in capsys.readouterr().err


def test_a_template_changed_since_the_audit_is_mended_only_where_the_sentence_still_stands(
    library: Path, fill: Fill, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = fill({sign_of(BAD): GOOD})
    (library / "skabeloner" / "a.txt").write_text(letter("Nyt.", f"Først. {BAD}"), "utf-8")
    (library / "skabeloner" / "b.md").write_text(letter("Alt er nyt."), "utf-8")
    assert run(["audit", "apply", str(sheet)]) == 2
    assert f"Først. {GOOD}" in (library / "skabeloner" / "a.txt").read_text("utf-8")
    assert "b.md er ændret" in capsys.readouterr().err


def test_undo_leaves_a_template_that_somebody_has_worked_on(
    library: Path, fill: Fill, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["audit", "apply", str(fill({sign_of(BAD): GOOD}))])
    (library / "skabeloner" / "b.md").write_text("Mit eget arbejde", "utf-8")
    assert run(["audit", "undo", "rapport/rettelser/1"]) == 2
    assert (library / "skabeloner" / "b.md").read_text("utf-8") == "Mit eget arbejde"
    assert BAD in (library / "skabeloner" / "a.txt").read_bytes().decode("cp1252")
    assert "b.md er ændret" in capsys.readouterr().err


def test_the_log_knows_a_file_before_it_is_written(library: Path, fill: Fill) -> None:
    run(["audit", "apply", str(fill({sign_of(BAD): GOOD}))])
    lines = (library / "rapport" / "rettelser" / "1" / "log.jsonl").read_text("utf-8").splitlines()
    assert len(lines) == 3
    assert all(json.loads(line)["saetninger"] == [sign_of(BAD)] for line in lines)
    (library / "skabeloner" / "a.txt").write_bytes(
        (library / "rapport" / "rettelser" / "1" / "00001.txt").read_bytes()
    )
    assert run(["audit", "undo", "rapport/rettelser/1"]) == 0  # as if it had been cut off there


@pytest.mark.parametrize("text", ["", "a;b\r\n1;2\r\n", "nummer;andet\r\n"])
def test_a_sheet_without_its_columns_is_named(text: str) -> None:
    with pytest.raises(SettingsError, match="mangler kolonnen"):
        decided_in(text.encode(), "min.csv")


def test_templates_that_have_moved_are_named(
    library: Path, fill: Fill, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = fill({sign_of(BAD): GOOD})
    (library / "skabeloner").rename(library / "flyttet")
    assert run(["audit", "apply", str(sheet)]) == 2
    assert "--templates" in capsys.readouterr().err
    run(["audit", "apply", str(sheet), "--templates", "flyttet"])
    assert GOOD in (library / "flyttet" / "b.md").read_text("utf-8")


def test_a_new_sentence_with_tryk_or_without_a_fact_is_told_and_still_carried_out(
    library: Path, fill: Fill, capsys: pytest.CaptureFixture[str]
) -> None:
    dated = "Du har undladt at svare inden den 12. marts 2026."
    (library / "skabeloner" / "a.txt").write_text(letter(dated), "utf-8")
    run(["audit", "skabeloner", "--out", "rapport", *ONLY])
    capsys.readouterr()
    sheet = fill({sign_of(dated): "Du har undladt at svare."})
    assert run(["audit", "apply", str(sheet)]) == 0
    err = capsys.readouterr().err
    assert "har også tryk (»Du har undladt at" in err
    assert "12. marts 2026" in err
    assert "Du har undladt at svare.\n" in (library / "skabeloner" / "a.txt").read_text("utf-8")
