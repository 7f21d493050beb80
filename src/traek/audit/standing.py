"""Where each distinct paragraph stands and what is found in it, gathered in flat rows of numbers.

A template adds some bytes for each of its blocks and findings, and no objects.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_HALF = 32
_AT_ONCE = 1000


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
        for first in range(0, count, _AT_ONCE):  # an array is slow to be asked for little
            last = min(first + _AT_ONCE, count)
            found_from, from_ = edges[first], places[first]
            told = numbers[found_from : edges[last]].tolist()
            here = slice(from_, places[last])
            in_templates, in_blocks = templates[here].tolist(), blocks[here].tolist()
            for at in range(first, last):
                start, end = places[at] - from_, places[at + 1] - from_
                yield Stands(
                    told[edges[at] - found_from : edges[at + 1] - found_from],
                    in_templates[start:end],
                    in_blocks[start:end],
                )


class Renumbered:
    """What numbers are called here; four bytes are held for each."""

    def __init__(self) -> None:
        self._known = array("i")

    def get(self, number: int) -> int | None:
        """The number here, where it is known."""
        known = self._known
        if number >= len(known) or known[number] < 0:
            return None
        return known[number]

    def put(self, number: int, known: int) -> None:
        """Note what a number is called here."""
        missing = number + 1 - len(self._known)
        if missing > 0:
            self._known.extend([-1] * missing)
        self._known[number] = known
