"""Where the rows of one template stand in a table's file, and the file that they are written to."""

from __future__ import annotations

from pathlib import Path
from typing import IO, NamedTuple


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
        self._start = 0
        self.parts: list[Part] = []

    def write(self, data: bytes) -> None:
        """Write what belongs to the part at hand."""
        self._file.write(data)

    def begin(self) -> None:
        """Leave what was written so far to no part."""
        self._start = self._file.tell()

    def end(self, rows: int = 0, raw: int = 0, crc: int = 0) -> None:
        """End the part at hand."""
        here = self._file.tell()
        self.parts.append(Part(self._start, here - self._start, rows, raw, crc))
        self._start = here

    def take(self, old: IO[bytes], part: Part) -> None:
        """Write a part of an older file again."""
        if old.tell() != part.start:
            old.seek(part.start)
        self._file.write(old.read(part.length))
        self.end(part.rows, part.raw, part.crc)

    def close(self) -> list[Part]:
        """Close the file; its parts."""
        self._file.close()
        return self.parts
