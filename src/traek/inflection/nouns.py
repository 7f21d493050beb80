"""The forms and the gender of a Danish noun."""

from __future__ import annotations

import functools
from typing import NamedTuple

from traek.inflection.endings import NONE, edited, endings
from traek.inflection.irregular import NOUNS, ONLY_ALONE

_SHORTEST = 2


class Noun(NamedTuple):
    """The four forms of a noun and its gender, »en« or »et«; a form it lacks is None."""

    gender: str
    singular: str
    definite: str | None
    plural: str | None
    definite_plural: str | None


@functools.lru_cache(maxsize=512)
def noun(singular: str) -> Noun | None:
    """The noun by its dictionary form; a compound goes as its last part does."""
    for start in range(len(singular) - 1):
        known = NOUNS.get(singular[start:])
        if known is not None and (start == 0 or _compound(singular, start)):
            prefix = singular[:start]
            forms = (None if form == NONE else prefix + form for form in known[1:])
            return Noun(known[0], singular, *forms)
    kind = endings().noun(singular)
    if kind is None or not singular:
        return None
    gender, *edits = kind.split(" ")
    return Noun("en" if gender == "c" else "et", singular, *(edited(singular, e) for e in edits))


def _compound(singular: str, start: int) -> bool:
    """Whether what stands before the irregular noun can be a word of its own."""
    return start > 1 and singular[start:] not in ONLY_ALONE


def singular_of(form: str, lemma: str | None = None) -> str | None:
    """The dictionary form that this is a form of, `lemma` first; None where none gives it."""
    plain = without_genitive(form)
    if lemma and (told := noun(lemma)) is not None and {form, plain} & {*told[1:]}:
        return lemma
    owns = form.endswith(("ens", "ets", "nes"))
    for wanted in (plain, form) if owns else (form, plain):
        for base in _guesses(wanted):
            if base and (found := noun(base)) is not None and wanted in found[1:]:
                return base
    return None


def without_genitive(form: str) -> str:
    """The form without the -s or apostrophe of the genitive."""
    return form[:-1] if form.endswith(("s", "'", "’")) and len(form) > 2 else form  # noqa: PLR2004


def genitive(form: str) -> str:
    """The form with the mark of the genitive."""
    return f"{form}'" if form.endswith(("s", "x", "z")) else f"{form}s"


def _guesses(form: str) -> list[str]:
    """Dictionary forms to try: the irregular ones, then those that the endings speak for."""
    found: list[str] = []
    for singular, forms in NOUNS.items():
        found += [
            form.removesuffix(known) + singular
            for known in (singular, *forms[1:])
            if known != NONE and form.endswith(known)
        ]
    for ending in ("erne", "ene", "rne", "ne", "er", "en", "et"):
        found += _stems(form, ending)
    found.append(form)
    for ending in ("e", "r", "n", "t"):
        found += _stems(form, ending)
    return found


def _stems(form: str, ending: str) -> list[str]:
    """What the form may be without the ending, its vowel or doubled consonant put back."""
    stem = form.removesuffix(ending)
    if stem == form or len(stem) < _SHORTEST:
        return []
    found = [f"{stem}e", stem] if ending[0] in "rnt" else [stem, f"{stem}e"]
    if stem[-1] == stem[-2]:
        found.append(stem[:-1])
    if stem[-1] in "lr":
        found += [f"{stem[:-1]}e{stem[-1]}", f"{stem[:-1]}{stem[-2]}e{stem[-1]}"]
    return found
