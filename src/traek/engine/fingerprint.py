"""What a finding is known by when its letter changes around it."""

from __future__ import annotations

import hashlib
import unicodedata

from traek.model import Block, Span
from traek.reading import Sentence

_SIDE_TOKENS = 2


def fingerprint(
    rule: str, block: Block | None, sentences: list[Sentence], span: Span | None
) -> str:
    """Sixteen hex digits from the rule, the folded quote, two tokens each side and the heading.

    No path, no line and no block number: a paragraph that is moved or wrapped anew keeps its
    fingerprints, and a second copy of it has the same.
    """
    heading = block.headings[-1] if block and block.headings else ""
    words = [word for sentence in sentences for word in sentence.lowers]
    places = [
        (start, end)
        for sentence in sentences
        for start, end in zip(sentence.starts, sentence.ends, strict=True)
    ]
    if span is None or block is None:
        core: list[str] = []
    else:
        inside = [i for i, (a, b) in enumerate(places) if a < span.end and span.start < b]
        first, last = (inside[0], inside[-1] + 1) if inside else (0, 0)
        core = words[max(0, first - _SIDE_TOKENS) : last + _SIDE_TOKENS]
    folded = unicodedata.normalize("NFC", " ".join([rule, heading.casefold(), *core]))
    return hashlib.blake2b(folded.encode(), digest_size=8).hexdigest()
