"""A sentence said anew as a whole."""

from __future__ import annotations

from traek.engine.rewriting.cutting import body, capital, text_of
from traek.engine.rewriting.draft import Change
from traek.reading import Sentence


def said_anew(sentence: Sentence, text: str | None) -> Change | None:
    """The body of the sentence as `text`; its opening and final signs stay. None for no text."""
    if not text:
        return None
    first, last = body(sentence)
    return Change(sentence.span(first, last), text if text.startswith("[") else capital(text))


def followed(sentence: Sentence, more: str) -> Change | None:
    """The sentence with another one behind it, which needs no final sign.

    None where the paragraph says that already, as it does once somebody took the rewrite.
    """
    if more.split("[", maxsplit=1)[0] in sentence.block.text:
        return None
    return said_anew(sentence, f"{text_of(sentence, *body(sentence))}. {more}")
