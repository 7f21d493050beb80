"""Where the sentences of a paragraph stand."""

from __future__ import annotations

from collections.abc import Iterable

from traek.engine.text import read_block
from traek.model import Block, Span


def spans_of(text: str, placeholders: Iterable[Span] = ()) -> list[Span]:
    """Where the sentences of a paragraph stand."""
    block = Block(text, 1, placeholders=tuple(placeholders))
    return [s.span(0, len(s.words)) for s in read_block(block) if s.words]
