"""Word order: a subordinate clause as a main clause and back, a phrase moved to the front or away."""

from __future__ import annotations

from traek.engine.rewriting.cutting import body, inner, text_of
from traek.engine.rewriting.frame import (
    Frame,
    first_finite,
    frame_of,
    is_adverb,
)
from traek.reading import Sentence


def main_clause(sentence: Sentence, start: int, end: int) -> str | None:
    """The subordinate clause at these tokens, its conjunction left out, as a main clause.

    »at vi endnu ikke har svaret« -> »vi har endnu ikke svaret«.
    """
    finite = first_finite(sentence, start, end)
    if finite is None:
        return None
    frame = frame_of(sentence, finite)
    if frame is None or frame.start != start or not frame.subordinate:
        return None
    pieces = [
        text_of(sentence, *frame.subject),
        text_of(sentence, finite, finite + 1),
        text_of(sentence, *frame.adverbs),
        text_of(sentence, finite + 1, end),
    ]
    return " ".join(filter(None, pieces))


def subordinate_clause(sentence: Sentence, start: int, end: int) -> str | None:
    """The main clause at these tokens as it stands after a conjunction.

    »I maj har du ikke svaret« -> »du ikke har svaret i maj«.
    """
    frame = _main(sentence, start, end)
    if frame is None:
        return None
    pieces = [
        inner(sentence, *frame.subject),
        *_adverbs(sentence, frame),
        text_of(sentence, frame.finite, frame.finite + 1),
        *_behind(sentence, frame, end),
    ]
    return " ".join(filter(None, pieces))


def straight(sentence: Sentence) -> str | None:
    """The sentence with its subject first: »I maj får du svar« -> »du får svar i maj«."""
    start, end = body(sentence)
    frame = _main(sentence, start, end)
    if frame is None or not frame.inverted:
        return None
    pieces = [
        text_of(sentence, *frame.subject),
        text_of(sentence, frame.finite, frame.finite + 1),
        *_adverbs(sentence, frame),
        *_behind(sentence, frame, end),
    ]
    return " ".join(filter(None, pieces))


def fronted(sentence: Sentence, phrase: tuple[int, int]) -> str | None:
    """The sentence with the phrase first and the verb second: »Senest i maj skal du svare«."""
    start, end = body(sentence)
    frame = _main(sentence, start, end)
    if frame is None or frame.inverted or phrase[0] < frame.after:
        return None
    before = text_of(sentence, frame.after, phrase[0])
    pieces = [
        text_of(sentence, *phrase),
        text_of(sentence, frame.finite, frame.finite + 1),
        inner(sentence, *frame.subject),
        text_of(sentence, *frame.adverbs),
        before.rstrip(","),
        text_of(sentence, phrase[1], end),
    ]
    return " ".join(filter(None, pieces))


def _main(sentence: Sentence, start: int, end: int) -> Frame | None:
    """The frame of the main clause that begins at `start`, or None."""
    for finite in range(start, end):
        if "VerbForm=Fin" not in sentence.features[finite]:
            continue
        frame = frame_of(sentence, finite)
        if frame is not None and frame.start == start and not frame.subordinate:
            return frame if frame.opener[0] == frame.opener[1] else None
    return None


def _adverbs(sentence: Sentence, frame: Frame) -> tuple[str, ...]:
    """The small adverbs of the clause, one that stood in front before the others."""
    small = text_of(sentence, *frame.adverbs)
    return (inner(sentence, *frame.front), small) if _links(sentence, frame) else (small,)


def _links(sentence: Sentence, frame: Frame) -> bool:
    """Whether an adverb stands in front: »Derfor har vi …«."""
    return frame.inverted and all(is_adverb(sentence, token) for token in range(*frame.front))


def _behind(sentence: Sentence, frame: Frame, end: int) -> tuple[str, ...]:
    """What follows verb and adverbs, and then what stood in front, if it was no adverb."""
    rest = text_of(sentence, frame.after, end)
    if not frame.inverted or _links(sentence, frame):
        return (rest,)
    front = inner(sentence, *frame.front).rstrip(",")
    if sentence.lowers[frame.front[0]] in {"hvis", "når", "da", "fordi"}:
        return (f"{rest}," if rest else "", front)
    return (rest, front)
