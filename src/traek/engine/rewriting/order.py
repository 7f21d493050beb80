"""Word order: a subordinate clause as a main clause and back, a phrase moved to the front or away."""

from __future__ import annotations

import re

from traek.engine.clauses import is_coordination, is_finite
from traek.engine.rewriting.cutting import body, inner, text_of, tidy
from traek.engine.rewriting.frame import (
    Frame,
    adverbs_from,
    first_finite,
    frame_of,
    is_adverb,
    is_time,
)
from traek.reading import Sentence

_CLAUSE_OPENERS = frozenset({"hvis", "når", "da", "fordi", "medmindre", "såfremt", "før"})
_ADVERBIAL = re.compile(
    r"\b(?:i (?:flere|mange|alle|høj|vidt|praksis|realiteten|øvrigt|stedet|sagens|det)|på nuværende|"
    r"i (?:den|det|de|denne|dette) (?:\w+ )?(?:sæson|periode|år|måned|uge|tid|sommer|vinter|forår|efterår)|"
    r"for tiden|efter (?:vores|omstændighederne)|undervejs|under (?:alle|de))\b"
)
"""Phrases between subject and verb that are no part of the subject."""
_LEANING = frozenset("mig dig sig os jer ham hende dem".split())
_LINKS = frozenset("derfor dermed således heller herefter".split())
_LATER = frozenset("bagefter herefter derefter senere her hos i snart nu tidligere igen".split())


def main_clause(sentence: Sentence, start: int, end: int) -> str | None:
    """The subordinate clause at these tokens, its conjunction left out, as a main clause.

    »at vi endnu ikke har svaret« -> »vi har endnu ikke svaret«. Two that are joined, »at …, og at …«,
    both become main clauses.
    """
    joint = _joint(sentence, start, end)
    if joint is not None:
        if sentence.lowers[start] in sentence.lowers[start + 1 : joint]:
            return None  # »at …, at … og at …«, or an »at« within the first
        first = main_clause(sentence, start, joint)
        second = main_clause(sentence, joint + 1, end)
        both = first is not None and second is not None
        return f"{first}, {sentence.words[joint]} {second}" if both else None
    finite = first_finite(sentence, start, end)
    if finite is None:
        return None
    frame = frame_of(sentence, finite)
    if frame is None or frame.start != start or not frame.subordinate:
        return None
    unsure = _ADVERBIAL.search(text_of(sentence, *frame.subject))  # »brevet i flere henseender«
    if unsure or _is_parted(sentence, frame) or not _is_whole(sentence, finite, end):
        return None
    after = finite + 1 + _leans(sentence, finite + 1)
    pieces = [
        text_of(sentence, *frame.subject),
        text_of(sentence, finite, after),
        text_of(sentence, *frame.adverbs),
        text_of(sentence, after, end).rstrip(" ,"),
    ]
    return tidy(" ".join(pieces))


def _is_parted(sentence: Sentence, frame: Frame) -> bool:
    """Whether a phrase stands between »der« and its verb: »der i huset findes rotter«."""
    between = sentence.parts[slice(*frame.adverbs)]
    return sentence.lowers[frame.subject[0]] == "der" and "ADP" in between


def _is_whole(sentence: Sentence, finite: int, end: int) -> bool:
    """Whether what follows is this clause's alone: no second clause, no second verb."""
    if _goes_on(sentence, finite, end) or _is_fronted(sentence, finite, end):
        return False
    stop = _break(sentence, finite, end)
    if any(
        sentence.parts[token] == "CCONJ" and sentence.lowers[token + 1] in _LINKS
        for token in range(finite, stop - 1)
    ):
        return False  # »ikke hjælper og derfor ikke bliver læst«
    return not any(is_finite(sentence, token) for token in range(finite + 1, stop))


def _leans(sentence: Sentence, token: int) -> bool:
    """Whether the token is a small pronoun that no adverb parts from its verb: »du meldte dig ikke«."""
    return not _LEANING.isdisjoint(sentence.lowers[token : token + 1])


def subordinate_clause(sentence: Sentence, start: int, end: int) -> str | None:
    """The main clause at these tokens as it stands after a conjunction.

    »I maj har du ikke svaret« -> »du ikke har svaret i maj«.
    """
    frame = _main(sentence, start, end)
    if frame is None or not _movable(sentence, frame, end) or _goes_on(sentence, start, end):
        return None
    if not frame.inverted and _leans(sentence, frame.finite + 1):
        leaning = frame.finite + 2
        later = adverbs_from(sentence, leaning)
        verb, small = text_of(sentence, frame.finite, leaning), text_of(sentence, *later)
        pieces = [inner(sentence, *frame.subject), small, verb, text_of(sentence, later[1], end)]
        return tidy(" ".join(pieces))
    pieces = [
        inner(sentence, *frame.subject),
        *_adverbs(sentence, frame),
        text_of(sentence, frame.finite, frame.finite + 1),
        *_behind(sentence, frame, end),
    ]
    return tidy(" ".join(pieces))


def straight(sentence: Sentence) -> str | None:
    """The sentence with its subject first: »I maj får du svar« -> »du får svar i maj«."""
    start, end = body(sentence)
    frame = _main(sentence, start, end)
    if frame is None or not frame.inverted or not _movable(sentence, frame, end):
        return None
    pieces = [
        text_of(sentence, *frame.subject),
        text_of(sentence, frame.finite, frame.finite + 1),
        *_adverbs(sentence, frame),
        *_behind(sentence, frame, end),
    ]
    return tidy(" ".join(pieces))


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
    return tidy(" ".join(pieces))


def _joint(sentence: Sentence, start: int, end: int) -> int | None:
    """The »og« or »men« before a second »at«, or None."""
    opener = sentence.lowers[start]
    return next(
        (
            token
            for token in range(start + 1, end - 1)
            if sentence.parts[token] == "CCONJ" and sentence.lowers[token + 1] == opener
        ),
        None,
    )


def _is_fronted(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the main verb of the sentence follows: »At du ringede, hjalp os«."""
    stop = _break(sentence, start, end)
    return stop + 1 < end and is_finite(sentence, stop + 1)


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
    """What follows verb and adverbs, with what stood in front where it reads best."""
    if not frame.inverted or _links(sentence, frame):
        return (text_of(sentence, frame.after, end),)
    front = inner(sentence, *frame.front).rstrip(",")
    if sentence.lowers[frame.front[0]] in _CLAUSE_OPENERS:
        return (text_of(sentence, frame.after, end), ",", front)
    stop = _break(sentence, frame.after, end)
    return text_of(sentence, frame.after, stop), front, text_of(sentence, stop, end)


def _break(sentence: Sentence, start: int, end: int) -> int:
    """Where a clause of its own begins, before which »i dit brev« has to stand."""
    breaks = {",", ";", ":"}
    return next((token for token in range(start, end) if sentence.words[token] in breaks), end)


def _may_break(sentence: Sentence, stop: int, end: int) -> bool:
    """Whether words may come in before the comma: not before »som« and »der«, which lean on a noun."""
    after = stop + 1
    return stop == end or sentence.lowers[after] == "at" or sentence.parts[after] == "CCONJ"


def _movable(sentence: Sentence, frame: Frame, end: int) -> bool:
    """Whether what stands in front, if anything, can stand further back."""
    if not frame.inverted or _links(sentence, frame):
        return True
    opening = frame.front[0]
    if sentence.lowers[opening] in _CLAUSE_OPENERS:
        return _break(sentence, frame.after, end) == end
    stop = _break(sentence, frame.after, end)
    clash = "," in sentence.words[slice(*frame.front)] or sentence.words[end : end + 1] == [":"]
    if clash or not _may_break(sentence, stop, end) or sentence.parts[stop - 1] == "ADP":
        return False
    if sentence.parts[opening] == "ADV":
        return sentence.lowers[opening] in _LATER
    return sentence.parts[opening] == "ADP" or is_time(sentence, *frame.front)


def _goes_on(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a second clause is joined on, which would need its own order."""
    return any(
        is_coordination(sentence, token) or sentence.lowers[token + 1] == "at"
        for token in range(start, end - 1)
        if sentence.parts[token] == "CCONJ"
    )
