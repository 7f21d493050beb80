"""What holds for every letter: facts stay, nothing is made up, nothing new is found, once is enough."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from traek.engine import Engine
from traek.engine.checks import traek_checks
from traek.fixing import apply_edits, settled
from traek.loaders.txt import TextLoader
from traek.model import Effect, Report
from traek.plugins import load_plugins

OPENINGS = [
    "Såfremt du flytter til Aarhus",
    "Som tidligere oplyst",
    "Desværre",
    "Den 3. maj 2026",
    "Hvis du bor i Ribe",
]
MIDDLES = [
    "skal du naturligvis bare sende skemaet til Mette Holm",
    "har du ikke sendt de 4 bilag",
    "må vi jo altså bede dig ringe på 12 34 56 78",
    "bedes du venligst betale 1.250,50 kr.",
    "kan vi desværre ikke hjælpe, jf. § 12, stk. 2",
    "har du undladt at oplyse din nye adresse",
]
ENDS = [
    "senest den 6. marts.",
    "straks.",
    "på hej@by.dk.",
    "inden 14 dage, og andre klarer det fint.",
    "via [link].",
]
SENTENCES = st.builds(
    "{} {} {}".format, st.sampled_from(OPENINGS), st.sampled_from(MIDDLES), st.sampled_from(ENDS)
)
LETTERS = st.lists(st.lists(SENTENCES, min_size=1, max_size=3), min_size=1, max_size=3).map(
    lambda blocks: (
        "Kære Lene\n\n"
        + "\n\n".join(" ".join(block) for block in blocks)
        + "\n\nVenlig hilsen\nPia Holm\n"
    )
)
FACT = re.compile(
    r"\d[\d.,]*\d|\d|§|Aarhus|Ribe|Mette Holm|hej@by\.dk|\[link\]|januar|marts|maj|2026"
)
SORRY = re.compile("beklag|undskyld", re.IGNORECASE)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(load_plugins().rule_packs(()), traek_checks())


def read(engine: Engine, text: str) -> Report:
    return engine.report(TextLoader().load(text.encode(), "brev.txt"))


def facts(text: str) -> Counter[str]:
    return Counter(FACT.findall(re.sub(r"\[udfyld: [^\]]*\]", "", text)))


def tryk(report: Report) -> Counter[str]:
    return Counter(
        each.rule
        for each in report.findings
        if each.effect is Effect.ESCALATES and each.protection is None and each.span
    )


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(LETTERS)
def test_every_suggestion_keeps_the_facts_and_says_nothing_new(engine: Engine, text: str) -> None:
    report = read(engine, text)
    blocks = {block.number: block.text for block in report.document.blocks}
    for finding in report.findings:
        for suggestion in finding.suggestions:
            span = suggestion.span or finding.span
            if suggestion.replacement is None or span is None:
                continue
            before = blocks[finding.block or 0]
            after = before[: span.start] + suggestion.replacement + before[span.end :]
            assert set(facts(after)) == set(facts(before))
            assert SORRY.search(suggestion.replacement) is None or SORRY.search(before)
            assert "  " not in after


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(LETTERS)
def test_a_letter_is_fixed_once_and_holds_less_tryk_and_all_its_facts(
    engine: Engine, text: str
) -> None:
    report = read(engine, text)
    after = apply_edits(text.encode(), "brev.txt", settled(engine, report)).data.decode()
    again = read(engine, after)
    assert facts(after) == facts(text)
    assert tryk(again).total() <= tryk(report).total()
    assert not tryk(again) - tryk(report)
    assert settled(engine, again) == ()
