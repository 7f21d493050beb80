"""Where each distinct paragraph stands and what is found in it, gathered in flat rows of numbers.

A template adds some bytes for each of its blocks and findings, and no objects.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_HALF = 32


class Stands(NamedTuple):
    """A paragraph: the numbers of its findings, and its places, which run in parallel."""

    findings: list[int]
    templates: list[int]
    blocks: list[int]


class Standing:
    """The places of paragraphs, in the order of the templates, and the findings in them."""

    def __init__(self) -> None:
        self._texts, self._blocks, self._counts = array("I"), array("I"), array("I")
        self._found = array("Q")

    def add(
        self, texts: Iterable[int], blocks: Iterable[int], found: Iterable[tuple[int, int]]
    ) -> None:
        """One more template: its paragraphs, their blocks, and the findings that are in paragraphs."""
        before = len(self._texts)
        self._texts.extend(texts)
        self._blocks.extend(blocks)
        self._counts.append(len(self._texts) - before)
        self._found.extend([text << _HALF | number for text, number in found])

    def by_paragraph(self, count: int) -> Iterator[Stands]:
        """What there is of each of so many paragraphs, in their order."""
        import numpy as np  # noqa: PLC0415  heavy

        texts = np.frombuffer(self._texts, dtype=np.uint32)
        order = np.argsort(texts, kind="stable")
        counts = np.frombuffer(self._counts, dtype=np.uint32)
        templates = np.repeat(np.arange(len(counts), dtype=np.uint32), counts)[order]
        blocks = np.frombuffer(self._blocks, dtype=np.uint32)[order]
        found = np.unique(np.frombuffer(self._found, dtype=np.uint64))
        numbers = (found & np.uint64((1 << _HALF) - 1)).astype(np.uint32)
        each = np.arange(count + 1)
        places = np.searchsorted(texts[order], each).tolist()
        edges = np.searchsorted(found >> np.uint64(_HALF), each).tolist()
        for at in range(count):
            here = slice(places[at], places[at + 1])
            findings = numbers[edges[at] : edges[at + 1]].tolist()
            yield Stands(findings, templates[here].tolist(), blocks[here].tolist())


class Renumbered:
    """What numbers are called here; four bytes are held for each."""

    def __init__(self) -> None:
        self._known = array("i")

    def get(self, number: int) -> int | None:
        """The number here, where it is known."""
        known = self._known[number] if number < len(self._known) else -1
        return None if known < 0 else known

    def put(self, number: int, known: int) -> None:
        """Note what a number is called here."""
        missing = number + 1 - len(self._known)
        if missing > 0:
            self._known.extend([-1] * missing)
        self._known[number] = known
