"""How hard a letter is to read, by counting; a score of its own, never mixed with tryk and træk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from traek.engine.passive import passives
from traek.reading import Sentence

_LONG = 6


@dataclass(frozen=True, slots=True)
class Readability:
    """Counts of one letter and what follows from them.

    `passive_share` is the share of sentences with a passive, from 0 to 1, or None where the
    grammar has not run.
    """

    words: int
    sentences: int
    long_words: int
    passive_share: float | None

    @property
    def sentence_length(self) -> float:
        """Words in a sentence, on average."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def lix(self) -> float:
        """Björnsson's läsbarhetsindex: below 35 is easy, above 55 is hard."""
        if not self.words:
            return 0.0
        return self.sentence_length + 100 * self.long_words / self.words

    @property
    def verdict(self) -> str:
        """What the lix number means, in Danish."""
        steps = ((25, "meget let"), (35, "let"), (45, "middel"), (55, "svær"))
        return next((name for limit, name in steps if self.lix < limit), "meget svær")


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
