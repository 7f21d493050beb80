"""How a letter speaks to its reader: du, De or I; and a text turned from du into the letter's form."""

from __future__ import annotations

import re
from collections.abc import Iterable

from traek.reading import Sentence

_POLITE = frozenset({"De", "Dem", "Deres"})
_FAMILIAR = frozenset({"du", "dig", "din", "dit", "dine"})
_SEVERAL = frozenset({"jer", "jeres"})

_TURNED = {
    "De": {"du": "De", "dig": "Dem", "din": "Deres", "dit": "Deres", "dine": "Deres"},
    "I": {"du": "I", "dig": "jer", "din": "jeres", "dit": "jeres", "dine": "jeres"},
}
_SEVERAL_ARE = re.compile(
    r"\b((?:[Ee]r I|I er)(?: \w+)?) (velkommen|enig|uenig|interesseret|syg|vred|ked|tilfreds|utilfreds)\b"
)
_OF_SEVERAL = {"velkommen": "velkomne", "interesseret": "interesserede"}
_FAMILIAR_WORD = re.compile(r"\b(du|dig|din|dit|dine)\b", re.IGNORECASE)


def form_of_address(sentences: Iterable[Sentence]) -> str:
    """»De«, »I« or »du«, whichever the letter uses most; »du« where it uses none.

    A capital De at the start of a sentence may be »they«, so it is not counted.
    """
    counts = _counted(sentences)
    best = max(counts, key=lambda form: counts[form])
    return best if counts[best] else "du"


def speaks_to_a_reader(sentences: Iterable[Sentence]) -> bool:
    """Whether anybody is spoken to: du, De or I, in any form."""
    return any(_counted(sentences).values())


def _counted(sentences: Iterable[Sentence]) -> dict[str, int]:
    """How often each form of address stands in the sentences."""
    counts = {"du": 0, "De": 0, "I": 0}
    for sentence in sentences:
        for token, word in enumerate(sentence.words):
            if sentence.lowers[token] in _FAMILIAR:
                counts["du"] += 1
            elif token and word in _POLITE:
                counts["De"] += 1
            elif sentence.lowers[token] in _SEVERAL or (token and word == "I"):
                counts["I"] += 1
    return counts


def speaks_politely(form: str, sentences: Iterable[Iterable[Sentence]]) -> bool:
    """Whether a capital De at the start of a sentence may speak to the reader.

    In a letter that says du it is »they«.
    """
    return form == "De" or not any(
        word in _FAMILIAR for block in sentences for sentence in block for word in sentence.lowers
    )


def turned(text: str, form: str) -> str:
    """`text`, written to »du«, as written to `form`; capitals stay where they were.

    What is said of several agrees: »er du velkommen« is »er I velkomne«.
    """
    table = _TURNED.get(form)
    if table is None:
        return text

    def turn(found: re.Match[str]) -> str:
        word = table[found[0].lower()]
        return word[0].upper() + word[1:] if found[0][0].isupper() else word

    said = _FAMILIAR_WORD.sub(turn, text)
    return _SEVERAL_ARE.sub(
        lambda found: f"{found[1]} {_OF_SEVERAL.get(found[2], found[2] + 'e')}", said
    )
