"""What the grammar model is corrected in, by tables and by looking at the letter as a whole.

Abbreviations and placeholders are what they are; a capital De, Dem, Deres or I speaks to the
reader; and the verbs of letters, which newspapers seldom write as orders or in the passive, are
known by their form.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from traek.engine.abbreviations import ABBREVIATIONS
from traek.engine.orders import NONE, PASSIVE, VerbForms, settle_orders
from traek.engine.tokens import PLACEHOLDER
from traek.reading import Sentence

_PASSIVE_INFINITIVE = frozenset({"VerbForm=Inf", "Voice=Pass"})
_PARTICIPLE = frozenset({"Definite=Ind", "Number=Sing", "Tense=Past", "VerbForm=Part"})
_HAVE = frozenset({"har", "havde", "have", "haft"})
_PERSONAL = frozenset({"PronType=Prs"})

POLITE: dict[str, tuple[str, frozenset[str]]] = {
    "De": ("PRON", _PERSONAL | {"Case=Nom", "Gender=Com", "Person=2", "Polite=Form"}),
    "Dem": ("PRON", _PERSONAL | {"Case=Acc", "Gender=Com", "Person=2", "Polite=Form"}),
    "Deres": ("DET", _PERSONAL | {"Person=2", "Polite=Form", "Poss=Yes"}),
}
_THEY: dict[str, tuple[str, frozenset[str]]] = {
    "De": ("PRON", _PERSONAL | {"Case=Nom", "Number=Plur", "Person=3"}),
    "Dem": ("PRON", _PERSONAL | {"Case=Acc", "Number=Plur", "Person=3"}),
    "Deres": ("DET", _PERSONAL | {"Number[psor]=Plur", "Person=3", "Poss=Yes"}),
}
_YOU = ("PRON", _PERSONAL | {"Case=Nom", "Gender=Com", "Number=Plur", "Person=2"})
_IN = ("ADP", frozenset({"AdpType=Prep"}))
_FAMILIAR = frozenset({"du", "dig", "din", "dit", "dine", "jer", "jeres"})
_IN_TIME = frozenset({"går", "dag", "morgen", "aften", "øvrigt", "år", "alt", "nat", "stedet"})
_NUMBERED = frozenset({"kapitel", "kap.", "afsnit", "del", "bilag", "nr.", "titel", "afd.", "fase"})
_DEFINITE_ENDINGS = ("en", "et", "ene", "erne")
_NOUN_ENDINGS = ("ningen", "elsen", "heden", "ionen", "tiden", "retten", "et", "erne", "ene")
_PLURAL_ENDINGS = ("heder", "ninger", "dringer", "linger", "kelser", "delser", "relser", "ioner")
_COMMON = frozenset("mails påmindelser".split())
"""Nouns of letters that the model takes for names where they open a sentence."""

_PASSIVES = frozenset({"efterkommes"})
_LIKE_PLURALS = ("frelser", "klinger", "stinger")
_PLURAL = frozenset({"Definite=Ind", "Number=Plur"})
_DEFINITE, _INDEFINITE = frozenset({"Definite=Def"}), frozenset({"Definite=Ind"})
_SIGNS = frozenset({"PUNCT", "SYM", "X"})
_OPENERS = frozenset({'"', "'", ":", "(", "-", "•", "*", PLACEHOLDER})
_ABBREVIATED: dict[str, frozenset[str]] = {
    "ADP": frozenset({"AdpType=Prep"}),
    "NOUN": frozenset({"Definite=Ind"}),
    "X": frozenset({"Abbr=Yes"}),
}
_BEFORE_INFINITIVE = frozenset(
    "at kan skal må vil bør kunne skulle måtte ville burde tør ikke også".split()
)


class Address(NamedTuple):
    """How a letter speaks to its reader, by the words that leave no doubt."""

    polite: bool = False
    familiar: bool = False


def address_of(sentences: Iterable[Sentence]) -> Address:
    """How the letter of these sentences speaks to its reader; needs no grammar."""
    polite = familiar = False
    for sentence in sentences:
        familiar = familiar or not _FAMILIAR.isdisjoint(sentence.lowers)
        if not polite and not POLITE.keys().isdisjoint(sentence.words):
            polite = any(
                word in POLITE and not _begins(sentence, token)
                for token, word in enumerate(sentence.words)
            )
    return Address(polite, familiar)


def correct(sentences: Iterable[Sentence], verbs: VerbForms, address: Address) -> None:
    """Correct parts of speech and features of sentences of one letter, in place."""
    for sentence in sentences:
        _settle_words(sentence)
        _settle_passives(sentence, verbs)
        _settle_participles(sentence, verbs)
        settle_orders(sentence, verbs)
        _settle_address(sentence, address)


def meaning(word: str) -> str | None:
    """What an abbreviation stands for, as a lemma; None for other words."""
    if word[-1:] != ".":
        return None
    known = ABBREVIATIONS.get(word[:-1].lower())
    return known[1].replace(" ", "_") if known else None


def _settle_words(sentence: Sentence) -> None:
    parts, features = sentence.parts, sentence.features
    for token, word in enumerate(sentence.words):
        if word == PLACEHOLDER:
            parts[token], features[token] = "PROPN", NONE
        elif not word[0].isalnum() and not any(map(str.isalnum, word)):
            parts[token] = parts[token] if parts[token] in _SIGNS else "PUNCT"
            features[token] = NONE
        elif word[-1] == "." and len(word) > 1:
            known = ABBREVIATIONS.get(word[:-1].lower())
            if known is not None and parts[token] != known[0]:
                parts[token] = known[0]
                features[token] = _ABBREVIATED.get(known[0], NONE)
        elif word == "går" and token and sentence.lowers[token - 1] == "i":
            parts[token], features[token] = "NOUN", _INDEFINITE
        elif parts[token] == "VERB" and _is_plural_noun(sentence.lowers[token]):
            parts[token], features[token] = "NOUN", _PLURAL
        elif parts[token] == "PROPN" and _is_common(sentence, token):
            definite = word.endswith(_DEFINITE_ENDINGS)
            parts[token], features[token] = "NOUN", _DEFINITE if definite else _INDEFINITE
        elif "Polite=Form" in features[token] and word not in POLITE:
            features[token] -= {"Polite=Form"}


def _is_plural_noun(lower: str) -> bool:
    """»ansøgninger« and »muligheder«, which the model may take for verbs in the present."""
    return lower.endswith(_PLURAL_ENDINGS) and not lower.endswith(_LIKE_PLURALS)


def _is_common(sentence: Sentence, token: int) -> bool:
    """Whether what the model takes for a name is a noun: in lower case, or with its article."""
    word = sentence.words[token]
    if word.islower():
        return word.isalpha()
    if token == 0 and sentence.lowers[0] in _COMMON:
        return True
    follows = sentence.parts[token + 1] if token + 1 < len(sentence.parts) else ""
    return token == 0 and follows in {"VERB", "AUX"} and word.endswith(_NOUN_ENDINGS)


def _settle_passives(sentence: Sentence, verbs: VerbForms) -> None:
    for token, word in enumerate(sentence.lowers):
        if word[-1] == "s" and sentence.parts[token] not in {"VERB", "AUX"}:
            if word not in verbs.passives | _PASSIVES or (
                token and sentence.words[token][0].isupper()
            ):
                continue
            before = sentence.lowers[token - 1] if token else ""
            infinite = before in _BEFORE_INFINITIVE
            sentence.parts[token] = "VERB"
            sentence.features[token] = _PASSIVE_INFINITIVE if infinite else PASSIVE


def _settle_participles(sentence: Sentence, verbs: VerbForms) -> None:
    """»har ikke svaret«: what follows »have« and an adverb is no noun if it can be a verb."""
    for token, word in enumerate(sentence.lowers):
        if not word.endswith("et") or sentence.parts[token] != "NOUN":
            continue
        if f"{word[:-1]}s" not in verbs.passives or sentence.parts[token - 1] != "ADV":
            continue
        before = token - 1
        while before > 0 and sentence.parts[before] in {"ADV", "PRON"}:
            before -= 1
        if sentence.lowers[before] in _HAVE:
            sentence.parts[token], sentence.features[token] = "VERB", _PARTICIPLE


def _settle_address(sentence: Sentence, address: Address) -> None:
    """Settle every capital I, and then every De, Dem and Deres, which look at what follows."""
    words = sentence.words
    for token in [token for token, word in enumerate(words) if word == "I"]:
        _settle_i(sentence, token)
    for token in [token for token, word in enumerate(words) if word in POLITE]:
        initial = _begins(sentence, token)
        reading = _reading(sentence, token, address) if initial else POLITE[words[token]]
        if reading is not None:
            sentence.parts[token], sentence.features[token] = reading


def _begins(sentence: Sentence, token: int) -> bool:
    return token == 0 or sentence.words[token - 1] in _OPENERS


def _reading(sentence: Sentence, token: int, address: Address) -> tuple[str, frozenset[str]] | None:
    """How to read a De, Dem or Deres that opens a sentence; None for what the model said."""
    word = sentence.words[token]
    following = sentence.parts[token + 1] if token + 1 < len(sentence.parts) else "PUNCT"
    modifies = word == "De" and sentence.parts[token] == "DET"
    if modifies and following not in {"VERB", "AUX", "PRON", "PUNCT"}:
        return None
    if address.polite:
        return POLITE[word]
    if address.familiar:
        return _THEY[word]
    return None


def _settle_i(sentence: Sentence, token: int) -> None:
    """»I« is a pronoun inside a sentence; at its start only where a finite verb follows."""
    following = token + 1
    lower = sentence.lowers[following] if following < len(sentence.words) else ""
    if not _begins(sentence, token):
        numbered = sentence.lowers[token - 1] in _NUMBERED
        sentence.parts[token], sentence.features[token] = ("ADJ", NONE) if numbered else _YOU
    elif lower:
        finite = "VerbForm=Fin" in sentence.features[following] and lower not in _IN_TIME
        sentence.parts[token], sentence.features[token] = _YOU if finite else _IN
