"""A block's text in the one spelling that rules know, and the way back to the original.

Word writes soft hyphens, non-breaking spaces, curly quotes and letters in two parts. Rules see
none of them: composed letters (NFC), plain spaces and hyphens, straight quotes. Guillemets that
mark a merge field, «Navn», stay; the Danish quotation »ord« becomes "ord".
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass

_ODD = re.compile("[^\t\n !-_a-~¡-ª¬®-³µ-º¼-ʯ…•€]")
_INSIDE = "[^«»\n\r\v\f\x85\u2028\u2029]"
_MERGE_FIELD = re.compile(rf"»[^«»]*«|«((?={_INSIDE}*\w){_INSIDE}{{1,60}})»")

_ONE_FOR_ONE = (
    dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " ")
    | dict.fromkeys("\r\v\f\x85\u2028\u2029", "\n")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | dict.fromkeys("“”„‟″»«", '"')
    | dict.fromkeys("‘’‚‛′‹›´`", "'")
)
_DELETED = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\x00\x1f\x1e"
)
_FIELD_OPEN, _FIELD_CLOSE = "\ue001", "\ue002"


@dataclass(frozen=True, slots=True)
class Normalised:
    """Normalised text; `offsets` is None where every character stands where it stood.

    Otherwise `offsets[i]` is the original position of character `i`, with one entry more for
    the end.
    """

    text: str
    offsets: array[int] | None = None

    def original(self, position: int) -> int:
        """The original position of the character at `position`, or of the end."""
        return position if self.offsets is None else self.offsets[position]

    def original_end(self, end: int) -> int:
        """The original position behind the character that ends at `end`.

        A soft hyphen or a loose accent behind a character belongs to it, so that a range never
        ends inside what a reader sees as one letter.
        """
        offsets = self.offsets
        if offsets is None:
            return end
        while 0 < end < len(offsets) - 1 and offsets[end] == offsets[end - 1]:
            end += 1
        return offsets[end]


def normalise(text: str) -> Normalised:
    """The text as rules read it; costs a few microseconds where there is nothing to do."""
    if _ODD.search(text) is None:
        return Normalised(text)
    changed = _MERGE_FIELD.sub(_keep_field, text) if "«" in text else text
    odd = set(_ODD.findall(changed))
    for character in odd:
        plain = _ONE_FOR_ONE.get(character)
        if plain is not None:
            changed = changed.replace(character, plain)
    changed = changed.replace(_FIELD_OPEN, "«").replace(_FIELD_CLOSE, "»")
    if odd & _DELETED or not unicodedata.is_normalized("NFC", changed):
        return _composed(changed)
    return Normalised(changed)


def _keep_field(match: re.Match[str]) -> str:
    if match[1] is None:
        return match[0]
    return f"{_FIELD_OPEN}{match[1]}{_FIELD_CLOSE}"


def _composed(text: str) -> Normalised:
    """The text without invisible characters and in NFC, letter by letter, with offsets."""
    parts: list[str] = []
    offsets = array("I")
    cluster, start = "", 0
    for position, character in enumerate(text):
        if character in _DELETED:
            continue
        if cluster and not _joins(cluster, character):
            _add(parts, offsets, cluster, start)
            cluster = ""
        if not cluster:
            start = position
        cluster += character
    _add(parts, offsets, cluster, start)
    offsets.append(len(text))
    return Normalised("".join(parts), offsets)


def _joins(cluster: str, character: str) -> bool:
    """Whether composing may reach across: an accent, or what NFC makes one of the two."""
    if unicodedata.combining(character):
        return True
    if character < "\u0300":
        return False
    both = unicodedata.normalize("NFC", cluster + character)
    return len(both) < len(unicodedata.normalize("NFC", cluster)) + len(character)


def _add(parts: list[str], offsets: array[int], cluster: str, start: int) -> None:
    composed = unicodedata.normalize("NFC", cluster)
    parts.append(composed)
    offsets.extend([start] * len(composed))
