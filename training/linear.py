"""Hashed logistic regression for the small models of rewrites: folds, fitting, writing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from traek.engine.rewriting.learned import BITS

DATA = Path(__file__).parent.parent / "src" / "traek" / "engine" / "rewriting" / "data"
FOLDS = 8

Floats = NDArray[np.float64]


def matrix(seen: Iterable[Mapping[int, float]]) -> csr_matrix:
    """A row for each thing to be judged, a column for each bucket."""
    rows, columns, amounts = [], [], []
    for row, weighed in enumerate(seen):
        rows += [row] * len(weighed)
        columns += weighed.keys()
        amounts += weighed.values()
    return csr_matrix((amounts, (rows, columns)), shape=(max(rows) + 1, 1 << BITS))


def trained(x: csr_matrix, shares: Floats, strength: float) -> LogisticRegression:
    """Logistic regression on answers between 0 (no) and 1 (yes), each row in all counted once."""
    both, sure = vstack([x, x]).tocsr(), np.r_[shares, 1 - shares]
    target = np.r_[np.ones(len(shares)), np.zeros(len(shares))]
    kept = sure > 0
    model = LogisticRegression(C=strength, max_iter=500)
    return model.fit(both[kept], target[kept], sample_weight=sure[kept])


def held_out(x: csr_matrix, shares: Floats, groups: Sequence[str], strength: float) -> Floats:
    """The score of each row by a model that was trained on other groups."""
    scores = np.zeros(len(shares))
    for train, test in GroupKFold(FOLDS).split(x, shares, groups):
        scores[test] = trained(x[train], shares[train], strength).decision_function(x[test])
    return scores


def write(name: str, model: LogisticRegression, score: float) -> None:
    """The weights of the package's model of that name; it agrees from this score on."""
    weights = model.coef_[0]
    scale = float(np.abs(weights).max() / 127)
    DATA.mkdir(exist_ok=True)
    np.savez_compressed(DATA / f"{name}.npz", weights=np.round(weights / scale).astype(np.int8))
    told = {
        "scale": scale,
        "bias": float(model.intercept_[0]),
        "threshold": round(1 / (1 + float(np.exp(-score))), 3),
    }
    (DATA / f"{name}.json").write_text(json.dumps(told, indent=2) + "\n", "utf-8")
