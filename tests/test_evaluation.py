"""Findings held against annotations, on a gold folder made for the purpose."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from traek.audit import read_letter
from traek.engine import Engine
from traek.errors import DocumentError
from traek.evaluation import Score, read_gold, score
from traek.plugins import load_plugins
from traek.rulepack import CATEGORIES, load_rule_pack
from traek.settings import Settings

RULE = """
titel = "t"
kategori = "E13"
tyngde = 2
besked = "b"
hvorfor = "h"
[find]
x = "bare"
[eksempler]
rammer = ["bare"]
rammer_ikke = ["nej"]
"""
LETTER = (
    "Kære Anne\n\nDu skal bare vente. Vi ringer bare i morgen. Det er jo let.\n\nHilsen\n\nBo\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRAEK_CACHE", str(tmp_path / "cache"))
    (tmp_path / "gold" / "letters").mkdir(parents=True)
    (tmp_path / "traek_test").mkdir()
    (tmp_path / "traek_test" / "bare.toml").write_text(RULE, "utf-8")
    gold = tmp_path / "gold"
    (gold / "letters" / "a.txt").write_text(LETTER, "utf-8")
    marks = [("skal bare vente", "E13"), ("Det er jo let", "E05")]
    rows = [{"file": "a.txt", "quote": quote, "nth": 1, "category": c} for quote, c in marks]
    (gold / "gold.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    near = {"file": "a.txt", "quote": "bare", "nth": 2, "not": "E13", "why": "hjælp"}
    (gold / "near.jsonl").write_text(json.dumps(near), "utf-8")
    csv = "file,situation,side1,side2,side3,side4,tone\na.txt,skriv-ud,0,0,0,0,3\n"
    (gold / "letters.csv").write_text(csv, "utf-8")
    return tmp_path


def scored(folder: Path) -> Score:
    loaders = load_plugins().loaders
    engine = Engine([load_rule_pack(str(folder / "traek_test"))])
    letters = [
        (letter, read_letter(str(letter.path), letter.file, loaders, Settings()))
        for letter in read_gold(folder / "gold")
    ]
    return score(letters, engine, {name: str(known.side) for name, known in CATEGORIES.items()})


def test_sentences_are_counted_not_words(folder: Path) -> None:
    figures = scored(folder).by_effect["E"]
    assert (figures.gold, figures.found, figures.both) == (2, 2, 1)
    assert (figures.precision, figures.recall, figures.f1) == (0.5, 0.5, 0.5)


def test_missed_and_false_sentences_are_shown_with_their_rule(folder: Path) -> None:
    result = scored(folder)
    assert [sentence for _, sentence, _ in result.missed] == ["Det er jo let."]
    assert result.false == [("a.txt", "Vi ringer bare i morgen.", "test/bare")]


def test_near_misses_sides_and_situation_are_counted(folder: Path) -> None:
    result = scored(folder)
    assert result.near == (1, 1)
    assert result.sides == (4, 4)
    assert result.situations == (1, 1)


def test_a_rule_has_its_own_precision(folder: Path) -> None:
    assert scored(folder).by_rule["test/bare"].precision == 0.5


def test_a_quote_that_is_not_there_is_counted_as_lost(folder: Path) -> None:
    row = {"file": "a.txt", "quote": "findes ikke", "category": "E01"}
    (folder / "gold" / "gold.jsonl").write_text(json.dumps(row), "utf-8")
    assert scored(folder).lost == 1


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        ("gold.jsonl", "{", "linje 1"),
        ("gold.jsonl", '{"file": "a.txt", "quote": "x"}', "file, quote og category"),
        ("gold.jsonl", '{"file": "a.txt", "quote": "x", "category": "E99"}', "»E99« er ikke"),
        ("gold.jsonl", '{"file": "b.txt", "quote": "x", "category": "E01"}', "mangler"),
    ],
)
def test_a_mistake_in_the_folder_names_its_place(
    folder: Path, file: str, text: str, says: str
) -> None:
    (folder / "gold" / file).write_text(text, "utf-8")
    with pytest.raises(DocumentError, match=says):
        read_gold(folder / "gold")


def test_a_folder_without_annotations_says_what_one_has(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"gold\.jsonl, letters\.csv"):
        read_gold(tmp_path)
