"""What sums over a library need of a finding: its place and weight, and nothing of its words."""

from __future__ import annotations

from typing import NamedTuple

from traek.model import Effect, Finding


class Mark(NamedTuple):
    """A finding at a place of its paragraph; `weight` is 0 unless it is tryk that counts."""

    weight: int
    start: int
    end: int
    rule: str


def mark_of(finding: Finding) -> Mark | None:
    """The mark of a finding, or None where something is missing and has no place."""
    if finding.span is None:
        return None
    counts = finding.effect is Effect.ESCALATES and finding.protection is None
    return Mark(finding.weight if counts else 0, *finding.span, finding.rule)
