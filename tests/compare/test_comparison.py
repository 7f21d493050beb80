"""Two drafts held beside each other, from plain reports."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from traek.compare import Change, Comparison, compared, covered_comparison
from traek.compare.html import as_html
from traek.compare.json import as_json
from traek.compare.text import as_text
from traek.compare.word import as_docx
from traek.compare.wording import flowing
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
)
from traek.placeholders import typed_placeholders
from traek.reporters.text.page import Page

Golden = Callable[[str, str], None]

LETTER = (
    "Kære Lise Holm",
    "Du har undladt at sende din årsopgørelse. Derfor har vi ikke kunnet beregne din friplads.",
    "Du skal betale 1.250 kr. senest den 4. maj 2026.",
    "Du kan klage til Ankestyrelsen inden fire uger. Ring på 12 34 56 78, hvis du vil vide mere.",
    "Med venlig hilsen",
)


def report(texts: Sequence[str], *findings: Finding, path: str = "brev.txt") -> Report:
    blocks = tuple(
        Block(text, number, placeholders=typed_placeholders(text))
        for number, text in enumerate(texts, 1)
    )
    empty = SideProfile(filled=False, escalates=0, deescalates=0)
    return Report(
        Document(path, blocks),
        Situation.SKRIV_UD,
        "Valgt på forhånd.",
        sum(len(text.split()) for text in texts),
        findings,
        dict.fromkeys(Side, empty),
    )


def found(
    category: str, texts: Sequence[str], block: int | None, quote: str | None, **more: Any
) -> Finding:
    start = texts[block - 1].index(quote) if block and quote else None
    values: dict[str, Any] = {
        "rule": f"standard/regel-{category.lower()}",
        "title": "En overskrift",
        "category": category,
        "effect": Effect.ESCALATES if category[0] == "E" else Effect.DEESCALATES,
        "side": Side.FORSTÅ,
        "weight": 2,
        "certainty": Certainty.HØJ,
        "block": block,
        "span": None if start is None else Span(start, start + len(quote or "")),
        "quote": quote,
        "message": "Læseren kan høre noget andet.",
        "why": "Fordi.",
    }
    return Finding(**(values | more))


def changes(before: Sequence[str], after: Sequence[str]) -> list[tuple[Change, bool]]:
    result = compared(report(before), report(after))
    return [(passage.change, passage.moved) for passage in result.passages]


def test_a_letter_beside_itself_is_unchanged() -> None:
    assert changes(LETTER, LETTER) == [(Change.SAME, False)] * 5


def test_a_paragraph_that_moved_is_known_again() -> None:
    after = (LETTER[0], LETTER[2], LETTER[3], LETTER[1], LETTER[4])
    assert changes(LETTER, after) == [(Change.SAME, n == 3) for n in range(5)]


def test_a_paragraph_may_move_and_be_edited_at_once() -> None:
    after = (LETTER[0], LETTER[2], LETTER[3].replace("Ring på", "Ring gerne til mig på"), LETTER[1])
    assert (Change.EDITED, False) in changes(LETTER, after)
    edited = (
        LETTER[0],
        LETTER[2],
        LETTER[3],
        LETTER[1].replace("Du har undladt at", "Vi mangler at få"),
    )
    assert changes(LETTER, edited)[-1] == (Change.EDITED, True)


def test_a_paragraph_that_was_split_is_one_passage() -> None:
    first, second = LETTER[3].split(". ", 1)
    after = (*LETTER[:3], first + ".", second, LETTER[4])
    result = compared(report(LETTER), report(after))
    assert [p.change for p in result.passages].count(Change.SPLIT) == 1
    (split,) = (p for p in result.passages if p.change is Change.SPLIT)
    assert [block.number for block in split.after] == [4, 5]
    assert split.taken_out == split.put_in == ()


def test_paragraphs_that_were_joined_are_one_passage() -> None:
    after = (LETTER[0], f"{LETTER[1]} {LETTER[2]}", *LETTER[3:])
    assert [change for change, _ in changes(LETTER, after)] == [
        Change.SAME,
        Change.JOINED,
        Change.SAME,
        Change.SAME,
    ]


def test_a_paragraph_written_anew_at_the_same_place_is_the_same_passage() -> None:
    after = (LETTER[0], "Vi mangler din årsopgørelse for at regne tallet ud.", *LETTER[2:])
    assert changes(LETTER, after)[1] == (Change.EDITED, False)


def test_rewritten_paragraphs_between_the_same_neighbours_find_each_other() -> None:
    before = (
        LETTER[0],
        "Som bekendt er der ventetid op til sommerferien, og det er dit ansvar at søge i god tid.",
        "Vi kan ikke genkende, at medarbejderen talte hårdt til dig.",
        LETTER[4],
    )
    after = (
        LETTER[0],
        "Tak, fordi du skrev.",
        "Før sommerferien har vi travlt, og derfor tog det fem uger.",
        "Det gør mig ondt, hvis vi talte hårdt til dig.",
        LETTER[4],
    )
    result = compared(report(before), report(after))
    pairs = [
        ([block.number for block in p.before], [block.number for block in p.after])
        for p in result.passages
    ]
    assert pairs == [([1], [1]), ([], [2]), ([2], [3]), ([3], [4]), ([4], [5])]


def test_what_is_added_and_removed_stands_where_it_stood() -> None:
    after = (LETTER[0], LETTER[1], "Tak for samtalen i går om legepladsen.", *LETTER[3:])
    result = changes(LETTER, after)
    assert (Change.REMOVED, False) in result
    assert (Change.ADDED, False) in result
    assert result.index((Change.REMOVED, False)) in {2, 3}


def test_marks_cover_the_words_that_stand_in_one_draft_only() -> None:
    before, after = "Du skal ringe til os i morgen", "Du kan ringe til os i morgen"
    (passage,) = compared(report([before]), report([after])).passages
    assert [before[m.span.start : m.span.end] for m in passage.taken_out] == ["skal"]
    assert [after[m.span.start : m.span.end] for m in passage.put_in] == ["kan"]


TEXTS = st.lists(
    st.lists(st.sampled_from("du vi har kan ikke brev svar frist mandag".split()), max_size=8).map(
        " ".join
    ),
    max_size=6,
)


@given(TEXTS, TEXTS)
def test_every_paragraph_is_in_one_passage_and_unmarked_words_are_the_same(
    before: list[str], after: list[str]
) -> None:
    result = compared(report(before), report(after))
    for side, texts in (("before", before), ("after", after)):
        numbers = [block.number for p in result.passages for block in getattr(p, side)]
        assert len(numbers) == len(set(numbers))
        assert {n for n, text in enumerate(texts, 1) if text} <= set(numbers)
    for passage in result.passages:
        if passage.before and passage.after:
            assert unmarked(passage.before, passage.taken_out) == unmarked(
                passage.after, passage.put_in
            )


def unmarked(blocks: Sequence[Block], marks: Sequence[Any]) -> list[str]:
    words = []
    for block in blocks:
        text = block.text
        for mark in reversed([mark for mark in marks if mark.block == block.number]):
            text = text[: mark.span.start] + text[mark.span.end :]
        words += text.split()
    return words


def drafts() -> Comparison:
    after = (
        "Kære Lise Holm",
        (
            "Vi mangler at få din årsopgørelse. Derfor har vi ikke kunnet beregne din friplads. "
            "Har du altid sendt den? Skriv til os senest den 7. maj 2026."
        ),
        "Du skal betale 1.250 kr. [udfyld: hvornår?]",
        "Ring på 12 34 56 78, hvis du vil vide mere.",
        "Med venlig hilsen",
    )
    return compared(
        report(
            LETTER,
            found("D01", LETTER, 1, "Kære Lise", side=Side.KONTAKT),
            found("E01", LETTER, 2, "Du har undladt"),
            found("E10", LETTER, 3, "Du skal betale", side=Side.SAG),
            found("E10", LETTER, 4, "inden fire uger", side=Side.SAG, protection="L05"),
            found("E21", LETTER, None, None, side=Side.VIDERE),
            path="foer.docx",
        ),
        report(
            after,
            found("D01", after, 1, "Kære Lise", side=Side.KONTAKT),
            found("E12", after, 2, "altid"),
            found("E10", after, 3, "skal betale", side=Side.SAG, rule="standard/en-anden"),
            found("D11", after, 2, "senest den 7. maj", side=Side.VIDERE),
            path="efter.docx",
        ),
    )


def test_findings_are_solved_new_or_still_there() -> None:
    result = drafts()
    assert [f.category for f in result.escalates.gone] == ["E01", "E21"]
    assert [f.category for f in result.escalates.new] == ["E12"]
    assert [(k.before.quote, k.after.quote) for k in result.escalates.kept] == [
        ("Du skal betale", "skal betale")
    ]
    assert [f.category for f in result.deescalates.new] == ["D11"]
    assert [k.after.category for k in result.deescalates.kept] == ["D01"]


def test_protected_wording_counts_nowhere() -> None:
    result = drafts()
    assert result.escalates.before == 3
    assert result.escalates.on(Side.SAG).before == 1


def test_a_finding_follows_its_paragraph_when_it_moves() -> None:
    after = (LETTER[0], LETTER[2], LETTER[3], LETTER[1], LETTER[4])
    result = compared(
        report(LETTER, found("E01", LETTER, 2, "Du har undladt")),
        report(after, found("E01", after, 4, "Du har undladt")),
    )
    assert len(result.escalates.kept) == 1
    assert not result.escalates.gone


def test_two_of_a_kind_in_one_paragraph_are_two() -> None:
    texts = ("Du skal ringe, og du skal skrive, så snart du kan.",)
    one = found("E10", texts, 1, "Du skal ringe")
    other = found("E10", texts, 1, "du skal skrive")
    result = compared(report(texts, one, other), report(texts, other))
    assert [f.quote for f in result.escalates.gone] == ["Du skal ringe"]
    assert [k.after.quote for k in result.escalates.kept] == ["du skal skrive"]


def test_facts_that_got_lost_or_came_in_are_told() -> None:
    result = drafts()
    assert [(str(f.kind), f.quote) for f in result.lost_facts] == [
        ("dato", "4. maj 2026"),
        ("klagevejledning", "kan klage"),
        ("klagevejledning", "Ankestyrelsen"),
        ("frist eller tidsrum", "fire uger"),
    ]
    assert [f.quote for f in result.new_facts] == ["7. maj 2026"]
    assert [gap.text for gap in result.gaps] == ["[udfyld: hvornår?]"]


@pytest.mark.parametrize("width", [100, 60])
def test_the_terminal_shows_what_was_agreed(golden: Golden, width: int) -> None:
    golden(f"compare-{width}.txt", as_text(drafts(), Page(width, colour=False)))


@pytest.mark.parametrize("width", [100, 72, 60, 44])
def test_no_line_is_wider_than_the_page(width: int) -> None:
    lines = as_text(drafts(), Page(width, colour=False)).splitlines()
    assert max(map(len, lines)) <= width


def test_json_is_as_it_was_agreed(golden: Golden) -> None:
    text = as_json(drafts()).decode()
    assert json.loads(text)["schema"] == 1
    golden("compare.json", text)


def page_text(text: str) -> str:
    root = etree.fromstring(text.replace("<!DOCTYPE html>", "").encode())
    return " ".join(etree.tostring(root, method="text", encoding="unicode").split())


@pytest.mark.parametrize("before_and_after", [(0, 0), (1, 0), (0, 1)])
def test_the_page_is_well_formed_whatever_is_in_it(before_and_after: tuple[int, int]) -> None:
    texts = [LETTER, ("Helt andre ord <b> & 'mere'.",)]
    before, after = (texts[number] for number in before_and_after)
    text = as_html(compared(report(before), report(after)))
    assert "er vores egen fortolkning" in page_text(text)
    assert not re.search(r"""(?:src|href)=["'](?!#)""", text)
    assert "<b>" not in text.split("<body>")[1]


def test_the_page_tells_what_was_agreed(golden: Golden) -> None:
    body = as_html(drafts()).split("<body>")[1].split("<footer>")[0]
    golden("compare.html", body.replace("</div>", "</div>\n").replace("</li>", "</li>\n"))


def test_the_word_file_tells_what_was_agreed(golden: Golden) -> None:
    document = docx.Document(BytesIO(as_docx(drafts())))
    lines = []
    for item in document.iter_inner_content():
        if isinstance(item, docx.table.Table):
            rows = ([cell.text.replace("\n", " ¶ ") for cell in row.cells] for row in item.rows)
            lines += ["| " + " | ".join(row) + " |" for row in rows]
        else:
            lines.append(f"{item.style.name if item.style else ''}: {item.text}")
    golden("compare-word.txt", "\n".join(lines) + "\n")


def test_a_comparison_to_pass_on_hides_names_but_not_what_got_lost() -> None:
    after = (*LETTER[:3], "Skriv til os, hvis du vil vide mere, Lise.", LETTER[4])
    covered = covered_comparison(report(LETTER), report(after))
    assert "Holm" not in str(covered)
    assert "Lise" not in str(covered)
    assert "[telefon]" in [fact.quote for fact in covered.lost_facts]


def test_line_breaks_that_a_program_put_in_flow() -> None:
    wrapped = "Det her er en linje, som et program har brudt, fordi den\nvar fuld."
    assert "\n" not in flowing(wrapped)
    assert len(flowing(wrapped)) == len(wrapped)
    assert flowing("Bo Lund\nSagsbehandler") == "Bo Lund\nSagsbehandler"
