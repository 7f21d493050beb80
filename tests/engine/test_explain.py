"""Why an example fails, told word by word: what the pattern asked for and what stands there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traek.engine.alignment import MOST_SLIPS, Kind, nearest
from traek.engine.examples import Problem, problems_of
from traek.engine.explain import Told
from traek.engine.match import Context, find
from traek.engine.text import read_block
from traek.model import Block
from traek.patterns import base_lists, parse_pattern
from traek.reading import Sentence
from traek.rulepack import load_rule_pack

RULE = """
titel = "t"
kategori = "E01"
tyngde = 2
besked = "b"
hvorfor = "h"
{more}
[find]
find = '{pattern}'
{tables}
[eksempler]
rammer = [{hit}]
rammer_ikke = ["{miss}"]
"""


def _problems(
    folder: Path,
    pattern: str,
    hit: str,
    miss: str = "Godt vejr.",
    more: str = "",
    tables: str = "",
) -> list[Problem]:
    hits = ", ".join(f'"{each}"' for each in hit.split("#"))
    text = RULE.format(pattern=pattern, hit=hits, miss=miss, more=more, tables=tables)
    (folder / "regel.toml").write_text(text, "utf-8")
    return problems_of(load_rule_pack(str(folder)))


def _sentence(text: str) -> Sentence:
    return read_block(Block(text, 1))[0]


def _wrong(lines: tuple[Told, ...]) -> dict[str, str]:
    return {line.word: line.text for line in lines if line.good is False}


@pytest.mark.parametrize(
    ("pattern", "text", "word", "said"),
    [
        ("{@læser har} undladt", "Vi har undladt det.", "Vi", "venter »De«, »du« eller »I«"),
        ("din sene betaling", "Din meget sene betaling.", "meget", "ikke kender"),
        ("din sene betaling", "Din betaling er her.", "–", "mangler »sene«"),
        ("hvis .. tid", "Hvis du en dag får så god tid.", "god", "højst 4 ord imellem"),
        ("^ da du kom", "Det er da du kom.", "–", "sætningens begyndelse"),
        ("have~ glemt det", "Du er glemt det.", "er", "en form af »have«"),
        ("<VERB:præt> ikke dine", "Du kender ikke dine.", "kender", "datid"),
        ("§ #tal i loven", "Læs § fire i loven.", "fire", "et ord med cifre"),
        ("din !gode betaling", "Din gode betaling.", "gode", "noget andet end »gode«"),
    ],
)
def test_a_hit_that_did_not_come_names_the_word_and_what_was_asked_for(
    tmp_path: Path, pattern: str, text: str, word: str, said: str
) -> None:
    fixed = 'ordstilling = "fast"'
    (first, *_) = _problems(tmp_path, pattern, f"[[{text[:-1]}]].", more=fixed)
    assert said in _wrong(first.why)[word]


def test_a_sentence_that_has_nothing_of_the_pattern_is_told_what_it_looks_for(
    tmp_path: Path,
) -> None:
    (first, *_) = _problems(tmp_path, "dit eget ansvar", "[[Katten]] sover.")
    assert first.why == (Told("Mønsteret er ikke i nærheden af at passe. Det leder efter »eget«."),)


def test_a_hit_that_is_too_short_says_which_words_it_lacks(tmp_path: Path) -> None:
    (first, *_) = _problems(tmp_path, "eget ansvar", "Det er [[dit eget ansvar nu]].")
    assert [line.text for line in first.why[:2]] == [
        "Fundet begynder senere: »dit« er ikke med.",
        "Fundet slutter før: »nu« er ikke med.",
    ]


@pytest.mark.parametrize(
    ("more", "tables", "hit", "said"),
    [
        ('undtagen = ["helt dit ansvar"]', "", "Det er helt [[dit ansvar]].", "undtagelsen »helt"),
        ("gange = 2", "", "Det er [[dit ansvar]].", "gang nummer 2"),
        ("", '[kun_hvis]\nsamme = ["selv"]', "Det er [[dit ansvar]].", "[kun_hvis] samme"),
        ("", '[kun_hvis]\nsted = ["hilsen"]', "Det er [[dit ansvar]].", "stedet hilsen"),
        ("", '[ikke_hvis]\nsamme = ["det"]', "Det er [[dit ansvar]].", "[ikke_hvis] samme"),
    ],
)
def test_a_match_that_the_rule_sets_aside_names_the_part_that_does(
    tmp_path: Path, more: str, tables: str, hit: str, said: str
) -> None:
    (first, *_) = _problems(tmp_path, "dit ansvar", hit, more=more, tables=tables)
    assert said in first.why[0].text


def test_an_idea_for_an_exception_frees_the_miss_and_keeps_the_hits(tmp_path: Path) -> None:
    miss = "Hvis du har glemt fristen, så ring."
    hits = "Nu [[har du glemt]] fristen."
    (only,) = _problems(tmp_path, "{@læser har} glemt", hits, miss)
    idea = only.why[-1].text.partition('["')[2].partition('"]')[0]
    assert idea == "hvis {@læser har} glemt"
    assert not _problems(tmp_path, "{@læser har} glemt", hits, miss, f'undtagen = ["{idea}"]')


def test_where_hits_and_miss_look_alike_no_exception_is_made_up(tmp_path: Path) -> None:
    (only,) = _problems(tmp_path, "dit ansvar", "Det er [[dit ansvar]].", "Det er dit ansvar.")
    assert "Gør mønsteret smallere" in only.why[-1].text


WORDS = st.lists(
    st.sampled_from("du har vi ikke fået sendt det nu".split()), min_size=1, max_size=8
)
PATTERNS = st.sampled_from(
    [
        "{du har ikke} fået",
        "har .. det",
        "[du|vi har] (ikke) sendt",
        "^ vi har !ikke",
        "(nu) det $",
    ]
)


@given(words=WORDS, source=PATTERNS)
def test_what_matches_has_no_slips_and_what_has_none_matches(words: list[str], source: str) -> None:
    sentence, pattern = _sentence(" ".join(words)), parse_pattern(source, base_lists())
    found = nearest(pattern, sentence, Context())
    matches = next(find(pattern, sentence, Context()), None) is not None
    if matches:
        assert found is None or found.slips == 0
    if found is not None:
        assert found.slips <= MOST_SLIPS
        assert (found.slips == 0) == matches
        assert all(step.token <= len(words) for step in found.steps)
        assert found.slips == 0 or any(
            step.kind not in {Kind.FITS, Kind.PASSED} for step in found.steps
        )
