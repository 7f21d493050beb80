"""What a letter can do without: learned from judged sentences, and held by what must never go."""

from __future__ import annotations

import csv
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engine.conftest import made, read

from traek.engine.rewriting import tails
from traek.engine.rewriting.dispensable import spared
from traek.engine.rewriting.learned import BITS, hashed, learned

HOME = Path(__file__).parent.parent.parent
BEFORE, AFTER = "Vi har set på din sag.", "Ring gerne til os, hvis du har spørgsmål."


def left(text: str, category: str, number: int = 0) -> str | None:
    """The text after what can be spared of the sentence has gone, or None."""
    return made(text, spared(read(text)[number], category))


@pytest.mark.parametrize(
    ("remark", "category"),
    [
        ("De øvrige beboere har for længst klippet deres hække.", "E33"),
        ("Det burde enhver kunne sige sig selv.", "E05"),
        ("Man skulle tro, at en voksen mand kunne læse en kalender.", "E05"),
    ],
)
def test_a_remark_goes_with_its_whole_sentence(remark: str, category: str) -> None:
    assert left(f"{BEFORE} {remark} {AFTER}", category, 1) == f"{BEFORE} {AFTER}"


@pytest.mark.parametrize(
    ("matter", "category"),
    [
        ("Vi giver afslag, fordi du ikke bor i kommunen.", "E25"),
        ("Du skal sende skemaet til os.", "E10"),
        ("Afgørelsen kan påklages til nævnet.", "E18"),
        ("Beløbet trækkes i din løn.", "E09"),
        ("Hører vi ikke fra dig, lukker vi sagen.", "E11"),
    ],
)
def test_the_matter_stays(matter: str, category: str) -> None:
    assert left(f"{BEFORE} {matter} {AFTER}", category, 1) is None


def test_a_paragraph_never_goes_whole() -> None:
    assert left("Det burde enhver kunne sige sig selv.", "E05") is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Besøget var varslet, og det burde have været muligt at indrette sig.",
            "Besøget var varslet.",
        ),
        (
            "Planen blev delt ud i marts, og det er ærgerligt, at du først kommer nu.",
            "Planen blev delt ud i marts.",
        ),
        (
            "Reglen gælder for alle, og sådan er det bare.",
            "Reglen gælder for alle.",
        ),
    ],
)
def test_the_last_clause_goes_where_the_sting_is_in_it(before: str, after: str) -> None:
    assert left(before, "E05") == after


@pytest.mark.parametrize(
    "text",
    [
        "Hvem der har flyttet det, er bestyrelsens sag at finde ud af.",
        "Undlades det at svare, tages der højde for det senere.",
        "Vi kan se, at du ikke har svaret.",
        "Er du syg, må du melde afbud.",
        "Skriv til os, hvis du mener noget andet.",
        "Send os skema, kvittering og fuldmagt.",
    ],
)
def test_a_clause_that_the_sentence_is_about_is_no_last_clause(text: str) -> None:
    assert left(text, "E05") is None


@settings(max_examples=60, deadline=None)
@given(
    head=st.sampled_from(["Fristen var den 3. maj", "Vi har set på det", "Kortet er spærret"]),
    joiner=st.sampled_from([", og", ", men", ", så", ", hvilket", ", som"]),
    tail=st.sampled_from(["det burde du vide", "undrer os", "sådan er det jo", "du selv valgte"]),
    category=st.sampled_from([f"E{number:02}" for number in range(1, 34)]),
)
def test_what_is_left_is_the_beginning_with_its_full_stop(
    head: str, joiner: str, tail: str, category: str
) -> None:
    new = left(f"{head}{joiner} {tail}.", category)
    assert new in {None, f"{head}."}


@pytest.mark.parametrize(
    "text",
    ["72.", "Man bør", "Det er ikke", ",", "Nej, nej.", "»«", "-", "(", "Ja. (", "?", "Jo. – –"],
)
def test_what_breaks_off_is_left_alone(text: str) -> None:
    for each in read(text):
        assert spared(each, "E05") is None


@pytest.mark.parametrize("name", ["dispensable", "tail"])
def test_the_models_are_small_and_answer_with_a_probability(name: str) -> None:
    folder = files("traek.engine.rewriting") / "data"
    assert len((folder / f"{name}.npz").read_bytes()) < 60_000
    model = learned(name)
    assert model.weights.shape == (1 << BITS,)
    assert 0 < model.threshold < 1
    assert 0 <= model.likelihood(hashed({"hvad som helst": 1.0})) <= 1


def test_a_model_weighs_what_it_sees() -> None:
    mild = read(f"{BEFORE} Beløbet trækkes i din løn. {AFTER}")[1]
    comma = read("Besøget var varslet, og det burde have været muligt.")[0]
    (place,) = tails.commas(comma)
    assert learned("dispensable").likelihood({}) != learned("tail").likelihood({})
    assert tails.seen(comma, place, "E05") != tails.seen(comma, place, "E09")
    assert list(tails.commas(mild)) == []


def test_what_the_models_learned_from_is_whole() -> None:
    letters = HOME / "training" / "letters"
    with (HOME / "training" / "dispensable.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(rows) > 4000
    for row in rows:
        folder, name = row["brev"].split("/")
        assert row["slet"] in {"0", "1", "2"}, row
        assert row["hvordan"] in {"S", "D", "O", "B"}, row
        assert bool(row["bedst"].strip()) is (row["hvordan"] in {"D", "O"}), row
        assert (letters / folder).is_dir(), row
        assert name.startswith(folder), row
