"""The forms of a Danish adjective."""

from __future__ import annotations

import functools
from typing import NamedTuple

from traek.inflection.endings import NONE, edited, endings
from traek.inflection.irregular import ADJECTIVES


class Adjective(NamedTuple):
    """The five forms; one that is made with another word, or not at all, is None."""

    base: str
    neuter: str
    plural: str
    comparative: str | None
    superlative: str | None


@functools.lru_cache(maxsize=512)
def adjective(base: str) -> Adjective:
    """The adjective by its dictionary form."""
    for start in (0, *range(2, max(2, len(base) - 2))):
        known = ADJECTIVES.get(base[start:])
        if known is not None and (start == 0 or base[:start] in _PREFIXES):
            neuter, plural, *degrees = (base[:start] + form for form in known)
            more, most = (None if form.endswith(NONE) else form for form in degrees)
            return Adjective(base, neuter, plural, more, most)
    kind = endings().adjective(base)
    if kind is None or not base:
        return Adjective(base, base, base, None, None)
    edits = kind.split(" ")
    first, second, third, fourth = [edited(base, edit) for edit in edits]
    return Adjective(base, first or base, second or base, third, fourth)


def base_of(form: str, lemma: str | None = None) -> str | None:
    """The dictionary form that this is a form of, `lemma` first; None where none gives it."""
    return next((b for b in (lemma, *_guesses(form)) if b and form in _all(b)), None)


_PREFIXES = frozenset({"u", "mega", "halv", "hel", "for", "kæmpe", "over", "til"})


def _all(base: str) -> set[str | None]:
    found = adjective(base)
    superlative = found.superlative
    return {*found, f"{superlative}e" if superlative else None}


def _guesses(form: str) -> list[str]:
    found = [form]
    for base, forms in ADJECTIVES.items():
        if form in forms or form.removesuffix("e") in forms:
            found.append(base)
    for ending in ("este", "ste", "est", "ere", "st", "de", "e", "t"):
        stem = form.removesuffix(ending)
        if stem == form or len(stem) < 2:  # noqa: PLR2004
            continue
        found += [stem, f"{stem}t"]
        if stem[-1] == stem[-2]:
            found.append(stem[:-1])
        if stem[-1] in "lnr":
            found += [f"{stem[:-1]}e{stem[-1]}", f"{stem[:-1]}{stem[-2]}e{stem[-1]}"]
    return found
