"""Which paragraphs of a library are the same but for numbers, placeholders and a few words.

Every paragraph is compared with the first of each group that shares one of its sketches (MinHash
in bands), never with all the others and never with very many, so the cost grows with the number of
distinct paragraphs.
"""

from __future__ import annotations

import hashlib
import re
import struct
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ALIKE = 0.6
"""The share of common word pairs from which two paragraphs are near-identical."""

GAP = "□"
_LEAST_PAIRS = 6
_BANDS, _ROWS, _LEAST_BANDS = 16, 3, 2
"""Nine in ten at the least likeness share two of the bands, and nearly all that are more alike."""
_CROWD = 16
"""Leaders that a band leads to; a stock sentence may be in thousands, and says little of likeness."""
_PAIR, _PAIRS_HELD = 4, 2_048
"""The bytes of a word pair; the paragraphs whose word pairs are at hand, some 6 kB each."""
_NUMBER = re.compile(r"\d+")
_GAPS = re.compile(f"{GAP}+")
_WORD = re.compile(rf"[^\W\d_]+|0|{GAP}")


def skeleton(text: str, placeholders: Sequence[tuple[int, int]] = ()) -> str:
    """The words of a paragraph in lower case, all numbers alike and all placeholders alike."""
    for start, end in placeholders:
        text = text[:start] + GAP * (end - start) + text[end:]
    text = _GAPS.sub(GAP, text) if placeholders else text
    return " ".join(_WORD.findall(_NUMBER.sub("0", text.casefold())))


class Sketch(NamedTuple):
    """What a skeleton is compared by: a digest, its sketches band by band, and its word pairs.

    The last two are empty where it is too short to be compared.
    """

    sign: str
    bands: str
    pairs: str


def sketch_of(words: str) -> Sketch:
    """The sketch of a skeleton; it depends on nothing else, so it may be kept."""
    sign = hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
    found = _pairs(words)
    if len(found) < _LEAST_PAIRS:
        return Sketch(sign, "", "")
    told = struct.pack(f"<{len(found)}I", *sorted(found))
    return Sketch(sign, _bands(found), told.hex())


class _Compared:
    """The sketches of paragraphs that are compared, in flat rows; a place stands for each."""

    def __init__(self) -> None:
        self.numbers = array("I")
        self.bands, self._pairs, self._edges = bytearray(), bytearray(), array("Q", [0])
        self.pairs = lru_cache(_PAIRS_HELD)(self._pairs_at)

    def add(self, number: int, sketch: Sketch) -> None:
        """Take in the sketch of the paragraph with this number."""
        self.numbers.append(number)
        self.bands += bytes.fromhex(sketch.bands)
        self._pairs += bytes.fromhex(sketch.pairs)
        self._edges.append(len(self._pairs) // _PAIR)

    def size(self, place: int) -> int:
        """The number of word pairs."""
        return self._edges[place + 1] - self._edges[place]

    def _pairs_at(self, place: int) -> frozenset[int]:
        size = self.size(place)
        return frozenset(struct.unpack_from(f"<{size}I", self._pairs, _PAIR * self._edges[place]))


def near_groups(sketches: Iterable[Sketch]) -> list[int]:
    """For each paragraph, by its sketch, the first paragraph that it is near-identical to.

    A paragraph that is like no earlier one leads a group of its own.
    """
    first: dict[bytes, int] = {}
    same, compared = array("I"), _Compared()
    for number, sketch in enumerate(sketches):
        leader = first.setdefault(bytes.fromhex(sketch.sign), number)
        same.append(leader)
        if leader == number and sketch.bands:
            compared.add(number, sketch)
    first.clear()
    numbers = compared.numbers
    leads = {numbers[place]: numbers[leader] for place, leader in _leaders(compared)}
    compared.pairs.cache_clear()
    return [leads.get(number, number) for number in same]


def _leaders(compared: _Compared) -> Iterator[tuple[int, int]]:
    """The places of those that are like an earlier one, each with the first that it is like."""
    pairs, size = compared.pairs, compared.size
    index: dict[int, list[int]] = {}
    for place, bands in _shared(compared):
        once, twice = set[int](), set[int]()
        for leaders in [index[band] for band in bands if band in index]:
            twice.update(once.intersection(leaders))
            once.update(leaders)
        least, most = ALIKE * size(place), size(place) / ALIKE
        candidates = sorted(p for p in twice if least <= size(p) <= most)
        leader = next((p for p in candidates if _alike(pairs(place), pairs(p))), None)
        if leader is not None:
            yield place, leader
            continue
        for band in bands:
            leaders = index.setdefault(band, [])
            if len(leaders) < _CROWD:
                leaders.append(place)


def _shared(compared: _Compared) -> Iterator[tuple[int, list[int]]]:
    """Each paragraph that may be like another, with those of its bands that others have too."""
    import numpy as np  # noqa: PLC0415  heavy

    bands = np.frombuffer(compared.bands, dtype="<u4")
    _, places, counts = np.unique(bands, return_inverse=True, return_counts=True)
    shared = (counts[places] > 1).reshape(-1, _BANDS)
    rows = bands.reshape(-1, _BANDS)
    for row in np.flatnonzero(shared.sum(axis=1) >= _LEAST_BANDS).tolist():
        yield row, rows[row][shared[row]].tolist()


def _alike(one: frozenset[int], other: frozenset[int]) -> bool:
    common = len(one & other)
    return common >= ALIKE * (len(one) + len(other) - common)


def _pairs(words: str) -> frozenset[int]:
    """The word pairs of a skeleton, as numbers, its edges among them."""
    row = ["", *words.split(), ""]
    return frozenset(zlib.crc32(f"{a} {b}".encode()) for a, b in pairwise(row))


def _bands(found: frozenset[int]) -> str:
    """The sketches of some word pairs, band by band, a number each."""
    import numpy as np  # noqa: PLC0415  heavy

    factors, offsets = _permutations()
    hashes = np.fromiter(found, dtype=np.uint64, count=len(found))
    least = ((hashes[:, None] * factors + offsets) >> np.uint64(32)).min(axis=0)
    data, size = least.astype("<u4").tobytes(), 4 * _ROWS
    bands = [zlib.crc32(data[at : at + size], at) for at in range(0, len(data), size)]
    return struct.pack(f"<{_BANDS}I", *bands).hex()


@lru_cache(maxsize=1)
def _permutations() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The same pseudo-random factors (odd) and offsets on every machine."""
    import numpy as np  # noqa: PLC0415  heavy

    state, drawn = 1, []
    for _ in range(2 * _BANDS * _ROWS):
        state = (6364136223846793005 * state + 1442695040888963407) % (1 << 64)
        drawn.append(state)
    numbers = np.array(drawn, dtype=np.uint64).reshape(2, -1)
    return numbers[0] | np.uint64(1), numbers[1]
