"""What the endings of Danish words tell of how they are inflected."""

from __future__ import annotations

import functools
import gzip
from dataclasses import dataclass, field
from importlib.resources import files

_BEGINNING = "^"
NONE = "-"
"""A form that the word does not have."""

_ANY = "*"
"""Stands for the empty ending, which every word has."""


@dataclass(frozen=True, slots=True)
class Endings:
    """By the longest known ending of a word its class, for each part of speech."""

    tables: dict[str, dict[str, str]] = field(default_factory=dict)
    longest: int = 0

    def verb(self, infinitive: str) -> str:
        """»ede« or »te«: how a weak verb makes its past."""
        return self._class("VERB", infinitive) or "ede"

    def noun(self, singular: str) -> str | None:
        """The class of a noun, or None where no ending is known."""
        return self._class("NOUN", singular)

    def adjective(self, base: str) -> str | None:
        """The class of an adjective, or None where no ending is known."""
        return self._class("ADJ", base)

    def _class(self, part: str, word: str) -> str | None:
        table = self.tables.get(part, {})
        marked = _BEGINNING + word
        for start in range(max(0, len(marked) - self.longest), len(marked) + 1):
            found = table.get(marked[start:])
            if found is not None:
                return found
        return None


@functools.cache
def endings() -> Endings:
    """The endings that ship with traek, read when a rewrite first asks for them."""
    data = (files("traek.inflection") / "endings.txt.gz").read_bytes()
    tables: dict[str, dict[str, str]] = {}
    longest = 0
    for line in gzip.decompress(data).decode().splitlines():
        if not line or line.startswith("#"):
            continue
        part, kind, words = line.split("\t")
        found = {word.replace(_ANY, ""): kind for word in words.split(" ")}
        longest = max(longest, *map(len, found))
        tables.setdefault(part, {}).update(found)
    return Endings(tables, longest)


def edited(word: str, edit: str) -> str | None:
    """The word with its end changed: »2|ler« cuts two letters, »+er« doubles the last; »-« is None."""
    if edit == NONE:
        return None
    if edit.startswith("+"):
        return word + word[-1] + edit[1:]
    cut, _, added = edit.partition("|")
    return word[: len(word) - int(cut or 0)] + added
