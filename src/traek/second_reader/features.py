"""What the second reader sees of a letter: its sentences, and what surrounds each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np

from traek.features import (
    Features,
    Found,
    gathered,
    hashes,
    mixed,
    places_of_words,
    told,
    within,
    words_of,
)
from traek.reading import Reading, Sentence

Key = tuple[int, int]
"""A block and a sentence in it, both from 0."""
Wanted = Callable[[int, Sentence], bool]
_Flat = Sequence[tuple[Key, Sentence]]


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
    found = ((group, row_of[rows], keys) for group, rows, keys in _found(reading, flat, places))
    return [flat[n][0] for n in places], gathered(len(places), found)


def _found(reading: Reading, flat: _Flat, places: Iterable[int]) -> Found:
    """Groups of features, each with the places of their sentences in the letter."""
    sentences = [sentence for _, sentence in flat]
    yield from within(sentences)
    inside = places_of_words(sentences)
    known = hashes(words_of(sentences))
    yield "neighbours", inside + 1, mixed("before", known)
    yield "neighbours", inside - 1, mixed("after", known)
    yield told("place", {n: _place(reading, *flat[n], n / len(flat)) for n in places})
    totals = _totals(reading)
    yield told("rules", {n: [*_beside(reading, flat, n), *totals] for n in places})


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
