"""A named part as a phrase: its head put in another form, and the whole that hangs on it."""

from __future__ import annotations

from collections.abc import Container

from traek.engine.rewriting.cutting import inner, text_of
from traek.inflection import agreeing, agreement, inflected
from traek.inflection.forms import ADJECTIVE_FORMS, NOUN_FORMS, VERB_FORMS
from traek.reading import Sentence

_HEADS: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (frozenset(VERB_FORMS), frozenset({"VERB", "AUX"})),
    (frozenset(NOUN_FORMS), frozenset({"NOUN"})),
    (frozenset(ADJECTIVE_FORMS), frozenset({"ADJ"})),
)


def in_form(sentence: Sentence, start: int, end: int, forms: tuple[str, ...]) -> str | None:
    """The words from `start` up to `end` with their head in the wanted form.

    The head is the first verb, the first noun, or the first word of the kind that the form has;
    the rest is kept. A form that agrees with a noun (»din«) gives that word alone.
    """
    if agreeing(forms[0]):
        head = _head(sentence, start, end, frozenset({"NOUN"}), last=True)
        lemma = _lemma(sentence, head)
        return agreement(forms[0], sentence.words[head], lemma) if len(forms) == 1 else None
    parts = next(
        (parts for names, parts in _HEADS if forms[0] in names), frozenset({"PRON", "DET"})
    )
    head = _head(sentence, start, end, parts, last="NOUN" in parts)
    tagged = sentence.parts[head] if sentence.parts else None
    if tagged is not None and tagged not in parts:
        return None
    word = inflected(sentence.words[head], ",".join(forms), tagged, _lemma(sentence, head))
    if word is None:
        return None
    before, after = inner(sentence, start, head), text_of(sentence, head + 1, end)
    return " ".join(filter(None, (before, word, after)))


def phrase_of(
    sentence: Sentence, start: int, end: int, taken: Container[int] = ()
) -> tuple[int, int] | None:
    """The tokens of the whole phrase whose head stands among these; None without a parse.

    The phrase is what hangs on the head in the parse, as far as it stands in one piece and reaches
    none of the tokens that are `taken`.
    """
    if not sentence.heads:
        return None
    head = next((t for t in range(start, end) if not start <= sentence.heads[t] < end), end - 1)
    held = {
        token
        for token in range(len(sentence.words))
        if token not in taken and sentence.hangs_on(token, head)
    }
    first, last = head, head + 1
    while first - 1 in held:
        first -= 1
    while last in held:
        last += 1
    while last - 1 > head and not sentence.words[last - 1][0].isalnum():
        last -= 1
    return min(first, start), max(last, end)


def _head(sentence: Sentence, start: int, end: int, parts: frozenset[str], *, last: bool) -> int:
    if not sentence.parts:
        return end - 1 if last else start
    return next((t for t in range(start, end) if sentence.parts[t] in parts), start)


def _lemma(sentence: Sentence, token: int) -> str | None:
    return sentence.lemmas[token] if sentence.lemmas else None
