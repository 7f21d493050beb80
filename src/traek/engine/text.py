"""A block, read: normalised, cut into tokens, split into sentences. Imports no spaCy."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from traek.engine.normalise import Normalised, normalise
from traek.engine.sentences import sentence_starts
from traek.engine.tokens import GAP, cut
from traek.reading import Sentence

if TYPE_CHECKING:
    from traek.model import Block, Span


def read_block(block: Block) -> list[Sentence]:
    """The block's sentences, without grammar; placeholders are single tokens »[]«."""
    text = block.text
    normalised = normalise(_without(text, block.placeholders) if block.placeholders else text)
    words, starts, ends = cut(normalised.text)
    if not words:
        return []
    begins = sentence_starts(words, starts, normalised.text)
    if normalised.offsets is not None:
        starts, ends = _back(normalised, starts, ends)
    lowers = "\n".join(words).lower().split("\n")
    edges = [*begins, len(words)]
    return [
        Sentence(block, index, words[a:b], lowers[a:b], starts[a:b], ends[a:b])
        for index, (a, b) in enumerate(itertools.pairwise(edges))
    ]


def _without(text: str, placeholders: tuple[Span, ...]) -> str:
    """The text with every placeholder's characters replaced, one for one."""
    for start, end in placeholders:
        text = text[:start] + GAP * (end - start) + text[end:]
    return text


def _back(
    normalised: Normalised, starts: list[int], ends: list[int]
) -> tuple[list[int], list[int]]:
    original, original_end = normalised.original, normalised.original_end
    return [original(start) for start in starts], [original_end(end) for end in ends]
