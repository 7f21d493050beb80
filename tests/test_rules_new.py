"""`traek rules new`: a rule out of questions, or out of options, and never over another rule."""

from __future__ import annotations

import io
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from traek.cli import run
from traek.engine.examples import problems_of
from traek.rulepack import load_rule_pack

OPTIONS = [
    "regler",
    "--title",
    "»Som bekendt« retter på læseren",
    "--category",
    "E05",
    "--message",
    "Læseren kan høre, at det burde være kendt.",
    "--why",
    "Den, der spørger, har brug for svaret.",
    "--hit",
    "[[Som bekendt]] er fristen i dag.",
    "--miss",
    "Han er bekendt med det.",
]
ANSWERS = [
    "",  # the folder
    "»Som bekendt« retter på læseren",
    "?",
    "belærende",
    "Læseren kan høre, at det burde være kendt.",
    "",  # no advice
    "",  # a reason is needed
    "Den, der spørger, har brug for svaret.",
    "",  # no source
    "nej",
    "3",
    "Som bekendt er fristen i dag.",
    "Som bekendt",
    "Det er, [[som du ved]], nyt.",
    "",
    "Han er bekendt med det.",
    "",
    "",  # the first proposal
]

New = Callable[..., tuple[int, str, str]]


@pytest.fixture
def new(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> New:
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str, answers: list[str] | None = None) -> tuple[int, str, str]:
        given = "".join(f"{line}\n" for line in answers or [])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
        code = run(["rules", "new", *arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


def _rule(path: str) -> dict[str, object]:
    return tomllib.loads(Path(path).read_text("utf-8"))


def test_options_make_a_rule_that_holds_and_nothing_is_asked(new: New) -> None:
    code, out, err = new(*OPTIONS)
    assert code == 0
    assert "✓ rammer    »Som bekendt« er fristen i dag." in out
    assert "> " not in out
    assert "regler/som-bekendt.toml er skrevet" in err
    assert _rule("regler/som-bekendt.toml")["find"] == {"find": "som bekendt"}
    assert not problems_of(load_rule_pack(str(Path("regler").absolute())))


def test_answers_make_a_rule_that_holds(new: New) -> None:
    code, out, _ = new(answers=ANSWERS)
    assert code == 0
    assert "E01  Skyld og bebrejdelse" in out
    content = _rule("regler/som-bekendt.toml")
    assert (content["kategori"], content["tyngde"]) == ("E05", 3)
    assert "bedre" not in content
    assert not problems_of(load_rule_pack(str(Path("regler").absolute())))


def test_an_own_pattern_is_tried_at_once_and_a_broken_one_is_explained(new: New) -> None:
    code, out, _ = new(
        answers=[*ANSWERS[:-1], "som [bekendt", "som bekendt", "som [bekendt|du ved]", "ja"]
    )
    assert code == 0
    assert "Der mangler »]«" in out
    assert "rammer ikke" in out
    assert "eller vælg et af forslagene" in out
    assert _rule("regler/som-bekendt.toml")["find"] == {"find": "som [bekendt|du ved]"}


def test_a_pattern_of_one_order_is_taken_as_meant(new: New) -> None:
    arguments = [*OPTIONS, "--hit", "Nu ved du har glemt det."]
    arguments[arguments.index("--hit") + 1] = "Ja, [[du har glemt]] det."
    arguments[-1] = "Nej, [[du har glemt]] det."
    code, _, _ = new(*arguments, "--pattern", "du har glemt")
    assert code == 0
    assert _rule("regler/som-bekendt.toml")["ordstilling"] == "fast"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--pattern", "[som"], "Der mangler »]«"),
        (["--pattern", "noget andet"], "holder ikke på alle eksempler"),
        (["--category", "E77"], "--category E77"),
        (["--category", "skyld"], "Der er flere: E01"),
        (["--hit", "uden mærke"], "Sæt [[ ]]"),
        (["--name", "æble"], "--name æble"),
        (["--miss", "Ja, som bekendt er fristen i dag."], "holder ikke på alle eksempler"),
    ],
)
def test_what_makes_no_rule_is_said_and_nothing_is_written(
    new: New, more: list[str], said: str
) -> None:
    code, _, err = new(*OPTIONS, *more)
    assert code == 2
    assert said in err
    assert not Path("regler").exists()


def test_answers_that_stop_leave_nothing(new: New) -> None:
    code, _, err = new(answers=ANSWERS[:5])
    assert code == 2
    assert "ikke skrevet nogen regel" in err
    assert not Path("regler").exists()


def test_a_rule_that_is_there_is_not_replaced_unasked(new: New) -> None:
    Path("regler").mkdir()
    there = Path("regler/som-bekendt.toml")
    there.write_text("min", "utf-8")
    assert new(*OPTIONS)[0] == 2
    assert there.read_text("utf-8") == "min"
    code, _, _ = new(answers=[*ANSWERS[:-1], "", "en anden", ""])
    assert code == 0
    assert there.read_text("utf-8") == "min"
    assert Path("regler/en-anden.toml").exists()
    assert new(*OPTIONS, "--overwrite")[0] == 0
    assert there.read_text("utf-8") != "min"


def test_a_name_taken_in_a_folder_below_is_not_taken_again(new: New) -> None:
    Path("regler/under").mkdir(parents=True)
    Path("regler/under/som-bekendt.toml").write_text("min", "utf-8")
    code, _, err = new(*OPTIONS)
    assert code == 2
    assert "hedder det samme" in err


def test_word_lists_of_the_folder_are_known(new: New) -> None:
    Path("regler").mkdir()
    Path("regler/lister.toml").write_text('viden = ["bekendt", "nævnt"]\n', "utf-8")
    assert new(*OPTIONS, "--pattern", "som @viden")[0] == 0
