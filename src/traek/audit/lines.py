"""Files of JSON lines, read and written quickly: a library has some hundred thousand of them."""

from __future__ import annotations

import json
import weakref
from array import array
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice, pairwise
from pathlib import Path
from typing import Any

from traek.audit.numbered import Numbered

_BUFFER = 1 << 13
_AT_ONCE = 500
"""Lines that are read together; one call for each takes several times as long."""


def line_of(row: object) -> bytes:
    """The row as a line, with its line break."""
    text = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    try:
        return text.encode() + b"\n"
    except UnicodeEncodeError:  # a file name that is not UTF-8
        return json.dumps(row, separators=(",", ":")).encode() + b"\n"


def rows_of(lines: Iterable[bytes]) -> Iterator[Any]:
    """The rows that the lines hold."""
    left = iter(lines)
    while some := list(islice(left, _AT_ONCE)):
        yield from json.loads(b"[%b]" % b",".join(some))


class Lines(Numbered[bytes]):
    """The lines of a file, read when they are asked for; one that was cut short is left out.

    Eight bytes are held for each. The file stays open until `close` is called or nobody asks more.
    """

    def __init__(self, file: Path) -> None:
        self._file = file.open("rb", _BUFFER)
        self.close = weakref.finalize(self, self._file.close)
        self._starts = array("Q", accumulate(map(len, self._file), initial=0))
        self._at = -1
        if len(self):
            self._file.seek(self._starts[-1] - 1)
            if self._file.read() != b"\n":
                self._starts.pop()

    def row(self, number: int) -> bytes:
        """The line with this number, with its line break."""
        start, end = self._starts[number], self._starts[number + 1]
        if start != self._at:  # what is asked for in order needs no seeking
            self._file.seek(start)
        self._at = end
        return self._file.read(end - start)

    def __iter__(self) -> Iterator[bytes]:
        """The lines in their order, which is quicker than one by one."""
        for first in range(0, len(self), _AT_ONCE):
            starts = self._starts[first : first + _AT_ONCE + 1]
            self._file.seek(starts[0])
            self._at = -1
            data = self._file.read(starts[-1] - starts[0])
            yield from [data[a - starts[0] : b - starts[0]] for a, b in pairwise(starts)]

    def __len__(self) -> int:
        return len(self._starts) - 1


def whole_lines(file: Path) -> Iterator[bytes]:
    """The lines of a file, one at a time; one that was cut short is left out."""
    with file.open("rb") as lines:
        yield from (line for line in lines if line.endswith(b"\n"))


def lines_of(file: Path) -> Iterator[tuple[int, Any]]:
    """Each row of a file with where its line starts; a line that was cut short is left out."""
    start = 0
    with file.open("rb") as lines:
        while some := [line for line in islice(lines, _AT_ONCE) if line.endswith(b"\n")]:
            for line, row in zip(some, rows_of(some), strict=True):
                yield start, row
                start += len(line)
