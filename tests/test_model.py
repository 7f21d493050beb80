"""The values of the house where they decide something themselves."""

from __future__ import annotations

import pytest

from traek.model import Suggestion, SuggestionKind


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
