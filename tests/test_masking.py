"""Personal data that is taken out of a letter, and what stays in it."""

from __future__ import annotations

import runpy
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traek.masking import masked, masked_document, masked_report, names_in
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

HERE = Path(__file__).parent


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cpr 010203-1234 og 0102031234", "cpr [cpr] og [cpr]"),
        ("31 12 99 - 1234, 610203-1234, 010203-xxxx", "[cpr], [cpr], [cpr]"),
        ("+45 23 45 67 89, tlf. 70123456", "[telefon], tlf. [telefon]"),
        ("Ring til Karin på 1234 5678.", "Ring til [navn] på [telefon]."),
        ("(+45) 33 12 45 67 eller 12345678", "[telefon] eller 12345678"),
        ("skriv til åse.møller@kommune.example.", "skriv til [e-mail]."),
        ("på Vester Voldgade 123B, 3. tv., 1552 København V.", "på [adresse]."),
        ("på Møllegyde 3, 2. tv. den 1. maj", "på [adresse] den 1. maj"),
        ("Vi ses på Peter Bangs Vej 14 i morgen.", "Vi ses på [adresse] i morgen."),
        ("Kære Lise Holm", "Kære [navn]"),
        ("Hej Mette, tak for din mail", "Hej [navn], tak for din mail"),
        ("Til Anders And", "Til [navn]"),
        ("Kære Lise og Peter Holm-Jensen", "Kære [navn] og [navn]"),
        ("Kære Sofies forældre", "Kære [navn]s forældre"),
        ("Hr. Müller bor hos din søn Yusuf", "Hr. [navn] bor hos din søn [navn]"),
        ("Sagsbehandler: Åse Ø. Ågesen", "Sagsbehandler: [navn]"),
        ("Grundejerforeningen v/ Lars Holm", "Grundejerforeningen v/ [navn]"),
    ],
)
def test_personal_data_gives_way_to_a_label(text: str, expected: str) -> None:
    assert masked(text).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "Efter servicelovens § 41, stk. 1, nr. 2, jf. lov nr. 1372 af 24. december 2012",
        "Du skal betale 12 345 678 kr. senest den 12. marts 2026 kl. 10.30.",
        "CVR 29189846, P-nr. 1003456789, sag 20260312, EAN 5798009811578",
        "Til Hjelmholt Kommune",
        "Ring til Borgerservice. Ankestyrelsen og Udbetaling Danmark svarer.",
        "Kære borger",
        "Regnskabet for 2024 2025 er klar.",
        "Kære «Navn», {{fornavn}} og [Navn]",
        "Kirkevej 12. marts, bilag 3, 2026 Budget",
        "Til orientering: Fristen er flyttet til August og fra Maj.",
        "Venlig hilsen\nHjelmholt Kommune\nJobcenter Nord",
    ],
)
def test_what_is_nobodys_stays(text: str) -> None:
    assert masked(text).text == text


def test_case_numbers_give_way_only_where_asked() -> None:
    text = "J.nr. 2026-123-45, sagsnr. 26/12345"
    assert masked(text).text == text
    assert masked(text, case_numbers_too=True).text == "J.nr. [sagsnummer], sagsnr. [sagsnummer]"


def test_a_name_from_the_greeting_or_the_signature_is_gone_everywhere() -> None:
    lines = [
        "Kære Runa Ravnkilde",
        "Vi har set på Runas sag. RAVNKILDE skrev i går, og Runa Ravnkildes bror ringede.",
        "Ravnkilde Kommune svarer.",
        "Venlig hilsen",
        "T. Øvlisen",
        "Fuldmægtig",
    ]
    names = names_in(lines)
    assert [masked(line, names).text for line in lines] == [
        "Kære [navn]",
        "Vi har set på [navn]s sag. [navn] skrev i går, og [navn]s bror ringede.",
        "Ravnkilde Kommune svarer.",
        "Venlig hilsen",
        "[navn]",
        "Fuldmægtig",
    ]


def test_letters_with_their_rings_apart_are_masked_too() -> None:
    apart = "Kære A\u030ase Møller"
    assert masked(apart).text == "Kære [navn]"


def test_made_up_letters_lose_nearly_all_their_personal_data() -> None:
    outcomes = runpy.run_path(str(HERE.parent / "benchmarks" / "masking.py"))["outcomes"]
    seen, right = Counter[str](), Counter[str]()
    for kind, good, _ in outcomes(60):
        seen[kind] += 1
        right[kind] += good
    assert set(seen) == {"navn", "cpr", "telefon", "e-mail", "adresse", "bevaret"}
    for kind, number in seen.items():
        assert right[kind] >= 0.99 * number, kind


WORDS = st.lists(
    st.sampled_from(
        "Kære Lise Holm , 010203-1234 på Kirkevej 12 8000 Aarhus C 22 33 44 55 a@b.dk hr. og § 7 "
        "Til æble Ågesen's Holms \n [navn] «Navn» kommune . Runa".split(" ")
    ),
    max_size=20,
).map(" ".join)


@given(WORDS | st.text(max_size=60))
def test_masking_twice_changes_nothing_more(text: str) -> None:
    once = masked(text, ["Runa Ravnkilde"]).text
    again = masked(once, ["Runa Ravnkilde"]).text
    assert "Runa" not in again
    assert again.count("[cpr]") == once.count("[cpr]")


@given(WORDS | st.text(max_size=60), st.data())
def test_a_span_follows_its_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    hidden = masked(text, ["Runa"])
    moved = hidden.span(Span(start, end))
    assert 0 <= moved.start <= moved.end <= len(hidden.text)
    if not any(piece.start < end and start < piece.end for piece in hidden.pieces):
        assert hidden.text[moved.start : moved.end] == text[start:end]
    for piece in hidden.pieces:
        whole = hidden.span(Span(piece.start, piece.end))
        assert hidden.text[whole.start : whole.end] == piece.label.value


BLOCKS = (
    Block("Kære Lise Holm", 1),
    Block("Du, Lise, har undladt at ringe til Lise Holm på 22 33 44 55.", 2, headings=("Om Lise",)),
)
FOUND = Finding(
    rule="standard/x",
    title="t",
    category="E01",
    effect=Effect.ESCALATES,
    side=Side.FORSTÅ,
    weight=3,
    certainty=Certainty.HØJ,
    block=2,
    span=Span(9, 60),
    quote=BLOCKS[1].text[9:60],
    message="m",
    why="w",
    suggestions=(Suggestion("Råd", "mangler, at Lise Holm ringer", Span(4, 20)),),
    fingerprint="0123456789abcdef",
)
REPORT = Report(
    document=Document("breve/Lise Holm.docx", BLOCKS),
    situation=Situation.SVAR,
    situation_reason="",
    words=12,
    findings=(FOUND,),
    profile={
        side: SideProfile(filled=True, escalates=0, deescalates=0, evidence="Kære Lise")
        for side in Side
    },
)


def test_a_masked_report_has_no_name_left_in_any_of_its_texts() -> None:
    report = masked_report(REPORT)
    assert "Lise" not in repr(report)
    assert "Holm" not in repr(report)
    (found,) = report.findings
    assert found.quote == " har undladt at ringe til [navn] på [telefon]."
    assert found.span is not None
    text = report.document.blocks[1].text
    assert text[found.span.start : found.span.end] == found.quote
    assert found.fingerprint == FOUND.fingerprint
    assert found.suggestions[0].replacement == "mangler, at [navn] ringer"


def test_a_masked_document_is_the_report_s() -> None:
    assert masked_document(REPORT.document) == masked_report(REPORT).document
