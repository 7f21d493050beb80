"""All patterns of a run, found by one look at each word instead of by trying every rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from traek.engine.match import Context, Match, find_from
from traek.patterns import Pattern
from traek.reading import Sentence


@dataclass(frozen=True, slots=True)
class Entry:
    """One pattern of one searcher: the searcher's number, the pattern's name and the pattern."""

    owner: int
    name: str
    pattern: Pattern


@dataclass(slots=True)
class Index:
    """Patterns by the word that they are anchored in.

    `free` are the patterns without an anchor, which are tried everywhere.
    """

    forms: dict[str, list[Entry]] = field(default_factory=dict)
    lemmas: dict[str, list[Entry]] = field(default_factory=dict)
    free: list[Entry] = field(default_factory=list)

    def add(self, entry: Entry) -> None:
        """Make the entry's pattern findable."""
        anchor = entry.pattern.anchor
        if anchor is None:
            self.free.append(entry)
            return
        table = self.forms if anchor.kind == "form" else self.lemmas
        for word in anchor.words:
            table.setdefault(word, []).append(entry)

    def matches(self, sentence: Sentence, context: Context) -> Iterator[tuple[Entry, Match]]:
        """Every match of every pattern in the sentence, in no particular order."""
        for entry, starts in self._candidates(sentence).values():
            for match in find_from(entry.pattern.nodes, sorted(starts), sentence, context):
                yield entry, match
        everywhere = list(range(len(sentence.lowers))) if self.free else []
        for entry in self.free:
            for match in find_from(entry.pattern.nodes, everywhere, sentence, context):
                yield entry, match

    def _candidates(self, sentence: Sentence) -> dict[int, tuple[Entry, set[int]]]:
        """The entries whose anchor stands in the sentence, each with where it may begin."""
        found: dict[int, tuple[Entry, set[int]]] = {}
        for table, column in ((self.forms, sentence.lowers), (self.lemmas, sentence.lemmas)):
            if not table or table.keys().isdisjoint(column):
                continue
            for token, word in enumerate(column):
                for entry in table.get(word, ()):
                    _, _, least, most = entry.pattern.anchor or ("", frozenset(), 0, 0)
                    starts = found.setdefault(id(entry), (entry, set()))[1]
                    starts.update(range(max(0, token - most), token - least + 1))
        return found
