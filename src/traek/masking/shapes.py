"""What a name looks like in print: capital letters, initials, particles and double names."""

from __future__ import annotations

import re

SPACE = r"(?:[^\S\n]+)"
_MARKS = "[\u0300-\u036f]*"  # text that was written on a Mac may have its rings and accents apart
LETTER = rf"(?:[^\W\d_]{_MARKS})"
_UPPER = rf"(?:[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĹĻŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽ]{_MARKS})"
WORD = rf"(?:{_UPPER}{LETTER}*(?:[-'’‑]{LETTER}+)*)"
INITIAL = rf"(?:{_UPPER}\.)"
PARTICLES = "(?:af|al|bin|da|de|del|den|der|di|du|dos|el|ibn|la|le|ten|ter|van|von|zu|y)"
PERSON = (
    rf"(?:{INITIAL}{SPACE}?|{WORD}\b{SPACE}){{0,4}}?{WORD}"
    rf"(?:{SPACE}(?:{PARTICLES}{SPACE}){{0,2}}(?:{INITIAL}{SPACE})*{WORD})*"
)
"""One to many words, each with a capital, and what may stand between them."""

BEFORE = r"(?<![\w\u0300-\u036f])"
AFTER = r"(?![\w\u0300-\u036f])"


def words_of(name: str) -> list[str]:
    """The words of a name, without initials and particles."""
    return [word for word in re.findall(WORD, name) if len(word) > 1]
