"""Blocks put together one by one, with their numbers and the headings above them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from traek.model import Block, BlockKind, Span
from traek.placeholders import merged, typed_placeholders

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Nth:
    """A block's place in a file that traek reads and does not write: its paragraph or line."""

    count: int


@dataclass(slots=True)
class Builder:
    """The blocks so far; blank text is left out."""

    blocks: list[Block] = field(default_factory=list)
    headings: dict[int, str] = field(default_factory=dict)

    def add(
        self,
        text: str,
        kind: BlockKind = BlockKind.PARAGRAPH,
        *,
        level: int = 0,
        part: str = "hoveddel",
        style: str | None = None,
        gaps: Iterable[tuple[int, int]] = (),
        latent: str | None = None,
        locator: object = None,
    ) -> None:
        """One more block; `level` is that of a heading and 0 is the largest."""
        if not text.strip():
            return
        if kind is BlockKind.HEADING:
            self.headings = {at: title for at, title in self.headings.items() if at < level}
        spans: tuple[Span, ...] = merged([*gaps, *typed_placeholders(text)])
        above = tuple(self.headings.values()) if part == "hoveddel" else ()
        self.blocks.append(
            Block(
                text=text,
                number=len(self.blocks) + 1,
                kind=kind,
                part=part,
                headings=above,
                style=style,
                placeholders=spans,
                latent=latent,
                locator=locator,
            )
        )
        if kind is BlockKind.HEADING:
            self.headings[level] = " ".join(text.split())
