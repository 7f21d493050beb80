"""Files of JSON lines, read and written quickly: a library has some hundred thousand of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

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


def whole_lines(file: Path) -> list[bytes]:
    """The lines of a file; one that was cut short is left out."""
    with file.open("rb") as lines:
        found = lines.readlines()
    if found and not found[-1].endswith(b"\n"):
        found.pop()
    return found


def lines_of(file: Path) -> Iterator[tuple[int, Any]]:
    """Each row of a file with where its line starts; a line that was cut short is left out."""
    start = 0
    with file.open("rb") as lines:
        while some := [line for line in islice(lines, _AT_ONCE) if line.endswith(b"\n")]:
            for line, row in zip(some, rows_of(some), strict=True):
                yield start, row
                start += len(line)
