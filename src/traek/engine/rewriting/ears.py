"""The reader's side, asked for behind what is held against the reader."""

from __future__ import annotations

from collections.abc import Iterable

from traek.engine.address import turned
from traek.engine.clauses import is_finite
from traek.engine.rewriting.addition import opens_with_condition
from traek.engine.rewriting.anew import followed
from traek.engine.rewriting.draft import Change
from traek.reading import Sentence

EARS = (
    "Er der noget, vi ikke kender til, vil vi gerne høre det",
    "Ser du anderledes på det, er du velkommen til at fortælle os om det",
)
"""What opens a door behind what the reader has not done; each once in a letter is enough."""
_SETTLED = frozenset(
    "idet fordi hjemmel klage klagen beklageligt ærgerligt anført anfører oplyst skriver skrevet fortalt "
    "anbefales burde".split()
)
"""Words by which a sentence has its reason, or only says what the reader said."""


_BLAMED = frozenset(
    "selv jo trods alligevel desto altså stadig burde undladt formået forstået gidet villet vi lykkedes bare "
    "eneste enhver redegjort dokumentation".split()
)
"""Words that make a reproach of what was not done; a door behind it sounds like mock."""


def with_ear(sentence: Sentence, form: str) -> Change | None:
    """A place for the reader's side, behind what the reader has not done."""
    return _heard(sentence, EARS[0], form) if _lacks(sentence, form) else None


def with_other_ear(sentence: Sentence, form: str) -> Change | None:
    """The same in other words, where it stands in the letter already."""
    return _heard(sentence, EARS[1], form) if _lacks(sentence, form) else None


def ears_in(texts: Iterable[str]) -> frozenset[str]:
    """Which of `EARS` the texts end with, however the reader is addressed."""
    said = [text for text in texts if text]
    forms = {form: ear for ear in EARS for form in (ear, *(turned(ear, f) for f in ("De", "I")))}
    return frozenset(ear for form, ear in forms.items() for text in said if text.endswith(form))


def _lacks(sentence: Sentence, form: str) -> bool:
    """Whether it only states what the reader has not done: »Du har ikke svaret på brevet«."""
    said = {*sentence.lowers}
    plain = {"har", "ikke"} <= said and not said & {"men", "uden", "andre", "rettet", "bekræftet"}
    return (
        plain
        and sentence.lowers[0] != "at"
        and _BLAMED.isdisjoint(sentence.lowers)
        and _of_reader(sentence, form)
    )


def _of_reader(sentence: Sentence, form: str) -> bool:
    reader = turned("du", form)
    return any(
        word in {reader, reader.capitalize()}
        and (token == 0 or sentence.lowers[token - 1] == "at" or _is_finite_at(sentence, token - 1))
        for token, word in enumerate(sentence.words)
    )


def _is_finite_at(sentence: Sentence, token: int) -> bool:
    return token >= 0 and is_finite(sentence, token)


def _heard(sentence: Sentence, ear: str, form: str) -> Change | None:
    known = not _SETTLED.isdisjoint(sentence.lowers) or '"' in sentence.words
    if sentence.words[-1] != "." or known or opens_with_condition(sentence):
        return None
    if any(turned(each, form) in sentence.block.text for each in EARS):
        return None
    return followed(sentence, turned(ear, form))
