"""A block while its file is open: the text with the XML nodes that it came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from traek.model import BlockKind, Span
from traek.word.place import Attribute, Place, Stretch, text_digest

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


class Sink:
    """Text as it is gathered; the bare lists are there because this is the hot path."""

    __slots__ = ("gaps", "length", "parts", "pieces")

    def __init__(self) -> None:
        """An empty text."""
        self.parts: list[str] = []
        self.pieces: list[tuple[int, int, etree._Element, etree._Element | None, int, int, int]]
        self.pieces = []
        self.gaps: list[tuple[int, int]] = []
        self.length = 0

    def text(self) -> str:
        """What has been gathered."""
        return "".join(self.parts)


@dataclass(slots=True)
class Passage:
    """A block while its file is open.

    `anchor` is the paragraph on which a comment about it can hang. `in_field` says whether a
    field was already open where the first paragraph begins. `level` is that of a heading.
    """

    text: str
    pieces: list[Piece]
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
    in_field: bool = False
    paragraphs: list[etree._Element] = field(default_factory=list)

    def place(self) -> Place:
        """The address that a block keeps."""
        return Place(
            part=self.part,
            stretches=tuple(
                Stretch(start, paragraph, run, offset)
                for start, _, _, _, offset, run, paragraph in self.pieces
            ),
            digest=text_digest(self.text),
            para_id=self.para_id,
            attribute=self.attribute,
            label=self.label,
        )
