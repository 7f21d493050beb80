"""Danish words put in another form: »skriver« in the past, »frist« in the definite plural.

Everything is told by tables of irregular words and by endings; a word that nobody has listed goes
as words that end alike, so a compound goes as its last part. What would be a guess is None.
"""

from __future__ import annotations

from traek.inflection import adjectives, nouns, pronouns, verbs
from traek.inflection.forms import (
    ADJECTIVE_FORMS,
    AGREEING,
    FORMS,
    NOUN_FORMS,
    PRONOUN_FORMS,
    VERB_FORMS,
    agreeing,
)

__all__ = ["FORMS", "agreeing", "agreement", "auxiliary", "gender", "inflected"]

_PERFECT = {"førnutid": {"har": "har", "er": "er"}, "førdatid": {"har": "havde", "er": "var"}}


def inflected(
    word: str, wanted: str, part: str | None = None, lemma: str | None = None
) -> str | None:
    """The word in the wanted form, or None where that cannot be said for certain.

    `wanted` is a name of `FORMS`, or several with commas between (»bestemt,flertal«); what they
    leave open stays as it is in `word`. `part` is the word's part of speech in Universal
    Dependencies; without it the wanted form tells. `lemma` is a dictionary form to try first.
    """
    names = tuple(name.strip() for name in wanted.split(","))
    kinds = {kind for name in names for kind in _KINDS if name in _KINDS[kind]}
    if len(kinds) != 1 or not word:
        return None
    kind = kinds.pop()
    if part is not None and part not in _PARTS[kind]:
        return None
    if kind == "pronoun":
        return pronouns.pronoun(word, names[0]) if len(names) == 1 else None
    make = {"verb": _verb, "noun": _noun, "adjective": _adjective}[kind]
    lower = word if word[1:] != word[1:].lower() else word.lower()
    return make(lower, names, lemma.lower() if lemma else None)


def gender(noun: str, lemma: str | None = None) -> str | None:
    """»en« or »et«, by any form of the noun; None where nobody knows."""
    base = nouns.singular_of(noun.lower(), lemma)
    found = nouns.noun(base) if base else None
    return found.gender if found else None


def agreement(name: str, noun: str, lemma: str | None = None) -> str | None:
    """The word of `AGREEING` as it stands before this form of a noun: »dine« before »bilag«."""
    lower = noun.lower()
    base = nouns.singular_of(lower, lemma.lower() if lemma else None)
    found = nouns.noun(base) if base else None
    if found is None:
        return None
    plural = lower in {found.plural, found.definite_plural} and lower != found.singular
    return AGREEING[name][2 if plural else 0 if found.gender == "en" else 1] or None


def auxiliary(verb: str, lemma: str | None = None) -> str | None:
    """»har« or »er«, which makes the perfect of the verb; by any form of it."""
    base = verbs.infinitive_of(verb.lower(), lemma)
    return verbs.auxiliary(base) if base else None


def _verb(word: str, names: tuple[str, ...], lemma: str | None) -> str | None:
    base = verbs.infinitive_of(word, lemma)
    if base is None:
        return None
    tenses = [name for name in names if name not in {"passiv", "aktiv"}]
    if len(tenses) > 1:
        return None
    tense = tenses[0] if tenses else verbs.tense_of(word, base)
    if "passiv" in names:
        return verbs.passive(base, tense)
    if tense in _PERFECT:
        return f"{_PERFECT[tense][verbs.auxiliary(base)]} {verbs.verb(base).participle}"
    return verbs.forms_of(base).get(tense)


def _noun(word: str, names: tuple[str, ...], lemma: str | None) -> str | None:
    base = nouns.singular_of(word, lemma)
    found = nouns.noun(base) if base else None
    if found is None:
        return None
    owner = word not in found[1:]
    plain = nouns.without_genitive(word) if owner else word
    definite = plain in {found.definite, found.definite_plural}
    plural = plain in {found.plural, found.definite_plural} and plain != found.singular
    for name in names:
        definite = {"bestemt": True, "ubestemt": False}.get(name, definite)
        plural = {"flertal": True, "ental": False}.get(name, plural)
        owner = owner or name == "ejefald"
    cells = (found.singular, found.definite, found.plural, found.definite_plural)
    form = cells[2 * plural + definite]
    return nouns.genitive(form) if form and owner else form


def _adjective(word: str, names: tuple[str, ...], lemma: str | None) -> str | None:
    base = adjectives.base_of(word, lemma)
    if base is None or len(names) != 1:
        return None
    return adjectives.adjective(base)[ADJECTIVE_FORMS.index(names[0])]


_KINDS = {
    "verb": frozenset(VERB_FORMS),
    "noun": frozenset(NOUN_FORMS),
    "adjective": frozenset(ADJECTIVE_FORMS),
    "pronoun": frozenset(PRONOUN_FORMS),
}
_PARTS = {
    "verb": frozenset({"VERB", "AUX"}),
    "noun": frozenset({"NOUN"}),
    "adjective": frozenset({"ADJ"}),
    "pronoun": frozenset({"PRON", "DET"}),
}
