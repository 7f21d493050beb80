"""Small decision trees, summed: what the second look at a sentence is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees as arrays of one shape, (trees, nodes); node 0 is the root, a leaf leads to itself.

    A node sends a row to `left` where the row's number `feature` is at most `limit`, else to
    `right`. `value` is what a leaf adds, `start` where the sum begins, `depth` the longest way
    from a root to a leaf.
    """

    feature: NDArray[np.uint8]
    limit: NDArray[np.float64]
    left: NDArray[np.uint8]
    right: NDArray[np.uint8]
    value: NDArray[np.float64]
    start: float
    depth: int

    def scores(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """The sum over all trees for each row, before calibration."""
        import numpy as np  # noqa: PLC0415  only when there is a letter to read

        trees = np.arange(len(self.feature))
        lines = np.arange(len(rows))[:, None]
        node = np.zeros((len(rows), len(trees)), dtype=np.intp)
        for _ in range(self.depth):
            low = rows[lines, self.feature[trees, node]] <= self.limit[trees, node]
            node = np.where(low, self.left[trees, node], self.right[trees, node])
        summed: NDArray[np.float64] = self.value[trees, node].sum(axis=1) + self.start
        return summed
