"""The second reader's weights, read from the package when there is a letter to read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from traek.second_reader.trees import Trees

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from traek.features import Features

    Floats = NDArray[np.float32]

EFFECTS = ("E", "D")


@dataclass(frozen=True, slots=True)
class Weights:
    """A linear model: per effect a weight for each bucket, and per category within the effect.

    `trees` take the second look, at the first scores in their surroundings. `calibration` turns
    the scores of the two looks into a probability, `thresholds` are the probabilities from which a
    sentence is pointed at.
    """

    rarity: NDArray[np.float64]
    effect: dict[str, Floats]
    bias: dict[str, float]
    trees: dict[str, Trees]
    calibration: dict[str, tuple[float, float, float]]
    thresholds: dict[str, float]
    categories: dict[str, tuple[str, ...]]
    category: dict[str, Floats]
    category_bias: dict[str, Floats]

    def first_look(
        self, effect: str, features: Features, values: NDArray[np.float64]
    ) -> list[float]:
        """The linear model's score of each sentence by itself, before calibration."""
        import numpy as np  # noqa: PLC0415  only when there is a letter to read

        worth = self.effect[effect][features.buckets] * values
        scores = np.bincount(features.rows, worth, minlength=features.height)
        scored: list[float] = (scores + self.bias[effect]).tolist()
        return scored


def load_weights() -> Weights:
    """The weights that ship with the package."""
    import numpy as np  # noqa: PLC0415  only when there is a letter to read

    folder = files("traek.second_reader") / "data"
    told: dict[str, Any] = json.loads((folder / "reader.json").read_text("utf-8"))
    with (folder / "weights.npz").open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        return Weights(
            rarity=arrays["rarity"].astype(np.float64),
            effect={e: arrays[f"effect_{e}"].astype(np.float32) for e in EFFECTS},
            bias=told["bias"],
            trees={
                e: Trees(
                    feature=arrays[f"tree_feature_{e}"],
                    limit=arrays[f"tree_limit_{e}"],
                    left=arrays[f"tree_left_{e}"],
                    right=arrays[f"tree_right_{e}"],
                    value=arrays[f"tree_value_{e}"],
                    start=told["trees"][e]["start"],
                    depth=told["trees"][e]["depth"],
                )
                for e in EFFECTS
            },
            calibration={e: (a, b, c) for e, (a, b, c) in told["calibration"].items()},
            thresholds=told["thresholds"],
            categories={e: tuple(names) for e, names in told["categories"].items()},
            category={
                e: arrays[f"category_{e}"].astype(np.float32) * told["scale"][e] for e in EFFECTS
            },
            category_bias={e: arrays[f"category_bias_{e}"].astype(np.float32) for e in EFFECTS},
        )
