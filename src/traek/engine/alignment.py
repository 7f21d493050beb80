"""How near a pattern comes to a sentence where it does not match: word by word, fewest slips first.

A slip is a word that is not the one asked for, a word too many, a word that is not there, a gap
that is too short, or an edge that is elsewhere. The matcher itself knows none of this; it only
says where a pattern holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, NamedTuple

from traek.engine.match import Context, Match, counts_in_gap, holds
from traek.patterns import Pattern
from traek.patterns.anchor import width
from traek.reading import Sentence

Node = tuple[Any, ...]
Nodes = tuple[Node, ...]

MOST_SLIPS = 2
_STRONG = frozenset({"form", "exact", "lemma"})


class Kind(Enum):
    """How one word of a sentence and one element of a pattern go together."""

    FITS = "fits"
    PASSED = "passed over by a gap"
    OTHER = "another word is asked for"
    EXTRA = "a word too many"
    ABSENT = "a word that is not there"
    FAR = "further than the gap reaches"
    EDGE = "not at the edge of the sentence"


class Step(NamedTuple):
    """One word, one element, and how they go together; `token` is where the element would stand."""

    kind: Kind
    token: int
    node: Node


class Alignment(NamedTuple):
    """The way through a pattern with the fewest slips; `weight` is how much of it fits."""

    slips: int
    weight: int
    penalty: int
    start: int
    steps: tuple[Step, ...]

    @property
    def end(self) -> int:
        """The token after the last that the pattern took."""
        taken = [s.token for s in self.steps if s.kind not in {Kind.ABSENT, Kind.EDGE}]
        return max(taken) + 1 if taken else self.start


class _Way(NamedTuple):
    slips: int
    weight: int
    penalty: int
    steps: tuple[Step, ...]

    def after(self, step: Step, penalty: int = 0, slips: int = 0) -> _Way:
        """This way with one step before it."""
        weight = _weight(step)
        return _Way(
            self.slips + slips, self.weight + weight, self.penalty + penalty, (step, *self.steps)
        )


_DONE = _Way(0, 0, 0, ())


def nearest(
    pattern: Pattern, sentence: Sentence, context: Context, most: int = MOST_SLIPS
) -> Alignment | None:
    """Where the pattern comes nearest to holding, or None where hardly a word of it is there."""
    search = _Search(sentence, context)
    for slips in range(most + 1):
        found = [
            Alignment(way.slips, way.weight, way.penalty, start, way.steps)
            for start in range(len(sentence.words))
            if (way := search.way(pattern.nodes, start, slips, begun=False)) is not None
        ]
        fair = [each for each in found if each.weight >= 2 + 2 * (each.slips > 1)]
        if fair:
            return min(fair, key=lambda each: (each.slips, -each.weight, each.penalty))
    return None


def mapped(
    pattern: Pattern, sentence: Sentence, context: Context, match: Match
) -> Alignment | None:
    """Which element of the pattern each word of a match answers to."""
    search = _Search(sentence, context, until=match.end)
    way = search.way(pattern.nodes, match.start, 0, begun=False)
    return way and Alignment(way.slips, way.weight, way.penalty, match.start, way.steps)


@dataclass(slots=True)
class _Search:
    """All ways through one sentence, or up to the token `until`, each worked out once."""

    sentence: Sentence
    context: Context
    until: int | None = None
    known: dict[tuple[Nodes, int, int, bool], _Way | None] = field(default_factory=dict)

    def way(self, nodes: Nodes, token: int, slips: int, *, begun: bool) -> _Way | None:
        """The best way through all of `nodes` from `token` on with at most so many slips."""
        if not nodes:
            return _DONE if self.until in {None, token} else None
        key = nodes, token, slips, begun
        if key not in self.known:
            ways = self._ways(nodes[0], nodes[1:], token, slips, begun=begun)
            self.known[key] = min(
                (way for way in ways if way is not None),
                key=lambda way: (way.slips, -way.weight, way.penalty),
                default=None,
            )
        return self.known[key]

    def _ways(
        self, node: Node, rest: Nodes, token: int, slips: int, *, begun: bool
    ) -> Iterator[_Way | None]:
        match node[0]:
            case "gap":
                yield from self._over(node, rest, token, slips)
            case "either" if not _is_one_word(node):
                for branch in node[1]:
                    yield self.way(branch + rest, token, slips, begun=begun)
            case "maybe":
                if token < len(self.sentence.words) and holds(
                    node[1][0], self.sentence, token, self.context
                ):  # nobody misses a word that may be left out
                    yield self.way(node[1] + rest, token, slips, begun=begun)
                yield self.way(rest, token, slips, begun=begun)
            case "name":
                yield self.way(node[2] + rest, token, slips, begun=begun)
            case "first" | "last":
                yield self._at_edge(node, rest, token, slips, begun=begun)
            case _:
                yield from self._one(node, rest, token, slips, begun=begun)

    def _one(
        self, node: Node, rest: Nodes, token: int, slips: int, *, begun: bool
    ) -> Iterator[_Way | None]:
        inside = token < len(self.sentence.words)
        if inside and holds(node, self.sentence, token, self.context):
            yield self._step(Kind.FITS, node, token, (rest, token + 1, slips))
        if not slips:
            return
        if inside:
            yield self._step(Kind.OTHER, node, token, (rest, token + 1, slips - 1), penalty=1)
        if inside and begun:
            yield self._step(
                Kind.EXTRA, node, token, ((node, *rest), token + 1, slips - 1), penalty=2
            )
        yield self._step(Kind.ABSENT, node, token, (rest, token, slips - 1), penalty=3)

    def _step(
        self, kind: Kind, node: Node, token: int, onward: tuple[Nodes, int, int], penalty: int = 0
    ) -> _Way | None:
        way = self.way(*onward, begun=True)
        return way and way.after(Step(kind, token, node), penalty, int(kind is not Kind.FITS))

    def _at_edge(
        self, node: Node, rest: Nodes, token: int, slips: int, *, begun: bool
    ) -> _Way | None:
        if holds(node, self.sentence, token, self.context):
            return self.way(rest, token, slips, begun=begun)
        way = self.way(rest, token, slips - 1, begun=begun) if slips else None
        return way and way.after(Step(Kind.EDGE, token, node), 1, 1)

    def _over(self, node: Node, rest: Nodes, token: int, slips: int) -> Iterator[_Way | None]:
        words = 0
        passed: list[int] = []
        for place in range(token, len(self.sentence.words) + 1):
            far = words > node[1]
            if far and not slips:
                return
            way = self.way(rest, place, slips - far, begun=True)
            if way is not None:
                kind = Kind.FAR if far else Kind.PASSED
                for number, at in enumerate(reversed(passed)):
                    one = far and number == 0
                    way = way.after(Step(kind, at, node), 2 if one else 0, int(one))
                yield way
            if place < len(self.sentence.words):
                words += counts_in_gap(self.sentence.words[place])
                passed.append(place)


def _is_one_word(node: Node) -> bool:
    """Whether each branch of a choice is one word, so that the choice is one element."""
    return all(len(branch) == 1 and width(branch[0]) == (1, 1) for branch in node[1])


def _weight(step: Step) -> int:
    if step.kind is not Kind.FITS:
        return 0
    kinds = (
        {branch[0][0] for branch in step.node[1]} if step.node[0] == "either" else {step.node[0]}
    )
    return 2 if kinds <= _STRONG else 1
