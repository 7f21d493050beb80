"""The blocks of a letter typed as plain text.

Blank lines divide blocks. A single newline stays inside its block, except where it is plain that
the lines are things of their own: greetings, closings, addresses, signatures and list items.
Breaking a sentence in two loses markers, so in doubt the lines stay together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from traek.dates import MONTHS
from traek.model import Block, BlockKind, Span
from traek.placeholders import merged, typed_placeholders

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Where a block begins: code points from the start of the decoded text, and its line from 1.

    The block's text stands unchanged there: `text[start : start + len(block.text)]`.
    """

    start: int
    line: int


class Line(NamedTuple):
    """One line without its indentation and line ending, and where it stands."""

    text: str
    start: int
    number: int


class Piece(NamedTuple):
    """Lines that make one block; the text runs from the first's start to the last's end."""

    lines: list[Line]
    kind: BlockKind = BlockKind.PARAGRAPH


GREETING = re.compile(r"(?:kære|hej|goddag|god dag|godmorgen|hejsa|til)\b", re.IGNORECASE)
CLOSING = re.compile(
    r"(?:(?:med\s+)?(?:de\s+)?(?:venlig|bedste|kærlig|mange|med)e?\s+hils(?:en|ner)"
    r"|mvh|hilsen|på\s+vegne\s+af|hav\s+en\s+god)\b",
    re.IGNORECASE,
)
_BULLET = re.compile(
    r"(?:[-*•·▪◦‣–—]|\(?(?:\d{1,2}[.)]|[a-zæøå]\.|[a-zæøåA-ZÆØÅ]\)))[ \t]+(?=\S)"
)  # »A.« may be an initial and stays in the text
_DATE = re.compile(rf"\d{{1,2}}\.\s*(?:{'|'.join(MONTHS)}|\d)", re.IGNORECASE)
_LABEL = re.compile(r"[A-ZÆØÅ][\w./ -]{0,24}(?::|nr\.)\s+\S")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_NUMBERED = re.compile(r"\d{4}|\d\d \d\d|\s\d+\w?$")
_STOP = (".", ",", ";", "!", "?")
_LOOSE_ENDS = frozenset(
    [
        "af",
        "at",
        "den",
        "der",
        "det",
        "de",
        "din",
        "dit",
        "dine",
        "du",
        "en",
        "er",
        "et",
        "for",
        "fra",
        "ham",
        "han",
        "har",
        "hun",
        "i",
        "ikke",
        "jeg",
        "kan",
        "med",
        "men",
        "og",
        "om",
        "på",
        "samt",
        "sig",
        "skal",
        "som",
        "til",
        "ved",
        "vi",
        "vil",
        "vores",
        "eller",
        "mellem",
        "efter",
        "inden",
    ]
)
_ADDRESS_WIDTH = 50
_HEADING_WIDTH = 80
_WRAPPED_WIDTH = 110


def blocks_of_text(text: str) -> tuple[Block, ...]:
    """The blocks of `text` in reading order; their locators are `TextPlace` values."""
    chunks = _chunks(text)
    blocks: list[Block] = []
    heading: tuple[str, ...] = ()
    closed = False
    for index, chunk in enumerate(chunks):
        following = chunks[index + 1] if index + 1 < len(chunks) else None
        if not closed and following and _looks_like_heading(chunk, following):
            heading = (chunk[0].text,)
            blocks.append(_block(text, Piece(chunk, BlockKind.HEADING), (), len(blocks) + 1))
            continue
        for piece in _pieces(chunk, closed=closed):
            if piece.kind is BlockKind.HEADING:
                heading = ()
            closed = closed or bool(CLOSING.match(piece.lines[0].text))
            blocks.append(_block(text, piece, heading, len(blocks) + 1))
            if piece.kind is BlockKind.HEADING:
                heading = (piece.lines[0].text,)
    return tuple(blocks)


def comment_spans(text: str) -> list[Span]:
    """HTML comments such as `<!-- traek: … -->`, which stay in the text but are no words of it."""
    if "<!--" not in text:
        return []
    return [Span(*match.span()) for match in _COMMENT.finditer(text)]


def _block(text: str, piece: Piece, headings: tuple[str, ...], number: int) -> Block:
    first, last = piece.lines[0], piece.lines[-1]
    inner = text[first.start : last.start + len(last.text)]
    return Block(
        text=inner,
        number=number,
        kind=piece.kind,
        headings=headings,
        placeholders=merged([*typed_placeholders(inner), *comment_spans(inner)]),
        locator=TextPlace(first.start, first.number),
    )


def lines_of(text: str) -> Iterator[Line]:
    """Every line of `text`; form feeds and lone carriage returns end a line too."""
    start = 0
    for number, raw in enumerate(re.split(r"(?<=\n)|(?<=\f)|(?<=\r)(?!\n)", text), start=1):
        stripped = raw.strip("\ufeff \t\r\n\f\v\u00a0")
        yield Line(stripped, start + raw.find(stripped), number)
        start += len(raw)


def _chunks(text: str) -> list[list[Line]]:
    lines = list(lines_of(text))
    if _is_unwrapped(lines):
        return [[line] for line in lines if line.text]
    chunks: list[list[Line]] = [[]]
    for line in lines:
        if line.text:
            chunks[-1].append(line)
        elif chunks[-1]:
            chunks.append([])
    return chunks if chunks[-1] else chunks[:-1]


def _is_unwrapped(lines: list[Line]) -> bool:
    """Whether each line is a paragraph, as Word saves plain text."""
    lengths = [len(line.text) for line in lines]
    return sum(length for length in lengths if length > _WRAPPED_WIDTH) > sum(lengths) / 3


def _looks_like_heading(chunk: list[Line], following: list[Line]) -> bool:
    """Whether a line alone, before a paragraph or a greeting, names what comes after it."""
    if len(chunk) > 1 or not _names_something(chunk[0].text):
        return False
    after = following[0].text
    if GREETING.match(after):
        return " " in chunk[0].text
    prose = len(after) > _HEADING_WIDTH or following[-1].text.endswith((".", "?", "!", ":"))
    return prose and not _BULLET.match(after)


def _names_something(line: str) -> bool:
    """Whether a line could be a heading: short, no sentence, no name, date or address."""
    line = _COMMENT.sub("", line).strip()
    words = line.split()
    if not words:
        return False
    if len(line) > _HEADING_WIDTH or line.endswith((".", ",", ";", ":", "!")):
        return False
    if any(pattern.match(line) for pattern in (GREETING, CLOSING, _LABEL)) or _DATE.search(line):
        return False
    if "@" in line or _NUMBERED.search(line) or not line[0].isalnum() or line[0].islower():
        return False
    is_name = len(words) > 1 and all(word[:1].isupper() for word in words)
    return line.isupper() or not is_name


def _pieces(chunk: list[Line], *, closed: bool) -> list[Piece]:
    if closed and all(len(line.text) <= _HEADING_WIDTH for line in chunk):
        return [Piece([line]) for line in chunk]
    for index, line in enumerate(chunk):
        if CLOSING.match(line.text) and len(line.text) <= _ADDRESS_WIDTH:
            before = _pieces(chunk[:index], closed=False) if index else []
            return [*before, *(Piece([each]) for each in chunk[index:])]
    greeted = GREETING.match(chunk[0].text) and len(chunk[0].text) <= _HEADING_WIDTH
    if greeted and len(chunk) > 1 and chunk[1].text[0].isupper():
        return [Piece(chunk[:1]), *_pieces(chunk[1:], closed=False)]
    if _headed(chunk):
        return [Piece(chunk[:1], BlockKind.HEADING), *_pieces(chunk[1:], closed=False)]
    return _list_items(chunk) or _address_lines(chunk) or [Piece(chunk)]


def _headed(chunk: list[Line]) -> bool:
    """Whether the first line is a heading that stands close on its paragraph."""
    if len(chunk) == 1 or not chunk[1].text[0].isupper():
        return False
    if GREETING.match(chunk[1].text):
        return _looks_like_heading(chunk[:1], chunk[1:])
    first, room = chunk[0].text, max(len(line.text) for line in chunk[1:])
    would_fit = len(first) + 1 + len(chunk[1].text.split(None, 1)[0]) <= room
    return (
        would_fit
        and room > _HEADING_WIDTH // 2
        and len(first) <= min(_ADDRESS_WIDTH, room // 2)
        and first.rsplit(None, 1)[-1].lower() not in _LOOSE_ENDS
        and _looks_like_heading(chunk[:1], chunk[1:])
    )


def _list_items(chunk: list[Line]) -> list[Piece]:
    """The chunk as an introduction and its list items, or nothing where it is no list."""
    pieces: list[Piece] = []
    for index, line in enumerate(chunk):
        bullet = None if _DATE.match(line.text) else _BULLET.match(line.text)
        starts = index == 0 or pieces[-1].kind is BlockKind.LIST_ITEM
        starts = starts or chunk[index - 1].text.endswith(":")
        if bullet and starts:
            rest = Line(line.text[bullet.end() :], line.start + bullet.end(), line.number)
            pieces.append(Piece([rest], BlockKind.LIST_ITEM))
        elif pieces:
            pieces[-1].lines.append(line)
        else:
            pieces.append(Piece([line]))
    return pieces if any(piece.kind is BlockKind.LIST_ITEM for piece in pieces) else []


def _address_lines(chunk: list[Line]) -> list[Piece]:
    """The chunk line by line where every line stands for itself, or nothing where it is prose."""
    stands_alone = all(
        len(line.text) <= _ADDRESS_WIDTH and (_LABEL.match(line.text) or _ends_by_itself(line.text))
        for line in chunk
    )
    return [Piece([line]) for line in chunk] if stands_alone else []


def _ends_by_itself(line: str) -> bool:
    opens = line[0].isupper() or line[0].isdigit() or line[0] in "«{[<_("
    return (
        opens and not line.endswith(_STOP) and line.rsplit(None, 1)[-1].lower() not in _LOOSE_ENDS
    )
