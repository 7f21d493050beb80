"""All patterns of a run, found by one look at each word instead of by trying every rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from traek.engine.match import Context, Match, find_from
from traek.patterns import Pattern, openings
from traek.reading import Sentence


@dataclass(frozen=True, slots=True)
class Entry:
    """One pattern of one searcher: the searcher's number, the pattern's name and the pattern."""

    owner: int
    name: str
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class _Phrase:
    """An entry whose pattern is nothing but words in a row, `anchor` of them before its anchor."""

    entry: Entry
    words: tuple[frozenset[str], ...]
    anchor: int


@dataclass(frozen=True, slots=True)
class _Anchored:
    """An entry with where its anchor stands, and the words that a match of it can begin with."""

    entry: Entry
    least: int
    most: int
    openings: frozenset[str] | None


@dataclass(slots=True, eq=False)
class Index:
    """Patterns by the word that they are anchored in.

    Phrases, which most rules are, are compared in place; the rest is walked. Patterns without an
    anchor are tried everywhere.
    """

    _phrases: dict[str, list[_Phrase]] = field(default_factory=dict)
    _forms: dict[str, list[_Anchored]] = field(default_factory=dict)
    _lemmas: dict[str, list[_Anchored]] = field(default_factory=dict)
    _free: list[Entry] = field(default_factory=list)

    def add(self, entry: Entry) -> None:
        """Make the entry's pattern findable."""
        anchor, nodes = entry.pattern.anchor, entry.pattern.nodes
        if anchor is None:
            self._free.append(entry)
        elif all(node[0] == "form" for node in nodes):
            phrase = _Phrase(entry, tuple(node[1] for node in nodes), anchor.least)
            for word in anchor.words:
                self._phrases.setdefault(word, []).append(phrase)
        else:
            anchored = _Anchored(entry, anchor.least, anchor.most, openings(nodes))
            table = self._forms if anchor.kind == "form" else self._lemmas
            for word in anchor.words:
                table.setdefault(word, []).append(anchored)

    def matches(self, sentence: Sentence, context: Context) -> Iterator[tuple[Entry, Match]]:
        """Every match of every pattern in the sentence, in no particular order."""
        yield from self._phrase_matches(sentence)
        for entry, starts in self._candidates(sentence).values():
            for match in find_from(entry.pattern.nodes, sorted(starts), sentence, context):
                yield entry, match
        for entry in self._free:
            starts_everywhere = range(len(sentence.lowers))
            for match in find_from(entry.pattern.nodes, starts_everywhere, sentence, context):
                yield entry, match

    def _phrase_matches(self, sentence: Sentence) -> Iterator[tuple[Entry, Match]]:
        lowers = sentence.lowers
        if self._phrases.keys().isdisjoint(lowers):
            return
        taken: dict[int, int] = {}
        for token, word in enumerate(lowers):
            if word not in self._phrases:
                continue
            for phrase in self._phrases[word]:
                start = token - phrase.anchor
                end = start + len(phrase.words)
                if start < taken.get(id(phrase), 0) or end > len(lowers):
                    continue
                if all(map(frozenset.__contains__, phrase.words, lowers[start:end])):
                    taken[id(phrase)] = end
                    yield phrase.entry, Match(start, end, {})

    def _candidates(self, sentence: Sentence) -> dict[int, tuple[Entry, set[int]]]:
        """The entries whose anchor stands in the sentence, each with where it may begin."""
        found: dict[int, tuple[Entry, set[int]]] = {}
        for table, column in ((self._forms, sentence.lowers), (self._lemmas, sentence.lemmas)):
            if not table or table.keys().isdisjoint(column):
                continue
            for token, word in enumerate(column):
                if word not in table:
                    continue
                for anchored in table[word]:
                    first, last = max(0, token - anchored.most), token - anchored.least + 1
                    wanted = anchored.openings
                    starts = [
                        start
                        for start in range(first, last)
                        if wanted is None or sentence.lowers[start] in wanted
                    ]
                    if starts:
                        found.setdefault(id(anchored), (anchored.entry, set()))[1].update(starts)
        return found
