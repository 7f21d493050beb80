"""One sentence made two, and two made one."""

from __future__ import annotations

from traek.engine.clauses import is_finite
from traek.engine.rewriting.clause import is_pronoun
from traek.engine.rewriting.cutting import body, capital, inner, text_of
from traek.reading import Sentence

_CONJUNCTIONS = frozenset({"og", "men", "samt"})
_NOMINAL = frozenset({"DET", "NOUN", "PROPN", "PRON", "ADJ"})
_REACH = 5


def divided(sentence: Sentence, near: int) -> str | None:
    """The sentence as two, cut at the »og« or »men« nearest to the token `near`.

    Cut only where both halves have a subject and a finite verb of their own. »men« is left out, as
    a full stop says it more gently.
    """
    start, end = body(sentence)
    places = [token for token in range(start + 1, end - 1) if _divides(sentence, token, start, end)]
    if not places or sentence.words[-1] == "?":
        return None
    place = min(places, key=lambda token: abs(token - near))
    first = text_of(sentence, start, place).rstrip(" ,;")
    return f"{first}. {capital(text_of(sentence, place + 1, end))}"


def joined(first: Sentence, second: Sentence, conjunction: str = "og") -> str | None:
    """Two sentences as one, with the conjunction between them and the second one's final sign."""
    begin, stop = body(first)
    start, end = body(second)
    if begin == stop or start == end or first.words[stop:] != ["."]:
        return None
    last = text_of(second, end, len(second.words))
    return f"{text_of(first, begin, stop)}, {conjunction} {inner(second, start, end)}{last}"


def _divides(sentence: Sentence, token: int, start: int, end: int) -> bool:
    """Whether two clauses that can stand alone meet at the conjunction."""
    if sentence.lowers[token] not in _CONJUNCTIONS or sentence.parts[token] != "CCONJ":
        return False
    before = range(start, token)
    following = token + 1
    if not any(is_finite(sentence, t) for t in before):
        return False
    return _is_clause(sentence, following, end) and not _is_subordinate(sentence, start, token)


def _is_clause(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a subject and a finite verb begin here: »vi sender«, »sagen er«, »derfor er«."""
    if start >= end or is_finite(sentence, start):
        return False
    opens = is_pronoun(sentence, start) or sentence.parts[start] in {*_NOMINAL, "ADV"}
    opens = opens and not sentence.lowers[start].startswith("hv")
    reach = range(start + 1, min(start + _REACH, end))
    stop = next((t for t in reach if sentence.words[t] == ","), reach.stop)
    return opens and any(is_finite(sentence, t) for t in range(start + 1, stop))


def _is_subordinate(sentence: Sentence, start: int, conjunction: int) -> bool:
    """Whether the conjunction joins two subordinate clauses: »at du flytter, og at vi …«."""
    openers = {"at", "hvis", "når", "som", "der", "fordi", "om"}
    if sentence.lowers[conjunction + 1] in openers:
        return True
    comma = sentence.words[conjunction - 1] == ","
    return not comma and any(word in openers for word in sentence.lowers[start:conjunction])
