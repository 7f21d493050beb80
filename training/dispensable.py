"""Learn which stinging sentences a letter can do without, and say how well that is known.

    pip install -e . --group train
    python training/dispensable.py

Reads `training/dispensable.tsv`: sentences that something escalating was found in, from the letters in
`training/letters`, each judged in its paragraph: 2 when nothing but the sting is lost without it, 1 when
something small is, but the letter would sooner be sent so, 0 when it must stay. A 1 counts as three
quarters of a yes. `training/last_clauses.tsv` says the same of last clauses. Measured by sets of letters, that is by writer: each eighth is judged by a model that
was trained on the others. Writes `src/traek/engine/rewriting/data/`. Nothing here is random.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from linear import held_out, matrix, trained, write  # type: ignore[import-not-found]
from sklearn.metrics import roc_auc_score

from traek.audit import read_letter
from traek.engine import Engine
from traek.engine.rewriting import dispensable, tails
from traek.engine.rewriting.deletion import taken_out
from traek.engine.rewriting.facts import lost
from traek.model import Finding
from traek.plugins import load_plugins
from traek.reading import Reading, Sentence
from traek.settings import Settings

HERE = Path(__file__).parent
STRENGTH = 0.5
"""The inverse of how strongly weights are held back."""
SHARE = {0: 0.0, 1: 0.75, 2: 1.0}
WANTED = 0.80
"""How many of those taken out a reader would at least sooner send the letter without."""
WANTED_OF_CLAUSES = 0.75
"""The same of last clauses."""


class Row(NamedTuple):
    """One judged sentence; `letter` is set/name, `grade` 0 to 2.

    `how` is what the reader would do: S leave it out, D leave a part out, O reword it (both give
    `better`), B keep it.
    """

    letter: str
    category: str
    sentence: str
    grade: int
    how: str
    better: str


class Witness:
    """A check that finds nothing and keeps the reading, with its sentences and their grammar."""

    name, category, needs_grammar = "training/witness", "E01", True

    def observe(self, reading: Reading) -> list[Finding]:
        """Keep the reading."""
        self.reading = reading
        return []


def rows(name: str = "dispensable.tsv") -> list[Row]:
    """The judged sentences of the repository; of last clauses `better` is the sentence without."""
    with (HERE / name).open(encoding="utf-8") as file:
        read = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    if "kort" in read[0]:
        read = [r | {"slet": r["grad"], "hvordan": "", "bedst": r["kort"]} for r in read]
    return [
        Row(r["brev"], r["kategori"], r["sætning"], int(r["slet"]), r["hvordan"], r["bedst"])
        for r in read
    ]


def sentences(judged: list[Row]) -> Iterator[Sentence]:
    """The sentence of each row where it stands in its letter, with grammar."""
    plugins, witness = load_plugins(), Witness()
    engine = Engine([], [witness])
    letters: dict[str, list[Sentence]] = {}
    for row in judged:
        if row.letter not in letters:
            folder, name = row.letter.split("/")
            path = next((HERE / "letters" / folder / "letters").glob(f"{name}.*"))
            engine.report(read_letter(str(path), path.name, plugins.loaders, Settings()))
            letters[row.letter] = [s for block in witness.reading.sentences for s in block]
        yield next(s for s in letters[row.letter] if " ".join(s.text.split()) == row.sentence)


def main() -> None:
    """Train, measure, write: whole sentences first, then last clauses."""
    judged = rows()
    found = list(zip(judged, sentences(judged), strict=True))
    _whole_sentences(found)
    _last_clauses(found)


def _whole_sentences(found: list[tuple[Row, Sentence]]) -> None:
    x = matrix(dispensable.seen(sentence, row.category) for row, sentence in found)
    grades = np.array([row.grade for row, _ in found])
    shares = np.array([SHARE[row.grade] for row, _ in found])
    scores = held_out(x, shares, [_set(row) for row, _ in found], STRENGTH)
    may_go = np.array([_may_go(sentence) for _, sentence in found])
    print(f"{len(found)} sentences; {may_go.sum()} could be taken out")
    for least in (1, 2):
        print(f"AUC of {least} and up: {roc_auc_score(grades >= least, scores):.3f}")
    order = np.argsort(-scores[may_go])
    grades, scores = grades[may_go][order], scores[may_go][order]
    sooner = np.cumsum(grades >= 1) / np.arange(1, len(order) + 1)
    count = int(np.flatnonzero(sooner >= WANTED)[-1]) + 1
    for n in sorted({count, *range(100, len(order), 200)}):
        print(
            f"  the {n} surest ({n / len(order):.0%}): nothing lost {np.mean(grades[:n] == 2):.2f}, "
            f"sooner sent without {sooner[n - 1]:.2f}, score {scores[n - 1]:.2f}"
        )
    write("dispensable", trained(x, shares, STRENGTH), scores[count - 1])


def _last_clauses(found: list[tuple[Row, Sentence]]) -> None:
    """Measured on the clauses that were judged as such.

    Learned too from the other sentences: there a clause may go where the reader wrote just what is left.
    Those that the reader would leave out whole say nothing of it.
    """
    judged = rows("last_clauses.tsv")
    clauses = [
        (row, comma, sentence, SHARE[row.grade])
        for row, sentence in zip(judged, sentences(judged), strict=True)
        for comma in tails.commas(sentence)
        if _is_what_is_left(row, sentence, comma)
    ]
    direct = len(clauses)
    clauses += [
        (row, comma, sentence, float(_is_what_is_left(row, sentence, comma)))
        for row, sentence in found
        if row.how != "S"
        for comma in tails.commas(sentence)
    ]
    x = matrix(tails.seen(sentence, comma, row.category) for row, comma, sentence, _ in clauses)
    shares = np.array([share for *_, share in clauses])
    scores = held_out(x, shares, [_set(row) for row, *_ in clauses], STRENGTH)[:direct]
    grades = np.array([row.grade for row, *_ in clauses[:direct]])
    order = np.argsort(-scores)
    sooner = np.cumsum(grades[order] >= 1) / np.arange(1, direct + 1)
    count = int(np.flatnonzero(sooner >= WANTED_OF_CLAUSES)[-1]) + 1
    print(f"{direct} last clauses; AUC of 1 and up: {roc_auc_score(grades >= 1, scores):.3f}")
    for n in sorted({count, *range(20, 301, 40)}):
        print(
            f"  the {n} surest: nothing lost {np.mean(grades[order[:n]] == 2):.2f}, "
            f"sooner sent without {sooner[n - 1]:.2f}, score {scores[order[n - 1]]:.2f}"
        )
    write("tail", trained(x, shares, STRENGTH), scores[order[count - 1]])


def _is_what_is_left(row: Row, sentence: Sentence, comma: int) -> bool:
    left = sentence.block.text[sentence.starts[0] : sentence.ends[comma - 1]]
    return re.findall(r"\w+", left.lower()) == re.findall(r"\w+", row.better.lower())


def _set(row: Row) -> str:
    return row.letter.split("/")[0]


def _may_go(sentence: Sentence) -> bool:
    """Whether it holds no figure, date or name, and is no paragraph of its own."""
    change = taken_out(sentence)
    if change is None or change.span == (0, len(sentence.block.text)):
        return False
    return lost(sentence, [], [change.span]) is None


if __name__ == "__main__":
    main()
