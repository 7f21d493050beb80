"""Whether a match counts: its exceptions, what must or must not stand around it, and where it is."""

from __future__ import annotations

from dataclasses import dataclass

from traek.engine.match import Context, Match, find
from traek.patterns import Pattern
from traek.reading import Sentence
from traek.rulepack import Search


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What is around a sentence in reading order, and the zones that its block stands in."""

    before: Sentence | None
    after: Sentence | None
    zones: frozenset[str]


def stands(search: Search, match: Match, sentence: Sentence, context: Context) -> bool:
    """Whether the match is what the search is after, as far as its sentence can tell."""
    wanted = search.requires.sentence
    return (
        not any(_overlaps(pattern, match, sentence, context) for pattern in search.exceptions)
        and (not wanted or _any(wanted, sentence, context))
        and not _any(search.excludes.sentence, sentence, context)
    )


def fits(search: Search, around: Neighbours, context: Context) -> bool:
    """Whether zone and neighbours are such as the search asks for."""
    wanted, unwanted = search.requires, search.excludes
    if wanted.zones and wanted.zones.isdisjoint(around.zones):
        return False
    return (
        unwanted.zones.isdisjoint(around.zones)
        and (not wanted.before or _any(wanted.before, around.before, context))
        and (not wanted.after or _any(wanted.after, around.after, context))
        and not _any(unwanted.before, around.before, context)
        and not _any(unwanted.after, around.after, context)
    )


def _overlaps(pattern: Pattern, match: Match, sentence: Sentence, context: Context) -> bool:
    return any(
        other.start < match.end and match.start < other.end
        for other in find(pattern, sentence, context)
    )


def _any(patterns: tuple[Pattern, ...], sentence: Sentence | None, context: Context) -> bool:
    return sentence is not None and any(
        next(find(pattern, sentence, context), None) is not None for pattern in patterns
    )
