"""Train the second reader from the annotated letters in `training/letters`, and say how it does.

    pip install -e . --group train
    python training/reader.py [--also FOLDER ...]

`--also` takes further sets in the same form that are not in the repository. All sets are trained on,
but calibration and figures come from the sets in `UNREAD` alone: rules were written from
most others, and find more there than they will elsewhere. Letters are split by set, that is by writer,
never by sentence: each eighth of the sets is scored by a first look that was trained on the others, the
second look at it by trees that were trained on the others' scores, and those give the
calibration. Both looks are then trained on all sets and written to `src/traek/second_reader/data`.
`tests/letters` is never trained on. The same letters and rules give the same weights: nothing here is
random.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from traek.audit import read_letter
from traek.engine import Engine
from traek.evaluation.gold import located, read_gold
from traek.features import BITS, CATEGORY_BITS, Features, coarse
from traek.model import Finding
from traek.plugins import load_plugins
from traek.reading import Reading
from traek.second_reader.features import Key, letter_features
from traek.second_reader.reader import DOUBT, is_open, worth_reading
from traek.second_reader.surroundings import Seen, surroundings
from traek.second_reader.trees import Trees
from traek.second_reader.weights import EFFECTS
from traek.settings import Settings

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "traek" / "second_reader" / "data"
UNREAD = {
    "E": ("ah", "ai", "aj", "ak", "al", "am", "an", "ao", "ap", "aq"),
    "D": ("v", "w", "y", "z", "aa", "ab", "ac", "ad", "ae", "af", "ag"),
}
"""The sets that each effect is calibrated and measured on.

No rule was written or counted from the first. Their writers held up refusals and duties with their
ground as near misses of tryk, and often left the ground itself, which is træk, unmarked.
"""
COUNTED = ("p", "q", "r", "s", "t", "u")
"""The sets whose writers had a number of marks to reach: what went beyond it may stand unmarked."""
WEIGHT_OF_COUNTED = 0.7
FOLDS = 8
THRESHOLDS = dict.fromkeys(EFFECTS, DOUBT)
"""The probability from which the reader speaks: where it is sooner right than wrong.

Rules and reader together are right eight times in ten from here, on average over letters of other hands
than those it learned from (`tests/letters`); on the sets here they are right more often.
"""
TREES = {"max_iter": 200, "learning_rate": 0.035, "max_depth": 4, "min_samples_leaf": 60}
STRENGTH, STRENGTH_OF_CATEGORIES = 1.5, 10.0
LEAST_OF_A_CATEGORY = 5


@dataclass(frozen=True)
class Row:
    """A sentence: its set of letters, its letter, its features, what annotators and rules marked.

    `features` are the one row of it. `worth` tells whether the reader would read it at all.
    """

    letters: str
    letter: str
    features: Features
    gold: frozenset[str]
    rules: frozenset[str]
    shielded: bool
    words: int
    worth: bool


class Witness:
    """A check that finds nothing and keeps what it was shown."""

    name, category, needs_grammar = "training/witness", "E01", True
    reading: Reading

    def observe(self, reading: Reading) -> Iterable[Finding]:
        """Nothing."""
        self.reading = reading
        return ()


def rows_of(folder: Path, engine: Engine, witness: Witness) -> list[Row]:
    """The sentences of one set of annotated letters."""
    loaders, rows = load_plugins().loaders, []
    for letter in read_gold(folder):
        document = read_letter(str(letter.path), letter.file, loaders, Settings())
        engine.report(document)
        reading = witness.reading
        gold: dict[Key, set[str]] = {}
        for mark in letter.marks:
            if (place := located(mark, document)) is None:
                continue
            block, span = place
            for number, sentence in enumerate(reading.sentences[block]):
                if sentence.touches(span):
                    gold.setdefault((block, number), set()).add(mark.category)
        keys, features = letter_features(reading)
        for number, key in enumerate(keys):
            sentence = reading.sentences[key[0]][key[1]]
            rows.append(
                Row(
                    folder.name,
                    f"{folder.name}/{letter.file}",
                    features.alone(number),
                    frozenset(gold.get(key, ())),
                    reading.marked.get(key, frozenset()),
                    key in reading.shielded,
                    len(sentence.words),
                    worth_reading(reading, key[0], sentence),
                )
            )
    return rows


def columns_of(rows: list[Row]) -> Features:
    """The rows' features, one under the other."""
    numbers = np.repeat(np.arange(len(rows)), [len(row.features.rows) for row in rows])
    groups, buckets, counts = (
        np.concatenate([getattr(row.features, name) for row in rows])
        for name in ("groups", "buckets", "counts")
    )
    return Features(len(rows), numbers, groups, buckets, counts)


def rarity_of(rows: list[Row]) -> np.ndarray:
    """The weight of each bucket by how few sentences have it (smoothed inverse frequency)."""
    frequency = np.zeros(1 << BITS)
    for row in rows:
        frequency[np.unique(row.features.buckets)] += 1
    return (np.log((1 + len(rows)) / (1 + frequency)) + 1).astype(np.float16)


def matrix(rows: list[Row], rarity: np.ndarray) -> csr_matrix:
    """The rows' vectors, one under the other."""
    features = columns_of(rows)
    values = features.values(rarity.astype(np.float64))
    places = (features.rows, features.buckets)
    return csr_matrix((values.astype(np.float32), places), shape=(len(rows), 1 << BITS))


def has(categories: frozenset[str], effect: str) -> bool:
    """Whether any of the categories is of the effect."""
    return any(category.startswith(effect) for category in categories)


def labels_of(rows: list[Row], effect: str) -> np.ndarray:
    """For each row whether an annotator marked it with the effect."""
    return np.array([has(row.gold, effect) for row in rows])


def weights_of(rows: list[Row], effect: str) -> np.ndarray:
    """How much each row counts in training.

    In a set of `COUNTED`, a sentence that a rule marks and the annotator does not counts nothing.
    """
    return np.array(
        [
            1.0
            if row.letters not in COUNTED
            else WEIGHT_OF_COUNTED * (has(row.gold, effect) or not has(row.rules, effect))
            for row in rows
        ]
    )


def train(features: csr_matrix, rows: list[Row], effect: str) -> LogisticRegression:
    """The linear model; deterministic."""
    weights = weights_of(rows, effect)
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    return model.fit(features, labels_of(rows, effect), sample_weight=weights)


def folds(rows: list[Row]) -> Iterator[np.ndarray]:
    """Which rows stand outside, fold by fold; a set of letters is never divided."""
    names = sorted({row.letters for row in rows})
    for number in range(FOLDS):
        outside = set(names[number::FOLDS])
        yield np.array([row.letters in outside for row in rows])


def held_out_scores(rows: list[Row]) -> dict[str, np.ndarray]:
    """For each effect and row the score of a first look that was trained on other sets."""
    scores = {effect: np.zeros(len(rows)) for effect in EFFECTS}
    for outside in folds(rows):
        others = [row for row, out in zip(rows, outside, strict=True) if not out]
        rarity = rarity_of(others)
        features = matrix(others, rarity)
        mine = matrix([row for row, out in zip(rows, outside, strict=True) if out], rarity)
        for effect, known in scores.items():
            known[outside] = train(features, others, effect).decision_function(mine)
    return scores


def placed(rows: list[Row], scores: dict[str, np.ndarray]) -> np.ndarray:
    """The numbers of the second look for each row, letter by letter."""
    pieces = []
    for _, group in groupby(enumerate(rows), key=lambda pair: pair[1].letter):
        seen = [
            Seen(
                (float(scores["E"][place]), float(scores["D"][place])),
                (has(row.rules, "E"), has(row.rules, "D")),
                row.words,
            )
            for place, row in group
        ]
        pieces.append(surroundings(seen))
    return np.concatenate(pieces)


def grow(numbers: np.ndarray, rows: list[Row], effect: str) -> HistGradientBoostingClassifier:
    """The second look; deterministic."""
    model = HistGradientBoostingClassifier(
        **TREES, l2_regularization=5.0, early_stopping=False, random_state=0
    )
    weights = weights_of(rows, effect)
    return model.fit(numbers, labels_of(rows, effect), sample_weight=weights)


def held_out_trees(rows: list[Row], numbers: np.ndarray, effect: str) -> np.ndarray:
    """For each row the second look's score, trained on other sets."""
    scores = np.zeros(len(rows))
    for outside in folds(rows):
        others = [row for row, out in zip(rows, outside, strict=True) if not out]
        model = grow(numbers[~outside], others, effect)
        scores[outside] = model.decision_function(numbers[outside])
    return scores


def plain(model: HistGradientBoostingClassifier) -> Trees:
    """The trees as arrays that numpy alone can follow."""
    grown = [tree[0].nodes for tree in model._predictors]  # noqa: SLF001  no public way out
    shape = (len(grown), max(map(len, grown)))
    feature, left, right = (np.zeros(shape, np.uint8) for _ in range(3))
    limit, value = (np.zeros(shape, np.float64) for _ in range(2))
    for number, nodes in enumerate(grown):
        own = np.arange(len(nodes))
        leaf, end = nodes["is_leaf"].astype(bool), len(nodes)
        feature[number, :end] = np.where(leaf, 0, nodes["feature_idx"])
        left[number, :end] = np.where(leaf, own, nodes["left"])
        right[number, :end] = np.where(leaf, own, nodes["right"])
        limit[number, :end] = np.where(leaf, 0.0, nodes["num_threshold"])
        value[number, :end] = np.where(leaf, nodes["value"], 0.0)
    start = float(model._baseline_prediction.ravel()[0])  # noqa: SLF001
    depth = int(max(nodes["depth"].max() for nodes in grown))
    return Trees(feature, limit, left, right, value, start, depth)


def told(row: Row, likely: Mapping[str, float]) -> set[str]:
    """The effects that rules found in the sentence and that the reader does not doubt."""
    return {e for e in EFFECTS if has(row.rules, e) and not (row.worth and likely[e] < DOUBT)}


def figures_of(rows: list[Row], effect: str, likely: dict[str, np.ndarray]) -> dict[str, float]:
    """Precision and recall of rules, of those that the reader believes, of what it adds, and together."""
    gold = labels_of(rows, effect)
    left = [told(row, {e: likely[e][n] for e in EFFECTS}) for n, row in enumerate(rows)]
    rules = np.array([effect in each for each in left])
    free = np.array(
        [
            row.worth and is_open(effect, each, shielded=row.shielded)
            for row, each in zip(rows, left, strict=True)
        ]
    )
    added = (likely[effect] >= THRESHOLDS[effect]) & free
    figures = {}
    alone = np.array([has(row.rules, effect) for row in rows])
    for name, found in (
        ("rules", alone),
        ("believed", rules),
        ("reader", added),
        ("together", rules | added),
    ):
        figures[f"{name} precision"] = round(float((found & gold).sum() / max(1, found.sum())), 3)
        figures[f"{name} recall"] = round(float((found & gold).sum() / gold.sum()), 3)
    return figures


def reliability(likely: np.ndarray, gold: np.ndarray) -> list[list[float]]:
    """Ten bins: mean probability, share annotated, number of sentences."""
    bins = np.minimum((likely * 10).astype(int), 9)
    return [
        [
            round(float(likely[bins == n].mean()), 3),
            round(float(gold[bins == n].mean()), 3),
            int((bins == n).sum()),
        ]
        for n in range(10)
        if (bins == n).any()
    ]


def categories(
    rows: list[Row], features: csr_matrix, effect: str
) -> tuple[list[str], np.ndarray, np.ndarray]:
    """The categories of an effect, a weight for each bucket and category, and the biases."""
    picked, names = [], []
    for number, row in enumerate(rows):
        for category in sorted(row.gold):
            if category.startswith(effect):
                picked.append(number)
                names.append(category)
    common = {name for name, count in Counter(names).items() if count >= LEAST_OF_A_CATEGORY}
    keep = [n for n, name in enumerate(names) if name in common]
    found = features[[picked[n] for n in keep]].tocoo()
    found = csr_matrix(
        (found.data, (found.row, coarse(found.col))), shape=(len(keep), 1 << CATEGORY_BITS)
    )
    labels = [names[n] for n in keep]
    model = LogisticRegression(C=STRENGTH_OF_CATEGORIES, max_iter=3000)
    model.fit(found, labels)
    return list(model.classes_), model.coef_, model.intercept_


@dataclass(frozen=True)
class Judgement:
    """How a held-out reader does with one effect: calibration and the figures."""

    slopes: tuple[float, ...]
    figures: dict[str, float]
    reliability: list[list[float]]


def calibrated(
    rows: list[Row], effect: str, scores: np.ndarray
) -> tuple[tuple[float, ...], np.ndarray]:
    """What each look counts, and the offset; and the probability for each row, 0 where none is read.

    `scores` are both looks' at those worth reading.
    """
    worth = np.array([row.worth for row in rows])
    line = LogisticRegression(C=1e6).fit(scores, labels_of(rows, effect)[worth])
    likely = np.zeros(len(rows))
    likely[worth] = line.predict_proba(scores)[:, 1]
    return (*map(float, line.coef_[0]), float(line.intercept_[0])), likely


def judged(rows: list[Row], effect: str, scores: dict[str, np.ndarray]) -> Judgement:
    """The judgement over rows of unread sets; `scores` are both looks' at those worth reading."""
    both = {each: calibrated(rows, each, scores[each]) for each in EFFECTS}
    likely = {each: found for each, (_, found) in both.items()}
    figures = figures_of(rows, effect, likely)
    worth = np.array([row.worth for row in rows])
    bins = reliability(likely[effect][worth], labels_of(rows, effect)[worth])
    return Judgement(both[effect][0], figures, bins)


def learn(
    read: list[Row], features: csr_matrix, numbers: np.ndarray, effect: str
) -> tuple[dict[str, np.ndarray], dict[str, object]]:
    """Both looks and the categories of one effect, trained on all: arrays, and what is told."""
    model, grown = train(features, read, effect), grow(numbers, read, effect)
    trees = plain(grown)
    if not np.allclose(trees.scores(numbers), grown.decision_function(numbers)):
        raise AssertionError(f"the trees for {effect} say something else as plain arrays")
    names, weights, biases = categories(read, features, effect)
    scale = float(np.abs(weights).max() / 127)
    parts = ("feature", "limit", "left", "right", "value")
    arrays = {f"tree_{part}_{effect}": getattr(trees, part) for part in parts}
    arrays[f"effect_{effect}"] = model.coef_[0].astype(np.float16)
    arrays[f"category_{effect}"] = np.round(weights / scale).astype(np.int8)
    arrays[f"category_bias_{effect}"] = biases.astype(np.float32)
    told: dict[str, object] = {
        "bias": float(model.intercept_[0]),
        "trees": {"start": trees.start, "depth": trees.depth},
        "categories": names,
        "scale": scale,
    }
    return arrays, told


def write(out: Path, arrays: dict[str, np.ndarray], told: dict[str, dict[str, object]]) -> None:
    """Put the weights in their place, whole or not at all."""
    out.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(out / "new.npz", **arrays)
    (out / "new.npz").replace(out / "weights.npz")
    text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    (out / "reader.json").write_text(text, "utf-8")
    size = sum(path.stat().st_size for path in out.iterdir())
    print(f"{size / 1e6:.1f} MB written")


def main() -> None:
    """Train, write, and print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--letters", type=Path, default=HERE / "letters")
    parser.add_argument("--also", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, default=DATA)
    options = parser.parse_args()
    witness, plugins = Witness(), load_plugins()
    packs = [pack for pack in plugins.rule_packs() if pack.name == "standard"]
    engine = Engine(packs, [witness])
    sets = [*sorted(p.parent for p in options.letters.glob("*/letters")), *options.also]
    everything = [row for folder in sets for row in rows_of(folder, engine, witness)]
    read = [row for row in everything if row.worth]
    rarity = rarity_of(read)
    arrays: dict[str, np.ndarray] = {"rarity": rarity}
    about: dict[str, dict[str, object]] = defaultdict(dict)
    marked: dict[str, object] = {}
    features, first = matrix(read, rarity), held_out_scores(read)
    numbers = placed(read, first)
    second = {effect: held_out_trees(read, numbers, effect) for effect in EFFECTS}
    for effect in EFFECTS:
        rows = [row for row in everything if row.letters in UNREAD[effect]]
        unread = np.array([row.letters in UNREAD[effect] for row in read])
        scores = {e: np.stack([first[e], second[e]], axis=1)[unread] for e in EFFECTS}
        judgement = judged(rows, effect, scores)
        marked[effect] = sum(has(row.gold, effect) for row in rows)
        learnt, known = learn(read, features, numbers, effect)
        arrays |= learnt
        known |= {"calibration": judgement.slopes, "thresholds": THRESHOLDS[effect]}
        known |= {"figures": judgement.figures, "reliability": judgement.reliability}
        for name, value in known.items():
            about[name][effect] = value
        print(effect, judgement.figures)
    about["letters"] = {folder.name: len(read_gold(folder)) for folder in sets}
    about["sentences"] = {"all": len(everything), **marked}
    write(options.out, arrays, about)


if __name__ == "__main__":
    main()
