"""Several findings in one sentence answered by one rewritten sentence, tried as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from traek.engine.rewriting.draft import Change, Draft
from traek.engine.rewriting.judge import Judge
from traek.engine.search import Hit
from traek.model import Effect, Span
from traek.reading import Sentence
from traek.rulepack import Rule

Drafts = Callable[[Hit], Iterator[Draft]]
ROUNDS = 3
"""Readings of the new sentence; each must answer something, so more are seldom of use."""
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Combined:
    """One sentence written anew, and the hits that are gone with it, by their places in the letter."""

    change: Change
    answered: frozenset[int]


def combined(
    sentence: Sentence,
    hits: Sequence[Hit],
    drafts: Sequence[Sequence[Draft]],
    judge: Judge,
    more: Drafts,
) -> Combined | None:
    """The sentence that answers at least two of its hits, or None.

    `drafts` are the rewrites that have passed alone, for each hit; the heaviest hit is served
    first and always. `more` gives rewrites for what is found in the new sentence.
    """
    order = sorted(range(len(hits)), key=lambda n: (-_weight(hits[n]), hits[n].span))
    inside = [n for n in order if _escalates(hits[n]) and _usable(sentence, drafts[n])]
    if len(inside) < _LEAST:
        return None
    start = _together(sentence, [drafts[n][0] for n in inside], judge)
    if start is None:
        return None
    draft = _read_again(start, judge, more)
    left = {hit.owner.id for hit in judge.hits(judge.read(draft))}
    answered = frozenset(n for n in order if hits[n].owner.id not in left)
    if len(answered & set(inside)) < _LEAST:
        return None
    return Combined(Change(_span(sentence), draft.after), answered)


def mended(draft: Draft, judge: Judge, more: Drafts) -> Draft | None:
    """The draft with what it brings in answered as well, once that passes; or None."""
    better = _read_again(draft, judge, more)
    return better if better is not draft else None


def _together(sentence: Sentence, drafts: Sequence[Draft], judge: Judge) -> Draft | None:
    """As many of the drafts as go together, from the first on, once that has been tried."""
    chosen: list[Draft] = []
    for draft in drafts:
        if not any(_meet(draft, other) for other in chosen):
            chosen.append(draft)
    whole = _joined(sentence, chosen)
    if len(chosen) == 1 or judge.passes(whole):
        return whole
    kept = chosen[:1]
    for draft in chosen[1:]:
        if judge.passes(_joined(sentence, [*kept, draft])):
            kept.append(draft)
    return _joined(sentence, kept)


def _read_again(draft: Draft, judge: Judge, more: Drafts) -> Draft:
    """The draft with what is still found in its new sentence answered too, as far as that goes."""
    for _ in range(ROUNDS):
        found = [hit for hit in judge.hits(judge.read(draft)) if _escalates(hit)]
        found.sort(key=lambda hit: (-_weight(hit), hit.span))
        better = next(
            (
                after
                for hit in found
                for follow in more(hit)
                if judge.passes(after := _followed(draft, follow))
            ),
            None,
        )
        if better is None:
            return draft
        draft = better
    return draft


def _followed(draft: Draft, follow: Draft) -> Draft:
    """The draft with one more change, which counts in the text that the draft has made."""
    text = draft.after
    for (start, end), new in reversed(follow.changes):
        text = text[:start] + new + text[end:]
    change = Change(_span(draft.sentence), text)
    return Draft(draft.sentence, (change,), draft.rules | follow.rules, draft.marked)


def _joined(sentence: Sentence, drafts: Sequence[Draft]) -> Draft:
    changes = sorted(change for draft in drafts for change in draft.changes)
    rules = frozenset().union(*(draft.rules for draft in drafts))
    return Draft(sentence, tuple(changes), rules)


def _meet(one: Draft, other: Draft) -> bool:
    return any(
        a.start <= b.end and b.start <= a.end for a, _ in one.changes for b, _ in other.changes
    )


def _usable(sentence: Sentence, drafts: Sequence[Draft]) -> bool:
    """Whether there is a first rewrite, and it stays in the sentence."""
    first, last = _span(sentence)
    return bool(drafts) and all(
        first <= start and end <= last for (start, end), _ in drafts[0].changes
    )


def _span(sentence: Sentence) -> Span:
    return sentence.span(0, len(sentence.words))


def _weight(hit: Hit) -> int:
    return hit.owner.weight if isinstance(hit.owner, Rule) else 0


def _escalates(hit: Hit) -> bool:
    return isinstance(hit.owner, Rule) and hit.owner.effect is Effect.ESCALATES
