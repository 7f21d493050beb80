"""Edits as a person reads them: the words that go and the words that come, where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from traek.differences import hunks
from traek.engine.text import read_block
from traek.fixing.edit import Edit
from traek.reporters.text.page import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from traek.model import Block, Document

_RED, _GREEN, _BOLD, _FAINT, _OFF = "\x1b[31;9m", "\x1b[32;1m", "\x1b[1m", "\x1b[2m", "\x1b[0m"
_INDENT = "  "
_STEERING = re.compile(r"\x1b\[[\d;]*m")


@dataclass(frozen=True, slots=True)
class Ink:
    """How words that go and come are marked: in colour, or with signs where there is none.

    Lines are as wide as they need to be, or at most `width` where that is known.
    """

    colour: bool
    width: int | None = None

    def gone(self, text: str) -> str:
        """Words that go: red and struck out, or `[-so-]`."""
        return self._marked(text, _RED, "[-", "-]")

    def new(self, text: str) -> str:
        """Words that come: green, or `{+so+}`."""
        return self._marked(text, _GREEN, "{+", "+}")

    def bold(self, text: str) -> str:
        """A heading."""
        return f"{_BOLD}{text}{_OFF}" if self.colour else text

    def faint(self, text: str) -> str:
        """What matters less."""
        return f"{_FAINT}{text}{_OFF}" if self.colour else text

    def lines(self, text: str) -> Iterator[str]:
        """`text`, indented, in lines that fit; what steers a terminal takes no room."""
        line, room = _INDENT, 0
        for word in text.split(" "):
            length = len(_STEERING.sub("", word))
            if self.width and room and len(_INDENT) + room + 1 + length > self.width:
                yield line
                line, room = _INDENT, 0
            line += f" {word}" if room else word
            room += length + bool(room)
        yield line

    def _marked(self, text: str, on: str, before: str, after: str) -> str:
        if not text.strip():
            return text if before == "{+" else ""
        words = plain(text)
        return f"{on}{words}{_OFF}" if self.colour else f"{before}{words}{after}"


def shown(document: Document, edits: Sequence[Edit], ink: Ink) -> Iterator[str]:
    """The lines that show the edits, block by block; only sentences that change are shown."""
    blocks = {block.number: block for block in document.blocks}
    for number, group in groupby(edits, key=lambda edit: edit.block):
        block = None if number is None else blocks[number]
        yield ink.faint("Sidst i brevet" if block is None else f"Afsnit {block.number}")
        inside = []
        for edit in group:
            if edit.span is None:
                for paragraph in edit.text.split("\n\n"):
                    yield from ink.lines(ink.new(paragraph))
            else:
                inside.append(edit)
        if block is not None and inside:
            for text in _sentences(block, inside, ink):
                yield from ink.lines(text)


def _sentences(block: Block, edits: Sequence[Edit], ink: Ink) -> Iterator[str]:
    """Each stretch of sentences that the edits touch, on a line."""
    edges = [(s.starts[0], s.ends[-1]) for s in read_block(block) if s.words]
    for start, end in _stretches(edges, edits):
        inside = [e for e in edits if e.span and start <= e.span.start and e.span.end <= end]
        yield _marked(block.text, start, end, inside, ink)


def _stretches(edges: Iterable[tuple[int, int]], edits: Sequence[Edit]) -> list[tuple[int, int]]:
    """The sentences that are touched; those that one edit joins are one stretch."""
    spans = [edit.span for edit in edits if edit.span]
    found: list[tuple[int, int]] = []
    for start, end in edges:
        touching = [each for each in spans if each.start < end and start <= each.end]
        if not touching:
            continue
        low, high = min(start, *(s.start for s in touching)), max(end, *(s.end for s in touching))
        if found and low < found[-1][1]:
            found[-1] = found[-1][0], max(high, found[-1][1])
        else:
            found.append((low, high))
    return found


def _marked(text: str, start: int, end: int, edits: Iterable[Edit], ink: Ink) -> str:
    parts, done = [], start
    for edit in edits:
        at = edit.span.start if edit.span else start
        for first, last, new in hunks(edit.old, edit.text, wrapped=True):
            parts += [plain(text[done : at + first]), ink.gone(text[at + first : at + last])]
            parts.append(ink.new(new))
            done = at + last
    parts.append(plain(text[done:end]))
    return "".join(parts).strip()
