"""What the second reader sees of a sentence: hashed words, parts of words, grammar and surroundings.

Each group of features is weighted by rarity and scaled to length one, so that a long sentence is
not louder than a short one. The groups and their shares were chosen by leaving out one set of
letters at a time (`training/reader.py`).
"""

from __future__ import annotations

import functools
import math
import zlib
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from traek.reading import Reading, Sentence

BITS = 16
_MASK = (1 << BITS) - 1
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
_SHARES |= {"place": 0.5, "neighbours": 0.3, "rules": 0.5}

Vector = dict[int, float]
Groups = Mapping[str, Counter[int]]
Key = tuple[int, int]
"""A block and a sentence in it, both from 0."""


@functools.lru_cache(maxsize=50_000)
def bucket(feature: str) -> int:
    """The feature's place among the weights, from 0 up to two to the power of `BITS`."""
    return zlib.crc32(feature.encode()) & _MASK


def sentence_groups(
    reading: Reading, wanted: Callable[[int, Sentence], bool] = lambda _block, _sentence: True
) -> Iterator[tuple[Key, Groups]]:
    """For each wanted sentence its block and number, from 0, and its features by group, counted."""
    for key, sentence, around in _surroundings(reading, wanted):
        groups = {name: Counter(keys) for name, keys in _own(sentence).items()}
        yield key, groups | around


def sentence_vectors(
    reading: Reading, rarity: Sequence[float], wanted: Callable[[int, Sentence], bool]
) -> Iterator[tuple[Key, Vector]]:
    """For each wanted sentence its block and number, from 0, and its features as one vector.

    What the sentence holds by itself is worked out once, however many letters it stands in.
    """
    for key, sentence, around in _surroundings(reading, wanted):
        whole = dict(zip(*_own_part(sentence, rarity), strict=True))
        _add(whole, around, rarity)
        yield key, whole


def vector(groups: Groups, rarity: Sequence[float]) -> Vector:
    """The groups as one sparse vector, bucket to value; `rarity` gives each bucket its weight."""
    whole: Vector = {}
    _add(whole, groups, rarity)
    return whole


def _add(whole: Vector, groups: Groups, rarity: Sequence[float]) -> None:
    for name, counts in groups.items():
        values = [
            rarity[key] if count == 1 else (1 + math.log(count)) * rarity[key]
            for key, count in counts.items()
        ]
        share = _SHARES[name] / (math.hypot(*values) or 1.0)
        for key, value in zip(counts, values, strict=True):
            whole[key] = whole.get(key, 0.0) + value * share


def _own_part(sentence: Sentence, rarity: Sequence[float]) -> tuple[array[int], array[float]]:
    """The buckets and values of a vector that the sentence's own words give, packed."""
    noted = "second reader", id(rarity)
    part: tuple[array[int], array[float]] | None = sentence.noted.get(noted)
    if part is None:
        own = vector({name: Counter(keys) for name, keys in _own(sentence).items()}, rarity)
        part = sentence.noted[noted] = array("H", own), array("d", own.values())
    return part


def _surroundings(
    reading: Reading, wanted: Callable[[int, Sentence], bool]
) -> Iterator[tuple[Key, Sentence, dict[str, Counter[int]]]]:
    """The wanted sentences, each with the features that come from its letter."""
    flat = [
        (block, number, sentence)
        for block, sentences in enumerate(reading.sentences)
        for number, sentence in enumerate(sentences)
    ]
    totals = _totals(reading.marked)
    for place, (block, number, sentence) in enumerate(flat):
        if not wanted(block, sentence):
            continue
        before = flat[place - 1] if place else None
        after = flat[place + 1] if place + 1 < len(flat) else None
        beside = [
            *(("p", word) for word in (before[2].lowers if before else ())),
            *(("n", word) for word in (after[2].lowers if after else ())),
        ]
        rules = [
            f"{side}:{name}"
            for side, other in (("P", before), ("N", after))
            if other
            for name in sorted({c[0] for c in reading.marked.get(other[:2], ())})
        ]
        around = {
            "place": _place(reading, block, sentence, place / len(flat)),
            "neighbours": [bucket(f"{side}w:{word}") for side, word in beside],
            "rules": [bucket(feature) for feature in (*rules, *totals)],
        }
        yield (block, number), sentence, {name: Counter(keys) for name, keys in around.items()}


def word_buckets(sentence: Sentence) -> list[tuple[int, ...]]:
    """For each token the buckets that are its alone: the word, its pieces and its lemma."""
    return [
        (bucket(f"w1:{word}"), bucket(f"l1:{lemma.lower()}"), *_pieces(word))
        for word, lemma in zip(_words(sentence), sentence.lemmas, strict=True)
    ]


def _words(sentence: Sentence) -> list[str]:
    """The words in lower case, all numbers alike."""
    return ["0" if any(sign.isdigit() for sign in word) else word for word in sentence.lowers]


def _own(sentence: Sentence) -> dict[str, list[int]]:
    words = _words(sentence)
    lemmas = [lemma.lower() for lemma in sentence.lemmas]
    grammar = [
        part + "".join(letter for feature, letter in _TOLD if feature in features)
        for part, features in zip(sentence.parts, sentence.features, strict=True)
    ]
    return {
        "words": [*_ones("w1", words), *_twos("w2", words)],
        "pieces": [piece for word in words for piece in _pieces(word)],
        "lemmas": [
            *_ones("l1", lemmas),
            *_twos("l2", lemmas),
            *(bucket(f"s2:{a}_{b}") for a, b in zip(lemmas, lemmas[2:], strict=False)),
        ],
        "grammar": [
            *_ones("p1", grammar),
            *_twos("p2", grammar),
            *(
                bucket("p3:" + " ".join(three))
                for three in zip(grammar, grammar[1:], grammar[2:], strict=False)
            ),
        ],
    }


def _ones(kind: str, tokens: Iterable[str]) -> list[int]:
    return [bucket(f"{kind}:{token}") for token in tokens]


def _twos(kind: str, tokens: Iterable[str]) -> list[int]:
    return [bucket(f"{kind}:{one} {two}") for one, two in pairwise(tokens)]


@functools.lru_cache(maxsize=20_000)
def _pieces(word: str) -> tuple[int, ...]:
    """The buckets of the word's character n-grams, edges marked."""
    edged = f"<{word}>"
    return tuple(
        bucket("c:" + edged[start : start + size])
        for size in _NGRAMS
        for start in range(len(edged) - size + 1)
    )


_TENTHS, _MOST_LENGTH, _LENGTH_STEP = 10, 8, 5


def _place(reading: Reading, block: int, sentence: Sentence, share: float) -> list[int]:
    words = sentence.lowers
    features = [f"z:{zone}" for zone in sorted(reading.zones[block])]
    features += [f"k:{sentence.block.kind}", f"s:{reading.situation}", f"g:{reading.genre}"]
    features.append(f"pos:{int(_TENTHS * share)}")
    features.append(f"len:{min(_MOST_LENGTH, len(words) // _LENGTH_STEP)}")
    features += [f"f{n}:" + " ".join(words[:n]) for n in (1, 2, 3)]
    features.append(f"e:{words[-1]}")
    return [bucket(feature) for feature in features]


def _totals(marked: Mapping[Key, frozenset[str]]) -> list[str]:
    """How much tryk and træk the rules found in the whole letter, capped."""
    effects = [{category[0] for category in categories} for categories in marked.values()]
    up, down = sum("E" in found for found in effects), sum("D" in found for found in effects)
    return [f"totE:{min(5, up)}", f"totD:{min(8, down)}"]
