"""More said behind a clause: a reason, a date, a way on."""

from __future__ import annotations

import re

from traek.engine.clauses import is_finite
from traek.engine.rewriting.cutting import body, text_of
from traek.reading import Sentence

_JOINERS = frozenset({"og", "men", "så", "for", "eller"})
_SUBJECTS = frozenset({"vi", "jeg", "du", "de", "i", "det", "der", "den", "han", "hun", "man"})
_SUBORDINATORS = frozenset("at hvis når da fordi som mens selvom såfremt medmindre om idet".split())
_CONDITIONS = frozenset("hvis når såfremt dersom medmindre uden".split())
_REASONS = frozenset(
    "derfor således herefter dermed fordi da eftersom idet grundet skyldes medmindre".split()
)
_BESIDE = re.compile(
    r"\b(?:fordi|skyldes|grunden|årsagen|begrundelsen|nemlig|eftersom|idet|ifølge|jf|kræver|betyder|"
    r"det er sådan|man (?:kan|må|skal) ikke|man ikke (?:kan|må|skal)|kan man ikke)\b"
    r"|§|\b(?:efter|siger|i)\b(?: \w+)? \w*(?:loven|lov|reglerne|reglen|reglement\w*)\b",
    re.IGNORECASE,
)
"""Words by which the sentence before or after may give the reason."""
_ON = frozenset(
    "du de i hvis når har vil ønsker kan kunne er skal må vi jeg klagen ring skriv brug kontakt se send "
    "fra ellers men og bliver ved senest næste tak din dit dine deres jeres".split()
)
"""Openings of a sentence that goes on to something else; any other may tell why."""
_BREAKS = frozenset({"(", ")", "-", "–", ":", "?"})


def added(sentence: Sentence, start: int, end: int, more: str) -> str | None:
    """The sentence with `more` right behind the clause that the match stands in.

    None where it cannot be told where that clause ends: a dash or a bracket follows, or a main
    clause that the match is in front of, or a second contrast. A reason goes to no sentence that
    tells of one already, or that stands beside one, nor behind an exception: »…, medmindre der er
    særlige grunde«.
    """
    first, last = body(sentence)
    if _in_front(sentence, start, last) or sentence.words[-1] == ":":
        return None
    stop = next((t for t in range(max(end - 1, first), last) if _ends(sentence, t, last)), last)
    gives_reason = more.lstrip(", ").startswith("fordi")
    if gives_reason and (
        _tells_why(sentence, stop) or told_beside(sentence) or opens_with_condition(sentence)
    ):
        return None
    if not _BREAKS.isdisjoint(sentence.words[end:stop]) or _trails(sentence, stop, last, more):
        return None
    rest = text_of(sentence, stop, last)
    space = "" if rest[:1] in {",", ";"} else " "
    return f"{text_of(sentence, first, stop)}{more}{space}{rest}".rstrip()


def _trails(sentence: Sentence, stop: int, last: int, more: str) -> bool:
    """Whether the sentence would go on with »men« twice, or with »og« twice."""
    joined = "og" if more.startswith(", og ") else "men" if more.startswith(", men ") else ""
    behind = sentence.lowers[stop : min(stop + 2, last)]
    twice = any(
        sentence.lowers[token : token + 2] == [",", "og"] for token in range(max(0, stop - 1))
    )
    if joined == "og" and twice:  # »…, og det vil indgå, og du hører fra os«
        return True
    return stop < last and (joined == "men" or (joined == "og" and "og" in behind))


def _tells_why(sentence: Sentence, stop: int) -> bool:
    """Whether a reason stands in the words up to the token, or right behind them."""
    behind = sentence.lowers[stop : stop + 2] == [",", "for"]
    return behind or not _REASONS.isdisjoint(sentence.lowers[:stop])


def is_statement(sentence: Sentence) -> bool:
    """Whether it has a verb of its own, and neither asks nor orders; it was read with grammar."""
    first, last = body(sentence)
    if last <= first or sentence.words[-1] == "?" or "Mood=Imp" in sentence.features[first]:
        return False
    return any(is_finite(sentence, token) for token in range(first, last))


def told_beside(sentence: Sentence) -> bool:
    """Whether the sentence before or after in the paragraph seems to tell why."""
    after = said_after(sentence)
    opening = after.split(maxsplit=1)
    if opening and opening[0].strip(",:").lower() not in _ON:
        return True
    return any(_BESIDE.search(beside) for beside in (said_before(sentence), after))


def said_before(sentence: Sentence) -> str:
    """The sentence before in the same paragraph, as text; empty where there is none."""
    before = sentence.block.text[: sentence.starts[0]].rstrip()
    cut = max(before.rfind(stop, 0, max(0, len(before) - 1)) for stop in ".!?")
    return before[cut + 1 :]


def said_after(sentence: Sentence) -> str:
    """The sentence behind it in the same paragraph, as text; empty where there is none."""
    rest = sentence.block.text[sentence.ends[-1] :].lstrip()
    return re.split(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])", rest, maxsplit=1)[0]


def opens_with_condition(sentence: Sentence) -> bool:
    """Whether it begins with »Hvis …« or »Gives der ikke …«; the condition is the reason there."""
    first, last = body(sentence)
    if first == last:  # nothing but signs
        return False
    if sentence.lowers[first] in _CONDITIONS:
        return True
    if not sentence.features:  # read without grammar
        return False
    commas = [t for t in range(first, last - 1) if sentence.words[t] == ","]
    verb_first = is_finite(sentence, first) and "Mood=Imp" not in sentence.features[first]
    return verb_first and any(is_finite(sentence, comma + 1) for comma in commas)


def _ends(sentence: Sentence, token: int, last: int) -> bool:
    """Whether a main clause ends before the token: »; «, », og …«, »og vi …«."""
    word, following = sentence.words[token], sentence.lowers[token + 1 : min(token + 2, last)]
    if word == ";":
        return True
    if word == ",":
        return bool(following) and following[0] in _JOINERS
    joined = sentence.lowers[token] in {"og", "men"} and bool(following)
    return joined and following[0] in _SUBJECTS


def _in_front(sentence: Sentence, start: int, last: int) -> bool:
    """Whether the match stands in a condition up front: »Hvis …, vil«, »Gives der ikke …, vil«."""
    first = body(sentence)[0]
    if sentence.lowers[first] not in _SUBORDINATORS and not is_finite(sentence, first):
        return False
    return any(
        sentence.words[t] == "," and is_finite(sentence, t + 1) for t in range(start, last - 1)
    )
