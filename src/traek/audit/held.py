"""What a library holds on disk and reads when somebody asks for it; most is never asked for.

What is asked for again and again, such as numbers, is at hand in flat rows of numbers.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from traek.audit.lines import Lines, rows_of, whole_lines
from traek.audit.marks import Mark
from traek.audit.numbered import Numbered
from traek.audit.plain import value_of
from traek.model import Finding, Span

_NO_MARK = Mark(0, 0, 0, "")
_AT_HAND = 3_000
_TEXTS_AT_HAND = 2_000


class Findings(Numbered[Finding]):
    """The distinct findings of a library; those that were asked for last are at hand."""

    def __init__(self, file: Path) -> None:
        self._lines = Lines(file)
        self._one = lru_cache(_AT_HAND)(self._read)

    def row(self, number: int) -> Finding:
        """The finding with this number."""
        return self._one(number)

    def __len__(self) -> int:
        return len(self._lines)

    def _read(self, number: int) -> Finding:
        return value_of(Finding, json.loads(self._lines[number]))

    def line(self, number: int) -> bytes:
        """A finding as it is written, which is the same where the finding is."""
        return self._lines[number]


class Text(NamedTuple):
    """The text of a distinct paragraph, and its placeholders."""

    text: str
    placeholders: tuple[Span, ...]


class Texts:
    """The distinct texts of a library; those that were asked for last are at hand."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lines = Lines(file)
        self._one = lru_cache(_TEXTS_AT_HAND)(self._read)

    def __getitem__(self, number: int) -> Text:
        return self._one(number)

    def __iter__(self) -> Iterator[str]:
        """The texts alone, in their order, which is quicker than one by one."""
        return (text for text, _ in rows_of(self._lines))

    def _read(self, number: int) -> Text:
        text, gaps = json.loads(self._lines[number])
        return Text(text, tuple([Span(*gap) for gap in gaps]) if gaps else ())


class Marks:
    """The marks of the distinct findings; some bytes are held for each."""

    def __init__(self, file: Path) -> None:
        self.weights = array("H")
        self._starts, self._ends, self._rules = array("I"), array("I"), array("I")
        self._names: list[str] = [""]
        known = {"": 0}
        for weight, start, end, rule in (mark or _NO_MARK for mark in rows_of(whole_lines(file))):
            if rule not in known:
                known[rule] = len(known)
                self._names.append(rule)
            self.weights.append(weight)
            self._starts.append(start)
            self._ends.append(end)
            self._rules.append(known[rule])

    def of(self, number: int) -> Mark:
        """The mark of the finding with this number; one without a place weighs nothing."""
        rule = self._names[self._rules[number]]
        return Mark(self.weights[number], self._starts[number], self._ends[number], rule)


class Sentences:
    """Where the sentences of each distinct paragraph stand."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._edges, self._starts = array("I"), array("I")

    def __getitem__(self, number: int) -> list[tuple[int, int]]:
        if not self._starts:
            self._starts.append(0)
            for edges, *_ in rows_of(whole_lines(self._file)):
                self._edges.extend(edges)
                self._starts.append(len(self._edges))
        here = iter(self._edges[self._starts[number] : self._starts[number + 1]])
        return list(zip(here, here, strict=True))
