"""A ZIP archive of members that were compressed elsewhere, stretch by stretch.

`zipfile` compresses what it is given. A workbook of a large library is mostly rows that are as they
were, and compressing them anew costs more than all the rest; here they are put in as they are.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import IO, NamedTuple

from traek.audit.report.tables.part import copy

_LOCAL, _CENTRAL, _END = "<4s5H3L2H", "<4s6H3L5H2L", "<4s4H2LH"
_VERSION, _UTF8, _DEFLATED, _ANY_DAY = 20, 0x800, 8, 33
"""The oldest version that reads it; names in UTF-8; the method; 1 January 1980."""
_POLYNOMIAL = 0xEDB88320


class Squeezed(NamedTuple):
    """Compressed data that may stand between others, with the length and checksum of its text."""

    data: bytes
    raw: int
    crc: int


def squeezed(text: bytes, *, last: bool = False) -> Squeezed:
    """`text` compressed so that others can follow it, unless it is the `last`."""
    machine = zlib.compressobj(6, zlib.DEFLATED, -15)
    data = machine.compress(text) + machine.flush(zlib.Z_FINISH if last else zlib.Z_FULL_FLUSH)
    return Squeezed(data, len(text), zlib.crc32(text))


@dataclass(slots=True)
class Checksum:
    """The length and CRC-32 of a text that comes in stretches whose own are known."""

    raw: int = 0
    crc: int = 0

    def add(self, raw: int, crc: int) -> None:
        """Count in one more stretch."""
        self.raw += raw
        self.crc = _followed(self.crc, raw) ^ crc


@dataclass(slots=True)
class Archive:
    """Writes members one after the other; `close` makes the archive whole."""

    file: IO[bytes]
    _entries: list[bytes] = field(default_factory=list)

    def put(self, name: str, text: bytes) -> None:
        """A member with this text."""
        only = squeezed(text, last=True)
        self._head(name, len(only.data), only.raw, only.crc)
        self.file.write(only.data)

    def join(
        self, name: str, head: Squeezed, rows: tuple[IO[bytes], int], sums: Checksum, tail: Squeezed
    ) -> int:
        """A member of a head, so many bytes from a file, and a tail; where the bytes then stand."""
        source, length = rows
        whole = Checksum()
        for raw, crc in ((head.raw, head.crc), (sums.raw, sums.crc), (tail.raw, tail.crc)):
            whole.add(raw, crc)
        self._head(name, len(head.data) + length + len(tail.data), whole.raw, whole.crc)
        self.file.write(head.data)
        start = self.file.tell()
        copy(source, self.file, length)
        self.file.write(tail.data)
        return start

    def close(self) -> None:
        """Write the list of members."""
        start, count = self.file.tell(), len(self._entries)
        listed = b"".join(self._entries)
        self.file.write(listed)
        self.file.write(struct.pack(_END, b"PK\5\6", 0, 0, count, count, len(listed), start, 0))

    def _head(self, name: str, length: int, raw: int, crc: int) -> None:
        start, title = self.file.tell(), name.encode()
        about = (_UTF8, _DEFLATED, 0, _ANY_DAY, crc, length, raw, len(title), 0)
        self.file.write(struct.pack(_LOCAL, b"PK\3\4", _VERSION, *about) + title)
        listed = struct.pack(_CENTRAL, b"PK\1\2", _VERSION, _VERSION, *about, 0, 0, 0, 0, start)
        self._entries.append(listed + title)


def _times(one: int, other: int) -> int:
    """The product of two polynomials over GF(2) modulo the CRC's, lowest power in the highest bit."""
    product, bit = 0, 1 << 31
    while bit:
        if one & bit:
            product ^= other
        other = (other >> 1) ^ (_POLYNOMIAL if other & 1 else 0)
        bit >>= 1
    return product


@cache
def _table(power: int) -> tuple[tuple[int, ...], ...]:
    """What each of a checksum's four bytes becomes when two to the `power` bytes follow it."""
    factor = _times(1 << 30, 1 << 30)  # x squared
    for _ in range(power + 2):
        factor = _times(factor, factor)
    bits = [_times(factor, 1 << at) for at in range(32)]
    return tuple(tuple(_bytes(bits[at : at + 8])) for at in (0, 8, 16, 24))


def _bytes(bits: Sequence[int]) -> list[int]:
    """What every byte becomes, where `bits` is what each of its bits becomes, the lowest first."""
    told = [0]
    for bit in bits:
        told += [each ^ bit for each in told]
    return told


def _followed(crc: int, length: int) -> int:
    """The part that a checksum has in that of a text that goes on for so many bytes."""
    power = 0
    while length:
        if length & 1:
            low, second, third, high = _table(power)
            crc = low[crc & 255] ^ second[crc >> 8 & 255] ^ third[crc >> 16 & 255] ^ high[crc >> 24]
        length >>= 1
        power += 1
    return crc
