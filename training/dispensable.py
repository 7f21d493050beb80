"""Learn which stinging sentences a letter can do without, and say how well that is known.

    pip install -e . --group train
    python training/dispensable.py

Reads `training/dispensable.tsv`: sentences that something escalating was found in, from the letters in
`training/letters`, each judged in its paragraph: 2 when nothing but the sting is lost without it, 1 when
something small is, but the letter would sooner be sent so, 0 when it must stay. Trained on 1 and 2
against 0, the doubtful 1 with half its weight on either side. Measured by sets of letters, that is by
writer: each eighth is judged by a model that was trained on the others. Writes
`src/traek/engine/rewriting/data/dispensable.npz` and `.json`. Nothing here is random.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack, vstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from traek.audit import read_letter
from traek.engine import Engine
from traek.engine.rewriting.deletion import taken_out
from traek.engine.rewriting.dispensable import signs, words_of
from traek.engine.rewriting.facts import lost
from traek.features import CATEGORY_BITS, coarse, sentence_features
from traek.model import Finding
from traek.plugins import load_plugins
from traek.reading import Reading, Sentence
from traek.settings import Settings

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "traek" / "engine" / "rewriting" / "data"
BUCKETS = 1 << CATEGORY_BITS
FOLDS = 8
STRENGTH = 0.5
"""The inverse of how strongly weights are held back."""
LEAST_SEEN = 4
"""Signs that fewer sentences have are left out."""
WANTED = 0.83
"""How many of those taken out a reader would at least sooner send the letter without."""

Floats = NDArray[np.float64]


class Row(NamedTuple):
    """One judged sentence; `letter` is set/name, `grade` 0 to 2."""

    letter: str
    category: str
    sentence: str
    grade: int


class Judged(NamedTuple):
    """What the model sees of one judged sentence, and whether it could be taken out at all."""

    words: NDArray[np.float32]
    signs: dict[str, float]
    may_go: bool


class Witness:
    """A check that finds nothing and keeps the reading, with its sentences and their grammar."""

    name, category, needs_grammar = "training/witness", "E01", True

    def observe(self, reading: Reading) -> list[Finding]:
        """Keep the reading."""
        self.reading = reading
        return []


def rows() -> list[Row]:
    """The judged sentences of the repository."""
    with (HERE / "dispensable.tsv").open(encoding="utf-8") as file:
        read = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Row(r["brev"], r["kategori"], r["sætning"], int(r["slet"])) for r in read]


def sentences(judged: list[Row]) -> Iterator[Sentence]:
    """The sentence of each row where it stands in its letter, with grammar."""
    plugins, witness = load_plugins(), Witness()
    engine = Engine([p for p in plugins.rule_packs() if p.name == "standard"], [witness])
    letters: dict[str, list[Sentence]] = {}
    for row in judged:
        if row.letter not in letters:
            folder, name = row.letter.split("/")
            path = next((HERE / "letters" / folder / "letters").glob(f"{name}.*"))
            engine.report(read_letter(str(path), path.name, plugins.loaders, Settings()))
            letters[row.letter] = [s for block in witness.reading.sentences for s in block]
        yield next(s for s in letters[row.letter] if " ".join(s.text.split()) == row.sentence)


def rarity(found: list[Sentence]) -> NDArray[np.float32]:
    """For each bucket the logarithm of how few of the sentences have it."""
    seen = np.zeros(BUCKETS)
    for sentence in found:
        seen[np.unique(coarse(sentence_features([sentence]).buckets))] += 1
    return (np.log((len(found) + 1) / (seen + 1)) + 1).astype(np.float16).astype(np.float32)


def trained(x: csr_matrix, grades: Floats) -> LogisticRegression:
    """Logistic regression, a grade of 1 counted half as something that may go."""
    share = np.where(grades == 1, 0.75, grades / 2)
    both, sure = vstack([x, x]).tocsr(), np.r_[share, 1 - share]
    target = np.r_[np.ones(len(share)), np.zeros(len(share))]
    kept = sure > 0
    model = LogisticRegression(C=STRENGTH, max_iter=500)
    return model.fit(both[kept], target[kept], sample_weight=sure[kept])


def held_out(x: csr_matrix, grades: Floats, groups: list[str]) -> Floats:
    """The score of each row by a model that was trained on other sets of letters."""
    scores = np.zeros(len(grades))
    for train, test in GroupKFold(FOLDS).split(x, grades, groups):
        scores[test] = trained(x[train], grades[train]).decision_function(x[test])
    return scores


def main() -> None:
    """Train, measure, write."""
    judged = rows()
    found = list(sentences(judged))
    rare = rarity(found)
    words = csr_matrix(np.stack([words_of(s, rare) for s in found]))
    vectorizer = DictVectorizer()
    told = vectorizer.fit_transform(
        _common([signs(s, row.category) for s, row in zip(found, judged, strict=True)])
    )
    x = hstack([words, told]).tocsr()
    grades = np.array([row.grade for row in judged], float)
    scores = held_out(x, grades, [row.letter.split("/")[0] for row in judged])
    may_go = np.array([_may_go(s) for s in found])
    print(f"{len(judged)} sentences; {may_go.sum()} could be taken out")
    for least in (1, 2):
        print(f"AUC of {least} and up: {roc_auc_score(grades >= least, scores):.3f}")
    order = np.argsort(-scores[may_go])
    sorted_grades, sorted_scores = grades[may_go][order], scores[may_go][order]
    sooner = np.cumsum(sorted_grades >= 1) / np.arange(1, len(order) + 1)
    count = int(np.flatnonzero(sooner >= WANTED)[-1]) + 1
    for n in sorted({count, *range(100, len(order), 200)}):
        print(
            f"  the {n} surest ({n / len(order):.0%}): nothing lost {np.mean(sorted_grades[:n] == 2):.2f}, "
            f"sooner sent without {sooner[n - 1]:.2f}, score {sorted_scores[n - 1]:.2f}"
        )
    model = trained(x, grades)
    weights = model.coef_[0]
    scale = float(np.abs(weights[:BUCKETS]).max() / 127)
    DATA.mkdir(exist_ok=True)
    np.savez_compressed(
        DATA / "dispensable.npz",
        rarity=rare.astype(np.float16),
        weight=np.round(weights[:BUCKETS] / scale).astype(np.int8),
    )
    signed = dict(zip(vectorizer.get_feature_names_out(), weights[BUCKETS:], strict=True))
    shipped = {
        "scale": scale,
        "bias": float(model.intercept_[0]),
        "threshold": round(1 / (1 + float(np.exp(-sorted_scores[count - 1]))), 3),
        "signs": {sign: round(float(w), 4) for sign, w in signed.items() if abs(w) > 0.005},
    }
    (DATA / "dispensable.json").write_text(
        json.dumps(shipped, ensure_ascii=False, indent=0) + "\n", "utf-8"
    )


def _common(told: list[dict[str, float]]) -> list[dict[str, float]]:
    """The signs without those that hardly any sentence has."""
    seen = Counter(sign for each in told for sign in each)
    return [{sign: n for sign, n in each.items() if seen[sign] >= LEAST_SEEN} for each in told]


def _may_go(sentence: Sentence) -> bool:
    """Whether it holds no figure, date or name, and is no paragraph of its own."""
    change = taken_out(sentence)
    if change is None or change.span == (0, len(sentence.block.text)):
        return False
    return lost(sentence, [], [change.span]) is None


if __name__ == "__main__":
    main()
