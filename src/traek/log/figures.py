"""What the log comes to: sums over entries, by outcome and month; about letters, never people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from traek.log.entry import Entry, SideCounts
from traek.model import Side

NOTE = (
    "Tallene tæller ord i breve. De siger ikke, hvad der er årsag til hvad: Et brev kan have meget "
    "tryk og ende godt, og omvendt."
)


@dataclass(frozen=True, slots=True)
class Row:
    """Some letters together; tryk and træk `before` are over those whose first draft is known."""

    name: str
    letters: int
    pairs: int
    escalates_before: int
    escalates_after: int
    deescalates_before: int
    deescalates_after: int
    minutes: int


def whole(entries: Sequence[Entry]) -> Row:
    """All of them as one row."""
    return _row("I alt", entries)


def by_outcome(entries: Sequence[Entry]) -> list[Row]:
    """A row for each outcome that is told, the commonest first."""
    return _grouped(entries, lambda entry: entry.outcome.told if entry.outcome else "ikke fortalt")


def by_month(entries: Sequence[Entry]) -> list[Row]:
    """A row for each month with letters in it, in order."""
    rows = _grouped(entries, lambda entry: f"{entry.day:%Y-%m}")
    return sorted(rows, key=lambda row: row.name)


def by_side(entries: Iterable[Entry]) -> list[tuple[Side, SideCounts, SideCounts]]:
    """For each side the sums before and after, over the letters with both drafts known.

    `filled` is whether any letter fills it.
    """
    both = [entry for entry in entries if entry.before is not None]
    rows = []
    for side in Side:
        sums = []
        for known in ([e.before or {} for e in both], [e.after for e in both]):
            counts = [sides[side] for sides in known if side in sides]
            sums.append(
                SideCounts(
                    any(count.filled for count in counts),
                    sum(count.escalates for count in counts),
                    sum(count.deescalates for count in counts),
                )
            )
        rows.append((side, sums[0], sums[1]))
    return rows


def _grouped(entries: Iterable[Entry], name_of: Callable[[Entry], str]) -> list[Row]:
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(name_of(entry), []).append(entry)
    rows = [_row(name, group) for name, group in groups.items()]
    return sorted(rows, key=lambda row: (-row.letters, row.name))


def _row(name: str, entries: Sequence[Entry]) -> Row:
    pairs = [entry for entry in entries if entry.before is not None]
    return Row(
        name,
        len(entries),
        len(pairs),
        sum(entry.escalates(before=True) or 0 for entry in pairs),
        sum(entry.escalates() or 0 for entry in pairs),
        sum(entry.deescalates(before=True) or 0 for entry in pairs),
        sum(entry.deescalates() or 0 for entry in pairs),
        sum(entry.minutes or 0 for entry in entries),
    )
