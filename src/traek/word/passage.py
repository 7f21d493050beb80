"""A block while its file is open: the text with the XML nodes that it came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from traek.model import BlockKind, Span
from traek.word.place import Attribute, Place, text_digest

if TYPE_CHECKING:
    from lxml import etree


class Piece(NamedTuple):
    """Characters from one node; a node that is no text element stands for one sign.

    `offset` counts in the run; `run_number` and `paragraph` number them as an `Address` does.
    """

    start: int
    end: int
    node: etree._Element
    run: etree._Element | None
    offset: int
    run_number: int
    paragraph: int


RawPiece: TypeAlias = tuple[int, int, Any, Any, int, int, int]
"""The parts of a `Piece` before it is one: a plain tuple costs a tenth as much."""


class Sink:
    """Text as it is gathered; the bare lists are there because this is the hot path."""

    __slots__ = ("gaps", "length", "parts", "pieces")

    def __init__(self) -> None:
        """An empty text."""
        self.parts: list[str] = []
        self.pieces: list[RawPiece] = []
        self.gaps: list[tuple[int, int]] = []
        self.length = 0

    def text(self) -> str:
        """What has been gathered."""
        return "".join(self.parts)


@dataclass(slots=True)
class Passage:
    """A block while its file is open.

    `raw` are the pieces as they were gathered, since most letters are only read. `anchor` is the
    paragraph on which a comment about it can hang. `level` is that of a heading.
    """

    text: str
    raw: list[RawPiece]
    anchor: etree._Element
    part: str
    where: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    style: str | None = None
    gaps: tuple[Span, ...] = ()
    latent: str | None = None
    label: str = ""
    para_id: str | None = None
    attribute: Attribute | None = None
    paragraphs: list[etree._Element] = field(default_factory=list)

    @property
    def pieces(self) -> list[Piece]:
        """Where the text came from, piece by piece."""
        return [Piece(*piece) for piece in self.raw]

    def place(self) -> Place:
        """The address that a block keeps."""
        return Place(
            part=self.part,
            stretches=tuple(
                (start, paragraph, run, offset)
                for start, _, _, _, offset, run, paragraph in self.raw
            ),
            digest=text_digest(self.text),
            para_id=self.para_id,
            attribute=self.attribute,
            label=self.label,
        )
