"""Whether a match counts: its exceptions, what must or must not stand around it, and where it is."""

from __future__ import annotations

from dataclasses import dataclass

from traek.engine.match import Context, Match, find
from traek.patterns import Pattern
from traek.reading import Sentence
from traek.rulepack import Around, Search


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A sentence with its neighbours in reading order and the zones that its block stands in."""

    sentence: Sentence
    before: Sentence | None
    after: Sentence | None
    zones: frozenset[str]


def accepts(search: Search, match: Match, around: Surroundings, context: Context) -> bool:
    """Whether the match is what the search is after."""
    if search.requires.zones and search.requires.zones.isdisjoint(around.zones):
        return False
    if not search.excludes.zones.isdisjoint(around.zones):
        return False
    if any(_overlaps(pattern, match, around.sentence, context) for pattern in search.exceptions):
        return False
    return _required(search.requires, around, context) and not _excluded(
        search.excludes, around, context
    )


def _overlaps(pattern: Pattern, match: Match, sentence: Sentence, context: Context) -> bool:
    return any(
        other.start < match.end and match.start < other.end
        for other in find(pattern, sentence, context)
    )


def _required(wanted: Around, around: Surroundings, context: Context) -> bool:
    return (
        (not wanted.sentence or _any(wanted.sentence, around.sentence, context))
        and (not wanted.before or _any(wanted.before, around.before, context))
        and (not wanted.after or _any(wanted.after, around.after, context))
    )


def _excluded(unwanted: Around, around: Surroundings, context: Context) -> bool:
    return (
        _any(unwanted.sentence, around.sentence, context)
        or _any(unwanted.before, around.before, context)
        or _any(unwanted.after, around.after, context)
    )


def _any(patterns: tuple[Pattern, ...], sentence: Sentence | None, context: Context) -> bool:
    return sentence is not None and any(
        next(find(pattern, sentence, context), None) is not None for pattern in patterns
    )
