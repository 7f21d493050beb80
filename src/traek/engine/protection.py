"""Findings inside wording that the law asks for are marked as such; the wrapping stays open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from traek.model import Effect, Finding, Span
from traek.rulepack import Protection

Shield = tuple[Protection, int, Span]
"""A protection, the number of the block it was found in, and the span that it covers."""


def protected(findings: Iterable[Finding], shields: Iterable[Shield]) -> list[Finding]:
    """The findings; one that a law row protects names it, and suggests nothing."""
    by_block: dict[int, list[Shield]] = {}
    for shield in shields:
        by_block.setdefault(shield[1], []).append(shield)
    return [_shielded(finding, by_block.get(finding.block or 0, [])) for finding in findings]


def _shielded(finding: Finding, shields: list[Shield]) -> Finding:
    if finding.effect is not Effect.ESCALATES or finding.span is None:
        return finding
    for protection, _, covered in shields:
        covers = covered.start < finding.span.end and finding.span.start < covered.end
        if covers and {finding.category, "E"} & set(protection.categories):
            return replace(finding, protection=protection.law, suggestions=())
    return finding
