"""Patterns out of marked examples: what they share, in as few words as find them all."""

from __future__ import annotations

import pytest

from traek.engine.proposal import proposals
from traek.engine.suggesting import Suggested, marked_in, suggested
from traek.rulepack.draft import Draft, file_name


def _draft(*hits: str, misses: tuple[str, ...] = ("Godt vejr.",)) -> Draft:
    return Draft("t", "E01", 2, "b", "h", hits, misses)


def _first(*hits: str, misses: tuple[str, ...] = ("Godt vejr.",)) -> Suggested:
    return suggested(_draft(*hits, misses=misses), "regler")[0]


@pytest.mark.parametrize(
    ("hits", "pattern"),
    [
        (["Det er [[dit eget ansvar]].", "[[Dit eget ansvar]] er det."], "dit eget ansvar"),
        (
            ["[[Du mangler stadig at]] svare.", "Nu [[mangler De fortsat at]] svare."],
            "{@læser mangler [stadig|fortsat]} at",
        ),
        (
            [
                "[[Du har ikke svaret]].",
                "I maj [[har du ikke svaret]].",
                "At [[du ikke har svaret]].",
            ],
            "{@læser har ikke} svaret",
        ),
        (
            ["Vi [[må konstatere]] det.", "I juni [[måtte vi desværre konstatere]] det."],
            "måtte~ (@afsender) (desværre) konstatere",
        ),
        (
            ["[[Din manglende betaling]] er her.", "Det er [[jeres manglende svar]]."],
            "@læsers manglende [betaling|svar]",
        ),
        (
            ["[[Som allerede oplyst]] er det nu.", "Det er, [[som vi har oplyst]], nu."],
            None,
        ),
    ],
)
def test_what_hits_share_becomes_a_pattern(hits: list[str], pattern: str | None) -> None:
    found = _first(*hits)
    assert not found.problems
    if pattern is not None:
        assert list(found.draft.find.values()) == [pattern]


def test_hits_that_share_nothing_get_a_pattern_each() -> None:
    found = list(proposals(marked_in(_draft("[[Katten sover]] nu.", "Det er [[for sent]]."))))[-1]
    assert list(found.values()) == ["katten sover", "for sent"]


def test_a_miss_that_is_hit_gets_an_exception() -> None:
    found = _first(
        "[[Du har glemt]] det.",
        "Nu [[har du glemt]] det.",
        misses=("Hvis du har glemt det, så ring.",),
    )
    assert found.draft.exceptions == ("hvis {@læser har} glemt",)
    assert not found.problems


def test_where_a_miss_is_the_same_as_a_hit_the_problem_is_told() -> None:
    assert _first("Det er [[sent]].", misses=("Det er sent.",)).problems


def test_a_draft_is_written_so_that_it_reads_back_the_same() -> None:
    draft = _draft('Sig [["hej"]] \\ nu.', "Og 'så' \"igen\" [[\t]].")
    import tomllib  # noqa: PLC0415

    content = tomllib.loads(draft.toml())
    assert content["eksempler"]["rammer"] == list(draft.hits)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("»Du mangler stadig« peger på læseren", "du-mangler-stadig"),
        ("En ordre uden grund", "en-ordre-uden-grund"),
        ("Åbent svar på ærlig vis", "aabent-svar-paa-aerlig-vis"),
        ("…", "regel"),
    ],
)
def test_the_file_is_named_after_what_is_quoted_in_the_title(title: str, name: str) -> None:
    assert file_name(title) == name
