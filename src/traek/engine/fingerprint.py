"""What a finding is known by when its letter changes around it."""

from __future__ import annotations

import hashlib
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from traek.model import Block, Span
from traek.reading import Sentence

_SIDE_TOKENS = 2


class Surround:
    """A block's tokens end to end, for what stands around its findings."""

    def __init__(self, block: Block, sentences: Iterable[Sentence]) -> None:
        self.heading = block.headings[-1].casefold() if block.headings else ""
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for sentence in sentences:
            self.words += sentence.lowers
            self.starts += sentence.starts
            self.ends += sentence.ends

    def around(self, span: Span) -> list[str]:
        """The tokens that the span touches, and two on each side."""
        first = bisect_right(self.ends, span.start)
        last = bisect_left(self.starts, span.end)
        return self.words[max(0, first - _SIDE_TOKENS) : last + _SIDE_TOKENS]


def fingerprint(rule: str, surround: Surround | None, span: Span | None) -> str:
    """Sixteen hex digits from the rule, the folded quote, two tokens each side and the heading.

    No path, no line and no block number: a paragraph that is moved or wrapped anew keeps its
    fingerprints, and a second copy of it has the same.
    """
    core = surround.around(span) if surround and span else []
    heading = surround.heading if surround else ""
    folded = unicodedata.normalize("NFC", "\n".join([rule, heading, " ".join(core)]))
    return hashlib.blake2b(folded.encode(), digest_size=8).hexdigest()
