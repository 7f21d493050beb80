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

        count, width = self.feature.shape
        roots = np.arange(count) * width
        lines = np.arange(len(rows))[:, None] * rows.shape[1]
        node = np.broadcast_to(roots, (len(rows), count))
        for _ in range(self.depth):
            seen = rows.take(lines + self.feature.take(node))
            low = seen <= self.limit.take(node)
            node = roots + np.where(low, self.left.take(node), self.right.take(node))
        summed: NDArray[np.float64] = self.value.take(node).sum(axis=1) + self.start
        return summed
