"""Small learned models for what no list of words tells: hashed features, one weight for each bucket.

A model is a file of 8-bit weights beside this module, written by a script in `training/`.
"""

from __future__ import annotations

import functools
import json
import math
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BITS = 16
Weighed = Mapping[int, float]
"""What a thing to be judged holds: how much in each bucket, buckets from 0 up to 2 ** `BITS`."""


@dataclass(frozen=True, slots=True)
class Linear:
    """Logistic regression; `threshold` is the probability from which the answer is yes."""

    weights: NDArray[np.int8]
    scale: float
    bias: float
    threshold: float

    def likelihood(self, weighed: Weighed) -> float:
        """The probability of yes, 0 to 1."""
        score = sum(int(self.weights[bucket]) * amount for bucket, amount in weighed.items())
        return 1 / (1 + math.exp(-(self.scale * score + self.bias)))


def hashed(named: Mapping[str, float]) -> dict[int, float]:
    """Features that are told in words, by bucket; those that share one are added up."""
    found: dict[int, float] = {}
    for name, amount in named.items():
        bucket = zlib.crc32(name.encode()) & ((1 << BITS) - 1)
        found[bucket] = found.get(bucket, 0.0) + amount
    return found


@functools.cache
def learned(name: str) -> Linear:
    """The model of that name, which ships with the package."""
    import numpy as np  # noqa: PLC0415  only when there is something to judge

    folder = files("traek.engine.rewriting") / "data"
    told = json.loads((folder / f"{name}.json").read_text("utf-8"))
    with (folder / f"{name}.npz").open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        return Linear(arrays["weights"], told["scale"], told["bias"], told["threshold"])
