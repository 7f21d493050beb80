"""Small words of tone, words that judge, and what is quoted."""

from __future__ import annotations

from traek.engine.clauses import clause_bounds, is_finite
from traek.reading import Sentence

_PARTICLES = frozenset({"jo", "altså", "dog", "bare", "blot", "netop", "skam"})
_PARTICLES_AFTER_VERB = frozenset({"da", "nok", "vel"})
_EVALUATIONS = frozenset(
    {
        "desværre", "heldigvis", "beklageligvis", "naturligvis", "selvfølgelig", "selvfølgeligt",
        "selvsagt", "åbenbart", "åbenlyst", "tydeligvis", "øjensynligt", "øjensynlig",
        "tilsyneladende", "angiveligt", "angivelig", "utvivlsomt", "givetvis", "forhåbentlig",
        "forhåbentligt", "mærkværdigvis", "påfaldende", "indlysende", "ærgerligt", "uheldigvis",
    }
)  # fmt: skip


def particles(sentence: Sentence) -> set[int]:
    """Small words of tone: jo, da, altså, dog, nok, vel, bare, blot, netop."""
    return {
        token
        for token, word in enumerate(sentence.lowers)
        if (word in _PARTICLES and not _is_no_particle(sentence, token))
        or (word in _PARTICLES_AFTER_VERB and _follows_verb(sentence, token))
    }


def evaluations(sentence: Sentence) -> set[int]:
    """Adverbs that judge what is said: desværre, naturligvis, åbenbart."""
    return {token for token, word in enumerate(sentence.lowers) if word in _EVALUATIONS}


def quotations(sentence: Sentence) -> set[int]:
    """Words between quotation marks, marks included; a mark may open or close in a neighbour."""
    found: set[int] = set()
    opened: int | None = None
    for token, word in enumerate(sentence.words):
        if word != '"':
            continue
        if opened is None and not _opens_quotation(sentence, token):
            found.update(range(token + 1))
        elif opened is None:
            opened = token
        else:
            found.update(range(opened, token + 1))
            opened = None
    if opened is not None:
        found.update(range(opened, len(sentence.words)))
    return found


def _is_no_particle(sentence: Sentence, token: int) -> bool:
    """»jo før, jo bedre«, »jo« as an answer, »bare« of what is naked."""
    if sentence.lowers[token] == "bare":
        return sentence.parts[token] == "ADJ"
    if sentence.lowers[token] != "jo" or token + 1 == len(sentence.words):
        return False
    twice = sentence.lowers.count("jo") > 1
    answer = token == 0 and sentence.words[1] == ","
    return twice or answer or "Degree=Cmp" in sentence.features[token + 1]


def _follows_verb(sentence: Sentence, token: int) -> bool:
    """Whether the word stands in the middle of a clause, as particles do, and counts nothing."""
    start, end = clause_bounds(sentence, token)
    if not any(is_finite(sentence, verb) for verb in range(start, token)):
        return False
    before = sentence.parts[token - 1]
    counts = token + 1 < end and sentence.parts[token + 1] in {"NOUN", "ADJ"}
    if sentence.lowers[token] == "nok":
        denied = sentence.lowers[token - 1] in {"ikke", "aldrig", "næppe"}
        amount = denied or (token + 1 == end and before == "NOUN")
        return before != "ADJ" and not counts and not amount
    if sentence.lowers[token] == "vel":
        return before in {"VERB", "AUX", "PRON"} and token + 1 < end
    return sentence.lowers[token - 1] not in {"inden", "siden", "fra"}


def _opens_quotation(sentence: Sentence, token: int) -> bool:
    """Whether a mark stands close to what follows it and away from what is before."""
    if token == 0:
        return True
    if token + 1 == len(sentence.words):
        return False
    return sentence.starts[token] > sentence.ends[token - 1]
