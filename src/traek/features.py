"""What a learned model sees of sentences by themselves: words, parts of words, grammar.

Every feature falls into one of two to the power of `BITS` buckets. Words are hashed once each; pairs
and threes of them are mixed from those hashes for the whole letter at a time. Each group of features
is weighted by rarity and scaled to length one, so that a long sentence is not louder than a short
one. The groups and their shares were chosen by leaving out one set of letters at a time
(`training/reader.py`).
"""

from __future__ import annotations

import functools
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from traek.reading import Sentence

BITS = 18
CATEGORY_BITS = 16
"""The category is told from coarser buckets: those with the same first bits."""
_NGRAMS = (3, 4, 5)
_TOLD = (
    ("Voice=Pass", "p"),
    ("Mood=Imp", "i"),
    ("Tense=Past", "d"),
    ("Tense=Pres", "n"),
    ("VerbForm=Inf", "f"),
    ("VerbForm=Part", "t"),
    ("Person=2", "2"),
    ("Person=1", "1"),
)
_SHARES = {"words": 1.0, "pieces": 1.0, "lemmas": 1.0, "grammar": 0.7}
_SHARES |= {"frames": 1.0, "leaps": 0.7, "place": 0.5, "neighbours": 0.3, "rules": 0.5}
_GROUPS = {name: number for number, name in enumerate(_SHARES)}
_GROUP_BITS = 4
_FILLED = {"NOUN", "ADJ", "VERB", "PROPN", "NUM"}
"""Parts of speech of the words that fill a frame; all others are words of the frame."""

Numbers = NDArray[np.int64]
Hashes = NDArray[np.uint64]
Floats = NDArray[np.float64]
Found = Iterator[tuple[str, Numbers, Numbers]]
"""Groups of features: the name, and for each feature the row of its sentence and its bucket."""


class Vector(NamedTuple):
    """One sentence's features: buckets, which may come again, and what each weighs."""

    buckets: Numbers
    values: Floats


@dataclass(frozen=True, slots=True)
class Features:
    """The features of some sentences: four columns of one length, sorted by row.

    `rows` are the sentences, numbered from 0 up to `height`; `counts` says how often the sentence has
    the bucket in the group.
    """

    height: int
    rows: Numbers
    groups: Numbers
    buckets: Numbers
    counts: Numbers

    def values(self, rarity: Floats) -> Floats:
        """What each feature weighs: rarer ones more, each group of a sentence at its share's length."""
        weighed = rarity[self.buckets] * (1 + np.log(self.counts))
        place = self.rows * len(_GROUPS) + self.groups
        length = np.sqrt(np.bincount(place, weighed * weighed))
        shares = np.array(list(_SHARES.values()))
        scaled: Floats = weighed * shares[self.groups] / length[place]
        return scaled

    def alone(self, row: int) -> Features:
        """The features of one sentence."""
        start, end = np.searchsorted(self.rows, (row, row + 1))
        groups, buckets, counts = (
            column[start:end].copy() for column in (self.groups, self.buckets, self.counts)
        )
        return Features(1, np.zeros_like(groups), groups, buckets, counts)

    def vector(self, row: int, values: Floats) -> Vector:
        """The features of one sentence, with what `values` says that they weigh."""
        start, end = np.searchsorted(self.rows, (row, row + 1))
        return Vector(self.buckets[start:end], values[start:end])


def sentence_features(sentences: Sequence[Sentence]) -> Features:
    """The features of each sentence by itself, whatever letter it stands in; a row for each."""
    return gathered(len(sentences), within(sentences))


def gathered(height: int, found: Found) -> Features:
    """The features of as many sentences from groups of them; those of rows below 0 are left out."""
    codes = [
        (((rows << _GROUP_BITS) | _GROUPS[group]) << BITS) | buckets
        for group, rows, buckets in found
    ]
    code, counts = np.unique(np.concatenate(codes), return_counts=True)
    mine = code >= 0
    code, counts = code[mine], counts[mine]
    groups = (code >> BITS) & ((1 << _GROUP_BITS) - 1)
    return Features(height, code >> (BITS + _GROUP_BITS), groups, code & ((1 << BITS) - 1), counts)


def word_buckets(sentence: Sentence) -> list[Numbers]:
    """For each token the buckets that are its alone: the word, its lemma and its pieces."""
    words = _words(sentence)
    lemmas = hashes(_lemmas(sentence))
    alone = np.stack([mixed("w1", hashes(words)), mixed("l1", lemmas)], axis=1)
    return [np.concatenate([own, _pieces(word)]) for own, word in zip(alone, words, strict=True)]


def coarse(buckets: Numbers, bits: int = CATEGORY_BITS) -> Numbers:
    """The coarser buckets, two to the power of `bits` in all, that these fall into."""
    return buckets >> (BITS - bits)


def within(sentences: Sequence[Sentence]) -> Found:
    """Groups of features that are the sentences' own, each with the places of their sentences."""
    inside = places_of_words(sentences)
    words = list(words_of(sentences))
    known = hashes(words)
    yield from _ngrams("words", inside, known, {"w1": (0,), "w2": (0, 1)})
    yield from _ngrams("leaps", inside, known, {"k2": (0, 2), "k3": (0, 3)})
    pieces = [_pieces(word) for word in words]
    yield "pieces", np.repeat(inside, [len(p) for p in pieces]), np.concatenate([_NONE, *pieces])
    lemmas = hashes(chain.from_iterable(map(_lemmas, sentences)))
    yield from _ngrams("lemmas", inside, lemmas, {"l1": (0,), "l2": (0, 1), "s2": (0, 2)})
    tags = [tag for sentence in sentences for tag in _grammar(sentence)]
    yield from _ngrams("grammar", inside, hashes(tags), {"p1": (0,), "p2": (0, 1), "p3": (0, 1, 2)})
    framed = hashes(_frames(sentences, words, tags))
    frames = {"m2": (0, 1), "m3": (0, 1, 2), "m4": (0, 1, 2, 3)}
    yield from _ngrams("frames", inside, framed, frames)


def places_of_words(sentences: Sequence[Sentence]) -> Numbers:
    """For each word of the sentences the place of its own."""
    return np.repeat(np.arange(len(sentences)), [len(each.words) for each in sentences])


def _ngrams(
    group: str, inside: Numbers, hashed: Hashes, kinds: Mapping[str, tuple[int, ...]]
) -> Found:
    """For each kind the tokens at these steps from every token, as far as the sentence goes."""
    for kind, steps in kinds.items():
        end = max(0, len(hashed) - steps[-1])
        same = inside[:end] == inside[steps[-1] :]
        tokens = [hashed[step : step + end][same] for step in steps]
        yield group, inside[:end][same], mixed(kind, *tokens)


def told(group: str, features: Mapping[int, Sequence[str]]) -> tuple[str, Numbers, Numbers]:
    """Features that are told in words, by the place of their sentence."""
    rows = np.repeat(np.array(list(features), np.int64), [len(f) for f in features.values()])
    return group, rows, mixed(group, hashes(chain.from_iterable(features.values())))


_NONE = np.zeros(0, np.int64)
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_FOLD = np.uint64(32)
_TOP = np.uint64(64 - BITS)


@functools.lru_cache(maxsize=50_000)
def _hash(text: str) -> int:
    return zlib.crc32(text.encode())


def hashes(texts: Iterable[str]) -> Hashes:
    """A number for each text, the same on every machine."""
    return np.fromiter(map(_hash, texts), np.uint64)


def mixed(kind: str, *tokens: Hashes) -> Numbers:
    """The buckets of a kind of feature that is made of these tokens, from 0 up."""
    bucket = np.full(len(tokens[0]), _hash(kind), np.uint64)
    for token in tokens:
        bucket = (bucket ^ token) * _SPREAD
        bucket ^= bucket >> _FOLD
    return (bucket * _SPREAD >> _TOP).astype(np.int64)


@functools.lru_cache(maxsize=20_000)
def _pieces(word: str) -> Numbers:
    """The buckets of the word's character n-grams, edges marked."""
    edged = f"<{word}>"
    return mixed(
        "c",
        hashes(
            edged[start : start + size]
            for size in _NGRAMS
            for start in range(len(edged) - size + 1)
        ),
    )


def words_of(sentences: Iterable[Sentence]) -> Iterator[str]:
    """The words of the sentences in lower case, one after the other, all numbers alike."""
    return chain.from_iterable(map(_words, sentences))


def _words(sentence: Sentence) -> list[str]:
    """The words in lower case, all numbers alike."""
    return ["0" if any(map(str.isdigit, word)) else word for word in sentence.lowers]


def _lemmas(sentence: Sentence) -> list[str]:
    return [lemma.lower() for lemma in sentence.lemmas]


def _grammar(sentence: Sentence) -> Iterator[str]:
    return map(_tag, sentence.parts, sentence.features)


@functools.lru_cache(maxsize=5_000)
def _tag(part: str, features: frozenset[str]) -> str:
    """The part of speech with a letter for each form that matters."""
    return part + "".join(letter for feature, letter in _TOLD if feature in features)


def _frames(
    sentences: Iterable[Sentence], words: Iterable[str], tags: Iterable[str]
) -> Iterator[str]:
    """The words that sentences are built with, and for the words they are filled with the tag."""
    parts = chain.from_iterable(sentence.parts for sentence in sentences)
    for part, word, tag in zip(parts, words, tags, strict=True):
        yield tag if part in _FILLED else word
