"""One rewrite on trial: which characters of a sentence it replaces, and what the sentence becomes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from traek.engine.text import read_block
from traek.model import Block, Span
from traek.reading import Sentence


class Change(NamedTuple):
    """Characters of a block, and what is to stand in their place."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """Changes to one sentence, in order and apart; `rules` are those whose findings they answer.

    `marks` are the words that rules mark, where the changes reach further than those.
    """

    sentence: Sentence
    changes: tuple[Change, ...]
    rules: frozenset[str]
    marks: tuple[Span, ...] = ()

    @property
    def marked(self) -> tuple[Span, ...]:
        """The words that are the rules' own concern; only there may a soft fact go."""
        return self.marks or tuple(change.span for change in self.changes)

    @property
    def after(self) -> str:
        """The sentence as it would read."""
        return rewritten(self.sentence, self.changes).text

    def read(self) -> list[Sentence]:
        """What the sentence becomes, read anew, without grammar."""
        return read_block(rewritten(self.sentence, self.changes))


def rewritten(sentence: Sentence, changes: Iterable[Change]) -> Block:
    """A block of the sentence alone with the changes made; its known gaps are still known."""
    block = sentence.block
    first, last = sentence.starts[0], sentence.ends[-1]
    text, gaps, done = "", [], first
    for (start, end), new in (*changes, Change(Span(last, last), "")):
        shift = len(text) - done
        gaps += [
            Span(gap.start + shift, gap.end + shift)
            for gap in block.placeholders
            if done <= gap.start and gap.end <= start
        ]
        text += block.text[done:start] + new
        done = max(end, done)
    return replace(block, text=text, placeholders=tuple(gaps))


def fitted(sentence: Sentence, change: Change) -> Change:
    """The change with the space, commas and capital that go with words that go."""
    if change.text:
        return change
    text, (start, end) = sentence.block.text, change.span
    first, last = sentence.starts[0], sentence.ends[-1]
    before, after = text[first:start].rstrip(), text[end:last].lstrip()
    if before.endswith(",") and after[:1] in {",", ".", "!", "?", ":", ";"}:
        before = before[:-1].rstrip()
        after = after[1:] if after[0] == "," else after
    if before:
        begin, stop = first + len(before), last - len(after)
        return Change(Span(begin, stop if begin == start else stop - _spaces(text, stop)), "")
    after = after[1:].lstrip() if after[:1] == "," else after
    if not after or not text[first].isupper():
        return Change(Span(first, last - len(after)), "")
    word = after.split(maxsplit=1)[0]
    begin = last - len(after)
    return Change(Span(first, begin + len(word)), word[0].upper() + word[1:])


def _spaces(text: str, stop: int) -> int:
    """How many spaces stand right before `stop`."""
    return stop - len(text[:stop].rstrip(" "))
