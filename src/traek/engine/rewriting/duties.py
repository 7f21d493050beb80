"""Whose duty it is, said by the one who has it: »Det påhviler lejeren at …« is »Lejeren skal …«."""

from __future__ import annotations

from traek.engine.clauses import is_finite
from traek.engine.rewriting.anew import said_anew
from traek.engine.rewriting.cutting import body, inner, text_of
from traek.engine.rewriting.draft import Change
from traek.reading import Sentence

_FALLS_TO = frozenset({"påhviler", "påhvile"})
_OWED = frozenset({"ansvar", "opgave", "sag", "pligt"})
_COSTS = ("udgift", "omkostning", "regning")
_SMALL = frozenset({"herefter", "derfor", "dog", "således", "imidlertid", "altid", "også", "jo"})
_WHOSE = {"din": "du", "dit": "du", "jeres": "I", "deres": "De"}
_MOST = 8


def duty(sentence: Sentence, _: str) -> Change | None:
    """»Det er lånerens eget ansvar at få en kvittering« is »Låneren skal selv få en kvittering«."""
    first, last = body(sentence)
    if sentence.lowers[first] != "det" or sentence.words[-1] != ".":
        return None
    act = next(
        (
            t
            for t in range(first + 2, min(last - 1, first + _MOST))
            if sentence.lowers[t] == "at" and "VerbForm=Inf" in sentence.features[t + 1]
        ),
        None,
    )
    if act is None or {"ikke", "kun", "sig"} & {*sentence.lowers[first:act]}:
        return None
    who = _bearer(sentence, first, act)
    if who is None:
        return None
    return said_anew(sentence, f"{who} {text_of(sentence, act + 1, last)}")


def _bearer(sentence: Sentence, first: int, act: int) -> str | None:
    """Who is bound by the words before »at«, with »skal«: »låneren skal selv«."""
    verb = first + 1 + (sentence.lowers[first + 1] in {"må", "vil"})
    if sentence.lowers[verb] in _FALLS_TO:
        return _falls_to(sentence, verb + 1, act)
    if sentence.lowers[verb] != "er" or sentence.lowers[act - 1] not in _OWED:
        return None
    small, start = _small_from(sentence, verb + 1, act)
    end = act - 1
    own = sentence.lowers[end - 1] in {"eget", "egen"}
    end -= own
    who = _owner(sentence, start, end)
    return f"{who} skal{small}{' selv' if own else ''}" if who else None


def _small_from(sentence: Sentence, start: int, end: int) -> tuple[str, int]:
    """The small words that begin here, each behind a space and without »jo«, and what comes next."""
    after = start
    while after < end and sentence.lowers[after] in _SMALL:
        after += 1
    kept = (word for word in sentence.lowers[start:after] if word != "jo")
    return "".join(f" {word}" for word in kept), after


def _falls_to(sentence: Sentence, start: int, end: int) -> str | None:
    if sentence.words[end - 1] == "," or "," in sentence.words[start:end]:
        return None
    small, start = _small_from(sentence, start, end)
    own = sentence.lowers[end - 1] == "selv"
    end -= own
    if start >= end or not _names(sentence, end - 1):
        return None
    return f"{inner(sentence, start, end)} skal{small}{' selv' if own else ''}"


def _owner(sentence: Sentence, start: int, end: int) -> str | None:
    """Who owns, from the owner's form: »lånerens«, »den enkeltes«, »din«."""
    if end - start == 1 and sentence.lowers[start] in _WHOSE:
        polite = sentence.words[start] == "Deres" or sentence.lowers[start] != "deres"
        return _WHOSE[sentence.lowers[start]] if polite else None
    words = text_of(sentence, start, end)
    if not words.endswith("s") or words.endswith("'s") or end - start > 3:  # noqa: PLR2004
        return None
    return words[:-1]


def _names(sentence: Sentence, token: int) -> bool:
    return sentence.parts[token] in {"NOUN", "PROPN", "ADJ"} or sentence.lowers[token].endswith("e")


def borne(sentence: Sentence, _: str) -> Change | None:
    """»Udgiften til rensning påhviler lejeren« is »Lejeren skal betale udgiften til rensning«."""
    first, last = body(sentence)
    verb = next((t for t in range(first + 1, last) if sentence.lowers[t] == "påhviler"), None)
    if verb is None or "," in sentence.words[:verb] or sentence.parts[first] not in {"NOUN", "DET"}:
        return None
    end = verb + 1
    while end < last and sentence.parts[end] in {"DET", "ADJ", "NOUN", "PROPN"}:
        end += 1
    joins = {"og", "som", "der"} & {*sentence.lowers[first:verb]}
    if end == verb + 1 or joins or any(is_finite(sentence, t) for t in range(first, verb)):
        return None
    thing, who = inner(sentence, first, verb), inner(sentence, verb + 1, end)
    act = "betale" if sentence.lowers[first].startswith(_COSTS) else "sørge for"
    rest = text_of(sentence, end, last)
    space = "" if rest[:1] in {",", ""} else " "
    return said_anew(sentence, f"{who} skal {act} {thing}{space}{rest}")
