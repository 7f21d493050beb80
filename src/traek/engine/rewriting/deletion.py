"""Words, clauses and sentences taken out of a letter, so that what is left still reads well."""

from __future__ import annotations

import re

from traek.dates import DAYS, MONTHS
from traek.engine.rewriting.clause import Clause, clause_at, is_finite_here, subject_after
from traek.engine.rewriting.cutting import body, capital, text_of
from traek.engine.rewriting.draft import Change
from traek.engine.rewriting.matter import holds_matter
from traek.model import Span
from traek.reading import Sentence

_FACTS = frozenset((*DAYS, *MONTHS)) | frozenset(
    (
        "kr. kroner § stk. nr. jul påske pinse nytår sommerferien efterårsferien vinterferien [] www "
        "klage klagen ankestyrelsen nævnet loven bekendtgørelsen frist fristen frister fristerne"
    ).split()
)
_JOINERS = frozenset({"og", "men", "for", "eller", "samt", "så"})
_BETWEEN = frozenset({",", ";", "og", "men", "så"})
_LEANING = frozenset(
    "det dette den disse de derfor så men og heller sådan dermed derved ellers her dog alligevel "
    "denne dem herom hertil heraf begge omvendt derimod imidlertid snarere hvem".split()
)
_LEANT = re.compile(
    r"^(?:\S+ ){1,3}derfor\b|^at (?:den|de|han|hun)\b|\b(?:omvendt|derimod|imidlertid|snarere|netop det|gjort det)\b|"
    r"\b(?:denne|dette|disse|dem|herom|heraf|hertil|herfor|derom|deraf|dertil)\b|\bden (?!\d)[a-zæøå]{4,}|\b(?:på|af|til|med|om|for|ved)\b(?=[,.;:]|$)"
    r"|\b(?:på|af|til|med|om|for|ved|i) den\b(?=[,.;:]|$)"
)
"""What in the next sentence, up to its first stop, means something that this one named."""


def deleted(what: str, start: int, end: int, sentence: Sentence) -> Change | None:
    """The change that takes out the match, its clause (»led«) or its sentence (»saetning«).

    None where a fact would go with a clause or a sentence, or a reason, a refusal or a duty that
    is not the match itself; where nothing that can stand alone would be left, or where it cannot
    be told what is left.
    """
    if what == "saetning":
        return _whole(sentence, range(start, end))
    if what == "led":
        return _clause(sentence, start, range(start, end))
    return _words(sentence, start, end)


def holds_fact(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a number, a date, a law, a name, an address or a contact stands among the tokens."""
    for token in range(start, end):
        word, lower = sentence.words[token], sentence.lowers[token]
        some = lower == "frist" and sentence.lowers[token - 1 : token] == ["en"]
        if (lower in _FACTS and not some) or any(sign.isdigit() for sign in word) or "@" in word:
            return True
        if token > body(sentence)[0] and word[0].isupper() and not _address(word):
            return True
        if sentence.parts and sentence.parts[token] == "PROPN":
            return True
    return False


def _is_needed(sentence: Sentence, start: int, end: int, marked: range) -> bool:
    """Whether the letter would lose a fact, a reason, a count, a refusal or a duty."""
    return holds_fact(sentence, start, end) or holds_matter(sentence, start, end, marked)


def _address(word: str) -> bool:
    return word in {"De", "Dem", "Deres", "I"}


def _whole(sentence: Sentence, marked: range) -> Change | None:
    needed = _is_needed(sentence, 0, len(sentence.words), marked)
    return None if needed or is_leant_upon(sentence) else taken_out(sentence)


def taken_out(sentence: Sentence) -> Change | None:
    """The sentence out, whatever it says, and the space behind it; None where it leads to a list."""
    if sentence.words[-1] == ":":
        return None
    text = sentence.block.text
    start, end = sentence.starts[0], sentence.ends[-1]
    while end < len(text) and text[end].isspace():
        end += 1
    while end == len(text) and start > 0 and text[start - 1].isspace():
        start -= 1
    return Change(Span(start, end), "")


def from_among_others(sentence: Sentence) -> Change | None:
    """The same where it is not all of its paragraph: what would be left is for the writer to see."""
    change = taken_out(sentence)
    alone = change is not None and change.span == (0, len(sentence.block.text))
    return None if alone else change


def is_leant_upon(sentence: Sentence) -> bool:
    """Whether the next sentence speaks of this one: »Det …«, »Derfor …«, »lægges tæpper på«."""
    after = re.split(
        r"(?<=[.!?])\s", sentence.block.text[sentence.ends[-1] :].lstrip(), maxsplit=1
    )[0]
    opening = after.split(maxsplit=1)
    if not opening:
        return False
    return opening[0].lower().strip(",") in _LEANING or _LEANT.search(after.lower()) is not None


def _words(sentence: Sentence, start: int, end: int) -> Change | None:
    """The match out; what follows a fronted word gets its subject first again."""
    first, last = body(sentence)
    if (end >= last and start <= first) or _leads_to(sentence, end):
        return None
    states = (
        end < last and sentence.words[end] == "," and sentence.lowers[start - 1] in {"er", "var"}
    )
    if states and start > first:
        return None
    enclosed = start > first and sentence.words[start - 1] == ","
    if end < last and sentence.words[end] == "," and (enclosed or start == first):
        end += 1
        if enclosed:
            start -= 1
    elif end == last and enclosed:
        start -= 1
    if _opens(sentence, start) and is_finite_here(sentence, end):
        if _opens_phrase(sentence, end + 1):
            return None
        return _straight(sentence, start, end)
    if start == first:
        return _recased(sentence, start, end, end + 1)
    return _cut(sentence, start, end)


def _leads_to(sentence: Sentence, end: int) -> bool:
    """Whether a clause hangs on the last word before `end`: »således, at der er tid«."""
    return sentence.lowers[end - 1] in {"således", "sådan"} and before_at(sentence, end)


def before_at(sentence: Sentence, end: int) -> bool:
    """Whether »at«, perhaps behind a comma, comes next."""
    return "at" in sentence.lowers[end : end + 1] or sentence.lowers[end : end + 2] == [",", "at"]


def _opens_phrase(sentence: Sentence, token: int) -> bool:
    """Whether »de« at the token belongs to adjectives alone: »de mest alvorlige«."""
    if sentence.words[token : token + 1] != ["de"] or not sentence.parts:
        return False
    after = sentence.lowers[token + 1 : token + 2]
    return after in (["mest"], ["mindst"]) or sentence.parts[token + 1 : token + 2] == ["ADJ"]


def _opens(sentence: Sentence, start: int) -> bool:
    """Whether a clause begins at the token, so that the verb stands second after it."""
    return start == body(sentence)[0] or sentence.lowers[start - 1] in _JOINERS


def _straight(sentence: Sentence, start: int, end: int) -> Change | None:
    """»Desværre må vi« -> »Vi må«: the verb at `end` changes places with its subject."""
    subject = subject_after(sentence, end)
    if subject is None:
        return None
    words = text_of(sentence, *subject)
    if start == body(sentence)[0]:
        words = capital(words)
    text = f"{words} {text_of(sentence, end, end + 1)}"
    return Change(Span(sentence.starts[start], sentence.ends[subject[1] - 1]), text)


def _recased(sentence: Sentence, start: int, end: int, until: int) -> Change:
    text = capital(text_of(sentence, end, until))
    return Change(Span(sentence.starts[start], sentence.ends[until - 1]), text)


def _cut(sentence: Sentence, start: int, end: int) -> Change:
    """The tokens out, with the space before them."""
    begin = sentence.ends[start - 1] if start else sentence.starts[start]
    return Change(Span(begin, sentence.ends[end - 1]), "")


def _clause(sentence: Sentence, token: int, marked: range) -> Change | None:
    clause = clause_at(sentence, token)
    if clause is None or _is_needed(sentence, clause.start, clause.end, marked):
        return None
    left = [*range(clause.start), *range(clause.end, len(sentence.words))]
    if not any(is_finite_here(sentence, word) for word in left):
        return None
    if clause.start > body(sentence)[0]:
        return _cut(sentence, clause.start, clause.end)
    return _first_clause(sentence, clause)


def _first_clause(sentence: Sentence, clause: Clause) -> Change | None:
    first, last = body(sentence)
    if not clause.subordinate and _tells(sentence, clause.end):
        return None
    after = clause.end
    while after < last and sentence.lowers[after] in _BETWEEN:
        after += 1
    if after >= last or (not clause.subordinate and sentence.lowers[after] in _LEANING):
        return None
    if clause.subordinate and is_finite_here(sentence, after):
        return _straight(sentence, first, after)
    return _recased(sentence, first, after, after + 1)


def _tells(sentence: Sentence, end: int) -> bool:
    """Whether the first main clause tells what somebody did or did not: »Vi har fulgt reglerne«."""
    told = {"VerbForm=Part", "Tense=Past"}
    return any(not told.isdisjoint(sentence.features[token]) for token in range(end))
