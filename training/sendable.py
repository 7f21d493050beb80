"""Learn which rewrites a writer would send as they stand, and say how well that is known.

    pip install -e . --group train
    python training/sendable.py

Reads `docs/rewrites/sample.tsv`, what blind readers said of rewrites, without paragraphs to add and
sentences taken out whole. Half of the answer is whether they would send it, half whether it is good
Danish with facts and sense kept. Measured by letters: each eighth is judged by a model that was trained
on the others. Writes `src/traek/engine/rewriting/data/sendable.*`. Nothing here is random.
"""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
from linear import held_out, matrix, trained, write  # type: ignore[import-not-found]
from sklearn.metrics import roc_auc_score

from traek.engine.rewriting.sendable import seen

HERE = Path(__file__).parent
STRENGTH = 0.5
"""The inverse of how strongly weights are held back."""
KEPT = 0.80
"""How many of the rewrites judged are offered still, the likeliest first."""
FIRST = 301
"""The first row whose reader was asked in the same words as all later ones."""


def main() -> None:
    """Train, measure, write."""
    with (HERE.parent / "docs" / "rewrites" / "sample.tsv").open(encoding="utf-8") as file:
        read = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        rows = [r for r in read if r["slags"] != "add" and r["efter"] and int(r["nr"]) >= FIRST]
    x = matrix(seen(r["før"], r["efter"], [r["regel"]]) for r in rows)
    sent = np.array([float(r["sendes"]) for r in rows])
    right = np.array([float(r["dansk"]) * float(r["fakta"]) for r in rows])
    shares = (sent + right) / 2
    scores = held_out(x, shares, [r["brev"] for r in rows], STRENGTH)
    print(f"{len(rows)} rewrites; AUC sent {roc_auc_score(sent, scores):.3f}, ", end="")
    print(f"good Danish with facts and sense kept {roc_auc_score(right, scores):.3f}")
    order = np.argsort(-scores)
    for share in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5):
        best = order[: int(share * len(rows))]
        print(
            f"  the likeliest {share:.0%}: sent {sent[best].mean():.2f}, both {right[best].mean():.2f}, "
            f"score {scores[best[-1]]:.2f}"
        )
    write("sendable", trained(x, shares, STRENGTH), scores[order[int(KEPT * len(rows)) - 1]])


if __name__ == "__main__":
    main()
