"""The learned reader beside the rules: where it speaks, how, and where it keeps silent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from importlib.resources import files
from pathlib import Path
from subprocess import run
from sys import executable
from typing import Any

import numpy as np
import pytest

from traek.engine import Engine
from traek.engine.zones import is_greeting
from traek.features import BITS, Features
from traek.model import Block, Certainty, Document, Effect, Finding
from traek.plugins import load_plugins
from traek.reading import Reading
from traek.second_reader import SecondReader, reader
from traek.second_reader.advice import load_advice
from traek.second_reader.features import Key, letter_features
from traek.second_reader.weights import load_weights
from traek.settings import Selection

LETTER = (
    "Kære Anne Holm",
    "Du har jo selv valgt at vente, og det må du tage med, når andre familier klarer sig uden.",
    "Kommunen ligger på Torvet 1.",
    "Venlig hilsen",
)


def read(*paragraphs: str, selection: Selection | None = None) -> tuple[Finding, ...]:
    blocks = tuple(Block(text, number) for number, text in enumerate(paragraphs, 1))
    return Engine([], [SecondReader()], selection).report(Document("brev.txt", blocks)).findings


class Told(SecondReader):
    """The reader, told beforehand what rules marked, or else that the law protects block two."""

    def __init__(self, marked: dict[Key, frozenset[str]]) -> None:
        super().__init__()
        self.marked = marked

    def observe(self, reading: Reading) -> list[Finding]:
        if self.marked:
            told = replace(reading, marked=self.marked)
        else:
            told = replace(reading, shielded=frozenset({(1, 0)}))
        return list(super().observe(told))


def told(marked: dict[Key, frozenset[str]]) -> list[Finding]:
    blocks = tuple(Block(text, number) for number, text in enumerate(LETTER, 1))
    engine = Engine([], [Told(marked)])
    return [f for f in engine.report(Document("brev.txt", blocks)).findings if f.block == 2]


def test_it_points_at_a_whole_sentence_and_says_that_it_may_be_wrong() -> None:
    (finding,) = (f for f in read(*LETTER) if f.block == 2)
    assert finding.quote == LETTER[1]
    assert finding.title.startswith("Mulig: ")
    assert finding.effect is Effect.ESCALATES
    assert finding.certainty is Certainty.MIDDEL
    assert "Se her en gang til" in finding.why
    assert finding.suggestions[-1].replacement is None


def test_it_makes_up_no_rewrite_but_lets_a_nudging_word_go() -> None:
    text = "Som voksen må man jo kunne læse et brev."
    (finding,) = (f for f in read(LETTER[0], text, *LETTER[2:]) if f.block == 2)
    first, *_, advice = finding.suggestions
    assert (text[slice(*(first.span or ()))], first.replacement) == (" jo", "")
    assert advice.replacement is None


def test_it_names_words_of_the_sentence_as_its_reason() -> None:
    (finding,) = (f for f in read(*LETTER) if f.block == 2)
    named = finding.why.split("vejede mest: ")[1].rstrip(".").split(", ")
    assert all(word.strip("»«") in LETTER[1] for word in named)


def test_a_plain_sentence_is_passed_over() -> None:
    assert not [f for f in read(*LETTER) if f.block == 3]


def test_what_a_rule_spoke_of_is_left_to_the_rule() -> None:
    assert told({(1, 0): frozenset({"E13"})}) == []


def test_wording_that_the_law_asks_for_is_no_tryk() -> None:
    assert [f for f in told({}) if f.effect is Effect.ESCALATES] == []


def test_text_that_is_no_letter_is_not_read() -> None:
    assert read(*LETTER[1:2], *(f"Huset har {n} vinduer mod gaden." for n in range(12))) == ()
    assert read("Kommunen ligger på Torvet 1, og hun har jo selv valgt at vente.") == ()


def test_a_recipe_for_two_loaves_is_no_letter() -> None:
    steps = (f"Rør {n} spiseskefulde mel i skålen, og vent." for n in range(12))
    assert read("Til to brød skal du bruge:", *LETTER[1:2], *steps) == ()


def test_a_piece_of_a_letter_is_read_without_its_greeting() -> None:
    (finding,) = read(*LETTER[1:3])
    assert finding.quote == LETTER[1]


def test_no_sentence_is_told_to_be_both(monkeypatch: pytest.MonkeyPatch) -> None:
    likely = {"E": 0.9, "D": 0.95}
    monkeypatch.setattr(reader, "probability", lambda _w, effect, _f, _s: likely[effect])
    assert {f.effect for f in read(*LETTER)} == {Effect.ESCALATES}


def test_tryk_is_seen_beside_what_a_rule_found_to_be_træk() -> None:
    (finding,) = told({(1, 0): frozenset({"D01"})})
    assert finding.effect is Effect.ESCALATES


DOUBTED = ("Kære Anne Holm", "Det bemærkes, at porten er låst.", "Venlig hilsen")
OWN_RULE = """
titel = "»Porten« er et prøveord"
kategori = "E18"
tyngde = 1
besked = "Læseren kan undre sig."
hvorfor = "Det er en prøve."
[find]
port = "porten"
[eksempler]
rammer = ["Her er [[porten]]."]
rammer_ikke = ["Her er en port."]
"""


@pytest.fixture
def rules_find(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Finding]]:
    """What rules find in `DOUBTED` beside a reader to whom tryk is this likely in all of it."""
    (tmp_path / "egne").mkdir()
    (tmp_path / "egne" / "port.toml").write_text(OWN_RULE, "utf-8")
    packs = load_plugins().rule_packs([str(tmp_path / "egne")])
    blocks = tuple(Block(text, number) for number, text in enumerate(DOUBTED, 1))

    def find(likely: float, **selected: Any) -> list[Finding]:
        both = {"E": likely, "D": 0.1}
        monkeypatch.setattr(reader, "probability", lambda _w, effect, _f, _s: both[effect])
        selection = Selection(effect=Effect.ESCALATES, **selected)
        report = Engine(packs, [SecondReader()], selection).report(Document("brev.txt", blocks))
        return [
            each for each in report.findings if each.rule != "laeser/se-igen" and each.block == 2
        ]

    return find


def test_what_a_rule_finds_and_the_letter_speaks_against_is_hidden(
    rules_find: Callable[..., list[Finding]],
) -> None:
    believed = {each.rule for each in rules_find(0.6)}
    assert {"standard/det-bemaerkes-at", "egne/port"} <= believed
    assert {each.rule for each in rules_find(0.4)} == {"egne/port"}


def test_what_it_doubts_is_shown_to_those_who_ask_for_all_and_says_so(
    rules_find: Callable[..., list[Finding]],
) -> None:
    shown = {each.rule: each for each in rules_find(0.4, uncertain=True)}
    assert shown["standard/det-bemaerkes-at"].certainty is Certainty.LAV
    assert "kun 40 % sikker" in shown["standard/det-bemaerkes-at"].message
    assert shown["egne/port"].certainty is Certainty.HØJ


def test_a_rule_that_is_asked_for_by_name_is_not_doubted_away(
    rules_find: Callable[..., list[Finding]],
) -> None:
    (found,) = rules_find(0.4, select=("standard/det-bemaerkes-at", "laeser/"))
    assert found.rule == "standard/det-bemaerkes-at"


def test_it_keeps_nothing_of_a_letter() -> None:
    own = SecondReader()
    blocks = tuple(Block(text, number) for number, text in enumerate(LETTER, 1))
    Engine(load_plugins().rule_packs(), [own]).report(Document("brev.txt", blocks))
    assert LETTER[1] not in repr(vars_of(own))


def vars_of(own: SecondReader) -> dict[str, object]:
    """What the reader holds, by name."""
    return {each.name: getattr(own, each.name) for each in fields(own)}


def test_it_can_be_left_out() -> None:
    assert read(*LETTER, selection=Selection(ignore=("laeser/se-igen",))) == ()


def test_the_same_letter_reads_the_same_twice() -> None:
    assert read(*LETTER) == read(*LETTER)


@pytest.mark.parametrize("effect", ["E", "D"])
def test_its_probabilities_fit_what_annotators_marked(effect: str) -> None:
    """Held-out bins: mean probability and share marked lie within a tenth, where a bin is big."""
    import json  # noqa: PLC0415

    text = (files("traek.second_reader") / "data" / "reader.json").read_text("utf-8")
    bins = [row for row in json.loads(text)["reliability"][effect] if row[2] >= 100]
    assert len(bins) >= 3
    assert all(abs(probability - share) < 0.1 for probability, share, _ in bins)


def test_every_category_that_it_may_name_has_its_advice() -> None:
    weights, advice = load_weights(), load_advice()
    assert {c for names in weights.categories.values() for c in names} <= set(advice)


def test_it_is_small() -> None:
    data = files("traek.second_reader") / "data"
    assert sum(len(entry.read_bytes()) for entry in data.iterdir()) < 5_000_000


def features_of(*paragraphs: str) -> Features:
    """The features of the letter, a row for each sentence."""
    seen = []

    class Witness(SecondReader):
        def observe(self, reading: Reading) -> list[Finding]:
            seen.append(letter_features(reading)[1])
            return []

    blocks = tuple(Block(text, number) for number, text in enumerate(paragraphs, 1))
    Engine([], [Witness()]).report(Document("brev.txt", blocks))
    return seen[0]


def test_a_group_of_a_sentence_weighs_as_much_however_long_it_is() -> None:
    features = features_of(*LETTER)
    values = features.values(np.ones(1 << BITS))
    words = features.groups == 0
    lengths = np.bincount(features.rows[words], values[words] ** 2)
    assert lengths == pytest.approx(np.ones(features.height))


def test_a_sentence_taken_alone_weighs_what_it_does_in_its_letter() -> None:
    features, rarity = features_of(*LETTER), np.linspace(1.0, 2.0, 1 << BITS)
    buckets, values = features.vector(1, features.values(rarity))
    alone = features.alone(1)
    assert list(alone.buckets) == list(buckets)
    assert alone.values(rarity) == pytest.approx(values)


def test_words_in_another_order_are_other_features() -> None:
    one, other = (features_of(text) for text in ("Du skal ikke vente.", "Skal du ikke vente."))
    assert set(one.buckets) != set(other.buckets)


def test_it_imports_no_numpy_before_there_is_a_letter() -> None:
    code = "import sys, traek.second_reader; assert 'numpy' not in sys.modules"
    run([executable, "-c", code], check=True)  # noqa: S603


@pytest.mark.parametrize("text", ["Kære Anne", "—", "Du.", "Venlig hilsen"])
def test_a_letter_of_next_to_nothing_is_read_without_a_finding(text: str) -> None:
    assert read(text) == ()


def test_a_line_with_til_that_ends_as_a_sentence_is_no_greeting() -> None:
    assert not is_greeting("Til to brød skal du bruge:")
    assert not is_greeting("Til påske tømmer vi også skærtorsdag.")
    assert is_greeting("Til beboerne i nr. 7")
    assert is_greeting("Til Anne Jensen,")
