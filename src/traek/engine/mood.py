"""What is denied, what is only possible or asked, and under which condition."""

from __future__ import annotations

from traek.engine.clauses import chain, clause_bounds, is_finite, is_verb
from traek.reading import Sentence

_NEGATIONS = frozenset({"ikke", "aldrig", "ej", "hverken", "næppe", "ingenlunde"})
_NOT_CLAUSAL = frozenset({"kun", "mindst", "blot", "bare", "alene", "desto"})
_MODALS = frozenset({"kunne", "skulle", "ville", "måtte", "burde", "turde"})
_CONDITIONS = frozenset({"hvis", "såfremt", "medmindre", "ifald", "dersom", "forudsat"})


def negated(sentence: Sentence) -> set[int]:
    """Verbs that a »ikke« or »aldrig« denies, or that stand after »uden at«."""
    found: set[int] = set()
    for token, word in enumerate(sentence.lowers):
        if word in _NEGATIONS and not _is_constituent_negation(sentence, token):
            found.update(_verbs_denied(sentence, token))
        elif word == "uden" and sentence.lowers[token + 1 : token + 2] == ["at"]:
            verb = next(
                (v for v in range(token + 2, len(sentence.words)) if is_verb(sentence, v)), None
            )
            found.update(() if verb is None else chain(sentence, verb))
    return found


def modals(sentence: Sentence) -> set[int]:
    """kan, skal, vil, må, bør and tør in all their forms."""
    return {
        token
        for token, lemma in enumerate(sentence.lemmas)
        if lemma.lower() in _MODALS and is_verb(sentence, token)
    }


def conditions(sentence: Sentence) -> set[int]:
    """Every word of a conditional clause: »hvis du …«, »med mindre …«, »har du læst brevet, …«."""
    found: set[int] = set()
    for token, word in enumerate(sentence.lowers):
        two_words = word == "med" and sentence.lowers[token + 1 : token + 2] == ["mindre"]
        if word in _CONDITIONS or two_words:
            found.update(range(token, _condition_end(sentence, token)))
    inverted = _inverted_condition(sentence)
    return found | inverted


def _is_constituent_negation(sentence: Sentence, token: int) -> bool:
    """»ikke kun«, »en ikke uvæsentlig del«: denies a word, not the clause."""
    following = token + 1
    if following < len(sentence.words) and sentence.lowers[following] in _NOT_CLAUSAL:
        return True
    attributive = (
        following + 1 < len(sentence.words)
        and sentence.parts[following] == "ADJ"
        and sentence.parts[following + 1] == "NOUN"
    )
    return attributive and token > 0 and sentence.parts[token - 1] in {"DET", "ADP"}


def _verbs_denied(sentence: Sentence, token: int) -> list[int]:
    """The chain of the finite verb nearest before the negation, or else after it."""
    start, end = clause_bounds(sentence, token)
    before = [verb for verb in range(start, token) if is_finite(sentence, verb)]
    after = [verb for verb in range(token + 1, end) if is_finite(sentence, verb)]
    if before:
        return chain(sentence, before[-1])
    if after:
        return chain(sentence, after[0])
    others = [v for v in range(start, end) if is_verb(sentence, v)]
    return others[-1:]


def _condition_end(sentence: Sentence, start: int) -> int:
    """Where the conditional clause that begins at `start` ends."""
    opens_sentence = not any(is_finite(sentence, verb) for verb in range(start))
    seen = False
    for token in range(start, len(sentence.words)):
        if sentence.words[token] == "," and seen:
            following = token + 1
            if following < len(sentence.words) and (
                (opens_sentence and is_finite(sentence, following))
                or sentence.parts[following] == "CCONJ"
                or sentence.lowers[following] == "så"
            ):
                return token
        elif sentence.words[token] in {".", "!", "?", ";", ":"}:
            return token
        seen = seen or is_finite(sentence, token)
    return len(sentence.words)


def _inverted_condition(sentence: Sentence) -> set[int]:
    """»Har du spørgsmål, kan du ringe«: verb first, then a subject, and a verb after the comma."""
    first = next((t for t, word in enumerate(sentence.words) if word[0].isalpha()), None)
    if first is None or not is_finite(sentence, first) or sentence.words[-1] == "?":
        return set()
    for token in range(first + 2, len(sentence.words) - 1):
        if sentence.words[token] == ",":
            following = token + 1
            if is_finite(sentence, following) or sentence.lowers[following] == "så":
                return set(range(first, token))
    return set()
