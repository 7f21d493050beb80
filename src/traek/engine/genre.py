"""What kind of letter it is: a refusal, a reminder, a hearing and so on, where its words say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from traek.model import Genre

_LEAST = 2


def genre_of(signs: Iterable[tuple[str, int]]) -> Genre | None:
    """The genre that the signs speak for most, given as genre and strength; None without enough.

    Where two weigh the same, the first in the alphabet is taken, so that the answer is one.
    """
    weight: Counter[Genre] = Counter()
    for of, strength in signs:
        weight[Genre(of)] += strength
    best = min(weight, key=lambda genre: (-weight[genre], genre), default=None)
    return best if best is not None and weight[best] >= _LEAST else None
