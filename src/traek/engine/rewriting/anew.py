"""A sentence said anew as a whole."""

from __future__ import annotations

from traek.engine.rewriting.cutting import body, capital
from traek.engine.rewriting.draft import Change
from traek.reading import Sentence


def said_anew(sentence: Sentence, text: str | None) -> Change | None:
    """The body of the sentence as `text`; its opening and final signs stay. None for no text."""
    if not text:
        return None
    first, last = body(sentence)
    return Change(sentence.span(first, last), text if text.startswith("[") else capital(text))
