"""What a finding suggests: rewrites that passed every check, and the rule's advice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from traek.engine.match import Context
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
        return Offered(
            [_suggestions(hit, mine) for hit, mine in zip(hits, passed, strict=True)],
            tuple(withdrawn),
        )


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
