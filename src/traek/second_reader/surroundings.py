"""What stands around a sentence: the first scores beside it, and those of its whole letter.

The same sentence stings more in a letter that stings elsewhere, and less after an open question.
A first look scores each sentence by itself; the second look sees those scores in their places.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

_REACH = (-2, -1, 1, 2)
_OUTSIDE = -3.0
"""The score of a sentence that is not there: a plain one's."""
_LOUDEST = 5


@dataclass(frozen=True, slots=True)
class Seen:
    """A sentence after the first look: its score and whether rules marked it, for each effect.

    `words` counts its tokens.
    """

    scores: tuple[float, float]
    marked: tuple[bool, bool]
    words: int


def surroundings(seen: Sequence[Seen]) -> Numbers:
    """A row of numbers for each sentence of one letter, given in reading order."""
    import numpy as np  # noqa: PLC0415  only when there is a letter to read

    count = len(seen)
    places = np.arange(count)
    columns: list[Numbers] = []
    for effect in (0, 1):
        scores = np.array([sentence.scores[effect] for sentence in seen], dtype=np.float64)
        marked = np.array([sentence.marked[effect] for sentence in seen], dtype=np.float64)
        columns.append(scores)
        columns += [_beside(scores, step, _OUTSIDE) for step in _REACH]
        columns += _others(scores)
        columns += [np.full(count, marked.sum() / max(1, count)), np.full(count, marked.sum())]
        columns += [_beside(marked, -1, 0.0), _beside(marked, 1, 0.0), marked]
    columns += [places / max(1, count), np.full(count, float(count))]
    columns.append(np.array([float(sentence.words) for sentence in seen]))
    return np.stack(columns, axis=1) if count else np.zeros((0, len(columns)))


def _beside(values: Numbers, step: int, outside: float) -> Numbers:
    """The values of the sentences `step` places further on."""
    import numpy as np  # noqa: PLC0415

    moved = np.full(len(values), outside)
    if step > 0:
        moved[:-step] = values[step:]
    else:
        moved[-step:] = values[:step]
    return moved


def _others(scores: Numbers) -> list[Numbers]:
    """For each sentence how likely its letter's other sentences are marked: mean, loudest, score."""
    import numpy as np  # noqa: PLC0415

    count, others = len(scores), len(scores) - 1
    if others < 1:
        return [np.zeros(count), np.zeros(count), np.full(count, _OUTSIDE)]
    likely = 1 / (1 + np.exp(-scores))
    order = np.argsort(-likely, kind="stable")
    most = min(_LOUDEST, others)
    loudest = np.full(count, likely[order[:most]].sum())
    loudest[order[:most]] += likely[order[most]] - likely[order[:most]]
    return [
        (likely.sum() - likely) / others,
        loudest / most,
        (scores.sum() - scores) / others,
    ]
