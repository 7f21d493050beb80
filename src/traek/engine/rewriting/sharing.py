"""Subjects that a later verb leans on: »Du mødte ikke op og ringede ikke«."""

from __future__ import annotations

from collections.abc import Iterable

from traek.engine.clauses import is_verb
from traek.reading import Sentence

_SUBJECTS = frozenset({"jeg", "du", "vi", "man", "De", "I"})
_MIDDLE = frozenset("ikke heller aldrig endnu stadig fortsat også dog selv nu kun".split())
"""Adverbs that may stand where a subject is left out; after »og derfor« a subject follows."""
_JOINERS = frozenset({"og", "men", "eller", "samt"})


def takes_subject_away(sentence: Sentence, start: int, end: int, text: str) -> bool:
    """Whether `text` in place of the tokens gives a later verb another subject than it had.

    »Du mødte ikke op og ringede ikke« must not become »Vi så dig ikke og ringede ikke«.
    """
    had = _subjects(sentence.words[start:end])
    has = _subjects(text.split())
    return bool(had and has and not had & has) and leans_on_it(sentence, end)


def _subjects(words: Iterable[str]) -> frozenset[str]:
    plain = [word.strip(",.;:") for word in words]
    return _SUBJECTS & {*plain, *(word[:1].lower() + word[1:] for word in plain)}


def leans_on_it(sentence: Sentence, start: int) -> bool:
    """Whether a verb without a subject of its own is joined on behind the token."""
    for token in range(start, len(sentence.words) - 1) if sentence.parts else ():
        if sentence.lowers[token] not in _JOINERS:
            continue
        verb = token + 1
        while verb < len(sentence.words) - 1 and sentence.lowers[verb] in _MIDDLE:
            verb += 1
        if is_verb(sentence, verb) and not _subjects(sentence.words[verb + 1 : verb + 2]):
            return True
    return False
