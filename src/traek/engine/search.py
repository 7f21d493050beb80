"""All searches of a run over one document: where rules, protections and signs have their hits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from traek.engine.accept import Surroundings, accepts
from traek.engine.index import Entry, Index
from traek.engine.match import Context, Match
from traek.model import Side, Span
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


class Searcher:
    """Finds the hits of all its owners in one pass; made once per run."""

    def __init__(self, owners: Sequence[Owner]) -> None:
        self.owners = tuple(owners)
        self.index = Index()
        self.grammar = any(owner.search.grammar for owner in owners)
        self.sides = frozenset(
            number
            for number, owner in enumerate(owners)
            if isinstance(owner, Sign) and owner.of in set(Side)
        )
        self.relations = frozenset(
            number for number, owner in enumerate(owners) if _asks_relations(owner.search)
        )
        for number, owner in enumerate(owners):
            for name, pattern in owner.search.find:
                self.index.add(Entry(number, name, pattern))

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
                e.owner in self.relations for e, _ in self.index.matches(sentence, open_question)
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
            around: Surroundings | None = None
            for entry, match in self.index.matches(sentence, context, filled):
                if around is None:
                    before = order[place - 1][1] if place else None
                    after = order[place + 1][1] if place + 1 < len(order) else None
                    around = Surroundings(sentence, before, after, zones[block])
                owner = self.owners[entry.owner]
                if accepts(owner.search, match, around, context):
                    span = sentence.span(match.start, match.end)
                    yield Hit(owner, entry.name, match, sentence, span, block)
                    if entry.owner in self.sides:
                        filled.add(entry.owner)


def _asks_relations(search: Search) -> bool:
    return any(pattern.relations for pattern in search.patterns())
