"""How hard a letter is to read, by counting; a score of its own, never mixed with tryk and træk."""

from __future__ import annotations

from collections.abc import Iterable

from traek.engine.passive import passives
from traek.model import Readability
from traek.reading import Sentence

_LONG = 6


def readability(sentences: Iterable[Sentence]) -> Readability:
    """Readability of the sentences given; leave out addresses and signatures before.

    A word is what has a letter or a digit; it is long from seven characters on.
    """
    words = count = long_words = with_passive = 0
    annotated = True
    for sentence in sentences:
        lengths = [len(word) for word in sentence.words if any(map(str.isalnum, word))]
        if not lengths:
            continue
        count += 1
        words += len(lengths)
        long_words += sum(length > _LONG for length in lengths)
        annotated = annotated and bool(sentence.parts)
        with_passive += annotated and bool(passives(sentence))
    share = with_passive / count if annotated and count else None
    return Readability(words, count, long_words, share)
