"""Findings held against annotations: precision, recall and F1, counted in sentences.

A sentence counts as found when a finding of the same effect touches a sentence that an annotator
marked, so that nobody is paid for long or short spans. Protected findings and findings of what is
missing are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from traek.engine import Engine
from traek.engine.text import read_block
from traek.evaluation.gold import GoldLetter, Place, located
from traek.model import Document, Report
from traek.reading import Sentence

Key = tuple[str, int, int, str]
"""A letter, a block, a sentence, and an effect's letter, a category or a side."""


@dataclass(frozen=True, slots=True)
class Figures:
    """How many were annotated, how many found, and how many of these were the same."""

    gold: int
    found: int
    both: int

    @property
    def precision(self) -> float:
        """The share of what was found that was annotated; 0 where nothing was found."""
        return self.both / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what was annotated that was found; 0 where nothing was annotated."""
        return self.both / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(slots=True)
class Score:
    """What an evaluation counts; `missed` and `false` are sentences, with the rule where there is one."""

    by_effect: dict[str, Figures] = field(default_factory=dict)
    by_category: dict[str, Figures] = field(default_factory=dict)
    by_side: dict[str, Figures] = field(default_factory=dict)
    by_rule: dict[str, Figures] = field(default_factory=dict)
    near: tuple[int, int] = (0, 0)
    sides: tuple[int, int] = (0, 0)
    situations: tuple[int, int] = (0, 0)
    lost: int = 0
    letters: int = 0
    missed: list[tuple[str, str, str]] = field(default_factory=list)
    false: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Sets:
    gold: set[Key] = field(default_factory=set)
    found: set[Key] = field(default_factory=set)
    rules: dict[str, set[Key]] = field(default_factory=dict)
    texts: dict[tuple[str, int, int], str] = field(default_factory=dict)


def score(
    letters: Iterable[tuple[GoldLetter, Document]],
    engine: Engine,
    sides: Mapping[str, str],
) -> Score:
    """The figures for an engine's findings on annotated letters.

    `sides` gives each category its side.
    """
    result, sets = Score(), _Sets()
    for letter, document in letters:
        report = engine.report(document)
        sentences = [read_block(block) for block in document.blocks]
        result.letters += 1
        result.lost += _take_gold(letter, document, sentences, sets)
        places = _take_found(letter, report, sentences, sets)
        result.near = _plus(result.near, _near(letter, document, places))
        result.sides = _plus(result.sides, _agreement(letter, report))
        right = letter.situation == report.situation
        result.situations = _plus(result.situations, (right, 1) if letter.situation else (0, 0))
    _count(result, sets, sides)
    return result


def _take_gold(
    letter: GoldLetter, document: Document, sentences: list[list[Sentence]], sets: _Sets
) -> int:
    """Add the letter's annotations; the number of quotes that are not in the letter."""
    lost = 0
    for mark in letter.marks:
        place = located(mark, document)
        if place is None:
            lost += 1
            continue
        sets.gold.update((*key, mark.category) for key in _touched(letter, place, sentences, sets))
    return lost


def _take_found(
    letter: GoldLetter, report: Report, sentences: list[list[Sentence]], sets: _Sets
) -> list[tuple[Place, str]]:
    """Add the report's findings; where they are, each with its category."""
    numbers = {block.number: n for n, block in enumerate(report.document.blocks)}
    places = []
    for finding in report.findings:
        if finding.protection or finding.span is None or finding.block is None:
            continue
        place = (numbers[finding.block], finding.span)
        places.append((place, finding.category))
        keys = {(*key, finding.category) for key in _touched(letter, place, sentences, sets)}
        sets.found |= keys
        sets.rules.setdefault(finding.rule, set()).update(keys)
    return places


def _touched(
    letter: GoldLetter, place: Place, sentences: list[list[Sentence]], sets: _Sets
) -> list[tuple[str, int, int]]:
    block, span = place
    keys = []
    for sentence in sentences[block]:
        if sentence.touches(span):
            key = (letter.file, block, sentence.index)
            sets.texts[key] = sentence.text
            keys.append(key)
    return keys


def _near(
    letter: GoldLetter, document: Document, places: list[tuple[Place, str]]
) -> tuple[int, int]:
    """How many near misses were flagged as the very thing that they are not, and of how many."""
    flagged = known = 0
    for mark in letter.near:
        if (place := located(mark, document)) is None:
            continue
        block, span = place
        known += 1
        flagged += any(
            b == block and category == mark.category and s.start < span.end and span.start < s.end
            for (b, s), category in places
        )
    return flagged, known


def _agreement(letter: GoldLetter, report: Report) -> tuple[int, int]:
    agree = [report.profile[side].filled == filled for side, filled in letter.filled.items()]
    return sum(agree), len(agree)


def _plus(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return one[0] + other[0], one[1] + other[1]


def _count(result: Score, sets: _Sets, sides: Mapping[str, str]) -> None:
    def figures(gold: set[Key], found: set[Key]) -> Figures:
        return Figures(len(gold), len(found), len(gold & found))

    effects = _as(sets.gold, lambda c: c[0]), _as(sets.found, lambda c: c[0])
    by_side = _as(sets.gold, sides.__getitem__), _as(sets.found, sides.__getitem__)
    result.by_effect = {e: figures(*_only(effects, e)) for e in ("E", "D")}
    result.by_side = {s: figures(*_only(by_side, s)) for s in dict.fromkeys(sides.values())}
    both = (sets.gold, sets.found)
    named = sorted({key[3] for key in sets.gold | sets.found})
    result.by_category = {category: figures(*_only(both, category)) for category in named}
    result.by_rule = {
        rule: Figures(0, len(keys), len(_as(keys, lambda c: c[0]) & effects[0]))
        for rule, keys in sorted(sets.rules.items())
    }
    result.missed = _shown(effects[0] - effects[1], sets, {})
    by = {(*key[:3], key[3][0]): rule for rule, keys in sets.rules.items() for key in keys}
    result.false = _shown(effects[1] - effects[0], sets, by)


def _as(keys: set[Key], name: Callable[[str], str]) -> set[Key]:
    """The keys with their category turned into what `name` calls it."""
    return {(*key[:3], name(key[3])) for key in keys}


def _only(both: tuple[set[Key], set[Key]], name: str) -> tuple[set[Key], set[Key]]:
    gold, found = both
    return {key for key in gold if key[3] == name}, {key for key in found if key[3] == name}


def _shown(keys: set[Key], sets: _Sets, rules: Mapping[Key, str]) -> list[tuple[str, str, str]]:
    """Letter, sentence and rule (or effect) for each key, in reading order."""
    return [(key[0], sets.texts[key[:3]], rules.get(key, key[3])) for key in sorted(keys)]
