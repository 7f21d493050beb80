"""What a library holds on disk and reads when somebody asks for it; most is never asked for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import overload

from traek.audit.lines import rows_of, whole_lines
from traek.audit.plain import value_of
from traek.model import Finding

_AT_HAND = 10_000


class Findings(Sequence[Finding]):
    """The distinct findings of a library; those that were asked for last are at hand."""

    def __init__(self, file: Path) -> None:
        self._lines = whole_lines(file)
        self._one = lru_cache(_AT_HAND)(self._read)

    @overload
    def __getitem__(self, number: int) -> Finding: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Finding]: ...
    def __getitem__(self, number: int | slice) -> Finding | Sequence[Finding]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        return self._one(number)

    def __len__(self) -> int:
        return len(self._lines)

    def _read(self, number: int) -> Finding:
        return value_of(Finding, json.loads(self._lines[number]))

    def line(self, number: int) -> bytes:
        """A finding as it is written, which is the same where the finding is."""
        return self._lines[number]


class Sentences:
    """Where the sentences of each distinct paragraph stand."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._read: list[list[int]] = []

    def __getitem__(self, number: int) -> list[tuple[int, int]]:
        if not self._read:
            self._read = [edges for edges, *_ in rows_of(whole_lines(self._file))]
        edges = iter(self._read[number])
        return list(zip(edges, edges, strict=True))
