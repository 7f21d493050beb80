"""Who acts: the reader, the sender, a citizen or an authority; by form, not by parser."""

from __future__ import annotations

from traek.engine.clauses import clause_bounds, finite_of, is_verb, verbs_of
from traek.engine.passive import AUTHORITIES, CITIZENS, agent_of, is_authority, passives
from traek.engine.tone import quotations
from traek.reading import Sentence

_YOU = frozenset({"du", "De", "Du", "I"})
_WE = frozenset({"vi", "jeg"})
_APOLOGIES = frozenset({"beklage", "undskylde"})
_SORRY = frozenset({"undskyld", "undskyldning", "ked", "kede"})


def imperatives(sentence: Sentence) -> set[int]:
    """Verbs that tell the reader to do something."""
    return {
        token
        for token in range(len(sentence.words))
        if "Mood=Imp" in sentence.features[token] and is_verb(sentence, token)
    }


def second_person(sentence: Sentence) -> set[int]:
    """A subject du, De or I, and the verbs that go with it."""
    subjects = _pronouns(sentence, second=True)
    return subjects | verbs_of(sentence, subjects)


def first_person(sentence: Sentence) -> set[int]:
    """A subject vi or jeg, and the verbs that go with it."""
    subjects = _pronouns(sentence, second=False)
    return subjects | verbs_of(sentence, subjects)


def apologies(sentence: Sentence) -> set[int]:
    """A subject vi or jeg and the words with which it apologises; »det beklages« has none."""
    found: set[int] = set()
    for subject in _pronouns(sentence, second=False):
        verbs = verbs_of(sentence, {subject})
        if not verbs:
            continue
        clause = range(*clause_bounds(sentence, max(verbs)))
        sorry = {token for token in verbs if sentence.lemmas[token] in _APOLOGIES}
        sorry |= {token for token in clause if sentence.lowers[token] in _SORRY}
        if sorry:
            found |= {subject, *sorry}
    return found


def citizens_acts(sentence: Sentence) -> set[int]:
    """Main verbs of what the reader, or a citizen, does or is told to do."""
    subjects = _pronouns(sentence, second=True) | _nominal_subjects(sentence, CITIZENS)
    return _main(sentence, verbs_of(sentence, subjects)) | imperatives(sentence)


def authoritys_acts(sentence: Sentence) -> set[int]:
    """Main verbs of what the sender, or an authority, does."""
    subjects = _pronouns(sentence, second=False) | _nominal_subjects(sentence, AUTHORITIES)
    by_agent = {
        verb
        for verb in passives(sentence)
        if (agent := agent_of(sentence, verb)) is not None
        and (is_authority(sentence, agent) or sentence.lowers[agent] in {"os", "mig"})
    }
    return _main(sentence, verbs_of(sentence, subjects)) | by_agent


def _main(sentence: Sentence, verbs: set[int]) -> set[int]:
    return {verb for verb in verbs if sentence.parts[verb] == "VERB"}


def _pronouns(sentence: Sentence, *, second: bool) -> set[int]:
    """Nominative du, De and I, or the vi and jeg that no one else is quoted for."""
    if not second:
        quoted = quotations(sentence) if '"' in sentence.words else frozenset()
        return {t for t, word in enumerate(sentence.lowers) if word in _WE and t not in quoted}
    return {
        token
        for token, word in enumerate(sentence.words)
        if sentence.lowers[token] == "du"
        or (word in _YOU and {"Person=2", "Case=Nom"} <= sentence.features[token])
    }


def _nominal_subjects(sentence: Sentence, nouns: frozenset[str]) -> set[int]:
    """Nouns of a kind that stand where a subject stands: before the finite verb, or behind it."""
    found = set()
    for token, lemma in enumerate(sentence.lemmas):
        fits = lemma.lower() in nouns or (nouns is AUTHORITIES and is_authority(sentence, token))
        if not fits or sentence.parts[token] not in {"NOUN", "PROPN"}:
            continue
        if "Case=Gen" in sentence.features[token] or _is_governed(sentence, token):
            continue
        if finite_of(sentence, token) is not None:
            found.add(token)
    return found


def _is_governed(sentence: Sentence, token: int) -> bool:
    """Whether a preposition stands before the noun and its determiners."""
    before = token - 1
    while before >= 0 and sentence.parts[before] in {"DET", "ADJ", "NUM", "PROPN"}:
        before -= 1
    return before >= 0 and sentence.parts[before] == "ADP"
