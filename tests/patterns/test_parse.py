"""The pattern language: what each sign means, and what is said of a pattern that is wrong."""

from __future__ import annotations

import pytest

from traek.patterns import PatternError, base_lists, parse_pattern

LISTS = base_lists()


def test_words_in_one_choice_become_one_look_up() -> None:
    pattern = parse_pattern("[bare|blot|kun] ringe", LISTS)
    assert pattern.nodes[0] == ("form", frozenset({"bare", "blot", "kun"}))


def test_the_anchor_is_the_rarest_word_that_every_match_holds() -> None:
    pattern = parse_pattern("du har (også) undladt at", LISTS)
    assert pattern.anchor is not None
    assert pattern.anchor.words == {"undladt"}
    assert (pattern.anchor.least, pattern.anchor.most) == (2, 3)


def test_a_choice_is_an_anchor_when_every_branch_has_one() -> None:
    pattern = parse_pattern("du [skal undlade|må afholde] dig", LISTS)
    assert pattern.anchor is not None
    assert pattern.anchor.words == {"undlade", "afholde"}


def test_a_pattern_of_classes_alone_has_no_anchor() -> None:
    assert parse_pattern("<VERB:imp> <ADV>", LISTS).anchor is None


@pytest.mark.parametrize(
    ("source", "grammar", "relations"),
    [
        ("du har undladt", False, False),
        ("du har undlade~", True, False),
        ("<VERB:præt,pass>", True, False),
        ("<VERB:subj=@læser> ikke", True, True),
        ("ikke !<VERB:subj=du>", True, True),
        ("#tal kr.", False, False),
    ],
)
def test_a_pattern_knows_what_it_asks_for(source: str, *, grammar: bool, relations: bool) -> None:
    pattern = parse_pattern(source, LISTS)
    assert (pattern.grammar, pattern.relations) == (grammar, relations)


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("(du)", "kan ramme ingenting"),
        ("..", "kan ramme ingenting"),
        ("@læsr har", "Mente du »@læser«?"),
        ("#tel kr.", "Mente du »#tal«?"),
        ("[du|] har", "er tom"),
        ("<VEB> nu", "Mente du »VERB«?"),
        ("nu <VERB:infi>", "Mente du »inf«?"),
        ("nu <VERB:sub=du>", "Mente du »subj«?"),
        ("nu <VERB", "Der mangler »>«"),
        ("{du} nu", "et grundled og et udsagnsord"),
        ("[du har", "Der mangler »]«"),
        ("du ] har", "uden sin makker"),
        ("x:du x:har", "står to gange"),
        ("!(du) har", "skal der stå ét ord"),
    ],
)
def test_a_mistake_is_told_with_the_way_out(source: str, says: str) -> None:
    with pytest.raises(PatternError, match=r".") as told:
        parse_pattern(source, LISTS)
    assert says in str(told.value)
