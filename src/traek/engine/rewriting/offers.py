"""What a finding suggests: rewrites that passed every check, and the rule's advice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from traek.engine.match import Context
from traek.engine.rewriting.combine import combined
from traek.engine.rewriting.draft import Change, Draft, fitted
from traek.engine.rewriting.judge import Annotate, Judge
from traek.engine.rewriting.template import filled
from traek.engine.search import Hit, Searcher
from traek.model import Suggestion, Withdrawn
from traek.rulepack import Rule
from traek.rulepack.template import Scope

MOST = 3
"""Alternatives that a finding carries; more is a list to read, not a help."""


@dataclass(frozen=True, slots=True)
class Offered:
    """For each hit its suggestions, rewrites first, best first; and what was withdrawn."""

    suggestions: list[tuple[Suggestion, ...]]
    withdrawn: tuple[Withdrawn, ...] = ()


class Offers:
    """Makes the suggestions of a run; `searcher` has the rules that rewrites are tried on."""

    def __init__(self, searcher: Searcher) -> None:
        self._searcher = searcher

    def for_hits(
        self, hits: Sequence[Hit], form: str, context: Context, annotate: Annotate | None
    ) -> Offered:
        """The suggestions for hits in one letter that speaks to its reader in this form."""
        judge = Judge(self._searcher, form, context, annotate)
        drafts = [(number, d) for number, hit in enumerate(hits) for d in _drafts(hit, form)]
        verdicts = judge.verdicts([draft for _, draft in drafts])
        passed: list[list[Draft]] = [[] for _ in hits]
        withdrawn = []
        for (number, draft), reason in zip(drafts, verdicts, strict=True):
            if reason is None:
                passed[number].append(draft)
            else:
                withdrawn.append(_withdrawn(hits[number], draft, reason))
        found = [_suggestions(hit, mine) for hit, mine in zip(hits, passed, strict=True)]
        for numbers in _by_sentence(hits):
            group = [hits[n] for n in numbers]
            sentence = group[0].sentence
            whole = combined(
                sentence, group, [passed[n] for n in numbers], judge, lambda h: _drafts(h, form)
            )
            if whole is None:
                continue
            for n in whole.answered:
                found[numbers[n]] = _led_by(whole.change, hits[numbers[n]], found[numbers[n]])
        return Offered(found, tuple(withdrawn))


def _by_sentence(hits: Sequence[Hit]) -> Iterator[list[int]]:
    """The numbers of the hits that share a sentence with another."""
    places: dict[tuple[int, int], list[int]] = {}
    for number, hit in enumerate(hits):
        places.setdefault((hit.block, hit.sentence.index), []).append(number)
    return (numbers for numbers in places.values() if len(numbers) > 1)


def _led_by(whole: Change, hit: Hit, suggestions: tuple[Suggestion, ...]) -> tuple[Suggestion, ...]:
    """The rewritten sentence first, then what changes only the hit's own words."""
    advice = hit.owner.advice if isinstance(hit.owner, Rule) else ""
    rest = [each for each in suggestions if each.replacement is not None]
    return (Suggestion(advice, whole.text, whole.span), *rest[: MOST - 1])


def _drafts(hit: Hit, form: str) -> Iterator[Draft]:
    """The rewrites that a rule's templates give, each once."""
    if not isinstance(hit.owner, Rule):
        return
    seen: set[Change] = set()
    for rewrite in hit.owner.rewrites.get(hit.pattern, ()):
        change = filled(rewrite, hit.match, hit.sentence, form)
        if change is None:
            continue
        if rewrite.scope is Scope.HIT:
            change = fitted(hit.sentence, change)
        if change not in seen:
            seen.add(change)
            yield Draft(hit.sentence, (change,), frozenset({hit.owner.id}))


def _suggestions(hit: Hit, drafts: Sequence[Draft]) -> tuple[Suggestion, ...]:
    advice = hit.owner.advice if isinstance(hit.owner, Rule) else ""
    changes = [draft.changes[0] for draft in drafts[:MOST]]
    found = [Suggestion(advice, new, None if span == hit.span else span) for span, new in changes]
    return tuple(found or ([Suggestion(advice)] if advice else []))


def _withdrawn(hit: Hit, draft: Draft, reason: str) -> Withdrawn:
    new = " … ".join(change.text for change in draft.changes)
    return Withdrawn(hit.owner.id, hit.sentence.block.number, hit.quote, new, reason)
