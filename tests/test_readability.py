"""Readability, by counting."""

import pytest

from traek.engine.grammar import Grammar
from traek.engine.readability import readability
from traek.engine.text import read_block
from traek.model import Block, Readability

TEXT = "Vi har modtaget ansøgningen. Den afslås."


def test_lix_adds_sentence_length_and_the_share_of_long_words() -> None:
    result = readability(read_block(Block(TEXT, 1)))
    assert (result.words, result.sentences, result.long_words) == (6, 2, 2)
    assert result.sentence_length == 3
    assert result.lix == pytest.approx(3 + 100 * 2 / 6)
    assert result.verdict == "middel"


def test_passives_are_counted_only_where_the_grammar_has_run() -> None:
    sentences = read_block(Block(TEXT, 1))
    assert readability(sentences).passive_share is None
    Grammar.load().annotate([sentences])
    assert readability(sentences).passive_share == 0.5


def test_a_letter_without_words_is_easy() -> None:
    assert readability([]) == Readability(0, 0, 0, None)
    assert readability([]).lix == 0
