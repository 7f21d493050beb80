"""Rewrites filled in from the letter's own words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from traek.engine.address import turned
from traek.engine.match import Match
from traek.reading import Sentence

_PART = re.compile(r"\{([^{}:]+)\}")


def filled(template: str, match: Match, sentence: Sentence, form: str) -> str | None:
    """The template with the match's named parts in it, in the letter's form of address.

    The capital follows what is replaced. None where the template needs a part that this match
    does not have.
    """
    parts = _texts(match, sentence)
    if any(name not in parts for name in _PART.findall(template)):
        return None
    pieces = _PART.split(template)
    text = "".join(
        parts[piece] if index % 2 else turned(piece, form) for index, piece in enumerate(pieces)
    )
    first = sentence.block.text[sentence.starts[match.start]]
    if first.isupper() and sentence.words[match.start] not in {"De", "Dem", "Deres", "I"}:
        return text[:1].upper() + text[1:]
    if match.start == 0:
        return text[:1].upper() + text[1:]
    return text


def _texts(match: Match, sentence: Sentence) -> Mapping[str, str]:
    text = sentence.block.text
    return {
        name: text[sentence.starts[start] : sentence.ends[end - 1]] if end > start else ""
        for name, (start, end) in match.parts.items()
    }
