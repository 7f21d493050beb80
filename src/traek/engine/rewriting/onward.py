"""What a sentence leaves its reader without, said in another one behind it; the words are data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from traek.engine.address import form_of_address, speaks_to_a_reader, turned
from traek.engine.rewriting.addition import is_statement, said_after, said_before
from traek.engine.rewriting.anew import followed
from traek.engine.rewriting.cutting import body
from traek.engine.rewriting.draft import Change
from traek.engine.rewriting.plain import fuller
from traek.reading import Sentence

_POLITE = frozenset({"De", "I", "Dem"})
"""Words that mean the reader only as they are written here."""
_GAP = "[udfyld:"
_LEANS = re.compile(
    r"(?:Det|Den|Dette|Denne|Disse|Dem|Der|Her|Så)\b|.*\b(?:derimod|herfor|derfor)\b"
    r"|\w+ (?:det|den|de|dette)\b"
)
"""How a sentence opens that means the one before it, which nothing may come between."""


@dataclass(frozen=True, slots=True)
class Onward:
    """A sentence to put behind another, and by which words it is seen to lack there."""

    categories: frozenset[str]
    says: re.Pattern[str]
    silent: re.Pattern[str]
    beside: re.Pattern[str]
    more: str

    def is_lacking(self, text: str, around: str) -> bool:
        """Whether the sentence lacks it; `around` are the sentences beside it."""
        silent = not self.silent.search(text) and not self.beside.search(around)
        return silent and self.says.search(text) is not None


def behind(sentence: Sentence, category: str, form: str) -> Iterator[Change]:
    """The sentence as it is, with more behind it: a gap for what it lacks, else another sentence."""
    yield from fuller(sentence, category, form)
    yield from onward(sentence, category, form)


def onward(sentence: Sentence, category: str, form: str) -> Iterator[Change]:
    """The sentence with another one behind it that tells what its category of tryk lacks.

    `form` is how the letter speaks to its reader, for sentences that speak to nobody themselves.
    Nothing comes between a sentence and one that leans on it, or where it says so already.
    """
    beside = said_after(sentence)
    if not _is_whole(sentence) or _LEANS.match(beside):
        return
    first, last = body(sentence)
    text = sentence.block.text[sentence.starts[first] : sentence.ends[last - 1]]
    if _GAP in text or _GAP in beside:
        return  # something has been said already
    around = f"{said_before(sentence)} {beside}"
    spoken = form_of_address([sentence]) if speaks_to_a_reader([sentence]) else form
    for each in _all():
        if category in each.categories and each.is_lacking(text, around):
            change = followed(sentence, turned(each.more, spoken))
            if change is not None:
                yield change


def _is_whole(sentence: Sentence) -> bool:
    """Whether another sentence may follow: a statement with its full stop, and no field at its end."""
    if not sentence.parts or sentence.words[-1] != "." or not is_statement(sentence):
        return False
    return "[" not in sentence.words[body(sentence)[1] - 1]


@cache
def _all() -> tuple[Onward, ...]:
    text = files("traek.engine.rewriting").joinpath("onward.toml").read_text("utf-8")
    return tuple(
        Onward(
            frozenset(each["kategorier"]),
            _words(each["siger"]),
            _words(each["tier"]),
            _words(each["ved_siden"]),
            each["mere"],
        )
        for each in tomllib.loads(text)["videre"]
    )


def _words(phrases: list[str]) -> re.Pattern[str]:
    """A pattern for any of the phrases as whole words; »De« and »I« as they are written."""
    told = "|".join(
        re.escape(phrase) if _POLITE & {*phrase.split()} else f"(?i:{re.escape(phrase)})"
        for phrase in phrases
    )
    return re.compile(rf"(?<!\w)(?:{told})(?!\w)")
