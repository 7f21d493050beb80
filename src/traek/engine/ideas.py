"""An exception that would let a near miss go free and keep every other hit, as an idea."""

from __future__ import annotations

from collections.abc import Sequence

from traek.engine.match import Context, counts_in_gap, find
from traek.engine.search import Hit
from traek.patterns import Pattern, PatternError, base_lists, parse_pattern
from traek.patterns.parse import CLOSED

_NEAR = 3
_LONGEST = 60
_CONDITIONS = frozenset({"hvis", "når", "medmindre", "uden", "selv"})
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})


def exception_idea(hit: Hit, keep: Sequence[tuple[Hit, Context]]) -> str | None:
    """A pattern for `undtagen` that covers `hit` and none of the hits to `keep`.

    None where the words around the hit tell no difference. It is an idea: the author knows
    whether these words are the reason.
    """
    for source in _around(hit):
        try:
            pattern = parse_pattern(source, base_lists())
        except PatternError:  # the rule's own lists are not known here
            continue
        if _overlaps(pattern, hit, Context()) and not any(
            _overlaps(pattern, kept, context) for kept, context in keep
        ):
            return source
    return None


def _overlaps(pattern: Pattern, hit: Hit, context: Context) -> bool:
    return any(
        match.start < hit.match.end and hit.match.start < match.end
        for match in find(pattern, hit.sentence, context)
    )


def _around(hit: Hit) -> list[str]:
    """Patterns of what found the hit, with a word beside it: telling words first, then near ones."""
    words = [
        word if word in CLOSED else word.lower().replace("|", " ") for word in hit.sentence.words
    ]
    start, end = hit.match.start, hit.match.end
    pattern = dict(hit.owner.search.find)[hit.pattern]
    source = pattern.source
    if pattern.names or set(source) & set("^$") or len(source) > _LONGEST:
        source = " ".join(words[start:end])
    counted = [token for token, word in enumerate(words) if counts_in_gap(word)]
    before = [token for token in counted if token < start][::-1][:_NEAR]
    after = [token for token in counted if token >= end][:_NEAR]
    found: list[tuple[int, int, str]] = []
    for distance, token in enumerate(before):
        gap = " .. " if distance else " "
        found.append((_dumbness(hit, token), distance, words[token] + gap + source))
    for distance, token in enumerate(after):
        gap = " .. " if distance else " "
        found.append((_dumbness(hit, token), distance, source + gap + words[token]))
    return [source for _, _, source in sorted(found, key=lambda each: each[:2])]


def _dumbness(hit: Hit, token: int) -> int:
    """How little a word tells of why a sentence is another case."""
    if hit.sentence.lowers[token] in _CONDITIONS:
        return 0
    parts = hit.sentence.parts
    return 1 if parts and parts[token] in _TELLING else 2
