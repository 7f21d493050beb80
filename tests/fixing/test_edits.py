"""Edits: what differs in whole words, which are chosen, and what becomes of them in a text file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traek.differences import hunks
from traek.errors import DocumentError
from traek.fixing import Edit, apply_edits, edits_for
from traek.fixing.settling import _composed
from traek.model import (
    Block,
    Certainty,
    Document,
    Effect,
    Finding,
    Report,
    Side,
    Situation,
    Span,
    Suggestion,
    SuggestionKind,
)

WORDS = st.lists(st.sampled_from("vi du kan ikke svare , . \n".split(" ")), max_size=12).map(
    " ".join
)


def finding(text: str, quote: str, *suggestions: Suggestion, weight: int = 2) -> Finding:
    start = text.index(quote)
    return Finding(
        rule=f"test/{quote}",
        title="t",
        category="E13",
        effect=Effect.ESCALATES,
        side=Side.SAG,
        weight=weight,
        certainty=Certainty.HØJ,
        block=1,
        span=Span(start, start + len(quote)),
        quote=quote,
        message="b",
        why="h",
        suggestions=suggestions,
    )


def report(text: str, *findings: Finding) -> Report:
    document = Document("brev.txt", (Block(text, 1),))
    return Report(document, Situation.SVAR, "", len(text.split()), findings, {})


def edit(span: tuple[int, int] | None, old: str, new: str, block: int | None = 1) -> Edit:
    kind = SuggestionKind.ADD if span is None else SuggestionKind.REPLACE
    return Edit(block, None if span is None else Span(*span), old, new, kind)


@given(WORDS, WORDS, st.booleans())
def test_hunks_make_the_new_text_of_the_old(old: str, new: str, wrapped: bool) -> None:
    text = old
    for start, end, replacement in reversed(list(hunks(old, new, wrapped=wrapped))):
        text = text[:start] + replacement + text[end:]
    assert text.split() == new.split()
    assert wrapped or text == new


def test_a_line_break_that_was_a_space_is_no_change() -> None:
    assert list(hunks("Vi har\nskrevet bare nu", "Vi har skrevet nu", wrapped=True)) == [
        (15, 20, "")
    ]


def test_the_first_suggestion_is_made_and_advice_is_not() -> None:
    text = "Kom straks, bare kom."
    found = report(
        text,
        finding(text, "straks", Suggestion("r", "gerne"), Suggestion("r", "helst")),
        finding(text, "bare", Suggestion("r")),
    )
    assert [(each.old, each.text) for each in edits_for(found)] == [("straks", "gerne")]


def test_the_heavier_of_two_that_meet_is_made() -> None:
    text = "Kom straks i dag."
    found = report(
        text,
        finding(text, "Kom straks", Suggestion("", "Kom gerne"), weight=1),
        finding(text, "straks i dag", Suggestion("", "når du kan"), weight=3),
    )
    assert [each.text for each in edits_for(found)] == ["når du kan"]


def test_one_rewritten_sentence_answers_all_its_findings() -> None:
    text = "Kom straks, bare kom."
    whole = Suggestion("", "Kom gerne.", Span(0, len(text)))
    found = report(text, finding(text, "straks", whole), finding(text, "bare", whole))
    (only,) = edits_for(found)
    assert only.rules == ("test/straks", "test/bare")


@given(
    st.text("abc", min_size=1, max_size=12),
    st.lists(
        st.tuples(st.integers(0, 12), st.integers(0, 4), st.text("xyz", max_size=4)), max_size=5
    ),
)
def test_edits_of_several_rounds_are_edits_of_the_first_text(
    original: str, rounds: list[tuple[int, int, str]]
) -> None:
    now, made = original, list[Edit]()
    for start, length, new in rounds:
        begin = min(start, len(now))
        end = min(begin + length, len(now))
        made = _composed(made, edit((begin, end), now[begin:end], new), original)
        now = now[:begin] + new + now[end:]
    text = original
    for each in reversed(made):
        assert each.span is not None
        assert text[slice(*each.span)] == each.old
        text = text[: each.span.start] + each.text + text[each.span.end :]
    assert text == now


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_text_file_keeps_its_encoding_and_line_endings(encoding: str, newline: str) -> None:
    text = "Kære Åse\n\nDu skal komme\nstraks til mødet, fordi\nvi mangler dig.\n"
    data = text.replace("\n", newline).encode(encoding)
    wanted = edit((14, 20), "straks", "gerne", 2)
    outcome = apply_edits(data, "brev.txt", [_shifted(wanted, newline)])
    assert outcome.data == text.replace("straks", "gerne").replace("\n", newline).encode(encoding)
    assert outcome.left == ()


def _shifted(each: Edit, newline: str) -> Edit:
    assert each.span is not None
    more = len(newline) - 1
    return edit((each.span.start + more, each.span.end + more), each.old, each.text, each.block)


def test_a_new_paragraph_stands_before_its_block_or_last() -> None:
    data = "Kære Åse\n\nVi ses.\n\nVenlig hilsen\nMette\n".encode()
    edits = [edit(None, "", "En.\n\nTo.", 3), edit(None, "", "Sidst.", None)]
    assert apply_edits(data, "brev.md", edits).data.decode() == (
        "Kære Åse\n\nVi ses.\n\nEn.\n\nTo.\n\nVenlig hilsen\nMette\n\nSidst.\n"
    )


def test_a_file_that_was_changed_meanwhile_is_left_alone() -> None:
    with pytest.raises(DocumentError, match="er ændret, siden traek læste den"):
        apply_edits(b"Kom nu.", "brev.txt", [edit((4, 6), "straks", "gerne")])


def test_a_kind_that_is_only_read_is_said_to_be() -> None:
    with pytest.raises(DocumentError, match="kan læse filer af den type, men ikke rette i dem"):
        apply_edits(b"<p>Kom nu.</p>", "brev.html", [edit((0, 3), "Kom", "Ring")])


def test_a_sign_that_the_encoding_lacks_is_said() -> None:
    data = "Kom, Åse.".encode("cp1252")
    with pytest.raises(DocumentError, match="Gem den som UTF-8"):
        apply_edits(data, "brev.txt", [edit((0, 3), "Kom", "→")])


def test_leaving_out_a_whole_sentence_is_left_to_the_writer() -> None:
    text = "Vi svarer snart. Andre klarer det fint."
    drop = Suggestion("", "", Span(17, len(text)))
    found = report(text, finding(text, "Andre klarer", drop))
    assert edits_for(found) == ()
    assert [each.text for each in edits_for(found, lambda each: each.suggestions[0])] == [""]


def test_two_rewrites_of_one_sentence_that_were_not_tried_together_wait_for_each_other() -> None:
    text = "Kom straks, bare kom."
    whole = Suggestion("", "Kom [udfyld: tid].", Span(0, len(text)))
    found = report(
        text,
        finding(text, "straks", whole, Suggestion("", "gerne"), weight=3),
        finding(text, "bare", whole, Suggestion("", "endelig")),
    )
    assert [each.text for each in edits_for(found)] == ["gerne"]


def test_the_same_is_not_said_behind_two_sentences_of_a_paragraph() -> None:
    text = "Omvalg er udelukket. Bytte er udelukket. Salg er forbudt."
    more = "I stedet kan du [udfyld: hvad]"
    found = [
        finding(text, old, Suggestion("r", f"{old}. {new}"))
        for old, new in (
            ("Omvalg er udelukket", more),
            ("Bytte er udelukket", more),
            ("Salg er forbudt", "Formålet er at [udfyld: hvad]"),
        )
    ]
    chosen = edits_for(report(text, *found), lambda each: each.suggestions[0])
    assert [each.old for each in chosen] == ["Omvalg er udelukket", "Salg er forbudt"]
