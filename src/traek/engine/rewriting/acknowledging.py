"""An acknowledgement that stands, and what is to be said besides: »Vi forstår … Samtidig …«."""

from __future__ import annotations

from traek.engine.clauses import is_finite
from traek.engine.rewriting.cutting import body, inner, text_of
from traek.engine.rewriting.draft import Change
from traek.engine.rewriting.frame import frame_of
from traek.reading import Sentence

_UNDERSTANDS = frozenset(
    "forstår forstå forståelse forståeligt forståelig anerkender klar respekt ved ærgerligt naturligt "
    "betvivler sætte".split()
)
_WAVES_OFF = frozenset(
    "ingen måde sørgeligt umuligt bekendt kede ked beklager desværre bør gider nødt".split()
)
"""Words by which what follows takes more back than »men« does, or regrets it as well."""
_NUDGES = (("jo",), ("altså",), ("nu", "engang"), ("dog",), ("imidlertid",), ("bare",))
_THAT = frozenset({"det", "den", "dette", "så"})


def acknowledged(sentence: Sentence, _: str) -> Change | None:
    """»Vi forstår, at det er surt, men vi skal lukke« is »Vi forstår, at det er surt. Samtidig skal vi lukke«."""
    first, last = body(sentence)
    places = [t for t in range(first, last) if sentence.lowers[t - 1 : t + 1] == [",", "men"]]
    if len(places) != 1 or sentence.words[-1] != ".":
        return None
    but = places[0]
    if _UNDERSTANDS.isdisjoint(sentence.lowers[first:but]):
        return None
    if not _WAVES_OFF.isdisjoint(sentence.lowers[but:last]):
        return None
    besides = _besides(sentence, but + 1, last)
    if besides is None:
        return None
    left = text_of(sentence, first, but).rstrip(" ,")
    return Change(sentence.span(first, last), f"{left}. Samtidig {besides}")


def _goes_with(sentence: Sentence, verb: int) -> bool:
    """Whether »Samtidig« fits: the present, no mock definition, and no second noun as the subject."""
    present = "Tense=Past" not in sentence.features[verb]
    mocks = {"ikke"} & {*sentence.lowers[verb + 1 : verb + 5]} and sentence.lowers[verb] == "er"
    defines = mocks and not {"en", "et"}.isdisjoint(sentence.lowers[verb + 2 : verb + 6])
    behind = min(verb + 1, len(sentence.words) - 1)
    other = sentence.parts[behind] == "NOUN" and "Definite=Def" in sentence.features[behind]
    return present and not defines and not other


def _besides(sentence: Sentence, start: int, last: int) -> str | None:
    """The clause with its verb in front of its subject, and without its nudging words."""
    verb = next((t for t in range(start, last) if is_finite(sentence, t)), None)
    frame = frame_of(sentence, verb) if verb is not None else None
    if verb is None or frame is None or frame.subordinate or frame.inverted:
        return None
    if frame.subject[0] != start or frame.subject[1] != verb or "," in sentence.words[start:verb]:
        return None
    if sentence.lowers[start] in _THAT or not _goes_with(sentence, verb):
        return None
    after = verb + 1
    for nudge in _NUDGES * 2:
        if tuple(sentence.lowers[after : after + len(nudge)]) == nudge:
            after += len(nudge)
    rest = text_of(sentence, after, last)
    subject = inner(sentence, start, verb)
    return f"{sentence.words[verb]} {subject} {rest}".rstrip()
