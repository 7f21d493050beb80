"""What a template may ask of a whole sentence in `< >`, by the names that rules use."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from traek.engine.address import turned
from traek.engine.match import Match
from traek.engine.rewriting.active import active
from traek.engine.rewriting.addition import added
from traek.engine.rewriting.cutting import body, keeps_capital, text_of
from traek.engine.rewriting.division import divided
from traek.engine.rewriting.order import fronted, main_clause, straight, subordinate_clause
from traek.reading import Sentence

Turn = Callable[[Sentence, Match, str], str | None]


def operated(name: str, argument: str, match: Match, sentence: Sentence, form: str) -> str | None:
    """The sentence turned, without opening and final signs, as it stands inside a sentence."""
    if not sentence.parts:
        return None
    text = _TURNS[name](sentence, match, turned(argument, form))
    first, _ = body(sentence)
    if text and text.startswith(sentence.words[first]) and not keeps_capital(sentence, first):
        return text[0].lower() + text[1:]
    return text


def _active(sentence: Sentence, match: Match, argument: str) -> str | None:
    return active(sentence, (match.start, match.end), argument)


def _front(sentence: Sentence, match: Match, argument: str) -> str | None:
    phrase = match.parts.get(argument)
    return fronted(sentence, phrase) if phrase and phrase[1] > phrase[0] else None


def _main(sentence: Sentence, match: Match, _: str) -> str | None:
    """The »at« clause that the match ends with, or that follows it, as the whole sentence."""
    start = match.end - 1 if sentence.lowers[match.end - 1] == "at" else match.end
    start += sentence.words[start : start + 1] == [","]
    if sentence.lowers[start : start + 1] != ["at"]:
        return None
    return main_clause(sentence, start, body(sentence)[1])


def _small(text: str) -> str:
    """The text without its shouted words; a lone letter is one where nothing else is small."""
    if text.isupper():
        return text.lower()
    return re.sub(r"\w{2,}", lambda word: word[0].lower() if word[0].isupper() else word[0], text)


_TURNS: Mapping[str, Turn] = {
    "aktiv": _active,
    "del": lambda sentence, match, _: divided(sentence, match.start),
    "forrest": _front,
    "hovedsaetning": _main,
    "ledsaetning": lambda sentence, *_: subordinate_clause(sentence, *body(sentence)),
    "ligefrem": lambda sentence, *_: straight(sentence),
    "smaa-bogstaver": lambda sentence, *_: _small(text_of(sentence, *body(sentence))),
    "tilfoej": lambda sentence, match, more: added(sentence, match.start, match.end, more),
}
