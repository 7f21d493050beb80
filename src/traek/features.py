"""What a learned model sees of a letter's sentences: words, parts of words, grammar, surroundings.

The second reader sees all of it, and what tells whether a letter can do without a sentence sees the
sentence alone. Every feature falls into one of two to the power of `BITS` buckets. Words are hashed once each; pairs
and threes of them are mixed from those hashes for the whole letter at a time. Each group of features
is weighted by rarity and scaled to length one, so that a long sentence is not louder than a short
one. The groups and their shares were chosen by leaving out one set of letters at a time
(`training/reader.py`).
"""

from __future__ import annotations

import functools
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from traek.reading import Reading, Sentence

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

Key = tuple[int, int]
"""A block and a sentence in it, both from 0."""
Wanted = Callable[[int, Sentence], bool]
Numbers = NDArray[np.int64]
Hashes = NDArray[np.uint64]
Floats = NDArray[np.float64]


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


def letter_features(
    reading: Reading, wanted: Wanted = lambda _block, _sentence: True
) -> tuple[list[Key], Features]:
    """The wanted sentences, by block and number from 0, and their features, a row for each."""
    flat = [
        ((block, number), sentence)
        for block, sentences in enumerate(reading.sentences)
        for number, sentence in enumerate(sentences)
    ]
    row_of = np.full(len(flat) + 2, -1)
    places = [n for n, (key, sentence) in enumerate(flat) if wanted(key[0], sentence)]
    row_of[places] = np.arange(len(places))
    codes = [
        _coded(row_of[rows], group, keys) for group, rows, keys in _found(reading, flat, places)
    ]
    code, counts = np.unique(np.concatenate(codes), return_counts=True)
    mine = code >= 0
    return [flat[n][0] for n in places], _decoded(len(places), code[mine], counts[mine])


def sentence_features(sentences: Sequence[Sentence]) -> Features:
    """The features of each sentence by itself, whatever letter it stands in; a row for each."""
    codes = [_coded(rows, group, keys) for group, rows, keys in _within(sentences)]
    code, counts = np.unique(np.concatenate(codes), return_counts=True)
    return _decoded(len(sentences), code, counts)


def word_buckets(sentence: Sentence) -> list[Numbers]:
    """For each token the buckets that are its alone: the word, its lemma and its pieces."""
    words = _words(sentence)
    lemmas = _hashes(_lemmas(sentence))
    alone = np.stack([_mixed("w1", _hashes(words)), _mixed("l1", lemmas)], axis=1)
    return [np.concatenate([own, _pieces(word)]) for own, word in zip(alone, words, strict=True)]


def coarse(buckets: Numbers, bits: int = CATEGORY_BITS) -> Numbers:
    """The coarser buckets, two to the power of `bits` in all, that these fall into."""
    return buckets >> (BITS - bits)


def _coded(rows: Numbers, group: str, buckets: Numbers) -> Numbers:
    """Row, group and bucket as one number, below 0 where the row is."""
    return (((rows << _GROUP_BITS) | _GROUPS[group]) << BITS) | buckets


def _decoded(height: int, code: Numbers, counts: Numbers) -> Features:
    groups = (code >> BITS) & ((1 << _GROUP_BITS) - 1)
    return Features(height, code >> (BITS + _GROUP_BITS), groups, code & ((1 << BITS) - 1), counts)


_Flat = Sequence[tuple[Key, Sentence]]
_Found = Iterator[tuple[str, Numbers, Numbers]]


def _found(reading: Reading, flat: _Flat, places: Iterable[int]) -> _Found:
    """Groups of features, each with the places of their sentences in the letter."""
    sentences = [sentence for _, sentence in flat]
    yield from _within(sentences)
    inside = _places_of_words(sentences)
    known = _hashes(word for sentence in sentences for word in _words(sentence))
    yield "neighbours", inside + 1, _mixed("before", known)
    yield "neighbours", inside - 1, _mixed("after", known)
    yield from _told("place", {n: _place(reading, *flat[n], n / len(flat)) for n in places})
    totals = _totals(reading)
    yield from _told("rules", {n: [*_beside(reading, flat, n), *totals] for n in places})


def _within(sentences: Sequence[Sentence]) -> _Found:
    """Groups of features that are the sentences' own, each with the places of their sentences."""
    inside = _places_of_words(sentences)
    words = [word for sentence in sentences for word in _words(sentence)]
    known = _hashes(words)
    yield from _ngrams("words", inside, known, {"w1": (0,), "w2": (0, 1)})
    yield from _ngrams("leaps", inside, known, {"k2": (0, 2), "k3": (0, 3)})
    pieces = [_pieces(word) for word in words]
    yield "pieces", np.repeat(inside, [len(p) for p in pieces]), np.concatenate([_NONE, *pieces])
    lemmas = _hashes(chain.from_iterable(map(_lemmas, sentences)))
    yield from _ngrams("lemmas", inside, lemmas, {"l1": (0,), "l2": (0, 1), "s2": (0, 2)})
    tags = [tag for sentence in sentences for tag in _grammar(sentence)]
    yield from _ngrams(
        "grammar", inside, _hashes(tags), {"p1": (0,), "p2": (0, 1), "p3": (0, 1, 2)}
    )
    framed = _hashes(_frames(sentences, words, tags))
    frames = {"m2": (0, 1), "m3": (0, 1, 2), "m4": (0, 1, 2, 3)}
    yield from _ngrams("frames", inside, framed, frames)


def _places_of_words(sentences: Sequence[Sentence]) -> Numbers:
    """For each word of the sentences the place of its own."""
    return np.repeat(np.arange(len(sentences)), [len(each.words) for each in sentences])


def _ngrams(
    group: str, inside: Numbers, hashes: Hashes, kinds: Mapping[str, tuple[int, ...]]
) -> _Found:
    """For each kind the tokens at these steps from every token, as far as the sentence goes."""
    for kind, steps in kinds.items():
        end = max(0, len(hashes) - steps[-1])
        within = inside[:end] == inside[steps[-1] :]
        tokens = [hashes[step : step + end][within] for step in steps]
        yield group, inside[:end][within], _mixed(kind, *tokens)


def _told(group: str, features: Mapping[int, Sequence[str]]) -> _Found:
    """Features that are told in words, by the place of their sentence."""
    rows = np.repeat(np.array(list(features), np.int64), [len(f) for f in features.values()])
    yield group, rows, _mixed(group, _hashes(chain.from_iterable(features.values())))


_NONE = np.zeros(0, np.int64)
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_FOLD = np.uint64(32)
_TOP = np.uint64(64 - BITS)


@functools.lru_cache(maxsize=50_000)
def _hash(text: str) -> int:
    return zlib.crc32(text.encode())


def _hashes(texts: Iterable[str]) -> Hashes:
    return np.fromiter(map(_hash, texts), np.uint64)


def _mixed(kind: str, *tokens: Hashes) -> Numbers:
    """The buckets of a kind of feature that is made of these tokens, from 0 up."""
    mixed = np.full(len(tokens[0]), _hash(kind), np.uint64)
    for hashes in tokens:
        mixed = (mixed ^ hashes) * _SPREAD
        mixed ^= mixed >> _FOLD
    return (mixed * _SPREAD >> _TOP).astype(np.int64)


@functools.lru_cache(maxsize=20_000)
def _pieces(word: str) -> Numbers:
    """The buckets of the word's character n-grams, edges marked."""
    edged = f"<{word}>"
    return _mixed(
        "c",
        _hashes(
            edged[start : start + size]
            for size in _NGRAMS
            for start in range(len(edged) - size + 1)
        ),
    )


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


_TENTHS, _MOST_LENGTH, _LENGTH_STEP = 10, 8, 5


def _place(reading: Reading, key: Key, sentence: Sentence, share: float) -> list[str]:
    words = sentence.lowers
    features = [f"z:{zone}" for zone in sorted(reading.zones[key[0]])]
    features += [f"k:{sentence.block.kind}", f"s:{reading.situation}", f"g:{reading.genre}"]
    features.append(f"pos:{int(_TENTHS * share)}")
    features.append(f"len:{min(_MOST_LENGTH, len(words) // _LENGTH_STEP)}")
    features += [f"f{n}:" + " ".join(words[:n]) for n in (1, 2, 3)]
    features.append(f"e:{words[-1]}")
    return features


_MOST_TRYK, _MOST_TRÆK = 5, 8


def _beside(reading: Reading, flat: _Flat, place: int) -> Iterator[str]:
    """What rules found in the sentences before and after."""
    for side, other in (("P", place - 1), ("N", place + 1)):
        if 0 <= other < len(flat):
            marked = reading.marked.get(flat[other][0], ())
            yield from (f"{side}:{effect}" for effect in sorted({c[0] for c in marked}))


def _totals(reading: Reading) -> list[str]:
    """How much tryk and træk rules found in the whole letter, capped."""
    effects = [{category[0] for category in found} for found in reading.marked.values()]
    up, down = sum("E" in found for found in effects), sum("D" in found for found in effects)
    return [f"totE:{min(_MOST_TRYK, up)}", f"totD:{min(_MOST_TRÆK, down)}"]
