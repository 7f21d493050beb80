"""A comparison that can be passed on: personal data behind labels."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from traek.compare.comparison import compared
from traek.compare.facts import facts_in, not_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from traek.compare.facts import Fact
    from traek.compare.values import Comparison
    from traek.model import Report


def covered_comparison(before: Report, after: Report) -> Comparison:
    """The comparison of two drafts with labels for names, addresses and numbers.

    Which facts got lost is judged by the letters as they are: a label would hide a lost number.
    """
    from traek.masking import masked_report  # noqa: PLC0415 - its patterns take a while to make

    facts, later = facts_in(before.document), facts_in(after.document)
    return replace(
        compared(masked_report(before), masked_report(after)),
        lost_facts=_masked(not_in(later, facts)),
        new_facts=_masked(not_in(facts, later)),
    )


def _masked(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    from traek.masking import masked  # noqa: PLC0415

    return tuple(replace(fact, quote=masked(fact.quote).text) for fact in facts)
