"""Hits of rules made into findings: the fittest where several say the same, in reading order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from traek.engine.search import Hit
from traek.model import Effect, Finding, Suggestion
from traek.rulepack import Rule


def counted(hits: Iterable[Hit]) -> list[Hit]:
    """The rules' hits in reading order, less those before the occurrence that a rule counts from."""
    in_reading_order = sorted(
        (hit for hit in hits if isinstance(hit.owner, Rule)), key=lambda h: (h.block, h.span)
    )
    seen: Counter[str] = Counter()
    kept = []
    for hit in in_reading_order:
        seen[hit.owner.id] += 1
        if seen[hit.owner.id] >= hit.owner.search.from_time:
            kept.append(hit)
    return kept


def without_doubles(hits: Sequence[Hit]) -> list[Hit]:
    """One hit for each overlapping group of one category: the heaviest, then the longest.

    Where two patterns of a rule find the same words, the one that has a rewrite wins, then the one
    that stands first in the rule. Two categories at one place are two things to say and both stay.
    """
    groups: defaultdict[tuple[int, str], list[Hit]] = defaultdict(list)
    for hit in hits:
        groups[hit.block, _rule(hit).category].append(hit)
    kept = [hit for group in groups.values() for hit in _apart(group)]
    return sorted(kept, key=lambda hit: (hit.block, hit.span, _rule(hit).id))


def _apart(hits: list[Hit]) -> list[Hit]:
    """The strongest hits, none of which overlaps another."""
    if len(hits) == 1:
        return hits
    kept: list[Hit] = []
    for hit in sorted(hits, key=_strength, reverse=True):
        start, end = hit.span
        if all(end <= other.span.start or other.span.end <= start for other in kept):
            kept.append(hit)
    return kept


def finding_of(hit: Hit, mark: str) -> Finding:
    """The finding that a rule's hit amounts to, with the rule's advice; `mark` is its fingerprint."""
    rule, block, span = _rule(hit), hit.sentence.block, hit.span
    return Finding(
        rule=rule.id,
        title=rule.title,
        category=rule.category,
        effect=rule.effect,
        side=rule.side,
        weight=rule.weight,
        certainty=rule.certainty,
        block=block.number,
        span=span,
        quote=block.text[span.start : span.end],
        message=rule.message,
        why=rule.why,
        sources=rule.sources,
        suggestions=(Suggestion(rule.advice),) if rule.advice else (),
        fingerprint=mark,
    )


def said_once(findings: Sequence[Finding]) -> list[Finding]:
    """The findings less those whose words lie within another's of the same effect.

    One stretch is one thing to say: the heavier is said, then the longer, then the first. What a
    law protects hides nothing and is always shown.
    """
    near: defaultdict[tuple[int | None, Effect], list[tuple[int, Finding]]] = defaultdict(list)
    for place, each in enumerate(findings):
        if each.span is not None and not each.protection:
            near[each.block, each.effect].append((place, each))
    return [
        each
        for place, each in enumerate(findings)
        if each.protection
        or not any(
            _within(each, other) and _goes_before(other, each, earlier=number < place)
            for number, other in near[each.block, each.effect]
            if number != place
        )
    ]


def _within(inner: Finding, outer: Finding) -> bool:
    """Whether the words of a finding lie within those of one in the same block."""
    if inner.span is None or outer.span is None:
        return False
    return outer.span.start <= inner.span.start and inner.span.end <= outer.span.end


def _goes_before(one: Finding, other: Finding, *, earlier: bool) -> bool:
    """Whether `one` is said rather than `other`, which lies within it."""
    if one.weight != other.weight:
        return one.weight > other.weight
    return one.span != other.span or earlier


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The findings by place; what is missing from the letter comes last."""
    return sorted(findings, key=_place)


def _place(finding: Finding) -> tuple[object, ...]:
    """What has no words keeps the order of the checks, which is that of a letter's parts."""
    if finding.span is None:
        return True, finding.block is None, finding.block or 0
    return False, finding.block or 0, finding.span, finding.category, finding.rule


def _rule(hit: Hit) -> Rule:
    assert isinstance(hit.owner, Rule)  # noqa: S101  callers sort the rules out
    return hit.owner


def _strength(hit: Hit) -> tuple[int, int, int, str, bool, int]:
    rule, span = _rule(hit), hit.span
    names = [name for name, _ in rule.search.find]
    length = span.end - span.start
    rank = hit.pattern in rule.rewrites, -names.index(hit.pattern)
    return rule.weight, int(rule.certainty), length, rule.id, *rank
