"""Clauses and subjects as the rewrites need them: told by commas, small words and the finite verb."""

from __future__ import annotations

from typing import NamedTuple

from traek.engine.clauses import is_finite
from traek.engine.rewriting.cutting import body
from traek.reading import Sentence

_PRONOUNS = frozenset("jeg du vi man han hun den det de i".split())
_FINITE = frozenset(
    "har havde er var bliver blev kan skal må vil bør kunne skulle måtte ville burde".split()
)
_OPTIONAL = frozenset(
    "fordi da hvis når selvom skønt mens idet eftersom siden hvilket medmindre såfremt ligesom"
    " hvorfor hvorved skønt uagtet".split()
)
"""Words that open a clause which the sentence can do without."""

_NEEDED = frozenset("at om hvad hvem hvor hvordan hvornår hvorvidt som der".split())
_REACH = 6
"""How far a subject of several words may reach: »de otte ugers ventetid gælder«."""
_OWN = frozenset({"at", "som"})
_COORDINATORS = frozenset({"og", "men"})
_SHORT = frozenset({"kl.", "ca.", "pr.", "d."})
_BEFORE_NOUN = frozenset({"DET", "ADJ", "NUM", "PRON"})


class Clause(NamedTuple):
    """A clause that can go; `start` counts the comma or conjunction that opens it."""

    start: int
    end: int
    subordinate: bool


def is_pronoun(sentence: Sentence, token: int) -> bool:
    """Whether the token is a pronoun that can be a subject, and »I« no preposition."""
    if sentence.words[token].lower() == "i":
        return sentence.words[token] == "I" and sentence.parts[token : token + 1] == ["PRON"]
    return sentence.lowers[token] in _PRONOUNS


def is_finite_here(sentence: Sentence, token: int) -> bool:
    """Whether the token is a finite verb; by a short list where there is no grammar."""
    if token >= len(sentence.words):
        return False
    if not sentence.features:
        return sentence.lowers[token] in _FINITE
    return is_finite(sentence, token)


def subject_after(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """The tokens of the subject that stands right after the verb, or None where that is unsure."""
    start = verb + 1
    if start >= len(sentence.words):
        return None
    if is_pronoun(sentence, start) and not _stands_before_noun(sentence, start):
        return start, start + 1
    if sentence.lowers[start] == "der":
        return start, start + 1
    end = _noun_phrase(sentence, start)
    if end is not None and end < len(sentence.words):
        if sentence.parts[end] == "CCONJ":
            return None
        goes_on = sentence.parts[end] == "ADP" or sentence.words[end] == ","
        if not goes_on and sentence.lowers[end] not in _NEEDED:
            return start, end
    return _parsed_subject(sentence, verb) if sentence.heads else None


def _stands_before_noun(sentence: Sentence, token: int) -> bool:
    """Whether »den« or »de« at the token opens a phrase: »de bilag«."""
    if sentence.lowers[token] not in {"den", "det", "de"} or token + 1 >= len(sentence.words):
        return False
    if sentence.words[token] == "De":
        return False
    if not sentence.parts:
        return False
    if sentence.lowers[token + 1] in _SHORT:  # »skete det kl. 6«
        return False
    participle = "VerbForm=Part" in sentence.features[token + 1]
    return participle or sentence.parts[token + 1] in {"NOUN", "ADJ", "NUM"}


def _parsed_subject(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """The subject as the parser sees it, where it begins right after the verb in one piece."""
    for token, relation in enumerate(sentence.relations):
        if not relation.startswith("nsubj") or token <= verb:
            continue
        tokens = sorted(t for t in range(len(sentence.words)) if sentence.hangs_on(t, token))
        whole = tokens == list(range(tokens[0], tokens[-1] + 1))
        if whole and tokens[0] == verb + 1:
            return tokens[0], tokens[-1] + 1
        return None
    return None


def _noun_phrase(sentence: Sentence, start: int) -> int | None:
    """The end of a plain noun phrase that begins here: »den sidste frist«, »kommunens svar«."""
    if not sentence.parts:
        return None
    token = start
    while token < len(sentence.words):
        part = sentence.parts[token]
        if part in {"NOUN", "PROPN"}:
            owner = "Case=Gen" in sentence.features[token]
            named = sentence.parts[token + 1 : token + 2] == ["PROPN"]
            if not owner and not named:
                return token + 1
        elif part not in _BEFORE_NOUN:
            return None
        token += 1
    return None


def clause_at(sentence: Sentence, token: int) -> Clause | None:
    """The clause that holds the token, where the rest of the sentence can stand without it."""
    if not sentence.parts:
        return None
    first, last = body(sentence)
    token += sentence.words[token] == "," and token + 1 < last
    start, end = token, token
    while start > first and not _opens_clause(sentence, start):
        start -= 1
    while end < last and sentence.words[end] not in {",", ";"}:
        if end > token and _opens_clause(sentence, end) and sentence.words[end - 1] != ",":
            break
        end += 1
    end = _with_its_own(sentence, end, last)
    opener = _opener(sentence, start)
    if opener in _NEEDED or not _ends_here(sentence, end, last):
        return None
    if opener in _OPTIONAL:
        return _with_comma(sentence, start, end, first, last)
    if opener in _COORDINATORS and start > first:
        return Clause(start - (sentence.words[start - 1] == ","), end, subordinate=False)
    joined = end < last and any(w in _COORDINATORS for w in sentence.lowers[end : end + 2])
    if start == first and joined and _own_subject(sentence, end):
        return Clause(first, end, subordinate=False)
    return None


def _with_its_own(sentence: Sentence, end: int, last: int) -> int:
    """Where the clause ends that has clauses of its own: »og vi går ud fra, at du har læst det«."""
    while end + 1 < last and sentence.words[end] == "," and sentence.lowers[end + 1] in _OWN:
        end += 1
        while end < last and sentence.words[end] not in {",", ";"}:
            end += 1
    return end


def _opener(sentence: Sentence, start: int) -> str:
    """The word that opens the clause; »selv om« is one."""
    words = sentence.lowers[start : start + 2]
    return "selvom" if words == ["selv", "om"] else words[0]


def _with_comma(sentence: Sentence, start: int, end: int, first: int, last: int) -> Clause:
    if start > first and sentence.words[start - 1] == ",":
        start -= 1
        if end < last and sentence.lowers[end + 1] not in _COORDINATORS:
            end += 1
    return Clause(start, end, subordinate=True)


def _opens_clause(sentence: Sentence, token: int) -> bool:
    lower, before = sentence.lowers[token], sentence.words[token - 1]
    if before in {",", ";"}:
        return True
    if lower in _COORDINATORS:
        return any(
            is_finite(sentence, t) for t in range(token + 1, min(token + 4, len(sentence.words)))
        )
    return lower in _OPTIONAL and lower not in {"da", "siden", "så"}


def _ends_here(sentence: Sentence, end: int, last: int) -> bool:
    """Whether the clause is over at the comma, and neither a list nor a clause of its own goes on there."""
    if end >= last:
        return True
    after = end + 1 if sentence.words[end] in {",", ";"} else end
    if after >= last or sentence.lowers[after] in _COORDINATORS:
        return True
    ends = after + 2 if sentence.lowers[after] == "så" else after + 1
    return any(is_finite(sentence, t) for t in range(after, min(ends, last)))


def _own_subject(sentence: Sentence, end: int) -> bool:
    """Whether what follows the conjunction has a subject of its own: »…, men vi har«."""
    after = end + 1 if sentence.words[end] in {",", ";"} else end
    after += sentence.lowers[after] in _COORDINATORS
    if after >= len(sentence.words):
        return False
    opens = is_pronoun(sentence, after) or sentence.parts[after] in {"DET", "NOUN", "PROPN"}
    return opens and any(
        is_finite(sentence, t) for t in range(after + 1, min(after + _REACH, len(sentence.words)))
    )
