"""A document as rules and checks read it: sentences of words, with grammar where it was asked for.

The engine makes these; a check gets them. Lists run in parallel, one entry a token.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from traek.model import Block, Document, Genre, Side, Situation, Span


@dataclass(slots=True)
class Sentence:
    """One sentence of one block, as tokens.

    `words` are normalised (NFC, straight quotes and hyphens, no soft hyphens), `lowers` the same
    in lower case; `starts` and `ends` are code points in the block's own text. `words` of a
    placeholder are the single token »[]«. `lemmas`, `parts` (UPOS) and `features` (UD morphology
    such as »Voice=Pass«) are empty until the grammar has run, `heads` and `relations` (UD, heads
    as indices into the sentence, a root being its own head) until the parser has.
    """

    block: Block
    index: int
    words: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]
    lemmas: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    features: list[frozenset[str]] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    noted: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)
    """What was worked out from the words and their grammar alone, by who did it, so that each
    looks only once. Sentences of the same words share it, so nothing in it may tell of a block."""

    def span(self, start: int, end: int) -> Span:
        """The span in the block of the tokens from `start` up to `end`."""
        return Span(self.starts[start], self.ends[end - 1])

    def touches(self, span: Span) -> bool:
        """Whether the sentence and the span, in the same block, share a character."""
        return self.starts[0] < span.end and span.start < self.ends[-1]

    def hangs_on(self, token: int, head: int) -> bool:
        """Whether the way up from the token in the parse passes the head; a token hangs on itself."""
        for _ in self.words:
            if token == head:
                return True
            token = self.heads[token]
        return False

    @property
    def text(self) -> str:
        """The sentence as it stands in the block."""
        return self.block.text[self.starts[0] : self.ends[-1]] if self.words else ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole document, read: its sentences in reading order, block by block.

    `zones` names for each block where in the letter it stands (»hoved«, »hilsen«, »brødtekst« …),
    `filled` the sides of the Firkant that something in the letter fills. `marked` tells for each
    sentence, by block and sentence number from 0, the categories of the findings in it; protected
    ones are left out. `shielded` are the sentences that hold wording which the law asks for.
    """

    document: Document
    situation: Situation
    sentences: Sequence[Sequence[Sentence]]
    zones: Sequence[frozenset[str]]
    filled: frozenset[Side]
    genre: Genre | None = None
    marked: Mapping[tuple[int, int], frozenset[str]] = field(default_factory=dict)
    shielded: frozenset[tuple[int, int]] = frozenset()

    def running(self) -> Iterator[tuple[int, int, Sentence]]:
        """The sentences of the running text, each with its block and its number in it, from 0."""
        for block, sentences in enumerate(self.sentences):
            if "brødtekst" in self.zones[block]:
                for number, sentence in enumerate(sentences):
                    yield block, number, sentence
