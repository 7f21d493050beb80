"""The guide for those who write rules: its rules load, and what it says of the language holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from traek.engine.grammar import Grammar
from traek.engine.match import Context, find
from traek.engine.text import read_block
from traek.model import Block
from traek.patterns import base_lists, parse_pattern
from traek.patterns.classes import FEATURES, HELPERS, RELATIONS, SHAPES
from traek.rulepack import ZONES, read
from traek.testing import Case, cases

DOCS = Path(__file__).parents[1] / "docs"
PACK = DOCS / "eksempler" / "traek_eksempel"
GUIDE = (DOCS / "skriv-regler.md").read_text("utf-8")
SIGNS = [
    [cell.strip().strip("`").replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[3:6]]
    for line in GUIDE.split("| tegn | betyder |")[1].split("\n\n")[0].splitlines()[2:]
]


@pytest.mark.parametrize("case", cases(str(PACK)), ids=str)
def test_every_rule_in_the_guide_does_what_it_says(case: Case) -> None:
    case.check()


@pytest.mark.parametrize("file", sorted(PACK.glob("*.toml")), ids=lambda file: file.name)
def test_every_example_file_stands_in_the_guide_word_for_word(file: Path) -> None:
    assert f"```toml\n{file.read_text('utf-8')}```\n" in GUIDE, (
        f"Sæt {file.name} ind i docs/skriv-regler.md, som filen er nu."
    )


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return Grammar.load()


@pytest.mark.parametrize(("pattern", "hit", "miss"), SIGNS, ids=[row[0] for row in SIGNS])
def test_every_sign_finds_what_the_guide_says(
    grammar: Grammar, pattern: str, hit: str, miss: str
) -> None:
    def finds(text: str) -> bool:
        sentences = read_block(Block(text, 1))
        grammar.annotate([sentences])
        parsed = parse_pattern(pattern, base_lists())
        return any(next(find(parsed, each, Context()), None) is not None for each in sentences)

    assert finds(hit)
    assert not finds(miss)


def test_the_guide_tells_of_every_key_and_every_name_of_the_language() -> None:
    keys = read._RULE_KEYS | read._PROTECTION_KEYS | read._SIGN_KEYS
    lists = {f"@{name}" for name in base_lists()}
    shapes = {f"#{name}" for name in SHAPES}
    relations = {f"<VERB:{name}=" for name in RELATIONS}
    known = {*keys, *ZONES, *FEATURES, *HELPERS, *lists, *shapes, *relations}
    told = {
        name for name in known if re.search(rf"`\[?{re.escape(name)}\b|`{re.escape(name)}", GUIDE)
    }
    assert known - told == set()
