"""Openings that lecture or tell where something stood, which a sentence does without."""

from __future__ import annotations

import re

from traek.engine.clauses import is_finite
from traek.engine.rewriting.anew import said_anew
from traek.engine.rewriting.cutting import body
from traek.engine.rewriting.deletion import deleted, holds_fact
from traek.engine.rewriting.draft import Change
from traek.engine.rewriting.order import main_clause
from traek.reading import Sentence

_AND = r"(?:(?: \w+){0,5})?"
_SAID = r"(?:bemærk|tilføj|nævn|fremhæv|anfør|indskyd|erindr|indskærp|understreg)"
_LECTURES = re.compile(
    "|".join(
        (
            r"vær opmærksom på|bemærk(?: venligst)?|husk",
            rf"(?:vi|jeg|\w+en){_AND} gør(?:e)?{_AND} opmærksom på",
            rf"(?:du|de|i|man|der)(?: skal| må| bør){_AND} (?:være opmærksom(?:me)? på|huske(?: på)?|vide)",
            rf"man må{_AND} (?:huske på|se i øjnene)",
            rf"det (?:må|bør|skal){_AND} (?:forudsættes|antages|formodes|være|anses){_AND} be?kendt",
            r"det siger sig selv|det er (?:velkendt|en kendt sag|almindeligt kendt)",
            r"opmærksomheden henledes på|der gøres opmærksom på",
            rf"det skal{_AND} (?:{_SAID}es|siges|oplyses)|det{_AND} bemærkes{_AND}|hertil bemærkes",
            rf"det bør{_AND} (?:{_SAID}es|siges)|det må{_AND} (?:konstateres|erindres)",
            rf"der skal{_AND} (?:mindes om|gøres opmærksom på)|for en? god ordens skyld gøres opmærksom på",
            rf"(?:vi|jeg|\w+(?:en|et)) (?:skal|må){_AND} (?:{_SAID}e|gøre opmærksom på|minde om|oplyse|notere)",
            r"det er(?: derfor| også)? vigtigt at huske(?: på)?",
        )
    )
)
_CONTRASTS = frozenset({"dog", "imidlertid", "derimod"})
_VAGUE = frozenset({"betydning", "konsekvenser", "følger"})
_DESPITE = (("på", "trods", "af"), ("til", "trods", "for"), ("trods",))
_SENT = frozenset(
    "påmindelse påmindelser samtale samtalen samtaler brev brevet breve rykker rykkere møde mødet "
    "vejledning mail mails henvendelse henvendelser besked beskeder".split()
)


def told(sentence: Sentence, _: str) -> Change | None:
    """»Du skal være opmærksom på, at der …« is »Der …«."""
    first, last = body(sentence)
    comma = next((t for t in range(first, last) if sentence.words[t] == ","), last)
    if sentence.lowers[comma + 1 : comma + 2] != ["at"] or "tålmodigheden" in sentence.lowers:
        return None
    frame = sentence.lowers[first:comma]
    if _LECTURES.fullmatch(" ".join(frame)) is None or not _CONTRASTS.isdisjoint(frame):
        return None
    if not _VAGUE.isdisjoint(sentence.lowers[comma:last]) or _is_crowded(sentence, comma + 2):
        return None
    return said_anew(sentence, main_clause(sentence, comma + 1, last))


def _is_crowded(sentence: Sentence, start: int) -> bool:
    """Whether more than a subject and an adverb stands before the verb: »din kone ved samtalen sagde«."""
    verb = next((t for t in range(start, len(sentence.words)) if is_finite(sentence, t)), start)
    loose = {"også", "ved", "under", "fremover"} & {*sentence.lowers[start : max(start, verb - 1)]}
    return bool(loose)


def without_source(sentence: Sentence, _: str) -> Change | None:
    """»Som oplyst i telefonen lukker vi« is »Vi lukker«; a source with a date or a name stays, and a paper."""
    first, last = body(sentence)
    if sentence.lowers[first] != "som" or sentence.lowers[first + 1 : first + 2] == ["om"]:
        return None
    comma = next((t for t in range(first, last) if sentence.words[t] == ","), None)
    told_of = "VerbForm=Part" in sentence.features[min(first + 1, last - 1)]
    finite = next((t for t in range(first, last) if is_finite(sentence, t)), None)
    end = finite if told_of else comma
    follows = (finite if told_of else None if comma is None else comma + 1) or 0
    if end is None or not follows or not is_finite(sentence, follows):
        return None
    if holds_fact(sentence, first, end) or "af" in sentence.lowers[first:end]:
        return None
    return deleted("", first, end, sentence)


def after_all(sentence: Sentence, _: str) -> Change | None:
    """»Trods to rykkere …« is »Efter to rykkere …«."""
    first, _last = body(sentence)
    for phrase in _DESPITE:
        end = first + len(phrase)
        if tuple(sentence.lowers[first:end]) == phrase:
            near = sentence.lowers[end : end + 4]
            again = any(word.startswith("gentag") for word in near)
            return (
                None
                if again or _SENT.isdisjoint(near)
                else Change(sentence.span(first, end), "Efter")
            )
    return None
