"""The paragraph that a letter could get where a part is missing: in its place, in its voice."""

from __future__ import annotations

import re

import pytest

from traek.engine import Engine
from traek.engine.checks import traek_checks
from traek.engine.checks.missing import MISSING
from traek.engine.checks.skeleton import skeletons
from traek.fixing import edits_for, settled
from traek.fixing.choosing import edited
from traek.model import (
    Block,
    Document,
    Effect,
    Finding,
    Genre,
    Report,
    Situation,
    Suggestion,
    SuggestionKind,
)
from traek.plugins import load_plugins

NEUTRAL = tuple(
    """Grå granit og ru mursten ligger lag på lag i muren. Bag muren ligger et hus med rødt tag,
og foran huset står et stort træ med mange grene. Græsset står højt og grønt om sommeren.
Under træet står et bord af fyr, og to bænke står ved bordet.

Reolerne i kælderen står tæt på hinanden, og støvet ligger tykt på dem alle.""".split("\n\n")
)
VOICES = {
    "du": "Haven ligger bag din mur.",
    "De": "Haven ligger bag Deres mur.",
    "I": "Haven ligger bag jeres mur.",
}


@pytest.fixture(scope="module")
def engine() -> Engine:
    plugins = load_plugins()
    return Engine(plugins.rule_packs(()), traek_checks())


def letter(*texts: str) -> Document:
    return Document("brev.txt", tuple(Block(text, n) for n, text in enumerate(texts, 1)))


def missing(report: Report) -> dict[str, Finding]:
    return {each.rule: each for each in report.findings if each.rule.startswith("tjek/mangler-")}


def new_in(finding: Finding) -> str:
    (suggestion,) = finding.suggestions
    assert suggestion.kind is SuggestionKind.ADD
    assert suggestion.replacement is not None
    return suggestion.replacement


def adding(finding: Finding) -> Suggestion | None:
    return next((s for s in finding.suggestions if s.kind is SuggestionKind.ADD), None)


CASES = [
    (part, genre, text) for part, texts in skeletons().items() for genre, text in texts.items()
]


CHECKED = {check.name.removeprefix("tjek/mangler-").replace("-", "_") for check in MISSING}


@pytest.mark.parametrize(
    "text",
    [text for part, _, text in CASES if part not in CHECKED],
    ids=lambda each: str(each)[:24],
)
def test_a_paragraph_for_another_check_brings_no_tryk_either(engine: Engine, text: str) -> None:
    report = engine.report(letter(text, *NEUTRAL))
    assert [f.quote for f in report.findings if f.quote and f.effect is Effect.ESCALATES] == []


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize(
    ("part", "genre", "text"),
    [case for case in CASES if case[0] in CHECKED],
    ids=lambda each: str(each)[:24],
)
def test_a_new_paragraph_fills_its_side_and_brings_no_tryk(
    engine: Engine, part: str, genre: str, text: str, voice: str
) -> None:
    check = next(m for m in MISSING if m.name == f"tjek/mangler-{part.replace('_', '-')}")
    demand = ["I skal betale gebyret." if voice == "I" else f"{voice} skal betale gebyret."]
    body = [VOICES[voice], *NEUTRAL, *(demand if part == "grund" else [])]
    of = None if genre == "alle" else Genre(genre)
    situation = check.situation or Situation.SVAR
    report = engine.report(letter(*body), situation, of)
    found = missing(report)[check.name]
    after = list(body)
    after.insert(len(body) if found.block is None else found.block - 1, new_in(found))
    if of is not None or genre == "alle":
        assert re.findall(r"\[udfyld: .*?\]", new_in(found)) == re.findall(r"\[udfyld: .*?\]", text)
    now = engine.report(letter(*after), situation, of)
    assert check.name not in missing(now)
    where = {n for n, each in enumerate(after, 1) if each == new_in(found)}
    tryk = [f for f in now.findings if f.block in where and f.span and f.effect is Effect.ESCALATES]
    assert [(f.rule, f.quote) for f in tryk] == []


def test_no_text_says_sorry_or_states_a_fact_of_its_own() -> None:
    for _, _, text in CASES:
        assert re.search(r"beklag|undskyld|\d", text, re.IGNORECASE) is None
        assert text.endswith((".", "[udfyld: navn]"))


def test_parts_stand_where_a_reader_looks_for_them(engine: Engine) -> None:
    document = letter("Gebyrer", *NEUTRAL, "Venlig hilsen", "Pia Holm")
    report = engine.report(document, Situation.SVAR)
    places = {rule.removeprefix("tjek/mangler-"): f.block for rule, f in missing(report).items()}
    assert places["hilsen"] == 2
    assert places["kontakt"] == places["naeste-skridt"] == 4


def test_a_letter_by_one_person_gets_paragraphs_by_one_person(engine: Engine) -> None:
    report = engine.report(letter("Haven ser jeg her.", *NEUTRAL), Situation.SVAR)
    assert "Du hører fra mig senest" in new_in(missing(report)["tjek/mangler-naeste-skridt"])


def test_new_paragraphs_come_only_where_they_are_asked_for(engine: Engine) -> None:
    report = engine.report(letter(*NEUTRAL), Situation.SVAR)
    assert edits_for(report) == ()
    assert all(each.span is None for each in edits_for(report, adding))


def test_a_letter_that_got_its_paragraphs_lacks_nothing_more(engine: Engine) -> None:
    report = engine.report(letter(*NEUTRAL, "Venlig hilsen", "Pia Holm"), Situation.SVAR)
    edits = settled(engine, report, adding)
    texts: list[str] = []
    for block in report.document.blocks:
        texts += [e.text for e in edits if e.block == block.number and e.span is None]
        texts.append(edited(block, ()).text)
    assert texts[0] == "Kære [udfyld: navn]"
    assert texts.index("Venlig hilsen") == len(texts) - 2
    assert missing(engine.report(letter(*texts), Situation.SVAR)) == {}
