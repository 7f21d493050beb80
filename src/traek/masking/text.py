"""One text with its personal data behind labels, and the way from the old places to the new."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from traek.masking.addresses import addresses
from traek.masking.names import names_in
from traek.masking.numbers import case_numbers, cpr_numbers, e_mail_addresses, phone_numbers
from traek.masking.places import named
from traek.model import Span

_DIGIT = re.compile(r"\d")


class Label(StrEnum):
    """What stands in the place of personal data."""

    NAVN = "[navn]"
    CPR = "[cpr]"
    TELEFON = "[telefon]"
    MAIL = "[e-mail]"
    ADRESSE = "[adresse]"
    SAGSNUMMER = "[sagsnummer]"


class Piece(NamedTuple):
    """A range of the text as it was, and the label that takes its place."""

    start: int
    end: int
    label: Label


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with labels in it, and the pieces of the text before that they stand for."""

    text: str
    pieces: tuple[Piece, ...]

    def span(self, span: Span) -> Span:
        """Where `span` of the text before stands now; an end inside a piece takes in its label."""
        start = self._moved(span.start, later=False)
        return Span(start, max(start, self._moved(span.end, later=True)))

    def _moved(self, at: int, *, later: bool) -> int:
        number = bisect_right(self.pieces, at, key=lambda piece: piece.start)
        moved = at + sum(len(p.label) - (p.end - p.start) for p in self.pieces[:number])
        if number and at < self.pieces[number - 1].end:
            piece = self.pieces[number - 1]
            moved -= len(piece.label) - (piece.end - piece.start) + at - piece.start
            if later and at > piece.start:
                moved += len(piece.label)
        return moved


def masked(text: str, names: Iterable[str] = (), *, case_numbers_too: bool = False) -> Masked:
    """`text` with labels for personal data, `names` among them wherever they stand.

    Names that the text itself gives away are found as well; for one paragraph of a letter, give
    `names_in` of all of them.
    """
    return _masked(text, frozenset(names), case_numbers_too)


@lru_cache(maxsize=4096)  # a library of templates says the same thing again and again
def _masked(text: str, names: frozenset[str], case_numbers_too: bool) -> Masked:
    pieces: list[Piece] = []
    done = 0
    for piece in sorted(_pieces(text, names, case_numbers_too), key=lambda p: (p.start, -p.end)):
        if piece.start >= done:
            pieces.append(piece)
            done = piece.end
        elif piece.end > done:  # the rest of two that overlap, such as a street and its town
            pieces[-1] = Piece(pieces[-1].start, piece.end, pieces[-1].label)
            done = piece.end
    return Masked(_with_labels(text, pieces), tuple(pieces))


def _with_labels(text: str, pieces: list[Piece]) -> str:
    parts, done = [], 0
    for piece in pieces:
        parts += [text[done : piece.start], piece.label.value]
        done = piece.end
    return "".join([*parts, text[done:]])


def _pieces(text: str, names: Iterable[str], case_numbers_too: bool) -> Iterator[Piece]:
    pieces, own = _by_itself(text, case_numbers_too)
    yield from pieces
    for start, end in named(text, frozenset(names) | own):
        yield Piece(start, end, Label.NAVN)


@lru_cache(maxsize=6_000)  # letters with other names share most of their paragraphs
def _by_itself(text: str, case_numbers_too: bool) -> tuple[tuple[Piece, ...], frozenset[str]]:
    """What a text gives away without its letter: all but names, and its own names."""
    finders = [(e_mail_addresses, Label.MAIL)] if "@" in text else []
    if _DIGIT.search(text):  # most paragraphs have none, and then none of the others either
        finders += [
            (cpr_numbers, Label.CPR),
            (phone_numbers, Label.TELEFON),
            (addresses, Label.ADRESSE),
        ]
        finders += [(case_numbers, Label.SAGSNUMMER)] if case_numbers_too else []
    pieces = [Piece(*span, label) for finder, label in finders for span in finder(text)]
    return tuple(pieces), names_in([text])
