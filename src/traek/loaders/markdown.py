"""Markdown: headings, lists and quotes as blocks; code, links and comments as placeholders.

The text is read where it stands and never rendered, so every block is a slice of the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from traek.loaders.decoding import decoded
from traek.loaders.plain import Line, TextPlace, comment_spans, lines_of
from traek.model import Block, BlockKind, Document
from traek.placeholders import merged, typed_placeholders

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*#*$")
_UNDERLINE = re.compile(r"(=+|-+)$")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_FENCE = re.compile(r"(```+|~~~+)")
_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}$")
_TABLE_RULE = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*$")
_CELL = re.compile(r"(?:\\\||[^|])+")
_INLINE = re.compile(
    r"""
    (?P<code>(`+)(?!`).+?(?<!`)\2(?!`))
  | !\[[^\]\n]*\]\([^)\n]*\)                 # an image
  | (?<=\])(?:\([^)\n]*\)|\[[^\]\n]*\])      # where a link leads
  | <(?:https?://|mailto:)[^>\s]+>
  | (?:https?://|www\.)[^\s<>)]+
  | </?[a-zA-Z][^<>\n]*>                     # a tag
    """,
    re.VERBOSE | re.DOTALL,
)


class MarkdownLoader:
    """Reads `.md`; each block's locator is a `TextPlace` in the decoded text."""

    name = "md"
    extensions: tuple[str, ...] = (".md", ".markdown")

    def load(self, data: bytes, path: str, *, encoding: str | None = None) -> Document:
        """The letter in `data`.

        Raises:
            DocumentError: it is no text, has nothing in it, is too large, or not in `encoding`.
        """
        text = decoded(data, path, encoding)
        reader = _Reader(text)
        reader.read()
        return Document(path, tuple(reader.blocks))


@dataclass(slots=True)
class _Reader:
    """Goes through the lines once; `open` are the lines of the block being read."""

    text: str
    blocks: list[Block] = field(default_factory=list)
    headings: dict[int, str] = field(default_factory=dict)
    open: list[Line] = field(default_factory=list)
    kind: BlockKind = BlockKind.PARAGRAPH
    style: str | None = None

    def read(self) -> None:
        for line in self._prose():
            self._take(line)
        self._close()

    def _prose(self) -> Iterator[Line]:
        """The lines outside fenced code and front matter; a blank line where those stood."""
        fence = ""
        lines = list(lines_of(self.text))
        front = lines[0].text == "---" and any(line.text == "---" for line in lines[1:])
        for index, line in enumerate(lines):
            mark = _FENCE.match(line.text)
            if front:
                front = index == 0 or line.text != "---"
            elif fence:
                fence = "" if line.text.startswith(fence) else fence
            elif mark:
                fence = mark[1]
                yield Line("", line.start, line.number)
            else:
                yield line

    def _take(self, line: Line) -> None:
        heading, underline = _HEADING.match(line.text), _UNDERLINE.match(line.text)
        if heading:
            self._close()
            self._heading(_part(line, heading.start(2), heading.end(2)), len(heading[1]))
        elif underline and len(self.open) == 1 and self.kind is BlockKind.PARAGRAPH:
            title = self.open.pop()
            self._heading(title, 1 if line.text[0] == "=" else 2)
        elif not line.text or underline or _RULE.match(line.text):
            self._close()
        elif line.text.startswith("|"):
            self._row(line)
        else:
            self._prose_line(line)

    def _prose_line(self, line: Line) -> None:
        quote = _QUOTE.match(line.text)
        item = _ITEM.match(line.text, quote.end() if quote else 0)
        style = "Citat" if quote else None
        begin = item or quote
        if item or (style != self.style and self.open and quote):
            self._close()
        if not self.open:
            self.kind = BlockKind.LIST_ITEM if item else BlockKind.PARAGRAPH
            self.style = style
        rest = _part(line, begin.end() if begin else 0, len(line.text))
        if rest.text:
            self.open.append(rest)
        else:
            self._close()

    def _row(self, line: Line) -> None:
        self._close()
        if _TABLE_RULE.match(line.text):
            return
        for cell in _CELL.finditer(line.text):
            if cell[0].strip():
                self.kind, self.open = BlockKind.TABLE_CELL, [_part(line, *cell.span())]
                self._close()

    def _heading(self, line: Line, level: int) -> None:
        self.headings = {at: title for at, title in self.headings.items() if at < level}
        if line.text:
            self.kind, self.open = BlockKind.HEADING, [line]
            self._close()
            self.headings[level] = line.text

    def _close(self) -> None:
        """One block of the open lines; a quote over several lines becomes one block a line."""
        if self.style and len(self.open) > 1:
            groups = [[line] for line in self.open]
        else:
            groups = [self.open] if self.open else []
        for lines in groups:
            self._add(lines)
        self.open, self.kind, self.style = [], BlockKind.PARAGRAPH, None

    def _add(self, lines: list[Line]) -> None:
        first, last = lines[0], lines[-1]
        text = self.text[first.start : last.start + len(last.text)]
        inline = [match.span() for match in _INLINE.finditer(text)]
        self.blocks.append(
            Block(
                text=text,
                number=len(self.blocks) + 1,
                kind=self.kind,
                headings=tuple(self.headings.values()),
                style=self.style,
                placeholders=merged([*typed_placeholders(text), *comment_spans(text), *inline]),
                locator=TextPlace(first.start, first.number),
            )
        )


def _part(line: Line, start: int, end: int) -> Line:
    text = line.text[start:end]
    kept = text.strip()
    return Line(kept, line.start + start + text.find(kept), line.number)
