"""What a finding suggests: rewrites that are checked by all rules first, and the rule's advice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from traek.engine.match import Context
from traek.engine.rewrite import filled
from traek.engine.search import Hit, Searcher
from traek.engine.text import read_block
from traek.model import Effect, Suggestion
from traek.reading import Sentence
from traek.rulepack import Rule

Annotate = Callable[[list[list[Sentence]]], None]


@dataclass(frozen=True, slots=True)
class Offer:
    """One rewrite of one hit, and the sentence as it would read with it."""

    hit: int
    replacement: str
    after: str


class Offers:
    """Makes the suggestions of a run; a rewrite that brings a new escalating finding is withdrawn."""

    def __init__(self, searcher: Searcher) -> None:
        self._searcher = searcher

    def for_hits(
        self, hits: Sequence[Hit], form: str, context: Context, annotate: Annotate | None
    ) -> list[tuple[Suggestion, ...]]:
        """For each hit its suggestions, rewrites first, best first."""
        offers = [offer for number, hit in enumerate(hits) for offer in _offers(number, hit, form)]
        safe = self._safe(offers, hits, context, annotate)
        suggestions = []
        for number, hit in enumerate(hits):
            advice = hit.owner.advice if isinstance(hit.owner, Rule) else ""
            mine = [o.replacement for o in safe if o.hit == number]
            found = [Suggestion(advice, replacement) for replacement in mine]
            suggestions.append(tuple(found or ([Suggestion(advice)] if advice else [])))
        return suggestions

    def _safe(
        self,
        offers: list[Offer],
        hits: Sequence[Hit],
        context: Context,
        annotate: Annotate | None,
    ) -> list[Offer]:
        if not offers:
            return []
        blocks = [
            replace(hits[offer.hit].sentence.block, text=offer.after, placeholders=(), number=n)
            for n, offer in enumerate(offers)
        ]
        after = [read_block(block) for block in blocks]
        if annotate:
            annotate(after)
        return [
            offer
            for offer, sentences in zip(offers, after, strict=True)
            if self._escalating(sentences, context)
            <= self._escalating([hits[offer.hit].sentence], context) - {hits[offer.hit].owner.id}
        ]

    def _escalating(self, sentences: Sequence[Sentence], context: Context) -> set[str]:
        zones = [frozenset({"brødtekst"})]
        return {
            hit.owner.id
            for hit in self._searcher.hits([sentences], zones, context)
            if isinstance(hit.owner, Rule) and hit.owner.effect is Effect.ESCALATES
        }


def _offers(number: int, hit: Hit, form: str) -> Iterator[Offer]:
    if not isinstance(hit.owner, Rule):
        return
    sentence, span = hit.sentence, hit.span
    text, start, end = sentence.block.text, sentence.starts[0], sentence.ends[-1]
    for template in hit.owner.rewrites.get(hit.pattern, ()):
        replacement = filled(template, hit.match, sentence, form)
        if replacement is not None:
            after = text[start : span.start] + replacement + text[span.end : end]
            yield Offer(number, replacement, after)
