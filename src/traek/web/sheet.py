"""The text on the page as blocks: typed freely, or laid out as the file that was dropped on it.

The page holds one running text. A dropped file gives it the text of its blocks with blank lines
between them, and the blocks' `shape`, which the page sends back with the text: the server keeps
nothing. Text that was edited meanwhile finds its blocks again by `traek.web.aligning`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from traek.loaders.plain import TextPlace, blocks_of_text
from traek.model import Block, BlockKind, Document, Span
from traek.placeholders import merged, typed_placeholders
from traek.web.aligning import aligned

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A running text, its blocks, and where in the text each block starts, in code points.

    `origins` tells for each block the number of the file's block that it is, or None where it
    was written on the page.
    """

    text: str
    blocks: tuple[Block, ...]
    starts: tuple[int, ...]
    origins: tuple[int | None, ...] = ()

    def document(self, path: str) -> Document:
        """The letter that the engine reads."""
        return Document(path, self.blocks)


def typed(text: str) -> Sheet:
    """The sheet of a text that was typed or pasted."""
    blocks = blocks_of_text(text)
    starts = [block.locator.start for block in blocks if isinstance(block.locator, TextPlace)]
    return Sheet(text, blocks, tuple(starts))


def running_text(blocks: Iterable[Block]) -> str:
    """The text that the page shows for the blocks of a file."""
    return GAP.join(block.text for block in blocks)


def laid_out(text: str, shape: Sequence[Block]) -> Sheet:
    """The sheet of a text that began as a file with the blocks of `shape` and was edited since."""
    pieces = list(_pieces(text))
    owners = [place for place, block in enumerate(shape) for _ in block.text.split(GAP)]
    before = [piece for block in shape for piece in block.text.split(GAP)]
    found = aligned(before, [piece for _, piece in pieces])
    groups: list[tuple[int | None, int, int]] = []
    for (start, piece), match in zip(pieces, found, strict=True):
        owner = None if match is None else owners[match]
        if owner is not None and groups and groups[-1][0] == owner:
            groups[-1] = (owner, groups[-1][1], start + len(piece))
        elif piece.strip():
            groups.append((owner, start, start + len(piece)))
    blocks: list[Block] = []
    for number, (owner, start, end) in enumerate(groups, start=1):
        above = blocks[-1].headings if blocks else ()
        block = Block("", 0, headings=above) if owner is None else shape[owner]
        blocks.append(_rewritten(block, text[start:end], number))
    return Sheet(
        text,
        tuple(blocks),
        tuple(start for _, start, _ in groups),
        tuple(None if owner is None else shape[owner].number for owner, _, _ in groups),
    )


def end_of_letter(sheet: Sheet) -> int:
    """Where in the sheet's text the letter itself ends, before what stands in margins and notes."""
    ends = [
        start + len(block.text)
        for block, start in zip(sheet.blocks, sheet.starts, strict=True)
        if block.part == "hoveddel"
    ]
    return max(ends, default=len(sheet.text))


def shape_of(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    """The blocks as JSON for the page to keep; their way back into the file is not among it."""
    return [
        {
            "text": block.text,
            "number": block.number,
            "kind": block.kind.value,
            "part": block.part,
            "headings": list(block.headings),
            "placeholders": [list(span) for span in block.placeholders],
            "latent": block.latent,
        }
        for block in blocks
    ]


def blocks_of(shape: Iterable[dict[str, Any]]) -> tuple[Block, ...]:
    """The blocks that `shape_of` told.

    Raises:
        KeyError, TypeError, ValueError: it is no such shape.
    """
    return tuple(
        Block(
            text=str(told["text"]),
            number=int(told["number"]),
            kind=BlockKind(told["kind"]),
            part=str(told["part"]),
            headings=tuple(map(str, told["headings"])),
            placeholders=tuple(Span(int(start), int(end)) for start, end in told["placeholders"]),
            latent=None if told["latent"] is None else str(told["latent"]),
        )
        for told in shape
    )


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The parts of the text between blank lines, each with its start."""
    start = 0
    for piece in text.split(GAP):
        yield start, piece
        start += len(piece) + len(GAP)


def _rewritten(block: Block, text: str, number: int) -> Block:
    """The block with its new text; a gap is kept where its words still stand in their order."""
    if text == block.text:
        return replace(block, number=number)
    gaps: list[Span] = []
    after = 0
    for gap in block.placeholders:
        at = text.find(block.text[slice(*gap)], after)
        if at >= 0:
            after = at + gap.end - gap.start
            gaps.append(Span(at, after))
    spans = merged([*gaps, *typed_placeholders(text)])
    return replace(block, text=text, number=number, placeholders=spans)
