"""What stands on the sheets, as values and as Word files."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from lxml import etree

from traek.homework import Feedback, Focus, Point, Series, feedback, group_sheet
from traek.homework.group import anonymous
from traek.homework.html import group_html, participant_html
from traek.homework.places import PLACES, places, working
from traek.homework.questions import questions
from traek.homework.word import group_docx, participant_docx
from traek.homework.wording import notes
from traek.model import Report, Side, SideProfile, Suggestion, SuggestionKind
from traek.rulepack.categories import CATEGORIES

Golden = Callable[[str, str], None]
MakeReport = Callable[..., Report]

SERIES = Series("mette", "", ("mette-1.docx", "mette-2.docx"))
FOCUS = Focus("At blive læst.", ("Uge 48: to svar",), (Point("Sig hvorfor", (Side.SAG,)),))


@pytest.fixture
def sheet(first: Report, last: Report) -> Feedback:
    return feedback(SERIES, (first, last), FOCUS)


def test_every_kind_of_tryk_and_every_side_has_open_questions() -> None:
    wanted = {name for name in CATEGORIES if name.startswith("E")} | {str(side) for side in Side}
    assert set(questions()) == wanted | {"virker"}
    for asked in questions().values():
        assert all(question.endswith("?") for question in asked)
        assert all(question.split()[0] in OPENERS for question in asked)


OPENERS = {"Hvad", "Hvem", "Hvilke", "Hvilken", "Hvilket", "Hvor", "Hvordan"}


def test_places_are_the_heaviest_one_of_a_kind_and_one_to_a_sentence(
    make_report: MakeReport,
) -> None:
    texts = ("Du har altid undladt at svare. Du skal straks ringe. Straks betyder straks nu.",)
    report = make_report(
        texts, ("E12", "altid"), ("E01", "Du har altid undladt"), ("E10", "Du skal straks"),
        ("E10", "Straks betyder"),
    )  # fmt: skip
    assert [p.finding.category for p in places(report) if p.finding] == ["E01", "E10"]


def test_protected_wording_is_never_a_place_nor_an_exercise(make_report: MakeReport) -> None:
    texts = ("Du kan klage inden fire uger.", "Du skal straks svare os på det her.")
    one = make_report(texts, ("E10!", "Du kan klage inden fire uger"))
    assert all(place.finding is None for place in places(one))
    sheets = [feedback(Series(name, "", ("x",)), (one,)) for name in ("a", "b")]
    assert group_sheet(sheets).exercises == ()


def test_places_are_spread_over_the_sides(make_report: MakeReport) -> None:
    texts = (
        "Du har undladt det. Det er altid sådan. Som før nævnt det. Straks nu. Ellers sker det.",
    )
    report = make_report(
        texts, ("E01", "Du har undladt"), ("E12", "altid"), ("E14", "Som før nævnt"),
        ("E10", "Straks nu"), ("E11", "Ellers sker"),
    )  # fmt: skip
    assert {place.side for place in places(report)} == {Side.FORSTÅ, Side.SAG, Side.VIDERE}
    assert len(places(report)) == PLACES


def test_what_the_participant_works_on_comes_first(make_report: MakeReport) -> None:
    texts = ("A er det altid sådan her. Som før nævnt er det. Trods alt. Igen bare. Ja straks.",)
    report = make_report(
        texts, ("E12", "altid"), ("E14", "Som før nævnt"), ("E16", "Trods alt"), ("E13", "bare"),
    )  # fmt: skip
    without = {p.finding.category for p in places(report) if p.finding}
    focused = {p.finding.category for p in places(report, focus={"E13"}) if p.finding}
    assert "E13" not in without
    assert "E13" in focused


def test_an_empty_side_is_asked_about(make_report: MakeReport) -> None:
    place, another = places(make_report(("Hej.",)))
    assert another.finding is None
    assert place.side is Side.FORSTÅ
    assert place.finding is None
    assert "Nogle få ord er nok" in place.heard


def test_a_sentence_with_tryk_in_it_is_not_shown_as_what_works(make_report: MakeReport) -> None:
    texts = ("Du har undladt at ringe til mig.", "Ring til Bo i morgen.")
    report = make_report(
        texts, ("D12", "ringe til mig"), ("D11", "i morgen"), ("E01", "Du har undladt")
    )
    assert [place.finding.category for place in working(report) if place.finding] == ["D11"]


def test_where_little_works_what_fills_a_side_is_shown(make_report: MakeReport) -> None:
    filled = SideProfile(filled=True, escalates=0, deescalates=0, evidence="Du har søgt om")
    empty = replace(filled, filled=False, evidence=None)
    profile = dict.fromkeys(Side, empty) | {Side.SAG: filled}
    (place,) = working(make_report(("Du har søgt om en plads.",), profile=profile))
    assert place.quote is not None
    assert place.quote.text == "Du har søgt om en plads."
    assert place.quote.marker == "Du har søgt om"
    assert place.heard == "Her fylder brevet siden »Sag«."


def test_what_the_law_asks_for_in_the_sentence_is_told_beside_the_rewrite(
    make_report: MakeReport,
) -> None:
    texts = ("Du har undladt at klage, og du kan klage inden fire uger.",)
    report = make_report(texts, ("E01", "Du har undladt"), ("E10!", "kan klage inden fire uger"))
    sheet = feedback(SERIES, (report,))
    assert sheet.places[0].keep == ("kan klage inden fire uger",)
    line = "Lovpligtigt – behold: »kan klage inden fire uger«"
    assert line in told(participant_docx(sheet))
    assert line in participant_html(sheet)


def test_drafts_with_nothing_in_common_are_told(make_report: MakeReport) -> None:
    one, other = make_report(("Tak for din mail.",)), make_report(("Bilen skal synes.",))
    assert any(
        "forskellige breve" in note for note in notes(feedback(SERIES, (one, other)), names=False)
    )
    assert not any(
        "forskellige" in note for note in notes(feedback(SERIES, (one, one)), names=False)
    )


def test_names_are_masked_unless_they_are_asked_for(first: Report, last: Report) -> None:
    masked = str(feedback(SERIES, (first, last)))
    assert "Holm" not in masked
    assert "12 34 56 78" not in masked
    assert "Holm" in str(feedback(SERIES, (first, last), names=True))


def test_a_lost_fact_is_told_although_names_are_masked(sheet: Feedback) -> None:
    assert sheet.comparison is not None
    assert [fact.quote for fact in sheet.comparison.lost_facts] == ["4. maj 2026"]
    assert [fact.quote for fact in sheet.comparison.new_facts] == ["[telefon]"]


def test_a_focus_point_is_followed_from_draft_to_draft(sheet: Feedback) -> None:
    (point,) = sheet.followed
    assert point.escalates == (1, 1)


def test_a_rewrite_stands_in_its_sentence(first: Report) -> None:
    (place,) = (p for p in feedback(SERIES, (first,)).places if p.rewrite)
    assert place.rewrite == "Vi mangler stadig, at du sender din årsopgørelse."


def suggesting(report: Report, replacement: str, kind: SuggestionKind) -> Report:
    (finding,) = report.findings
    offer = Suggestion("Et råd.", replacement, kind=kind)
    return replace(report, findings=(replace(finding, suggestions=(offer,)),))


def test_words_that_may_go_leave_no_gap_behind(make_report: MakeReport) -> None:
    report = make_report(("Du skal bare, som sagt, ringe.",), ("E14", " som sagt,"))
    (place, _) = places(suggesting(report, "", SuggestionKind.DELETE))
    assert place.rewrite == "Du skal bare, ringe."


def test_a_sentence_that_may_go_altogether_has_only_advice(make_report: MakeReport) -> None:
    report = make_report(("Det burde du vide. Ring til os.",), ("E05", "Det burde du vide."))
    (place, _) = places(suggesting(report, "", SuggestionKind.DELETE))
    assert (place.rewrite, place.advice) == (None, "Et råd.")


def test_what_is_missing_is_offered_as_a_paragraph(make_report: MakeReport) -> None:
    report = suggesting(
        make_report(("Ring.",), ("E20", None)), "Kære [udfyld: navn]", SuggestionKind.ADD
    )
    sheet = feedback(SERIES, (report,))
    assert sheet.places[0].rewrite == "Kære [udfyld: navn]"
    assert "Citat: Kære [udfyld: navn]" in told(participant_docx(sheet))


def group(first: Report, last: Report) -> list[Feedback]:
    names = ("ali", "mette", "sofie")
    return [feedback(Series(name, "", (name,)), (first, last)) for name in names]


def test_the_group_shares_what_two_participants_have(first: Report, last: Report) -> None:
    sheet = group_sheet(group(first, last))
    assert [(each.category, each.letters) for each in sheet.works] == [("D01", 3), ("D12", 3)]
    alone = group_sheet([*group(first, first)[:1], feedback(SERIES, (last,))])
    assert "D12" not in {each.category for each in alone.works}


def test_exercises_are_of_different_kinds_and_tell_nobody(first: Report, last: Report) -> None:
    exercises = group_sheet(group(first, last)).exercises
    assert len(exercises) == len({each.marker for each in exercises}) == 3
    told = " ".join(each.sentence for each in exercises)
    assert "[beløb]" in told
    assert "[dato]" in told
    assert "Lise" not in told


def test_a_sentence_that_names_a_place_is_no_exercise(make_report: MakeReport) -> None:
    texts = (
        "Du har undladt at rydde op på Bakkedraget igen.",
        "De bør altid sende Deres bilag til os, hvis I vil.",
    )
    report = make_report(texts, ("E01", "Du har undladt"), ("E12", "altid"))
    sheets = [feedback(Series(name, "", (name,)), (report,)) for name in ("ali", "mette")]
    assert [each.marker for each in group_sheet(sheets).exercises] == ["altid"]


def test_figures_that_tell_whose_a_sentence_is_are_taken_out() -> None:
    sentence = "Du skylder 1.250 kr. efter § 83, og mødet den 4. maj kl. 10 er aflyst."
    assert anonymous(sentence) == (
        "Du skylder [beløb] efter § 83, og mødet den [dato] [tidspunkt] er aflyst."
    )


def told(data: bytes) -> str:
    """The text of a Word file with its structure: styles, page breaks and tables."""
    document = docx.Document(BytesIO(data))
    lines = []
    for item in document.iter_inner_content():
        if isinstance(item, docx.table.Table):
            rows = ([cell.text.replace("\n", " ") for cell in row.cells] for row in item.rows)
            lines += ["| " + " | ".join(row) + " |" for row in rows]
        else:
            if item.paragraph_format.page_break_before:
                lines.append("=== ny side ===")
            name = item.style.name if item.style else ""
            lines.append(f"{name}: {item.text}")
    lines.append("Fod: " + document.sections[0].footer.paragraphs[0].text)
    return "\n".join(lines) + "\n"


def test_a_participants_sheet_is_as_it_was_agreed(golden: Golden, sheet: Feedback) -> None:
    golden("homework-mette.txt", told(participant_docx(sheet)))


def test_an_exercise_has_lines_in_place_of_rewrites(golden: Golden, first: Report) -> None:
    output = told(participant_docx(feedback(SERIES, (first,)), exercise=True))
    assert "Vi mangler stadig" not in output
    golden("homework-exercise.txt", output)


def test_the_groups_sheet_is_as_it_was_agreed(golden: Golden, first: Report, last: Report) -> None:
    golden("homework-group.txt", told(group_docx(group_sheet(group(first, last)))))


def test_the_groups_exercise_comes_without_the_key(first: Report, last: Report) -> None:
    output = told(group_docx(group_sheet(group(first, last)), exercise=True))
    assert "Øvelser" in output
    assert "Svarnøgle" not in output


@pytest.mark.parametrize("exercise", [False, True])
def test_pages_are_well_formed_and_take_nothing_from_elsewhere(
    first: Report, last: Report, exercise: bool
) -> None:
    sheets = group(first, last)
    pages = [participant_html(sheet, exercise=exercise) for sheet in sheets]
    pages.append(group_html(group_sheet(sheets), exercise=exercise))
    for text in pages:
        etree.fromstring(text.replace("<!DOCTYPE html>", "").encode())
        assert not re.search(r"""(?:src|href)=["'](?!#)""", text)
        assert "er vores egen fortolkning" in text
        assert "Holm" not in text
        assert "_LINES" not in text
        assert ("Svarnøgle" in text or "Råd og forslag" in text) is not exercise


def test_the_page_tells_what_the_word_file_tells(sheet: Feedback) -> None:
    root = etree.fromstring(participant_html(sheet)[15:].encode())
    text = etree.tostring(root, method="text", encoding="unicode")
    for paragraph in docx.Document(BytesIO(participant_docx(sheet))).paragraphs:
        for part in re.split(r" · |[:.] ?", paragraph.text):
            assert part.strip() in text


def test_a_letter_cannot_put_anything_into_the_page(make_report: MakeReport) -> None:
    texts = ("Du har undladt <script>alert(1)</script> & 'svare' os.",)
    report = make_report(texts, ("E01", "Du har undladt <script>"))
    assert "<script" not in participant_html(feedback(SERIES, (report, report)))


def test_what_xml_cannot_hold_is_left_out(make_report: MakeReport) -> None:
    report = make_report(("Du har undladt\x0c at \x01 svare os.",), ("E01", "Du har undladt\x0c"))
    assert "svare os" in told(participant_docx(feedback(SERIES, (report,))))
