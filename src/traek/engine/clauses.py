"""Verbs with what belongs to them, told by form and order; no parser is needed.

Danish shows the subject of du, De, vi and jeg by form, puts the finite verb second or first, and
ends a clause with a comma; so looking a few words to each side is as good as a small parser.
"""

from __future__ import annotations

from traek.reading import Sentence

ENDS = frozenset({",", ";", ":", ".", "!", "?", "(", ")", '"', "-", "..."})
_REACH = 7
"""How far a subject may stand from its finite verb: »hvis du i denne periode har …«."""

_OPEN = frozenset(
    {"have", "være", "blive", "få", "bede", "kunne", "skulle", "ville", "måtte", "burde", "turde"}
)
_SUBORDINATE = frozenset(
    {"at", "hvis", "når", "da", "fordi", "som", "der", "såfremt", "medmindre", "mens", "før", "om"}
)


def is_finite(sentence: Sentence, token: int) -> bool:
    """Whether the token is a verb in the present or past."""
    return "VerbForm=Fin" in sentence.features[token] and is_verb(sentence, token)


def is_verb(sentence: Sentence, token: int) -> bool:
    """Whether the token is a verb or an auxiliary."""
    return sentence.parts[token] in {"VERB", "AUX"}


def finite_of(sentence: Sentence, subject: int) -> int | None:
    """The finite verb of a pronoun or noun in the nominative, or None."""
    before = subject - 1
    if before >= 0 and is_finite(sentence, before):
        return before
    for token in range(subject + 1, min(subject + 1 + _REACH, len(sentence.words))):
        if sentence.words[token] in ENDS or sentence.lowers[token] in _SUBORDINATE - {"der"}:
            break
        if is_finite(sentence, token):
            return token
    return None


def chain(sentence: Sentence, finite: int) -> list[int]:
    """The finite verb and the verbs that go with it: »skal have betalt«, »undlod at sige«."""
    verbs = [finite]
    for token in range(finite + 1, len(sentence.words)):
        word = sentence.words[token]
        if word in ENDS or sentence.lowers[token] in _SUBORDINATE - {"at", "der", "om", "da"}:
            break
        if not is_verb(sentence, token):
            if is_coordination(sentence, token):
                break
            continue
        if is_finite(sentence, token):
            break
        if _goes_with(sentence, verbs[-1], token):
            verbs.append(token)
    return verbs


def _goes_with(sentence: Sentence, verb: int, token: int) -> bool:
    """Whether a participle or infinitive at `token` continues the chain that ends in `verb`."""
    marked = sentence.lowers[token - 1] == "at"
    if marked:
        between = token - 1 - verb
        return between <= 1 or all(
            sentence.parts[word] in {"ADV", "PRON"} for word in range(verb + 1, token - 1)
        )
    attributive = (
        "VerbForm=Part" in sentence.features[token]
        and token + 1 < len(sentence.words)
        and sentence.parts[token + 1] == "NOUN"
        and sentence.parts[token - 1] in {"DET", "ADJ", "ADP"}
    )
    return sentence.lemmas[verb].lower() in _OPEN and not attributive


def is_coordination(sentence: Sentence, token: int) -> bool:
    """Whether »og«, »men« or »eller« at `token` begins a new clause."""
    if sentence.parts[token] != "CCONJ":
        return False
    following = range(token + 1, min(token + 4, len(sentence.words)))
    return any(is_finite(sentence, word) for word in following)


def clause_bounds(sentence: Sentence, token: int) -> tuple[int, int]:
    """The stretch between commas, stops and new clauses that holds the token."""
    start, end = token, token + 1
    while start > 0 and not _divides(sentence, start - 1):
        start -= 1
    while end < len(sentence.words) and not _divides(sentence, end):
        end += 1
    return start, end


def _divides(sentence: Sentence, token: int) -> bool:
    return sentence.words[token] in ENDS or is_coordination(sentence, token)


def verbs_of(sentence: Sentence, subjects: set[int]) -> set[int]:
    """The verbs that go with these subjects."""
    found: set[int] = set()
    for subject in subjects:
        finite = finite_of(sentence, subject)
        if finite is not None:
            found.update(chain(sentence, finite))
    return found
