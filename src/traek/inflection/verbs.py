"""The forms of a Danish verb."""

from __future__ import annotations

import functools
from typing import NamedTuple

from traek.inflection.endings import endings
from traek.inflection.irregular import NO_PASSIVE, STRONG, WITH_BE

_VOWELS = "aeiouyæøå"
_STRESSED = frozenset({"se", "le", "ske"})
"""Verbs whose -e is no ending."""

_STEM_VOWELS = "aiouyæøå"
"""What an infinitive without -e ends in: »gå«, »bo«, »sy«."""

_SHORTEST_PREFIX = 2


class Verb(NamedTuple):
    """The forms from which all others follow."""

    infinitive: str
    present: str
    past: str
    participle: str


@functools.lru_cache(maxsize=512)
def verb(infinitive: str) -> Verb:
    """The forms of the verb; one that nobody has seen goes as most of its ending do."""
    if infinitive.endswith("es") and infinitive not in STRONG:
        return _deponent(infinitive)
    kind = infinitive if infinitive in STRONG else endings().verb(infinitive)
    present = f"{infinitive}r"
    if kind in STRONG and infinitive.endswith(kind):
        prefix = infinitive.removesuffix(kind)
        return Verb(infinitive, *(prefix + form for form in STRONG[kind]))
    if infinitive[-1:] in _STEM_VOWELS:
        return Verb(infinitive, present, f"{infinitive}ede", f"{infinitive}et")
    stem = infinitive.removesuffix("e")
    if kind == "te":
        stem = _single(stem)
        return Verb(infinitive, present, f"{stem}te", stem if stem.endswith("t") else f"{stem}t")
    return Verb(infinitive, present, f"{stem}ede", f"{stem}et")


def _deponent(infinitive: str) -> Verb:
    """A verb that only has forms in -s: »findes«, »lykkes«."""
    past = verb(infinitive.removesuffix("s")).past
    past += "s" if past.endswith("e") else "es"
    return Verb(infinitive, infinitive, past, past)


def forms_of(infinitive: str) -> dict[str, str]:
    """The word for every name in `VERB_FORMS` that is a single word; a form it lacks is left out."""
    base = verb(infinitive)
    found = {
        "infinitiv": base.infinitive,
        "præsens": base.present,
        "datid": base.past,
        "participium": base.participle,
    }
    if imperative := _imperative(infinitive):
        found["bydeform"] = imperative
    return found


def passive(infinitive: str, tense: str) -> str | None:
    """The s-passive as infinitive, present or past; None where Danish has none."""
    base = verb(infinitive)
    if infinitive in NO_PASSIVE or infinitive.endswith("s"):
        return None
    if tense in {"infinitiv", "præsens"}:
        return f"{infinitive}s"
    if base.past.endswith(("ede", "te")):
        return f"{base.past}s"
    return None


def auxiliary(infinitive: str) -> str:
    """»har« or »er«, whichever makes the perfect of the verb."""
    return "er" if infinitive in WITH_BE else "har"


def infinitive_of(form: str, lemma: str | None = None) -> str | None:
    """The infinitive that this is a form of; `lemma` is tried first. None where none gives it."""
    if lemma and form in _all(lemma):
        return lemma
    return next((base for base in _guesses(form) if form in _all(base)), None)


def tense_of(form: str, infinitive: str) -> str:
    """Which of the names in `VERB_FORMS` the form is; the first that fits."""
    names = {word: name for name, word in reversed(forms_of(infinitive).items())}
    return names.get(form) or names.get(form.removesuffix("s"), "præsens")


@functools.lru_cache(maxsize=512)
def _all(infinitive: str) -> frozenset[str]:
    """Every form of the verb, also as an adjective and in the passive."""
    if len(infinitive) < _SHORTEST_PREFIX:
        return frozenset()
    found = set(forms_of(infinitive).values())
    base = verb(infinitive)
    found |= {f"{base.present.removesuffix('r')}s", f"{base.past}s", f"{infinitive}s"}
    found |= {f"{infinitive}nde", f"{base.participle}e", f"{base.participle.removesuffix('t')}de"}
    found.add(f"{base.participle.removesuffix('t')}n")
    found.add(f"{base.participle.removesuffix('et')}ne")
    return frozenset(found)


def _guesses(form: str) -> list[str]:
    """Infinitives to try, the likely ones first."""
    for infinitive, parts in _by_form().items():
        if form in parts:
            return [infinitive]
    guesses = [form[:-1]] if form.endswith("r") else []
    if form[-1:] in _VOWELS and not form.endswith(("te", "ede")):
        guesses.append(form)
    for ending in ("edes", "ede", "tes", "te", "et", "es", "t", "s", "de"):
        if form.endswith(ending) and len(form) > len(ending) + 1:
            stem = form.removesuffix(ending)
            guesses += [f"{stem}e", f"{stem}{stem[-1]}e", stem]
    guesses += [form, f"{form}e", f"{form}{form[-1:]}e"]
    for infinitive in STRONG:
        for part in STRONG[infinitive]:
            if form.endswith((part, f"{part}s")) and len(form) > len(part) + 1:
                guesses.append(form[: form.rindex(part)] + infinitive)
    return guesses


@functools.cache
def _by_form() -> dict[str, frozenset[str]]:
    return {infinitive: frozenset(parts) for infinitive, parts in STRONG.items()}


def _single(stem: str) -> str:
    """The stem with the doubled consonant that only stands between vowels made single."""
    doubled = len(stem) > 1 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS
    return stem[:-1] if doubled else stem


def _imperative(infinitive: str) -> str | None:
    if infinitive in {"kunne", "skulle", "ville", "måtte", "burde", "turde", "vide", "gælde"}:
        return None
    kind = infinitive if infinitive in STRONG else endings().verb(infinitive)
    if infinitive[-1] in _STEM_VOWELS or infinitive.endswith("ee") or kind in _STRESSED:
        return infinitive
    return _single(infinitive.removesuffix("e"))
