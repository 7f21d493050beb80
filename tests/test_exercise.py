"""Exercises: the sentences have tryk, the answers none, and feedback says what an answer does."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from traek.engine import Engine
from traek.errors import SettingsError
from traek.exercise import (
    Exercise,
    facts_in,
    heard_in,
    own_exercises,
    read_exercises,
    respond,
    told,
)
from traek.model import Effect, Side, Situation
from traek.plugins import load_plugins
from traek.rulepack import load_rule_pack

OWN = own_exercises()


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine([load_rule_pack("traek_standard")], load_plugins().checks)


@pytest.mark.parametrize("exercise", OWN, ids=lambda exercise: exercise.name)
def test_every_sentence_has_tryk_to_find(exercise: Exercise, engine: Engine) -> None:
    """Where two categories lie in the same words, the other one may be said."""
    found = heard_in(exercise.text, exercise.situation, engine)
    assert Effect.ESCALATES in {finding.effect for finding in found}


def test_most_sentences_have_the_very_tryk_that_they_are_there_for(engine: Engine) -> None:
    heard = {
        exercise.name: {f.category for f in heard_in(exercise.text, exercise.situation, engine)}
        for exercise in OWN
    }
    met = [exercise for exercise in OWN if exercise.category in heard[exercise.name]]
    assert len(met) >= 0.9 * len(OWN)


@pytest.mark.parametrize("exercise", OWN, ids=lambda exercise: exercise.name)
def test_every_answer_is_calm_reaches_out_and_keeps_the_facts(
    exercise: Exercise, engine: Engine
) -> None:
    assert exercise.answers
    for answer in exercise.answers:
        feedback = respond(exercise, answer, engine)
        assert feedback.done, told(feedback)
        assert feedback.calming
        assert not feedback.added


@pytest.mark.parametrize("exercise", OWN, ids=lambda exercise: exercise.name)
def test_the_background_itself_is_calm(exercise: Exercise, engine: Engine) -> None:
    found = heard_in(exercise.background, exercise.situation, engine)
    assert not [finding for finding in found if finding.effect is Effect.ESCALATES]


def test_what_is_said_of_an_answer_is_calm(exercise: Exercise, engine: Engine) -> None:
    answers = ["", exercise.text, "Vi ser det.", "Tak for din mail. Du flyttede den 1. marts."]
    for answer in (*answers, "Vi ses den 9. maj."):
        for line in told(respond(exercise, answer, engine)):
            if line.effect is None and "»" not in line.text:  # a quote is the answer's own
                said = heard_in(line.text, exercise.situation, engine)
                assert not [finding for finding in said if finding.effect is Effect.ESCALATES]


def test_every_side_has_exercises_for_both_situations() -> None:
    count = Counter((exercise.side, exercise.situation) for exercise in OWN)
    assert all(count[side, situation] >= 2 for side in Side for situation in Situation)
    assert all(sum(exercise.side is side for exercise in OWN) >= 10 for side in Side)


def test_no_two_exercises_share_a_name() -> None:
    assert max(Counter(exercise.name for exercise in OWN).values()) == 1


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Du får 1.200 kr. den 3. maj kl. 10.30.", ["1200", "3 maj", "10.30"]),
        ("Ring på 12 34 56 78 eller skriv til anna@by.dk.", ["12345678", "anna@by.dk"]),
        ("Vi svarer om fire uger, på fredag.", ["4", "fredag"]),
        ("Det var den 03.05.2026.", ["3 maj", "2026"]),
        ("I dag har Anders Lund set, at De bor på Birkevej 7.", ["anders lund", "birkevej", "7"]),
        ("Vil De skrive til Dem, I kender?", []),
        ("", []),
    ],
)
def test_facts_are_numbers_dates_days_names_and_addresses(text: str, facts: list[str]) -> None:
    assert list(facts_in(text)) == facts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("den 3.5. om fire dage", "om 4 dage, den 3. maj"),
        ("den 3/5", "den 03.05."),
        ("1.200 kr. kl. 10", "1200,00 kr. kl. 10.00"),
        ("ring på 12345678", "ring på 12 34 56 78"),
        ("Anders Lunds brev", "et brev fra Anders Lund"),
    ],
)
def test_one_fact_written_in_two_ways_is_one_fact(one: str, other: str) -> None:
    assert set(facts_in(f"Se {one}")) == set(facts_in(f"Se {other}"))


@pytest.fixture
def exercise() -> Exercise:
    return Exercise(
        name="x",
        category="E01",
        situation=Situation.SKRIV_UD,
        text="Du har undladt at oplyse, at du flyttede den 1. marts.",
        background="Vi skal bruge huslejen senest den 5. maj.",
        answers=(),
    )


def test_tryk_that_is_left_is_told_after_the_træk_and_with_advice(
    exercise: Exercise, engine: Engine
) -> None:
    feedback = respond(exercise, "Tak for din mail om huset. Du har undladt at svare.", engine)
    lines = told(feedback)
    effects = [line.effect for line in lines if line.effect]
    assert effects[0] is Effect.DEESCALATES
    assert effects[-1] is Effect.ESCALATES
    assert next(line for line in lines if line.effect is Effect.ESCALATES).advice
    assert not feedback.done


def test_a_lost_fact_is_named_as_it_was_written(exercise: Exercise, engine: Engine) -> None:
    feedback = respond(exercise, "Vi kan se, at du er flyttet.", engine)
    assert feedback.lost == ("1. marts",)
    assert not feedback.done
    assert any("1. marts" in line.text for line in told(feedback))


def test_a_fact_from_nowhere_is_asked_about_and_one_from_the_background_is_not(
    exercise: Exercise, engine: Engine
) -> None:
    answer = "Vi kan se, at du flyttede den 1. marts. Skriv gerne huslejen senest den {}. maj."
    assert respond(exercise, answer.format(5), engine).added == ()
    assert respond(exercise, answer.format(9), engine).added == ("9. maj",)


def test_the_same_sentence_is_no_answer(exercise: Exercise, engine: Engine) -> None:
    feedback = respond(exercise, f"  {exercise.text.upper()} ", engine)
    assert feedback.unchanged
    assert not feedback.done
    assert "samme" in told(feedback)[0].text


def test_an_empty_answer_is_no_answer(exercise: Exercise, engine: Engine) -> None:
    assert not respond(exercise, " \n", engine).done


def test_a_trainers_own_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "egne.toml"
    file.write_text('[[oevelse]]\nkategori = "E10"\ntekst = "Du skal komme."\n', "utf-8")
    (only,) = read_exercises(str(file))
    assert (only.name, only.side, only.situation) == ("1", Side.SAG, Situation.SKRIV_UD)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "ingen øvelser"),
        ("[[oevelse]]\ntekst = 3\n", "oevelse nr. 1"),
        ('[[oevelse]]\nkategori = "E99"\ntekst = "x"\n', "E99"),
        ('[[oevelse]]\nkategori = "E10"\nteks = "x"\n', "Mente du »tekst«?"),
        ("[[oevelse", "TOML"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_its_place(
    content: str, said: str, tmp_path: Path
) -> None:
    file = tmp_path / "egne.toml"
    file.write_text(content, "utf-8")
    with pytest.raises(SettingsError, match=r"egne\.toml.*" + said):
        read_exercises(str(file))


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="findes ikke"):
        read_exercises(str(tmp_path / "ingen.toml"))


def test_the_page_about_exercises_shows_a_file_that_works(tmp_path: Path, engine: Engine) -> None:
    page = Path(__file__).parents[1] / "docs" / "oevelser.md"
    content = page.read_text("utf-8").split("```toml\n")[1].split("```")[0]
    file = tmp_path / "egne.toml"
    file.write_text(content, "utf-8")
    for exercise in read_exercises(str(file)):
        found = heard_in(exercise.text, exercise.situation, engine)
        assert exercise.category in {finding.category for finding in found}
        assert all(respond(exercise, answer, engine).done for answer in exercise.answers)


def _conversation(*arguments: str, lines: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-m", "traek", "exercise", *arguments],
        input="".join(f"{line}\n" for line in lines),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_a_conversation_tells_of_each_answer_and_keeps_none() -> None:
    outcome = _conversation(
        "--side",
        "videre",
        "--count",
        "2",
        lines=["Du hører fra os snarest muligt, Pia.", "?", "", "slut"],
    )
    assert outcome.returncode == 0
    assert "Tryk: »snarest muligt«" in outcome.stdout
    assert "Jeg skriver til dig senest fredag den 12. juni." in outcome.stdout
    assert outcome.stderr.strip() == "2 sætninger, 1 svar prøvet. Dine svar er ikke gemt."


def test_a_calm_answer_goes_on_to_the_next_sentence() -> None:
    outcome = _conversation(
        "--side", "videre", "--count", "1", lines=["Jeg ringer til dig på fredag den 12. juni."]
    )
    assert "Flot" in outcome.stdout
    assert "Et bud på" in outcome.stdout


def test_a_choice_that_no_exercise_fits_says_what_there_is() -> None:
    outcome = _conversation("--category", "E33", lines=[])
    assert outcome.returncode == 2
    assert "Der er øvelser i E01" in outcome.stderr
