"""Remarks on rules that work but could be better."""

from __future__ import annotations

from pathlib import Path

import pytest

from traek.engine.lint import remarks_on
from traek.rulepack import load_rule_pack

RULE = """
titel = "t"
kategori = "E13"
tyngde = 2
besked = "b"
hvorfor = "h"
[find]
x = "{find}"
[eksempler]
rammer = [{hits}]
rammer_ikke = ["Nej.", "Ja.", "Tak."]
"""


def remarks(tmp_path: Path, find: str, *hits: str) -> list[str]:
    folder = tmp_path / "traek_test"
    folder.mkdir()
    quoted = ", ".join(f'"{hit}"' for hit in hits)
    (folder / "r.toml").write_text(RULE.format(find=find, hits=quoted), "utf-8")
    return [remark.sentence for remark in remarks_on(load_rule_pack(str(folder)))]


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAEK_CACHE", str(tmp_path / "cache"))


def test_a_rule_with_every_branch_tried_has_no_remark(tmp_path: Path) -> None:
    hits = ("Bare ring.", "Blot ring nu.", "Nu bare ring.")
    assert remarks(tmp_path, "[bare|blot] ring (nu)", *hits) == []


def test_a_branch_that_no_example_tries_is_named(tmp_path: Path) -> None:
    (remark,) = remarks(
        tmp_path, "[bare|blot] ring", "Bare ring.", "Så bare ring.", "Bare ring nu."
    )
    assert "»blot« i mønsteret »x« prøves ikke" in remark


def test_a_long_list_need_not_be_tried_word_by_word(tmp_path: Path) -> None:
    hits = ("Bare ring.", "Så bare ring.", "Bare ring nu.")
    assert remarks(tmp_path, "[bare|blot|kun|lige|nu] ring", *hits) == []


def test_a_pattern_without_a_fixed_word_is_slow(tmp_path: Path) -> None:
    told = remarks(tmp_path, "#tal #tal", "Om 3 7.", "Og 2 9.", "Se 1 1.")
    assert any("intet fast ord" in remark for remark in told)


def test_few_examples_are_counted(tmp_path: Path) -> None:
    assert any(
        "kun 1 eksempler" in remark for remark in remarks(tmp_path, "bare ring", "Bare ring.")
    )
