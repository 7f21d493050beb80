"""An exception that would let a near miss go free and keep every other hit, as an idea."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from traek.engine.match import Context, counts_in_gap, find
from traek.engine.search import Hit
from traek.patterns import Pattern, PatternError, base_lists, parse_pattern
from traek.patterns.parse import CLOSED

_NEAR = 3
_LONGEST = 60


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


def _around(hit: Hit) -> Iterator[str]:
    """Patterns of what found the hit, with one of the words beside it, nearest first."""
    words = [
        word if word in CLOSED else word.lower().replace("|", " ") for word in hit.sentence.words
    ]
    start, end = hit.match.start, hit.match.end
    source = dict(hit.owner.search.find)[hit.pattern].source
    if set(source) & set("^$:") or len(source) > _LONGEST:
        source = " ".join(words[start:end])
    before = list(islice((w for w in reversed(words[:start]) if counts_in_gap(w)), _NEAR))
    after = list(islice((w for w in words[end:] if counts_in_gap(w)), _NEAR))
    for distance in range(_NEAR):
        gap = " .. " if distance else " "
        if distance < len(before):
            yield before[distance] + gap + source
        if distance < len(after):
            yield source + gap + after[distance]
