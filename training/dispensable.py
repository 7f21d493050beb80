"""Learn which stinging sentences a letter can do without, and say how well that is known.

    pip install -e . --group train
    python training/dispensable.py

Reads `training/dispensable.tsv`: sentences that something escalating was found in, from the letters in
`training/letters`, each judged in its paragraph: 2 when nothing but the sting is lost without it, 1 when
something small is, but the letter would sooner be sent so, 0 when it must stay (`slet`), and what the
reader would do (`hvordan`: S leave it out, D leave a part out, O reword it, B keep it; `bedst`).
`training/left_out.tsv` holds sentences that a first model chose to leave out, judged blind as rewrites are;
`training/last_clauses.tsv` grades last clauses as sentences are graded. `training/graded_later.tsv` grades
sentences without a rewrite in letters that came after the models, found by a rule or by the second
reader alone (`fundet`); nothing is learned from it, and what the model says is held against it. Measured by sets of letters, that
is by writer: each eighth is judged by a model that was trained on the others. Writes
`src/traek/engine/rewriting/data/`. Nothing here is random.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from linear import held_out, matrix, trained, write  # type: ignore[import-not-found]
from reader import Witness  # type: ignore[import-not-found]
from sklearn.metrics import roc_auc_score

from traek.audit import read_letter
from traek.engine import Engine
from traek.engine.rewriting import dispensable, tails
from traek.engine.rewriting.learned import learned
from traek.plugins import load_plugins
from traek.reading import Sentence
from traek.settings import Settings

HERE = Path(__file__).parent
STRENGTH = 0.2
"""The inverse of how strongly weights are held back."""
SHARE = {0: 0.0, 1: 0.5, 2: 1.0}
THRESHOLD = 0.75
"""The probability from which a sentence may go, whoever would strike it: there blind readers found the facts
whole in nearly nine of ten, below in six (`struck`)."""
VERDICTS = HERE.parent / "docs" / "rewrites" / "sample.tsv"
WANTED_OF_CLAUSES = 0.75
"""How many of the last clauses taken out a reader would at least sooner send the letter without."""


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
    for row in judged:
        folder, name = row.letter.split("/")
        path = next((HERE / "letters" / folder / "letters").glob(f"{name}.*"))
        yield next(s for s in _read(path) if " ".join(s.text.split()) == row.sentence)


@cache
def _read(path: Path) -> list[Sentence]:
    """The sentences of a letter, with grammar."""
    engine, witness = _engine()
    engine.report(read_letter(str(path), path.name, load_plugins().loaders, Settings()))
    return [sentence for block in witness.reading.sentences for sentence in block]


@cache
def _engine() -> tuple[Engine, Witness]:
    witness = Witness()
    return Engine([], [witness]), witness


def main() -> None:
    """Train, measure, write: whole sentences first, then last clauses."""
    judged = rows()
    found = list(zip(judged, sentences(judged), strict=True))
    _whole_sentences(found)
    _later()
    struck()
    _last_clauses(found)


def _whole_sentences(found: list[tuple[Row, Sentence]]) -> None:
    """Learned from what was judged before the model chose, and after; measured on the last alone.

    Only sentences that it had not learned from when it chose them tell how it does.
    """
    chosen = _judged()
    known = {(row.letter, row.sentence) for row, _ in found}
    rows = [row for row, *_ in chosen] + [row for row, _ in found]
    read = list(sentences(rows[: len(chosen)])) + [sentence for _, sentence in found]
    x = matrix(dispensable.seen(s, row.category) for row, s in zip(rows, read, strict=True))
    sent, right = (np.array([each[n] for each in chosen]) for n in (1, 2))
    shares = np.r_[(sent + right) / 2, [SHARE[row.grade] for row, _ in found]]
    scores = held_out(x, shares, [_set(row) for row in rows], STRENGTH)
    grades = np.array([row.grade for row, _ in found])
    for least in (1, 2):
        area = roc_auc_score(grades >= least, scores[len(chosen) :])
        print(f"{len(found)} sentences; AUC of {least} and up: {area:.3f}")
    new = [
        n for n, row in enumerate(rows[: len(chosen)]) if (row.letter, row.sentence) not in known
    ]
    order = np.array(new)[np.argsort(-scores[new])]
    print(f"{len(order)} others that an earlier model chose:")
    for share in (0.2, 0.4, 0.6, 0.8, 1.0):
        best = order[: int(share * len(order))]
        print(
            f"  the surest {share:.0%}: sent without {sent[best].mean():.2f}, "
            f"nothing lost {right[best].mean():.2f}, score {scores[best[-1]]:.2f}"
        )
    write("dispensable", trained(x, shares, STRENGTH), np.log(THRESHOLD / (1 - THRESHOLD)))


def _later() -> None:
    """How the model does on sentences that were graded later, by who found them."""
    with (HERE / "graded_later.tsv").open(encoding="utf-8") as file:
        read = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    judged = rows("graded_later.tsv")
    model = learned("dispensable")
    likely = np.array(
        [
            model.likelihood(dispensable.seen(sentence, row.category))
            for row, sentence in zip(judged, sentences(judged), strict=True)
        ]
    )
    grades = np.array([row.grade for row in judged])
    for who in ("regel", "medlæser"):
        mine = np.array([row["fundet"] == who for row in read])
        area = roc_auc_score(grades[mine] >= 1, likely[mine])
        print(f"{mine.sum()} graded later, found by {who}: AUC of 1 and up {area:.3f}")
        for least in (0.5, 0.6, 0.7, 0.8, 0.85):
            sure = mine & (likely >= least)
            print(
                f"  from {least}: {sure.sum()}, nothing lost {np.mean(grades[sure] == 2):.2f}, "
                f"sooner sent without {np.mean(grades[sure] >= 1):.2f}"
            )


def struck() -> None:
    """What blind readers said of sentences that were struck whole, by how likely they may go.

    All published verdicts on such rewrites, of whatever made them, but for sentences that were learned from.
    """
    rules = {rule.id: rule for pack in load_plugins().rule_packs(()) for rule in pack.rules}
    model = learned("dispensable")
    learnt = {(row.letter, row.sentence) for row in rows()}
    with VERDICTS.open(encoding="utf-8") as file:
        told = [r for r in csv.DictReader(file, delimiter="\t") if r["slags"] == "delete"]
    found: list[tuple[float, bool, bool]] = []
    for each in (r for r in told if r["regel"] in rules):
        folder, name = each["brev"].split("/")
        homes = (HERE.parent / "tests" / "letters", HERE / "letters")
        paths = [path for home in homes for path in (home / folder / "letters").glob(f"{name}.*")]
        for sentence in (s for path in paths for s in _read(path)):
            text = " ".join(sentence.text.split())
            if (each["brev"], text) not in learnt and _gone(text, each):
                seen = dispensable.seen(sentence, rules[each["regel"]].category)
                right = each["dansk"] == each["fakta"] == "1"
                found.append((model.likelihood(seen), right, each["sendes"] == "1"))
                break
    likely, right, sent = (np.array(column, float) for column in zip(*found, strict=True))
    print(f"{len(found)} sentences that were struck whole:")
    for least, below in ((0.0, 0.6), (0.6, 0.7), (0.7, THRESHOLD), (THRESHOLD, 0.85), (0.85, 1.0)):
        mine = (least <= likely) & (likely < below)
        print(
            f"  from {least} to {below}: {mine.sum()}, right {right[mine].mean():.2f}, sent {sent[mine].mean():.2f}"
        )
    for name, mine in (("passed", likely >= THRESHOLD), ("others", likely < THRESHOLD)):
        print(
            f"  {name}: {mine.sum()}, right {right[mine].mean():.2f}, sent {sent[mine].mean():.2f}"
        )


def _gone(text: str, verdict: dict[str, str]) -> bool:
    """Whether the sentence, and nothing else, is what the judged rewrite took out."""
    before, after = (" ".join(verdict[side].split()) for side in ("før", "efter"))
    only = abs(len(before) - len(after) - len(text)) <= len("  ")
    return only and text in before and text not in after


def _judged() -> list[tuple[Row, float, float]]:
    """What a model chose to leave out, each with whether it would be sent so, and whether it is right."""
    with (HERE / "left_out.tsv").open(encoding="utf-8") as file:
        return [
            (
                Row(r["brev"], r["kategori"], r["sætning"], 0, "", ""),
                float(r["sendes"]),
                float(r["dansk"]) * float(r["fakta"]),
            )
            for r in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


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


if __name__ == "__main__":
    main()
