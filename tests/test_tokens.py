"""Where words begin and end."""

import importlib
import pkgutil
import re
from re import _parser as sre  # type: ignore[attr-defined]  # what a pattern is made of

import pytest
from hypothesis import given
from hypothesis import strategies as st

import traek
from traek.engine.tokens import cut, tokenise


def words(text: str) -> list[str]:
    return tokenise(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "jf. § 12 , stk. 2 , nr. 3 , 1. pkt. , i lov",
        "den 4. juni 2024 kl. 9.30 - 12",
        "1.000,00 kr. pr. md. inkl. moms",
        "børne- og ungeydelse og/eller A/S",
        "EU's 80'erne f.eks. H.C. Andersen m.v.",
        "skriv til post@kommune.dk eller www.borger.dk/bolig",
        "se https://www.borger.dk/a?b=1&c=2 , tak",
        "dr. Hansen bor 2. sal og får 50,-",
    ],
)
def test_these_words_stand_with_spaces_between_and_stay_whole(text: str) -> None:
    assert words(text) == text.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("stk.2, nr.3 og kr.1.000", ["stk.", "2", ",", "nr.", "3", "og", "kr.", "1.000"]),
        ("§12.", ["§", "12", "."]),
        ("brevet.Vi", ["brevet", ".", "Vi"]),
        ("Fejlen er min. Vi beklager.", ["Fejlen", "er", "min", ".", "Vi", "beklager", "."]),
        ("i 2024. Vi", ["i", "2024", ".", "Vi"]),
        ('(dokumenter) "nu"!', ["(", "dokumenter", ")", '"', "nu", '"', "!"]),
        ("Se borger.dk.", ["Se", "borger.dk", "."]),
        ("Bilag B. Vi", ["Bilag", "B", ".", "Vi"]),
        ("§ 16 A. Bliver", ["§", "16", "A", ".", "Bliver"]),
        ("hvad ...", ["hvad", "..."]),
    ],
)
def test_what_is_typed_together_is_parted(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_placeholders_are_one_token_each() -> None:
    text = "Kære [DATO] «Navn på borger» {{navn}} <<navn>> ____ hej"
    assert words(text) == ["Kære", "[]", "[]", "[]", "[]", "[]", "hej"]


def test_brackets_around_a_number_are_no_placeholder() -> None:
    assert words("se [1]") == ["se", "[", "1", "]"]


@given(st.text(alphabet="aB1.,-'/@ [«»]{}_x\n§åÆ:", max_size=30))
def test_tokens_cover_everything_but_spaces(text: str) -> None:
    tokens, starts, ends = cut(text)
    assert len(tokens) == len(starts) == len(ends)
    covered = "".join(text[start:end] for start, end in zip(starts, ends, strict=True))
    assert covered.replace(" ", "").replace("\n", "") == "".join(text.split())
    assert all(start < end for start, end in zip(starts, ends, strict=True))
    assert starts == sorted(starts)


def test_no_pattern_asks_for_what_early_python_3_11_gets_wrong() -> None:
    """Up to 3.11.4, Debian 12's 3.11.2 among them, possessive repeats lose what groups caught."""
    wrong = []
    for module in pkgutil.walk_packages(traek.__path__, "traek."):
        if module.name == "traek.__main__":
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern) and {"POSSESSIVE_REPEAT", "ATOMIC_GROUP"} & set(
                re.findall(r"[A-Z_]{5,}", repr(sre.parse(value.pattern, value.flags)))
            ):
                wrong.append(f"{module.name}.{name}")
    assert wrong == []
