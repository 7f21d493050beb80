"""What somebody lets stand, in the settings and beside the text: shown, with the reason."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from traek.engine import Engine
from traek.engine.suppression import notes_of
from traek.errors import SettingsError
from traek.loaders.docx import DocxLoader
from traek.loaders.html import HtmlLoader
from traek.loaders.markdown import MarkdownLoader
from traek.loaders.txt import TextLoader
from traek.model import Document, Report, Span
from traek.plugins import load_plugins
from traek.settings import Accepted, Selection, load_settings

TRYK = "Du har undladt at svare os."
RULE = "standard/du-har-undladt"


def engine(*accepted: Accepted, select: tuple[str, ...] = ("E01",)) -> Engine:
    plugins = load_plugins()
    return Engine(plugins.rule_packs(), plugins.checks, Selection(select), accepted=accepted)


@pytest.fixture(scope="module")
def plain() -> Engine:
    return engine()


def text(body: str) -> Document:
    return TextLoader().load(f"Kære Lise\n\n{body}\n\nVenlig hilsen\nPia".encode(), "brev.txt")


def word(comment: str, anchor: int | None, *runs: str) -> Document:
    """A Word letter of two paragraphs; the comment hangs on one run of the first."""
    letter = docx.Document()
    paragraph = letter.add_paragraph()
    made = [paragraph.add_run(run) for run in runs]
    letter.add_paragraph(TRYK)
    if anchor is not None:
        letter.add_comment(made[anchor], comment, author="Lise")
    buffer = io.BytesIO()
    letter.save(buffer)
    return DocxLoader().load(buffer.getvalue(), "brev.docx")


def quotes(report: Report) -> tuple[list[str | None], list[str | None]]:
    return (
        [finding.quote for finding in report.findings],
        [entry.finding.quote for entry in report.suppressed],
    )


@pytest.mark.parametrize("name", [RULE, "du-har-undladt", "E01", "e01", "standard/", "alt"])
def test_a_rule_may_be_let_stand_by_any_of_its_names(name: str) -> None:
    report = engine(Accepted("Aftalt.", "traek.toml", (name,))).report(text(TRYK))
    assert report.findings == ()
    (entry,) = report.suppressed
    assert (entry.finding.rule, entry.reason, entry.source) == (RULE, "Aftalt.", "traek.toml")
    assert sum(side.escalates for side in report.profile.values()) == 0


def test_a_fingerprint_lets_one_finding_stand(plain: Engine) -> None:
    body = f"{TRYK}\n\nDu har undladt at oplyse din adresse."
    mark = plain.report(text(body)).findings[0].fingerprint
    report = engine(Accepted("Aftalt.", "", fingerprint=mark)).report(text(body))
    assert [len(found) for found in quotes(report)] == [1, 1]


def test_a_comment_in_the_text_is_about_its_paragraph(plain: Engine) -> None:
    report = plain.report(text(f"{TRYK} <!-- traek: ok E01 – aftalt -->\n\n{TRYK}"))
    assert [len(found) for found in quotes(report)] == [1, 1]
    assert report.suppressed[0].reason == "aftalt"
    assert report.suppressed[0].finding.block == 2


def test_a_comment_alone_is_about_the_next_paragraph(plain: Engine) -> None:
    report = plain.report(text(f"<!-- traek: ok E01: aftalt -->\n\n{TRYK}\n\n{TRYK}"))
    assert [entry.finding.block for entry in report.suppressed] == [3]
    assert len(report.findings) == 1


def test_a_comment_makes_no_heading_of_its_line() -> None:
    document = text(f"{TRYK} <!-- traek: ok E01 – aftalt -->\n\n<!-- traek: ok E05 – aftalt -->")
    assert {block.kind.value for block in document.blocks} == {"paragraph"}


def test_markdown_and_web_pages_have_comments_too(plain: Engine) -> None:
    comment = "<!-- traek: ok E01 – aftalt -->"
    markdown = MarkdownLoader().load(f"# Svar\n\n{TRYK} {comment}".encode(), "brev.md")
    page = HtmlLoader().load(f"<p>Hej</p>{comment}<p>{TRYK}</p>".encode(), "brev.html")
    assert [len(plain.report(each).suppressed) for each in (markdown, page)] == [1, 1]


def test_a_comment_in_word_is_about_the_words_that_it_hangs_on(plain: Engine) -> None:
    runs = ("Vi skriver. ", TRYK, " Du har undladt at ringe.")
    report = plain.report(word("traek: ok E01 – aftalt", 1, *runs))
    found, let_stand = quotes(report)
    assert [(quote or "").startswith("Du har undladt at") for quote in let_stand] == [True]
    assert len(found) == 2
    (note,) = notes_of(word("traek: ok E01 – aftalt", 1, *runs))
    assert note.span == Span(12, 12 + len(TRYK))


def test_other_comments_in_word_say_nothing_to_traek(plain: Engine) -> None:
    document = word("Spørg Lise, om traek har ret.", 0, TRYK)
    assert document.notes == ()
    assert plain.report(document).suppressed == ()


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("traek: ok E01", "mangler en grund"),
        ("traek: ok E01 –", "mangler en grund"),
        ("traek: ok du-har-undlat – aftalt", "ingen regel hedder"),
        ("traek: ignorer det her", "forstår ikke"),
    ],
)
def test_a_note_nobody_can_follow_is_said_and_lets_nothing_stand(
    plain: Engine, comment: str, said: str
) -> None:
    report = plain.report(text(f"{TRYK} <!-- {comment} -->"))
    assert report.suppressed == ()
    (warning,) = report.document.warnings
    assert said in warning
    assert "traek: ok REGEL – grund" in warning


def test_what_is_missing_may_be_let_stand_by_its_rule() -> None:
    body = (
        "<!-- traek: ok tjek/mangler-kontakt – står i sidefoden -->\n\nVi har fået dit brev. " * 3
    )
    report = engine(select=("tjek/mangler-kontakt",)).report(text(body + "Vi svarer snart. " * 9))
    assert [entry.finding.rule for entry in report.suppressed] == ["tjek/mangler-kontakt"]


def test_settings_say_what_stands_and_why(tmp_path: Path) -> None:
    file = tmp_path / "traek.toml"
    file.write_text(f'[[lad-staa]]\nregel = "{RULE}"\ngrund = "Aftalt."\n', "utf-8")
    assert load_settings(file).accepted == (Accepted("Aftalt.", str(file), (RULE,)),)


@pytest.mark.parametrize(
    "entry",
    [
        'regel = "E01"',
        'grund = "Aftalt."',
        'regel = "E01"\ngrund = ""',
        'fingeraftryk = "abc"\ngrund = "Aftalt."',
        'regel = "E01"\nfingeraftryk = "0123456789abcdef"\ngrund = "Aftalt."',
    ],
)
def test_an_entry_without_a_reason_or_a_target_is_a_mistake(tmp_path: Path, entry: str) -> None:
    file = tmp_path / "traek.toml"
    file.write_text(f"[[lad-staa]]\n{entry}\n", "utf-8")
    with pytest.raises(SettingsError, match="lad-staa"):
        load_settings(file)
