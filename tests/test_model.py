"""The values of the house where they decide something themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from traek.model import (
    Certainty,
    Effect,
    Finding,
    Side,
    Span,
    Suggestion,
    SuggestionKind,
)


@pytest.mark.parametrize(
    ("suggestion", "kind"),
    [
        (Suggestion("Skriv roligt."), SuggestionKind.ADVICE),
        (Suggestion("", "gerne"), SuggestionKind.REPLACE),
        (Suggestion("", ""), SuggestionKind.DELETE),
        (Suggestion("", "Ring gerne.", kind=SuggestionKind.ADD), SuggestionKind.ADD),
    ],
)
def test_a_suggestion_knows_what_it_does_to_the_letter(
    suggestion: Suggestion, kind: SuggestionKind
) -> None:
    assert suggestion.kind is kind


def finding(*suggestions: Suggestion) -> Finding:
    return Finding(
        rule="test/regel",
        title="t",
        category="E05",
        effect=Effect.ESCALATES,
        side=Side.KONTAKT,
        weight=1,
        certainty=Certainty.HØJ,
        block=1,
        span=Span(10, 12),
        quote="jo",
        message="b",
        why="h",
        suggestions=suggestions,
    )


@pytest.mark.parametrize(
    ("suggestions", "safe"),
    [
        ((Suggestion("Råd."), Suggestion("", "gerne")), 1),
        ((Suggestion("", "", Span(9, 12)),), 0),
        ((Suggestion("", "", Span(0, 40)), Suggestion("", "gerne")), 1),
        ((Suggestion("", "Ny sætning.", Span(0, 40)),), 0),
        ((Suggestion("", "Nyt afsnit.", kind=SuggestionKind.ADD),), None),
        ((Suggestion("Råd."),), None),
        ((Suggestion("", "Det er jo nu. Ring gerne.", Span(0, 40)),), None),
        ((Suggestion("", "Ring [udfyld: tid]."), Suggestion("", "Ring gerne.")), 1),
    ],
)
def test_what_can_be_done_without_asking(
    suggestions: tuple[Suggestion, ...], safe: int | None
) -> None:
    expected = None if safe is None else suggestions[safe]
    assert finding(*suggestions).safe_rewrite is expected


@pytest.mark.parametrize(
    ("place", "asked"), [(Span(0, 14), True), (Span(0, 13), True), (Span(7, 10), False)]
)
def test_a_whole_sentence_that_is_marked_is_not_left_out_without_asking(
    place: Span, *, asked: bool
) -> None:
    gone = Suggestion("", "", place)
    whole = replace(finding(gone), span=Span(0, 13), quote="Det er jo nu.")
    assert (whole.safe_rewrite is None) is asked
