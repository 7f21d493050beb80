"""Where the rows of one template stand in a table's file, and the file that they are written to."""

from __future__ import annotations

from pathlib import Path
from typing import IO, NamedTuple

_AT_ONCE = 1 << 20


class Part(NamedTuple):
    """A stretch of a file that holds one template's rows and nothing else.

    The last three are for a workbook, whose rows are compressed: how many there are, the length
    of their text and its checksum.
    """

    start: int
    length: int
    rows: int = 0
    raw: int = 0
    crc: int = 0


class PartedFile:
    """A file written part by part; `parts` are those that have ended."""

    def __init__(self, file: Path) -> None:
        self._file = file.open("wb")
        self._start = self._here = 0
        self._taken: tuple[IO[bytes], int, int] | None = None
        self.parts: list[Part] = []

    def write(self, data: bytes) -> None:
        """Write what belongs to the part at hand."""
        self._copy_taken()
        self._file.write(data)
        self._here += len(data)

    def begin(self) -> None:
        """Leave what was written so far to no part."""
        self._start = self._here

    def end(self, rows: int = 0, raw: int = 0, crc: int = 0) -> None:
        """End the part at hand."""
        self.parts.append(Part(self._start, self._here - self._start, rows, raw, crc))
        self._start = self._here

    def take(self, old: IO[bytes], part: Part) -> None:
        """Write a part of an older file again."""
        if self._taken is not None and self._taken[::2] == (old, part.start):
            self._taken = old, self._taken[1], part.start + part.length
        else:
            self._copy_taken()
            self._taken = old, part.start, part.start + part.length
        self._here += part.length
        self.end(part.rows, part.raw, part.crc)

    def close(self) -> list[Part]:
        """Close the file; its parts."""
        self._copy_taken()
        self._file.close()
        return self.parts

    def _copy_taken(self) -> None:
        """Copy what was taken since the last time, which mostly stands together."""
        if self._taken is not None:
            old, start, end = self._taken
            self._taken = None
            old.seek(start)
            copy(old, self._file, end - start)


def copy(source: IO[bytes], target: IO[bytes], length: int) -> None:
    """Copy so many bytes."""
    while length > 0 and (piece := source.read(min(length, _AT_ONCE))):
        target.write(piece)
        length -= len(piece)
