"""Patterns on sentences: where a pattern matches, and where its named parts are.

A match is tried only where the pattern's anchor stands. At one start the first way through wins:
branches in the order written, what may be left out taken if it can be, gaps as short as they go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from traek.engine.helpers import tokens_of
from traek.patterns import Pattern
from traek.reading import Sentence

Node = tuple[Any, ...]
Nodes = tuple[Node, ...]
Parts = dict[str, tuple[int, int]]

PLACEHOLDER = "[]"
_POLITE = frozenset({"De", "Dem", "Deres"})
_STOPS = frozenset(".!?:…\"')")
_SIGNS = frozenset(".,;:!?…()\"'-–—[]•")
_OPENERS = frozenset("\"'-–—•*(")


class Order(NamedTuple):
    """How a group `{du har ikke}` stood: where, and as which of its branches in the order written.

    Branch 0 is subject first, 1 the verb first, 2 the verb after the adverbs.
    """

    start: int
    branch: int


class Match(NamedTuple):
    """Where a pattern matched: token indices, half-open, those of its named parts, its orders."""

    start: int
    end: int
    parts: Parts
    orders: tuple[Order, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What a match depends on beyond its sentence.

    `polite` is whether a capital De at the start of a sentence speaks to the reader; `related`
    whether heads and relations are there. Until they are, relations count as met, so that the
    sentences worth parsing are found.
    """

    polite: bool = True
    related: bool = True


def depends_on_address(sentence: Sentence) -> bool:
    """Whether it makes a difference in the sentence how the letter addresses its reader."""
    return sentence.words[:1] != [] and sentence.words[0] in _POLITE


def find(pattern: Pattern, sentence: Sentence, context: Context) -> Iterator[Match]:
    """The matches of one pattern in one sentence, left to right, none overlapping another."""
    return find_from(pattern.nodes, _starts(pattern, sentence), sentence, context)


def find_from(
    nodes: Nodes, starts: Iterable[int], sentence: Sentence, context: Context
) -> Iterator[Match]:
    """The matches that begin at one of the ascending `starts`, none overlapping an earlier one."""
    if nodes[0] == ("first",):
        starts = _at_the_start(starts, sentence)
    free = 0
    opening = nodes[0][1] if nodes[0][0] == "form" else None
    for start in starts:
        if start < free or (opening is not None and sentence.lowers[start] not in opening):
            continue
        walk = _Walk(sentence, context)
        end = walk.end(nodes, start)
        if end is not None and end > start:
            free = end
            yield Match(start, end, walk.parts, tuple(sorted(walk.orders)))


def holds(node: Node, sentence: Sentence, token: int, context: Context) -> bool:
    """Whether one node, taken alone, holds at one token; for an edge, at the place before it."""
    return _Walk(sentence, context).takes(node, token)


def counts_in_gap(word: str) -> bool:
    """Whether a token uses up one of the words that `..` may pass over."""
    return word not in _SIGNS


def _at_the_start(starts: Iterable[int], sentence: Sentence) -> list[int]:
    """Those of `starts` before which nothing but an opening quote or bullet stands."""
    first = next((n for n, word in enumerate(sentence.words) if word not in _OPENERS), 0)
    return [start for start in starts if start <= first]


def _starts(pattern: Pattern, sentence: Sentence) -> list[int]:
    """The tokens at which a match of the pattern could begin, by its anchor."""
    if pattern.anchor is None:
        return list(range(len(sentence.lowers)))
    kind, words, least, most = pattern.anchor
    column = sentence.lowers if kind == "form" else sentence.lemmas
    starts: set[int] = set()
    for token, word in enumerate(column):
        if word in words:
            starts.update(range(max(0, token - most), token - least + 1))
    return sorted(starts)


@dataclass(slots=True)
class _Walk:
    """One attempt at one place; `parts` are filled in when the whole has matched."""

    sentence: Sentence
    context: Context
    parts: Parts = field(default_factory=dict)
    orders: list[Order] = field(default_factory=list)

    def end(self, nodes: Nodes, token: int) -> int | None:
        """The token after a match of all `nodes` that begins at `token`, or None."""
        for at, node in enumerate(nodes):
            step = _STEPS.get(node[0])
            if step is not None:
                return step(self, node, nodes[at + 1 :], token)
            if token >= len(self.sentence.words) or not _TESTS[node[0]](self, node, token):
                return None
            token += 1
        return token

    def takes(self, node: Node, token: int) -> bool:
        """Whether the node, taken alone, matches from `token` on."""
        return _Walk(self.sentence, self.context).end((node,), token) is not None

    def gap(self, node: Node, rest: Nodes, token: int) -> int | None:
        words = 0
        while True:
            end = self.end(rest, token)
            if end is not None or token >= len(self.sentence.words):
                return end
            words += self.sentence.words[token] not in _SIGNS
            if words > node[1]:
                return None
            token += 1

    def either(self, node: Node, rest: Nodes, token: int) -> int | None:
        if node[2:] == ("orders",):
            return self.group(node, rest, token)
        ends = (self.end(branch + rest, token) for branch in node[1])
        return next((end for end in ends if end is not None), None)

    def group(self, node: Node, rest: Nodes, token: int) -> int | None:
        for number, branch in enumerate(node[1]):
            end = self.end(branch + rest, token)
            if end is not None:
                self.orders.append(Order(token, number))
                return end
        return None

    def maybe(self, node: Node, rest: Nodes, token: int) -> int | None:
        end = self.end(node[1] + rest, token)
        return end if end is not None else self.end(rest, token)

    def name(self, node: Node, rest: Nodes, token: int) -> int | None:
        return self.end((*node[2], ("close", node[1], token), *rest), token)

    def close(self, node: Node, rest: Nodes, token: int) -> int | None:
        end = self.end(rest, token)
        if end is not None:
            self.parts[node[1]] = (node[2], token)
        return end

    def first(self, _: Node, rest: Nodes, token: int) -> int | None:
        before = self.sentence.words[:token]
        return self.end(rest, token) if all(word in _OPENERS for word in before) else None

    def last(self, _: Node, rest: Nodes, token: int) -> int | None:
        after = self.sentence.words[token:]
        return self.end(rest, token) if all(word in _STOPS for word in after) else None

    def form(self, node: Node, token: int) -> bool:
        return self.sentence.lowers[token] in node[1]

    def exact(self, node: Node, token: int) -> bool:
        """As written; at the start of a sentence a capital is open to both readings."""
        word = self.sentence.words[token]
        if word in node[1]:
            return self.context.polite or token > 0 or word not in _POLITE
        return token == 0 and word.istitle() and word.lower() in node[1]

    def lemma(self, node: Node, token: int) -> bool:
        return self.sentence.lemmas[token] in node[1]

    def word_class(self, node: Node, token: int) -> bool:
        _, parts, features, helpers, relations = node
        sentence = self.sentence
        if parts and sentence.parts[token] not in parts:
            return False
        if not features <= sentence.features[token]:
            return False
        if any(token not in tokens_of(helper, sentence) for helper in helpers):
            return False
        if not relations or not self.context.related:
            return True
        return all(self._related(names, wanted, token) for names, wanted in relations)

    def _related(self, names: frozenset[str], wanted: Node, token: int) -> bool:
        """Whether a dependent of `token` by one of the relations is what the rule wants."""
        heads, relations = self.sentence.heads, self.sentence.relations
        return any(
            head == token and relations[child] in names and self.takes(wanted, child)
            for child, head in enumerate(heads)
        )

    def negated(self, node: Node, token: int) -> bool:
        return not self.takes(node[1], token)

    def shape(self, node: Node, token: int) -> bool:
        word = self.sentence.words[token]
        return _SHAPES[node[1]](word) or (word == PLACEHOLDER and node[1] in _FILLABLE)


_FILLABLE = frozenset({"tal", "navn", "felt", "ordenstal"})
_LEAST_CAPITALS = 3

_SHAPES: dict[str, Callable[[str], bool]] = {
    "tal": lambda word: any(sign.isdigit() for sign in word),
    "navn": lambda word: word[:1].isupper() and not word.isupper(),
    "felt": lambda word: word == PLACEHOLDER,
    "versaler": lambda word: len(word) >= _LEAST_CAPITALS and word.isupper() and word.isalpha(),
    "ordenstal": lambda word: word.endswith(".") and word[:-1].isdigit(),
    "udråb": lambda word: set(word) == {"!"},
}

_STEPS: dict[str, Callable[[_Walk, Node, Nodes, int], int | None]] = {
    "gap": _Walk.gap,
    "either": _Walk.either,
    "maybe": _Walk.maybe,
    "name": _Walk.name,
    "close": _Walk.close,
    "first": _Walk.first,
    "last": _Walk.last,
}

_TESTS: dict[str, Callable[[_Walk, Node, int], bool]] = {
    "form": _Walk.form,
    "exact": _Walk.exact,
    "lemma": _Walk.lemma,
    "class": _Walk.word_class,
    "not": _Walk.negated,
    "shape": _Walk.shape,
}
