"""All searches of a run over one document: where rules, protections and signs have their hits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from traek.engine.accept import Neighbours, fits, stands
from traek.engine.index import Entry, Index
from traek.engine.match import Context, Match, depends_on_address
from traek.model import Side, Span
from traek.patterns import Pattern
from traek.reading import Sentence
from traek.rulepack import Protection, Rule, Search, Sign

Owner = Rule | Protection | Sign


@dataclass(frozen=True, slots=True)
class Hit:
    """One accepted match: whose it is, by which named pattern, and where."""

    owner: Owner
    pattern: str
    match: Match
    sentence: Sentence
    span: Span
    block: int
    """The index, from 0, of the block in the document."""

    @property
    def quote(self) -> str:
        """The words of the match as they stand in the block."""
        return self.sentence.block.text[slice(*self.span)]


class _Found(NamedTuple):
    """A match that stands by itself; `anywhere` is whether it counts wherever the sentence is."""

    number: int
    pattern: str
    match: Match
    anywhere: bool


class Searcher:
    """Finds the hits of all its owners in one pass; made once per run.

    What a sentence holds by itself is looked for once and noted on it; only its zone and its
    neighbours are asked about again.
    """

    def __init__(self, owners: Sequence[Owner]) -> None:
        self.owners = tuple(owners)
        self.index = Index()
        self.late_index = Index()
        self.grammar = any(owner.search.grammar for owner in owners)
        self.sides = frozenset(
            number
            for number, owner in enumerate(owners)
            if isinstance(owner, Sign) and owner.of in set(Side)
        )
        self.relations = frozenset(
            number for number, owner in enumerate(owners) if _asks_relations(owner.search)
        )
        self._placed = frozenset(
            number for number, owner in enumerate(owners) if _asks_place(owner.search)
        )
        for number, owner in enumerate(owners):
            for name, pattern in owner.search.find:
                late = number in self.sides and _is_walked(pattern)
                (self.late_index if late else self.index).add(Entry(number, name, pattern))

    def candidates(
        self, sentences: Sequence[Sequence[Sentence]], context: Context
    ) -> list[Sentence]:
        """The sentences that need a parse before it can be said what hits them."""
        if not self.relations:
            return []
        open_question = Context(context.polite, related=False)
        return [
            sentence
            for block in sentences
            for sentence in block
            if any(
                entry.owner in self.relations
                for index in (self.index, self.late_index)
                for entry, _ in index.matches(sentence, open_question)
            )
        ]

    def hits(
        self,
        sentences: Sequence[Sequence[Sentence]],
        zones: Sequence[frozenset[str]],
        context: Context,
    ) -> Iterator[Hit]:
        """The hits in reading order of their blocks; within a sentence in no order.

        A sign of a side is looked for until it is found: one place is enough to fill a side.
        """
        filled: set[int] = set()
        order = [(b, sentence) for b, block in enumerate(sentences) for sentence in block]
        for place, (block, sentence) in enumerate(order):
            neighbours: Neighbours | None = None
            for found in self._found(sentence, context, filled):
                owner = self.owners[found.number]
                if not found.anywhere:
                    if neighbours is None:
                        before = order[place - 1][1] if place else None
                        after = order[place + 1][1] if place + 1 < len(order) else None
                        neighbours = Neighbours(before, after, zones[block])
                    if not fits(owner.search, neighbours, context):
                        continue
                span = sentence.span(found.match.start, found.match.end)
                yield Hit(owner, found.pattern, found.match, sentence, span, block)
                if found.number in self.sides:
                    filled.add(found.number)

    def _found(self, sentence: Sentence, context: Context, filled: set[int]) -> Iterator[_Found]:
        """What stands in the sentence by itself, less what filled sides still look for.

        Phrases are found in passing, so only patterns that must be walked are passed over.
        """
        if not context.polite and not depends_on_address(sentence):
            context = Context(polite=True, related=context.related)
        yield from self._noted(self.index, sentence, context)
        if not self.sides <= filled:
            done = frozenset(filled)
            for found in self._noted(self.late_index, sentence, context):
                if found.number not in done:
                    yield found

    def _noted(self, index: Index, sentence: Sentence, context: Context) -> Sequence[_Found]:
        noted: list[_Found] | None = sentence.noted.get((index, context))
        if noted is None:
            noted = sentence.noted[index, context] = [
                _Found(entry.owner, entry.name, match, entry.owner not in self._placed)
                for entry, match in index.matches(sentence, context)
                if stands(self.owners[entry.owner].search, match, sentence, context)
            ]
        return noted


def _is_walked(pattern: Pattern) -> bool:
    """Whether the pattern has an anchor and is more than words in a row."""
    return pattern.anchor is not None and any(node[0] != "form" for node in pattern.nodes)


def _asks_relations(search: Search) -> bool:
    return any(pattern.relations for pattern in search.patterns())


def _asks_place(search: Search) -> bool:
    """Whether the search asks for more than the sentence of a match."""
    return any(
        side.zones or side.before or side.after for side in (search.requires, search.excludes)
    )
