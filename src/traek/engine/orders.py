"""Which verbs are orders to the reader.

Newspapers, from which the model has learnt, give few orders, and a verb that opens a sentence is
as often a condition: »Bor der børn i huset, vil vi gerne vide det.«
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from pathlib import Path

from traek.reading import Sentence

NONE: frozenset[str] = frozenset()
PASSIVE = frozenset({"Mood=Ind", "Tense=Pres", "VerbForm=Fin", "Voice=Pass"})
_IMPERATIVE = frozenset({"Mood=Imp"})
_PRESENT = frozenset({"Mood=Ind", "Tense=Pres", "VerbForm=Fin", "Voice=Act"})
_INFINITIVE = frozenset({"VerbForm=Inf", "Voice=Act"})
_MODALS = frozenset({"vil", "kan", "skal", "må", "bør", "tør"})
_SUBJECTS = frozenset({"du", "De", "I", "vi", "jeg", "der", "han", "hun", "man"})
_AFTER_ORDER = frozenset(
    {"os", "mig", "dig", "jer", "din", "dit", "dine", "jeres", "venligst", "gerne", "straks"}
)
_AFTER_SO = _AFTER_ORDER | {"til", "på"}
_CLAUSE_ENDS = frozenset({",", ";", ":", ".", "!", "?"})
_VOWELS = frozenset("aeiouyæøå")


@dataclass(frozen=True, slots=True)
class VerbForms:
    """Forms that are orders, orders or nouns, and passives."""

    imperatives: frozenset[str] = NONE
    ambiguous: frozenset[str] = NONE
    passives: frozenset[str] = NONE

    @classmethod
    def load(cls, path: Path) -> VerbForms:
        """The forms in a file that `training/lemmas.py` wrote."""
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            return cls(*(frozenset(line.split()) for line in lines))


def settle_orders(sentence: Sentence, verbs: VerbForms) -> None:
    """Correct what the model says of imperatives, in place."""
    for token, features in enumerate(sentence.features):
        if "Mood=Imp" in features:
            _settle_claimed(sentence, token, verbs)
    for token in _openings(sentence):
        if "Mood=Imp" not in sentence.features[token] and _orders(sentence, token, verbs):
            sentence.parts[token], sentence.features[token] = "VERB", _IMPERATIVE


def _settle_claimed(sentence: Sentence, token: int, verbs: VerbForms) -> None:
    """Take back an imperative before its subject, in the passive, or of no verb."""
    word = sentence.lowers[token]
    known = word in verbs.imperatives or word in verbs.ambiguous
    if word in _MODALS:
        sentence.parts[token], sentence.features[token] = "AUX", _PRESENT
    elif word.endswith("es"):
        sentence.parts[token], sentence.features[token] = "VERB", PASSIVE
    elif _is_condition(sentence, token) or (word.endswith("er") and not known):
        sentence.features[token] = _PRESENT
    elif word in verbs.ambiguous and _is_heading(sentence, token):
        sentence.parts[token], sentence.features[token] = "NOUN", frozenset({"Definite=Ind"})
    elif not known and not _VOWELS & set(word):
        sentence.parts[token], sentence.features[token] = "NOUN", NONE
    elif not known and token and sentence.words[token - 1][0].isalpha():
        infinitive = word[-1] == "e"
        sentence.parts[token] = "VERB" if infinitive else "NOUN"
        sentence.features[token] = _INFINITIVE if infinitive else NONE


def _is_heading(sentence: Sentence, token: int) -> bool:
    """»Svar på din ansøgning«, without a full stop, names what follows."""
    following = sentence.lowers[token + 1] if token + 1 < len(sentence.words) else ""
    return sentence.words[-1] not in _CLAUSE_ENDS and following not in _AFTER_ORDER


def _openings(sentence: Sentence) -> list[int]:
    """Where an order may stand though the model saw none: first, and after »…, så«."""
    words = sentence.words
    first = next((token for token, word in enumerate(words) if word[0].isalpha()), len(words))
    places = [first]
    places += [t + 1 for t, w in enumerate(words) if w == "så" and t and words[t - 1] == ","]
    return [token for token in places if token + 1 < len(words)]


def _orders(sentence: Sentence, token: int, verbs: VerbForms) -> bool:
    """Whether a form that can be an order is one: no subject, no finite verb in its clause."""
    word, following = sentence.lowers[token], sentence.words[token + 1]
    if word in _MODALS or _is_condition(sentence, token):
        return False
    known = word in verbs.imperatives
    if word in verbs.ambiguous:
        after_so = token > 0 and sentence.lowers[token - 1] == "så"
        known = following.lower() in (_AFTER_SO if after_so else _AFTER_ORDER)
    if not known:
        return False
    for later in range(token + 1, len(sentence.words)):
        if sentence.words[later] in _CLAUSE_ENDS:
            break
        if "VerbForm=Fin" in sentence.features[later]:
            return False
    return True


def _is_condition(sentence: Sentence, token: int) -> bool:
    """»Bor der …« has its subject behind it; »Passer tiden ikke, kan …« a verb after the comma."""
    words = sentence.words
    if words[token + 1 : token + 2] and words[token + 1] in _SUBJECTS:
        return True
    if token or not sentence.lowers[token].endswith("r"):
        return False
    return any(
        word == "," and "VerbForm=Fin" in sentence.features[place + 1]
        for place, word in enumerate(words[:-1])
    )
