"""One participant's sheet as values: what works, the Firkant, the places, the focus points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from traek.compare import Comparison, compared, covered_comparison
from traek.homework.focus import Followed, followed
from traek.homework.places import Place, places, working
from traek.masking import masked_report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from traek.homework.focus import Focus
    from traek.homework.folder import Series
    from traek.model import Report


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a sheet tells one participant; `comparison` is None where there is one draft only."""

    series: Series
    reports: tuple[Report, ...]
    working: tuple[Place, ...]
    places: tuple[Place, ...]
    comparison: Comparison | None
    focus: Focus | None
    followed: tuple[Followed, ...]

    @property
    def first(self) -> Report:
        """The report on the first draft."""
        return self.reports[0]

    @property
    def last(self) -> Report:
        """The report on the draft that the talk is about."""
        return self.reports[-1]


def feedback(
    series: Series, reports: Sequence[Report], focus: Focus | None = None, *, names: bool = False
) -> Feedback:
    """The feedback on the drafts of one letter; without `names` personal data is masked."""
    shown = tuple(reports) if names else tuple(masked_report(report) for report in reports)
    comparison = None
    if len(reports) > 1:
        compare = compared if names else covered_comparison
        comparison = compare(reports[0], reports[-1])
    wanted = focus.categories if focus else frozenset()
    new = comparison.deescalates.new if comparison else ()
    kept = tuple(pair.after for pair in comparison.escalates.kept) if comparison else ()
    return Feedback(
        series,
        shown,
        working(shown[-1], new, wanted),
        places(shown[-1], kept, wanted),
        comparison,
        focus,
        followed(focus, shown),
    )
