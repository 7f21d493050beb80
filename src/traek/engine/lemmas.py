"""The dictionary form of a word, by the longest known ending; no list of words is needed.

Forty thousand endings, drawn from half a million Danish forms, say how many letters to take off
and what to put on. Words that a part of speech decides (`så` is `se` as a verb only) come first.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from pathlib import Path

UNCHANGED = frozenset({"ADP", "ADV", "CCONJ", "INTJ", "NUM", "PART", "PUNCT", "SCONJ", "SYM", "X"})
"""Parts of speech whose words are their own dictionary form."""

_VOWELS = "aeiouyæøå"
_BEGINNING = "^"
_VERB_ENDINGS = ("edes", "ede", "ende", "es", "er", "et", "te", "t")

_LETTERS: dict[tuple[str, str], str] = {
    ("bedes", "VERB"): "bede",
    ("beder", "VERB"): "bede",
    ("bed", "VERB"): "bede",
    ("bedt", "VERB"): "bede",
    ("vedlagt", "VERB"): "vedlægge",
    ("vedlagte", "VERB"): "vedlægge",
    ("vedlagt", "ADJ"): "vedlagt",
    ("vedlæg", "VERB"): "vedlægge",
    ("anser", "VERB"): "anse",
    ("anses", "VERB"): "anse",
    ("fås", "VERB"): "få",
    ("ses", "VERB"): "se",
    ("gives", "VERB"): "give",
    ("henholder", "VERB"): "henholde",
    ("koste", "VERB"): "koste",
    ("går", "NOUN"): "går",
    ("vær", "VERB"): "være",
    ("vær", "AUX"): "være",
    ("meddel", "VERB"): "meddele",
    ("send", "VERB"): "sende",
    ("svar", "VERB"): "svare",
    ("ring", "VERB"): "ringe",
    ("skriv", "VERB"): "skrive",
    ("klag", "VERB"): "klage",
    ("betal", "VERB"): "betale",
}
"""What newspapers seldom write and letters do."""


@dataclass(frozen=True, slots=True)
class Lemmas:
    """Endings and exceptions, ready to be asked."""

    endings: dict[str, tuple[int, str]]
    exceptions: dict[tuple[str, str], str]
    longest: int

    @classmethod
    def load(cls, path: Path) -> Lemmas:
        """The rules in a file that `training/lemmas.py` wrote."""
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            text = lines.read()
        rules, _, known = text.partition("\n\n")
        endings: dict[str, tuple[int, str]] = {}
        for line in rules.split("\n"):
            cut, added, words = line.split("\t")
            endings.update(dict.fromkeys(words.split(" "), (int(cut), added)))
        exceptions = {}
        for line in known.rstrip("\n").split("\n"):
            word, part, lemma = line.split("\t")
            exceptions[word, part] = lemma
        return cls(endings, exceptions | _LETTERS, max(map(len, endings)))

    def lemma(self, word: str, part: str, features: frozenset[str] = frozenset()) -> str:
        """The dictionary form of `word` as that part of speech; lower case but for names."""
        lower = word.lower()
        known = self.exceptions.get((lower, part))
        if known is not None:
            return known
        if part == "PROPN":
            genitive = "Case=Gen" in features and len(word) > 2  # noqa: PLR2004
            return word.removesuffix("s").removesuffix("'") if genitive else word
        if part in UNCHANGED or "Polite=Form" in features:
            return word if part in {"X", "PUNCT"} or "Polite=Form" in features else lower
        found = self._by_ending(lower) or lower
        if part in {"VERB", "AUX"}:
            if lower.endswith("es") and "Voice=Act" in features:
                return lower
            unlike_a_verb = found[-1:] not in _VOWELS and "-" not in lower
            return _infinitive(lower, features) if unlike_a_verb else found
        return _without_a_verb(lower, found, part)

    def _by_ending(self, lower: str) -> str:
        marked = _BEGINNING + lower
        endings = self.endings
        for start in range(max(0, len(marked) - self.longest), len(marked) + 1):
            rule = endings.get(marked[start:])
            if rule is not None:
                cut, added = rule
                return (marked[: len(marked) - cut] + added).lstrip(_BEGINNING)
        return lower


def _infinitive(lower: str, features: frozenset[str]) -> str:
    """The infinitive of a verb form whose ending was learnt from a noun."""
    if "Mood=Imp" in features:
        return lower if lower[-1] in _VOWELS else f"{lower}e"
    for ending in _VERB_ENDINGS:
        if lower.endswith(ending) and len(lower) > len(ending) + 1:
            return f"{lower.removesuffix(ending)}e"
    return lower


def _without_a_verb(lower: str, found: str, part: str) -> str:
    """`found`, unless the ending was learnt from a verb and this is a noun or an adjective."""
    if not found.endswith("e"):
        return found
    if part == "NOUN" and len(found) > len(lower):
        return lower
    if part == "ADJ":
        if lower.endswith(("ende", "et")):
            return lower
        if lower.endswith("ede") and len(lower) > len("brede"):
            return f"{lower.removesuffix('ede')}et"
    return found
