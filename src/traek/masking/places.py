"""Where the names that a letter has given away stand in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from traek.masking.lists import NOT_ALONE, STREET_WORDS, names_a_body
from traek.masking.shapes import BEFORE, INITIAL, PARTICLES, SPACE, WORD, words_of


def named(text: str, names: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where `names`, or parts of them, stand; neighbours are one."""
    if names:
        known = _known(names)
        for run in _runs(text):
            yield from _stretches(text, [known.reading(word) for word in run])


class _Word(NamedTuple):
    """A word with a capital: where it stands, without a genitive's s, and how much of a name it is."""

    start: int
    end: int
    strength: int


_NONE, _WEAK, _STRONG = 0, 1, 2
_TOKEN = re.compile(f"{BEFORE}(?!{INITIAL}){WORD}")
_BETWEEN = re.compile(rf"{SPACE}(?:(?:[^\W\d_]\.|{PARTICLES}){SPACE})*")
_INITIALS = re.compile(rf"(?<![\w.])(?:[^\W\d_a-zæøå]\.{SPACE}?)+$")
_ENDINGS = ("", "'s", "’s", "'S", "’S", "s", "S")
_REACH = 12


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Capital words that stand together, with nothing but space, initials and particles between."""
    run: list[re.Match[str]] = []
    for word in _TOKEN.finditer(text):
        if run and not _BETWEEN.fullmatch(text, run[-1].end(), word.start()):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _stretches(text: str, words: list[_Word]) -> Iterator[tuple[int, int]]:
    """The parts of a run that are names: strong words, and weak ones beside them."""
    for is_known, group in groupby(words, key=lambda word: word.strength > _NONE):
        stretch = list(group)
        strong = any(word.strength == _STRONG for word in stretch)
        if not is_known or not strong:
            continue
        if len(stretch) == 1 and _belongs_to_body(text[stretch[0].end :]):
            continue
        start = stretch[0].start
        initials = _INITIALS.search(text[max(0, start - _REACH) : start])
        yield start - (len(initials[0]) if initials else 0), stretch[-1].end


class _Known:
    """The words of some names, and which of them are names by themselves."""

    def __init__(self, names: frozenset[str]) -> None:
        words = {word for name in names for word in words_of(name)}
        halves = {half for word in words for half in (word, *_HYPHEN.split(word))}
        parts = {word for word in halves if word not in NOT_ALONE and len(word) > 1}
        # A name of nothing but such words is covered wherever one of them has a capital.
        parts |= {w for name in names for w in words_of(name) if parts.isdisjoint(words_of(name))}
        self._words = words | {word.upper() for word in words}
        self._parts = parts | {word.upper() for word in parts}

    def reading(self, word: re.Match[str]) -> _Word:
        """How much of a name the word is."""
        token, start = word[0], word.start()
        best = _Word(start, word.end(), _NONE)
        for ending in _ENDINGS:
            bare = token.removesuffix(ending) if ending else token
            if ending and bare == token:
                continue
            strength = self._strength(bare)
            if strength > best.strength:
                best = _Word(start, start + len(bare), strength)
        return best

    def _strength(self, bare: str) -> int:
        if bare in self._parts or not self._parts.isdisjoint(_HYPHEN.split(bare)):
            return _STRONG
        return _WEAK if bare in self._words else _NONE


_HYPHEN = re.compile("[-‑]")


@lru_cache(maxsize=64)
def _known(names: frozenset[str]) -> _Known:
    return _Known(names)


def _belongs_to_body(after: str) -> bool:
    """Whether the word is the first of a place's or an authority's name: »Holm Kommune«."""
    following = re.match(rf"{SPACE}({WORD})", after)
    if following is None:
        return False
    return following[1].lower() in STREET_WORDS or names_a_body([following[1]])
