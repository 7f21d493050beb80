"""What an audit keeps in its folder, and what comes back from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from traek.audit import Examined, Gatherer, Library, examined
from traek.audit.similar import near_groups, skeleton, sketch_of
from traek.cli.workshop import Workshop
from traek.errors import SettingsError
from traek.model import Report

LETTERS = sorted((Path(__file__).parent.parent / "letters").glob("*/letters/*.txt"))[:6]


@pytest.fixture(scope="module")
def letters() -> list[Examined]:
    workshop = Workshop(None, {})
    settings = workshop.settings_for(str(LETTERS[0]))
    engine = workshop.engine_for(settings)
    loaders = workshop.plugins.loaders
    return [examined(file.read_bytes(), file.name, loaders, settings, engine) for file in LETTERS]


def kept(folder: Path, letters: list[Examined]) -> Library:
    with Gatherer(folder) as gatherer:
        for letter in letters:
            gatherer.add(letter)
        gatherer.finish("skabeloner", {"traek": "1"}, rules=3)
    return Library.open(folder)


def test_a_report_comes_back_as_it_was(tmp_path: Path, letters: list[Examined]) -> None:
    library = kept(tmp_path, letters)
    assert [report for _, report in library.reports()] == [letter.report for letter in letters]
    assert library.report(library.templates[3]) == letters[3].report


def test_a_paragraph_that_stands_twice_is_kept_once(
    tmp_path: Path, letters: list[Examined]
) -> None:
    library = kept(tmp_path, letters + letters[:1])
    again = [p for p in library.paragraphs if p.template_count > 1]
    assert isinstance(letters[0].report, Report)
    assert {p.text for p in again} >= {b.text for b in letters[0].report.document.blocks}
    assert len(library.findings) == len(kept(tmp_path, letters).findings)


def test_a_paragraph_knows_its_findings(tmp_path: Path, letters: list[Examined]) -> None:
    library = kept(tmp_path, letters)
    for paragraph in library.paragraphs:
        for finding in library.findings_in(paragraph):
            assert finding.span is not None
            assert finding.quote == paragraph.text[slice(*finding.span)]
    assert any(paragraph.findings for paragraph in library.paragraphs)


def test_what_could_not_be_read_is_kept_as_an_error(tmp_path: Path) -> None:
    library = kept(tmp_path, [Examined("a.docx", error="a.docx er tomt.")])
    assert [error.message for error in library.errors] == ["a.docx er tomt."]


def test_a_folder_without_an_audit_is_said_to_hold_none(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="--out"):
        Library.open(tmp_path)


def test_equal_libraries_give_equal_files(tmp_path: Path, letters: list[Examined]) -> None:
    one, other = tmp_path / "en", tmp_path / "to"
    kept(one, letters)
    kept(other, letters)
    assert {f.name: f.read_bytes() for f in one.iterdir()} == {
        f.name: f.read_bytes() for f in other.iterdir()
    }


def test_numbers_placeholders_and_a_few_words_make_no_difference() -> None:
    texts = [
        "Du skal betale 1.250 kr. senest den 3. maj, ellers sender vi kravet til inddrivelse.",
        "Vi glæder os til at se dig i borgerservice på tirsdag klokken 10.",
        "Du skal betale 89 kr. senest den 12. maj, ellers sender vi kravet til inddrivelse.",
        "Du skal betale 89 kr. senest den 12. maj, ellers overgår kravet til inddrivelse.",
    ]
    words = [skeleton(text) for text in texts]
    assert near_groups([sketch_of(each) for each in words]) == [0, 1, 0, 0]
    assert skeleton("Kære [navn], du", [(5, 11)]) == skeleton("Kære «Fornavn», du", [(5, 14)])
