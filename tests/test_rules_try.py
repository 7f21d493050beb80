"""`traek rules try`: what an author sees of a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from traek.cli import run
from traek.cli.rules.telling import table, told
from traek.engine.explain import Told
from traek.reporters.text.page import Page

Tried = Callable[..., tuple[int, str, str]]


@pytest.fixture
def tried(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Tried:
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str, width: int = 110) -> tuple[int, str, str]:
        monkeypatch.setenv("COLUMNS", str(width))
        code = run(["rules", "try", *arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


def test_the_grammar_is_told_in_danish_words(tried: Tried) -> None:
    code, out, _ = tried("Din ansøgning blev ikke vurderet.")
    assert code == 0
    row = next(line for line in out.splitlines() if line.startswith("ansøgning"))
    assert "navneord" in row
    assert "grundled til" in row
    assert "passiv-uden-aktør" in out
    assert "NOUN" not in out


def test_rules_that_hit_and_rules_that_lack_one_thing_are_named(tried: Tried) -> None:
    _, out, err = tried("Vi har undladt at svare. Du hører fra os snarest muligt.")
    hits, _, near = out.partition("Tæt på")
    assert "standard/snarest-muligt" in hits
    assert "standard/du-har-undladt ved »Vi har undladt at" in near
    assert "✗ Vi  mønsteret venter »De«, »du« eller »I«" in near
    assert err.startswith("1 fund, ")


def test_a_rule_is_explained_on_the_sentence(tried: Tried) -> None:
    _, out, _ = tried("Du har undladt at svare.", "--rule", "du-har-undladt")
    assert "Det er mønsteret" in out
    assert "✓ undladt  passer" in out


def test_a_pattern_needs_no_rule(tried: Tried) -> None:
    _, out, _ = tried("Vi har glemt det.", "--pattern", "har glemme~ <NOUN>")
    assert "✓ glemt  passer: en form af »glemme«" in out
    assert "✗ det    er stedord" in out


def test_a_rule_that_lets_a_match_go_says_which_part_of_it_does(tried: Tried) -> None:
    rules = Path(__file__).parents[1] / "docs" / "eksempler" / "ti-regler"
    _, out, _ = tried("Hos os ringer du aldrig forgæves.", "--rules", str(rules))
    near = " ".join(out.partition("Tæt på")[2].split())
    assert "ti-regler/du-svarer-aldrig ved »ringer du aldrig«" in near
    assert "undtagelsen »aldrig .. [alene|forgæves]« lader det gå fri." in near


def test_a_pattern_may_name_the_lists_of_a_folder(tried: Tried) -> None:
    rule = Path(__file__).parents[1] / "docs" / "eksempler" / "traek_eksempel"
    _, out, _ = tried("Kom på stedet.", "--pattern", "kom @hastende", "--rules", str(rule))
    assert "✗" not in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["Hej.", "--pattern", "[a|"], "--pattern: "),
        (["Hej.", "--rule", "du-har-undlat"], "du-har-undladt"),
        (["  "], "citationstegn"),
    ],
)
def test_what_cannot_be_tried_is_said(tried: Tried, arguments: list[str], said: str) -> None:
    code, _, err = tried(*arguments)
    assert code == 2
    assert said in err


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_a_table_stays_within_the_page(width: int) -> None:
    rows = [["kommunalbestyrelsen", "et langt stykke tekst om noget", "x"], ["a", "", "b"]]
    lines = list(table(rows, Page(width, colour=False), headings=("ord", "andet", "c")))
    assert all(len(line) <= width for line in lines)
    letters = sorted("".join("".join(row) for row in rows).replace(" ", ""))
    assert sorted("".join("".join(lines[2:]).split())) == letters


def test_words_of_an_explanation_stand_in_a_column() -> None:
    lines = list(
        told(
            [Told("passer", "du", good=True), Told("nej", "sendte", good=False)],
            Page(60, colour=False),
            "",
        )
    )
    assert lines == ["  ✓ du      passer", "  ✗ sendte  nej"]
