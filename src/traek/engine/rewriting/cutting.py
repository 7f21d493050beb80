"""How text is cut out of a sentence and put in: its body, its capitals, its spaces."""

from __future__ import annotations

import re

from traek.reading import Sentence

_OPENERS = frozenset("\"'-–—•*(")
_STOPS = frozenset({".", "!", "?", ":", "…", "..."})
_POLITE = frozenset({"De", "Dem", "Deres", "I"})
_ITEM = re.compile(r"\d{1,2}\.|[a-zæøå]\)")
_COMMON = re.compile(  # »Sletning«, »Mobiltelefoner«, »Sygedagpenge«
    r"(?!herning$)\w{2,}(?:ning|æring|ering|aling|ninger|ningen|else|elser|elsen|hed|heder|heden|skab|tion|tioner|itet)"
    r"|\w{8,}er|\w{5,}um|\w*(?:penge|støtte|gebyr|kort|skema|udtog|tillæg|affald|vand|service|måler)"
)
_THINGS = frozenset(
    "nøgle gratis frist afbud adgang henstand refusion kopi svar hjælp støj parkering høring vagten "
    "naboen sag tid udlejer gravsted opgang hunde afdrag post billetten ansøger leder plads restance "
    "told græs lyd grundejer maskine plast alder samtykke orlov udlæg karantæne trapper dyr slid "
    "vidner kontaktperson indgang linje container hegn hække prøve fravær leje recepter økonomi "
    "solceller inkasso beholder net rate areal transport pleje lokale handicap ophold spande pensum "
    "pap hjemmepleje jakker visum friplads moms borde pakker opslag noder port klaver trappe bøger "
    "afsender datoen kopien afskrift ejendele løn del".split()
)
"""Nouns that a tagger takes for names at the start of a sentence, as those of `_COMMON` are."""
_SPACES = re.compile(r"  +")
_BEFORE_SIGN = re.compile(r" +([,.;:!?])")


def body(sentence: Sentence) -> tuple[int, int]:
    """The tokens of a sentence between its opening bullet or quote and its final signs."""
    start, end = 0, len(sentence.words)
    while start < end and (sentence.words[start] in _OPENERS or _numbers(sentence, start)):
        start += 1
    while end > start and sentence.words[end - 1] in _STOPS:
        end -= 1
    return start, end


def _numbers(sentence: Sentence, token: int) -> bool:
    """Whether the token numbers an item of a list: a first »2.« or »b)«."""
    word = sentence.words[token]
    return token == 0 and _ITEM.fullmatch(word) is not None


def text_of(sentence: Sentence, start: int, end: int) -> str:
    """The letter's own text of the tokens from `start` up to `end`."""
    if end <= start:
        return ""
    return sentence.block.text[sentence.starts[start] : sentence.ends[end - 1]]


def inner(sentence: Sentence, start: int, end: int) -> str:
    """The text of these tokens as it is written inside a sentence."""
    text = text_of(sentence, start, end)
    if not text or start != body(sentence)[0] or keeps_capital(sentence, start):
        return text
    return text[0].lower() + text[1:]


def keeps_capital(sentence: Sentence, token: int) -> bool:
    """Whether the token has its capital also inside a sentence: a name, De, I, an abbreviation."""
    word = sentence.words[token]
    if word == "De" and sentence.parts and sentence.parts[token] == "DET":
        return False
    if word in _POLITE:
        return word != "I" or not sentence.parts or sentence.parts[token] == "PRON"
    if sentence.parts and sentence.parts[token] == "PROPN":
        return not _is_common(sentence, token)
    return len(word) > 1 and word[1:] != word[1:].lower()


def _is_common(sentence: Sentence, token: int) -> bool:
    """Whether the capital of the first word may be the sentence's, whatever the tagger says."""
    following = sentence.words[token + 1 : token + 2]
    named = bool(following) and following[0][0].isupper()
    first = token == body(sentence)[0]
    lower = sentence.lowers[token]
    return first and not named and (lower in _THINGS or _COMMON.fullmatch(lower) is not None)


def capital(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def tidy(text: str) -> str:
    """The text without the doubled spaces and spaces before signs that an empty part leaves."""
    return _BEFORE_SIGN.sub(r"\1", _SPACES.sub(" ", text)).strip()
