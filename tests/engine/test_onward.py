"""A sentence behind another one, with a gap for what it leaves its reader without."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from tests.engine.conftest import made, read

from traek.engine import Engine
from traek.engine.checks import traek_checks
from traek.engine.rewriting.addition import opens_with_condition
from traek.engine.rewriting.onward import onward
from traek.engine.text import read_block
from traek.model import Block, Document, Effect
from traek.plugins import load_plugins
from traek.rulepack.categories import CATEGORIES

ENTRIES = tomllib.loads(files("traek.engine.rewriting").joinpath("onward.toml").read_text("utf-8"))[
    "videre"
]


def said(category: str, text: str, number: int = 0, form: str = "du") -> str | None:
    """The text after the first thing that can be said behind its sentence, or None."""
    return made(text, next(onward(read(text)[number], category, form), None))


@pytest.mark.parametrize(
    ("category", "before", "more"),
    [
        ("E19", "Sagen afklares senere.", "Senest [udfyld: dato] hører du fra os."),
        ("E30", "Rensning af taget er ejerens opgave.", "Du kan få hjælp hos [udfyld: hvem]."),
        (
            "E25",
            "Omvalg er udelukket.",
            "I stedet kan du [udfyld: hvad læseren kan gøre].",
        ),
        (
            "E17",
            "Sådan er reglerne for lån af salen.",
            "Formålet er at [udfyld: hvad reglen skal sikre].",
        ),
        (
            "E11",
            "Sagen kan få yderligere følger.",
            "Det kan betyde, at [udfyld: hvad der kan ske].",
        ),
        (
            "E08",
            "Der er efter vores opfattelse tale om slid.",
            "Vurderingen bygger på, at [udfyld: hvad den bygger på].",
        ),
        (
            "E10",
            "Skemaet indsendes senest den 3. maj.",
            "Kan du ikke nå det, så ring til os på [udfyld: telefon].",
        ),
        (
            "E16",
            "Afdelingen har gjort, hvad den skulle.",
            "Det vil sige, at [udfyld: hvad der er gjort].",
        ),
    ],
)
def test_each_kind_of_lack_gets_its_own_gap(category: str, before: str, more: str) -> None:
    assert said(category, before) == f"{before} {more}"


@pytest.mark.parametrize(
    ("category", "text"),
    [
        ("E19", "Sagen afklares senest i maj."),  # it says when
        ("E19", "Afklares sagen senere?"),
        ("E19", "Sagen afklares senere"),  # a heading
        ("E25", "Omvalg er udelukket. Det står i brevet."),  # the next sentence leans on it
        ("E25", "Omvalg er udelukket. Du kan klage til nævnet."),  # there is a way
        ("E17", "Reglerne gælder, fordi salen er ny."),  # it has its reason
        ("E30", "Det må du regne med."),
        ("E33", "Omvalg er udelukket."),  # another category
        ("E25", "Omvalg er udelukket. I stedet kan du ringe."),  # said already
        ("E25", "Omvalg er udelukket, fordi [udfyld: grunden]."),
        ("E25", "Omvalg er udelukket. Grunden er [udfyld: grunden]."),
    ],
)
def test_nothing_is_said_where_nothing_is_lacking(category: str, text: str) -> None:
    assert said(category, text) is None


def test_it_speaks_to_the_reader_as_the_sentence_does_else_as_the_letter() -> None:
    assert "kan De få" not in (said("E30", "Det må I selv ordne.", form="du") or "")
    assert (said("E30", "Det må I selv ordne.") or "").endswith(
        "I kan få hjælp hos [udfyld: hvem]."
    )
    told = said("E25", "Omvalg er udelukket.", form="De")
    assert (told or "").endswith("I stedet kan De [udfyld: hvad læseren kan gøre].")


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda each: str(each["mere"])[:20])
def test_what_is_said_is_no_tryk_and_holds_a_gap(entry: dict[str, object]) -> None:
    text, kinds = str(entry["mere"]), entry["kategorier"]
    assert isinstance(kinds, list)
    assert set(kinds) <= set(CATEGORIES)
    assert "[udfyld: " in text
    plugins = load_plugins()
    engine = Engine(plugins.rule_packs(()), traek_checks())
    report = engine.report(Document("brev.txt", (Block(f"{text}.", 1),)))
    assert [f.quote for f in report.findings if f.quote and f.effect is Effect.ESCALATES] == []


def test_a_sentence_read_without_grammar_has_no_condition_that_can_be_seen() -> None:
    (bare,) = read_block(Block("Gives der ikke svar, er det slut.", 1))
    assert not opens_with_condition(bare)
