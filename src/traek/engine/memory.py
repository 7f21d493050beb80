"""What is the same wherever a text stands, worked out once: its words, grammar, relations, matches.

An `Engine` makes a memory for itself and keeps it from report to report, so a paragraph that
stands in many templates, or has not changed since the last keystroke, costs little. What depends
on the letter is worked out anew each time: zones, neighbours, how often a rule has hit, the
situation, and how the letter speaks to its reader. A report is the same with and without memory.

The memory holds text, and only in the running program: it is never written anywhere. It keeps the
sentences that were used last and forgets the others.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from traek.engine.corrections import POLITE
from traek.engine.text import read_block
from traek.model import Block
from traek.reading import Sentence

MOST_SENTENCES = 8_000
"""Sentences kept at most; about 12 kB each with all that is noted of them."""

_Kept = TypeVar("_Kept")


@dataclass(slots=True)
class _Recent(Generic[_Kept]):
    """A table that keeps what was used last: the newer half, and of the older half what is used."""

    most: int
    newer: dict[Hashable, _Kept] = field(default_factory=dict)
    older: dict[Hashable, _Kept] = field(default_factory=dict)

    def get(self, key: Hashable) -> _Kept | None:
        found = self.newer.get(key)
        if found is None and (found := self.older.get(key)) is not None:
            self.keep(key, found)
        return found

    def keep(self, key: Hashable, value: _Kept) -> None:
        if len(self.newer) >= self.most // 2:
            self.newer, self.older = {}, self.newer
        self.newer[key] = value

    def clear(self) -> None:
        self.newer, self.older = {}, {}


class Memory:
    """Sentences as they were read before; `most` is how many are kept, 0 for none."""

    def __init__(self, most: int = MOST_SENTENCES) -> None:
        self._blocks: _Recent[list[Sentence]] = _Recent(most)
        self._sentences: _Recent[tuple[Any, ...]] = _Recent(most)
        self._keeps = most > 0

    def read(self, block: Block) -> list[Sentence]:
        """The block's sentences, without grammar."""
        if not self._keeps:
            return read_block(block)
        key = (block.text, block.placeholders)
        known = self._blocks.get(key)
        if known is None:
            known = read_block(Block(block.text, 0, placeholders=block.placeholders))
            for sentence in known:
                sentence.words = list(map(sys.intern, sentence.words))
                sentence.lowers = list(map(sys.intern, sentence.lowers))
            self._blocks.keep(key, known)
        return [Sentence(block, s.index, s.words, s.lowers, s.starts, s.ends) for s in known]

    def forget(self) -> None:
        """Let go of all sentences; what comes next is remembered again."""
        for kept in (self._blocks, self._sentences):
            kept.clear()

    def fill(
        self,
        sentences: Iterable[Sentence],
        kind: str,
        depends_on: Hashable,
        work: Callable[[Sequence[Sentence]], None],
    ) -> None:
        """Give each sentence its grammar: known ones what is kept, the others by `work`.

        Of sentences with the same words only one is worked on. `kind` keeps apart what is worked
        on in different ways; `depends_on` is what else the grammar depends on of a sentence that
        says De, Dem or Deres.
        """
        if not self._keeps:
            work([sentence for sentence in sentences if sentence.words])
            return
        unknown: dict[Hashable, list[Sentence]] = {}
        for sentence in sentences:
            key = (kind, *_key(sentence, depends_on))
            known = self._sentences.get(key)
            if known is None:
                unknown.setdefault(key, []).append(sentence)
            else:
                _share(known, sentence)
        work([alike[0] for alike in unknown.values()])
        for wanted, (first, *others) in unknown.items():
            first.lemmas = list(map(sys.intern, first.lemmas))
            grammar = (first.lemmas, first.parts, first.features, first.heads, first.relations)
            self._sentences.keep(wanted, (*grammar, first.noted))
            for other in others:
                _share((*grammar, first.noted), other)


def _key(sentence: Sentence, depends_on: Hashable) -> tuple[tuple[str, ...], Hashable]:
    words = tuple(sentence.words)
    return words, None if POLITE.keys().isdisjoint(words) else depends_on


def _share(known: tuple[Any, ...], sentence: Sentence) -> None:
    sentence.lemmas, sentence.parts, sentence.features = known[:3]
    sentence.heads, sentence.relations, sentence.noted = known[3:]
