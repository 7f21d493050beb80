"""What a comparison of two drafts is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from traek.compare.facts import Fact
from traek.model import Block, Finding, Report, Side, Span


class Change(StrEnum):
    """What became of a passage on the way from one draft to the next."""

    SAME = "same"
    EDITED = "edited"
    SPLIT = "split"
    JOINED = "joined"
    ADDED = "added"
    REMOVED = "removed"


class Mark(NamedTuple):
    """Words that stand in one draft only: the number of their block and their span in it."""

    block: int
    span: Span


class Gap(NamedTuple):
    """A gap in the later draft that somebody still has to fill in: its block and its words."""

    block: int
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs of the first draft beside the paragraphs of the second that they became.

    One of the sides is empty where a paragraph was added or removed, and one holds several where
    a paragraph was split or some were joined. `taken_out` and `put_in` are the words that stand
    in one draft only.
    """

    change: Change
    moved: bool
    before: tuple[Block, ...]
    after: tuple[Block, ...]
    taken_out: tuple[Mark, ...] = ()
    put_in: tuple[Mark, ...] = ()


class Kept(NamedTuple):
    """A finding that stands in both drafts, as it was found in each."""

    before: Finding
    after: Finding


@dataclass(frozen=True, slots=True)
class Changes:
    """Findings of one effect: those only in the first draft, only in the second, and in both.

    For tryk, `gone` is what was solved; for træk, `new` is what was added. Protected findings are
    in none of them.
    """

    gone: tuple[Finding, ...] = ()
    new: tuple[Finding, ...] = ()
    kept: tuple[Kept, ...] = ()

    def of(self, wanted: Callable[[Finding], bool]) -> Changes:
        """Only the changes that are `wanted`."""
        return Changes(
            tuple(finding for finding in self.gone if wanted(finding)),
            tuple(finding for finding in self.new if wanted(finding)),
            tuple(pair for pair in self.kept if wanted(pair.after)),
        )

    def on(self, side: Side) -> Changes:
        """Only the changes on one side of the Firkant."""
        return self.of(lambda finding: finding.side is side)

    def in_category(self, category: str) -> Changes:
        """Only the changes in one category."""
        return self.of(lambda finding: finding.category == category)

    @property
    def categories(self) -> tuple[str, ...]:
        """The categories that are in it, E01 first."""
        found = {f.category for f in (*self.gone, *self.new)}
        return tuple(sorted(found | {pair.after.category for pair in self.kept}))

    @property
    def before(self) -> int:
        """How many there were in the first draft."""
        return len(self.gone) + len(self.kept)

    @property
    def after(self) -> int:
        """How many there are in the second draft."""
        return len(self.new) + len(self.kept)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two drafts of one letter, held beside each other.

    `passages` are in the order of the second draft, a removed one after the passage that it stood
    behind. `lost_facts` stand in the first draft only, which may be a mistake; `new_facts` in the
    second only, which somebody should check; `gaps` are still to be filled in.
    """

    before: Report
    after: Report
    passages: tuple[Passage, ...]
    escalates: Changes
    deescalates: Changes
    lost_facts: tuple[Fact, ...] = ()
    new_facts: tuple[Fact, ...] = ()
    gaps: tuple[Gap, ...] = ()
