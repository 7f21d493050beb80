"""Which paragraphs of a library are the same but for numbers, placeholders and a few words.

Every paragraph is compared with the first of each group that shares one of its sketches (MinHash
in bands), never with all the others, so the cost grows with the number of distinct paragraphs.
"""

from __future__ import annotations

import hashlib
import re
import struct
import zlib
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Callable, Sequence
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
_SIZE, _PAIRS_HELD = 8, 4_096
"""The length of a band as text; the paragraphs whose word pairs are at hand."""
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
    return Sketch(sign, _bands(found), b64encode(told).decode())


def near_groups(sketches: Sequence[Sketch]) -> list[int]:
    """For each paragraph, by its sketch, the first paragraph that it is near-identical to.

    A paragraph that is like no earlier one leads a group of its own.
    """
    first: dict[str, int] = {}
    bands: list[dict[str, list[int]]] = [{} for _ in range(_BANDS)]
    groups = []
    pairs = lru_cache(maxsize=_PAIRS_HELD)(lambda number: _pairs_in(sketches[number]))
    for number, sketch in enumerate(sketches):
        leader = first.get(sketch.sign)
        if leader is None:
            keys = [sketch.bands[at : at + _SIZE] for at in range(0, len(sketch.bands), _SIZE)]
            first[sketch.sign] = leader = _leader(number, keys, bands, pairs)
            if leader == number:
                for key, band in zip(keys, bands, strict=False):
                    band.setdefault(key, []).append(number)
        groups.append(leader)
    return groups


def _leader(
    number: int,
    keys: Sequence[str],
    bands: Sequence[dict[str, list[int]]],
    pairs: Callable[[int], frozenset[int]],
) -> int:
    """The earliest leader that is alike enough, or the paragraph itself."""
    found = [band[key] for key, band in zip(keys, bands, strict=False) if key in band]
    if len(found) < _LEAST_BANDS:
        return number
    shared = Counter(leader for leaders in found for leader in leaders)
    candidates = sorted(leader for leader, count in shared.items() if count >= _LEAST_BANDS)
    return next((n for n in candidates if _alike(pairs(number), pairs(n))), number)


def _alike(one: frozenset[int], other: frozenset[int]) -> bool:
    if not ALIKE * len(one) <= len(other) <= len(one) / ALIKE:
        return False
    common = len(one & other)
    return common >= ALIKE * (len(one) + len(other) - common)


def _pairs(words: str) -> frozenset[int]:
    """The word pairs of a skeleton, as numbers, its edges among them."""
    row = ["", *words.split(), ""]
    return frozenset(zlib.crc32(f"{a} {b}".encode()) for a, b in pairwise(row))


def _pairs_in(sketch: Sketch) -> frozenset[int]:
    return frozenset(number for (number,) in struct.iter_unpack("<I", b64decode(sketch.pairs)))


def _bands(found: frozenset[int]) -> str:
    """The sketches of some word pairs, band by band."""
    import numpy as np  # noqa: PLC0415  heavy

    factors, offsets = _permutations()
    hashes = np.fromiter(found, dtype=np.uint64, count=len(found))
    least = ((hashes[:, None] * factors + offsets) >> np.uint64(32)).min(axis=0)
    data, size = least.astype("<u4").tobytes(), 4 * _ROWS
    bands = (zlib.crc32(data[at : at + size]) for at in range(0, len(data), size))
    return "".join([f"{band:0{_SIZE}x}" for band in bands])


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
