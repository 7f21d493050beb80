"""Words in capitals that stress rather than name, and rows of exclamation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from traek.engine.checks.finding import check_finding
from traek.engine.stress import STRESSED
from traek.model import BlockKind, Certainty, Finding, Side, Suggestion
from traek.reading import Reading, Sentence

_SHORTEST = 4
_ADVICE = "Skriv med almindelige bogstaver. Fremhæv med fed skrift, eller sæt det vigtigste først i brevet."
_PHRASE = 4
"""Words in a row that nobody's name has."""
_MOST_LETTERS_IN_HEADING = 0.7
_LOUD = re.compile(r"[^\W\d_a-zæøå]{2}|!")
"""Two capitals in a row, or an exclamation mark: without either a block is quiet."""


class Shouting:
    """Finds capitals and exclamation marks that read as shouting."""

    name = "tjek/raaber"
    category = "E22"
    needs_grammar = False

    def observe(self, reading: Reading) -> Iterable[Finding]:
        """A finding for each run of shouted words and for each row of exclamation marks."""
        for place, block in enumerate(reading.sentences):
            if reading.document.blocks[place].kind is BlockKind.HEADING:
                continue
            if not _LOUD.search(reading.document.blocks[place].text):
                continue
            for sentence in block:
                if not _all_capitals(sentence):
                    yield from (_finding(sentence, *run) for run in _shouts(sentence))
                yield from (_finding(sentence, *run) for run in _exclaims(sentence))


def _all_capitals(sentence: Sentence) -> bool:
    """A line wholly in capitals is a heading in disguise."""
    letters = [s for s in sentence.text if s.isalpha()]
    return sum(s.isupper() for s in letters) > _MOST_LETTERS_IN_HEADING * len(letters)


def _shouts(sentence: Sentence) -> Iterator[tuple[int, int]]:
    token, words = 0, sentence.words
    while token < len(words):
        end = token
        while end < len(words) and _capital(words[end]):
            end += 1
        if any(word.lower() in STRESSED for word in words[token:end]):
            yield token, end
        token = max(end, token + 1)


def _capital(word: str) -> bool:
    return (
        word.isalpha() and word.isupper() and (len(word) >= _SHORTEST or word.lower() in STRESSED)
    )


def _exclaims(sentence: Sentence) -> Iterator[tuple[int, int]]:
    marks = [i for i, word in enumerate(sentence.words) if word and set(word) == {"!"}]
    if sum(len(sentence.words[i]) for i in marks) > 1:
        yield marks[0] - (marks[0] > 0), marks[-1] + 1


def _calmer(sentence: Sentence, start: int, end: int) -> str | None:
    """The words said calmly, where it is plain that they name nobody."""
    words, text = sentence.words[start:end], sentence.block.text[slice(*sentence.span(start, end))]
    marks = [n for n, word in enumerate(words) if set(word) == {"!"}]
    if marks:
        last = end == len(sentence.words) and marks == list(range(marks[0], len(words)))
        return f"{text.rstrip('! ')}." if last else None
    if len(words) < _PHRASE and not {word.lower() for word in words} <= STRESSED:
        return None
    return text.capitalize() if start == 0 else text.lower()


def _wholly_calm(sentence: Sentence, end: int) -> Suggestion | None:
    """A line wholly in capitals as one writes it otherwise, with a full stop for its shout."""
    marks = {"!", "!!", "!!!"}
    last = next((t for t, word in enumerate(sentence.words) if {*word} == {"!"}), end)
    words = [word for word in sentence.words[:last] if word.isalpha()]
    if not marks >= {*sentence.words[last:]} or not sentence.text.isupper() or last < end - 3:
        return None
    if len(words) < last or STRESSED.isdisjoint(sentence.lowers[:last]):
        return None
    text = sentence.block.text[slice(*sentence.span(0, last))]
    return Suggestion(_ADVICE, f"{text.capitalize()}.", sentence.span(0, len(sentence.words)))


def _finding(sentence: Sentence, start: int, end: int) -> Finding:
    new = _calmer(sentence, start, end)
    rewrite = _wholly_calm(sentence, end) or (None if new is None else Suggestion(_ADVICE, new))
    return check_finding(
        Shouting.name,
        Shouting.category,
        Side.KONTAKT,
        title="Store bogstaver eller udråbstegn lyder som råb",
        message="Læseren kan høre en hævet stemme.",
        why="Versaler og flere udråbstegn bliver læst som råb.",
        advice=_ADVICE,
        rewrite=rewrite,
        block=sentence.block,
        span=sentence.span(start, end),
        weight=2,
        certainty=Certainty.HØJ,
    )
