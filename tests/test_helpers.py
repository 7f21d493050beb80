"""What rules may ask of a token by name, on sentences written for it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from traek.engine.grammar import Grammar
from traek.engine.helpers import HELPERS, NEED_PARSER
from traek.engine.text import read_block
from traek.model import Block
from traek.patterns.classes import HELPERS as NAMES

GOLD = Path(__file__).parent / "data" / "grammar.txt"
FLOOR = 0.9


def gold_sentences() -> Iterator[tuple[str, str, set[int]]]:
    helper = ""
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            helper = line[2:]
        elif line and not line.startswith("#"):
            parts = re.split(r"\[\[(.+?)\]\]", line)
            starts = {len("".join(parts[:number])) for number in range(1, len(parts), 2)}
            yield helper, "".join(parts), starts


def test_every_name_that_a_rule_may_write_has_a_helper() -> None:
    assert set(HELPERS) == NAMES
    assert set(HELPERS) >= NEED_PARSER
    assert {helper for helper, _, _ in gold_sentences()} == NAMES


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return Grammar.load()


@pytest.mark.parametrize("helper", sorted(HELPERS))
def test_a_helper_finds_what_a_reader_would(grammar: Grammar, helper: str) -> None:
    right = wrong = missed = 0
    for name, text, gold in gold_sentences():
        if name != helper:
            continue
        blocks = [read_block(Block(text, 1))]
        grammar.annotate(blocks)
        found = {s.starts[token] for s in blocks[0] for token in HELPERS[helper](s)}
        right += len(found & gold)
        wrong += len(found - gold)
        missed += len(gold - found)
    assert 2 * right / (2 * right + wrong + missed) >= FLOOR
