"""Count word patterns in the annotated sentences that no rule marks: where the next rules are.

    python training/constructions.py FOLDER … [--effect E] [--share 0.8] [--least 6]

A pattern is two to five tokens in a row, or two up to six words apart. Words of the sentence's frame
stand as they are, nouns and adjectives as their lemma («brev») or part of speech, verbs as form, lemma or
part of speech, names and numbers as their part of speech; ^ and $ are the sentence's ends. Printed are the
patterns whose sentences annotators marked with the effect at least as often as `--share`, those that
reach most unmarked sentences first, each with its counts in both halves of the folders (what holds in both
is language and not one writer) and some of the sentences.

A pattern is no rule: read its sentences, say what they have in common, and write that.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader import Witness, has  # type: ignore[import-not-found]  # its neighbour, when run

from traek.audit import read_letter
from traek.engine import Engine
from traek.evaluation.gold import located, read_gold
from traek.plugins import load_plugins
from traek.reading import Sentence
from traek.second_reader.reader import worth_reading
from traek.settings import Settings

_NAMED = {"NUM", "PROPN"}
_BENT = {"NOUN", "ADJ"}
_FILLED = {*_NAMED, *_BENT, "VERB", "ADV"}
_LONGEST, _APART = 5, 6
_LEAST_WRITERS = 4
_NEW_SHARE, _LEAST_NEW = 0.4, 3
_SHOWN = 5


@dataclass(frozen=True)
class Seen:
    """A sentence that no rule of the effect marks: its folder, text, categories and patterns."""

    folder: str
    text: str
    gold: frozenset[str]
    patterns: frozenset[str]


def unmarked(folder: Path, engine: Engine, witness: Witness, effect: str) -> Iterator[Seen]:
    """The sentences of the folder's letters that the rules leave alone."""
    loaders = load_plugins().loaders
    for letter in read_gold(folder):
        document = read_letter(str(letter.path), letter.file, loaders, Settings())
        engine.report(document)
        reading = witness.reading
        places = [(mark, located(mark, document)) for mark in letter.marks]
        for block, sentences in enumerate(reading.sentences):
            for number, sentence in enumerate(sentences):
                key = block, number
                if has(reading.marked.get(key, frozenset()), effect) or key in reading.shielded:
                    continue
                if not worth_reading(reading, block, sentence):
                    continue
                gold = frozenset(
                    mark.category
                    for mark, place in places
                    if place and place[0] == block and sentence.touches(place[1])
                )
                yield Seen(folder.name, sentence.text, gold, frozenset(patterns(sentence)))


def patterns(sentence: Sentence) -> Iterator[str]:
    """The patterns of a sentence; each has a word of its own at both ends."""
    ways = [["^"], *_ways(sentence), ["$"]]
    for start in range(len(ways)):
        grown = [[way] for way in ways[start] if way not in _FILLED]
        for place in range(start + 1, min(len(ways), start + _LONGEST)):
            grown = [[*some, way] for some in grown for way in ways[place]]
            for some in grown:
                told = sum(way not in _FILLED and way not in "^$,." for way in some)
                if some[-1] not in _FILLED and told >= min(2, len(some) - 1):
                    yield " ".join(some)
        for place in range(start + 2, min(len(ways), start + 1 + _APART)):
            first, last = ways[start][-2:][0], ways[place][-2:][0]
            if first not in _FILLED and last not in _FILLED:
                yield f"{first} … {last}"


def _ways(sentence: Sentence) -> Iterator[list[str]]:
    """For each token the ways to say it in a pattern."""
    for word, lemma, part in zip(sentence.lowers, sentence.lemmas, sentence.parts, strict=True):
        if part in _NAMED:
            yield [part]
        elif part in _BENT:
            yield [f"«{lemma}»", part]
        elif part == "VERB":
            yield [word, f"«{lemma}»", part]
        else:
            yield [word]


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--effect", choices=("E", "D"), default="E")
    parser.add_argument("--share", type=float, default=0.8)
    parser.add_argument("--least", type=int, default=6)
    options = parser.parse_args()
    witness = Witness()
    packs = [pack for pack in load_plugins().rule_packs() if pack.name == "standard"]
    engine = Engine(packs, [witness])
    folders = sorted(options.folders)
    half = {folder.name: number % 2 for number, folder in enumerate(folders)}
    seen = [s for folder in folders for s in unmarked(folder, engine, witness, options.effect)]
    right = [sentence for sentence in seen if has(sentence.gold, options.effect)]
    print(f"{len(right)} of {len(seen)} unmarked sentences were marked {options.effect}")
    often = Counter(pattern for sentence in right for pattern in sentence.patterns)
    kept = {pattern for pattern, count in often.items() if count >= options.least}
    found: dict[str, list[Seen]] = defaultdict(list)
    for sentence in seen:
        for pattern in sentence.patterns & kept:
            found[pattern].append(sentence)
    show(found, options.effect, options.share, half)


def show(
    found: dict[str, list[Seen]], effect: str, least_share: float, half: dict[str, int]
) -> None:
    """Print the patterns that are surest and reach most, leaving out those that reach nothing new."""

    def right(pattern: str) -> list[Seen]:
        return [sentence for sentence in found[pattern] if has(sentence.gold, effect)]

    def worth(pattern: str) -> float:
        return len(right(pattern)) ** 2 / len(found[pattern])

    reached: set[int] = set()
    for pattern in sorted(found, key=lambda each: (-worth(each), each)):
        mine = right(pattern)
        new = {id(sentence) for sentence in mine} - reached
        if (
            len(mine) < least_share * len(found[pattern])
            or len({sentence.folder for sentence in mine}) < _LEAST_WRITERS
            or len(new) < max(_LEAST_NEW, _NEW_SHARE * len(mine))
        ):
            continue
        reached |= new
        halves = " ".join(
            f"{sum(half[s.folder] == side for s in mine)}"
            f"/{sum(half[s.folder] == side for s in found[pattern])}"
            for side in (0, 1)
        )
        names = Counter(c for s in mine for c in s.gold if c.startswith(effect)).most_common(3)
        told = ", ".join(f"{name} {count}" for name, count in names)
        print(f"\n{pattern}   {len(mine)}/{len(found[pattern])}  halves {halves}  {told}")
        for sentence in mine[:_SHOWN]:
            print("   ", " ".join(sentence.text.split()))


if __name__ == "__main__":
    main()
