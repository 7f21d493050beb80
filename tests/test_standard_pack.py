"""The standard pack as a whole: every example holds, its seal fits, and nothing is left out."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from traek.engine.examples import problems_of
from traek.model import Effect
from traek.rulepack import CATEGORIES, LAWS, load_rule_pack

PACK = load_rule_pack("traek_standard")


@pytest.mark.slow
def test_every_example_does_what_it_says() -> None:
    assert [str(problem) for problem in problems_of(PACK)] == []


def test_the_seal_fits_so_that_a_first_start_tries_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRAEK_CACHE", str(tmp_path))
    assert load_rule_pack("traek_standard").verified, "the rules changed: run `just seal`"


def test_every_category_has_a_rule() -> None:
    assert {rule.category for rule in PACK.rules} == set(CATEGORIES)


def test_every_law_row_has_its_protection() -> None:
    assert {protection.law for protection in PACK.protections} == set(LAWS)


def test_every_tryk_says_what_to_do_instead() -> None:
    silent = [r.id for r in PACK.rules if r.effect is Effect.ESCALATES and not r.advice]
    assert silent == []


def test_every_rule_names_its_source() -> None:
    assert [rule.id for rule in PACK.rules if not rule.sources] == []


def test_no_two_rules_have_one_title() -> None:
    counted = Counter((rule.title, rule.category) for rule in PACK.rules)
    assert [title for title, count in counted.items() if count > 1] == []
