"""Which paragraph of an edited text was which paragraph of the text before."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_ALIKE = 0.35
_MOST_PAIRS = 900  # above this a stretch is paired in order, so that a pasted book costs no minute


def aligned(before: Sequence[str], after: Sequence[str]) -> list[int | None]:
    """For each paragraph of `after` its place in `before`, or None where it is new.

    Places rise; paragraphs that did not change are found whatever stands between them.
    """
    found: list[int | None] = [None] * len(after)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for what, start, end, new_start, new_end in matcher.get_opcodes():
        if what == "equal":
            found[new_start:new_end] = range(start, end)
        elif what == "replace":
            pairs = _pairs(before[start:end], after[new_start:new_end])
            for old, new in pairs:
                found[new_start + new] = start + old
    return found


def _pairs(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs, in order, that are most alike in all; as many as there are is no aim."""
    if len(before) == len(after) or len(before) * len(after) > _MOST_PAIRS:
        return [(at, at) for at in range(min(len(before), len(after)))]
    best: list[list[tuple[float, list[tuple[int, int]]]]] = [
        [(0.0, [])] * (len(after) + 1) for _ in range(len(before) + 1)
    ]
    for old, one in enumerate(before):
        for new, other in enumerate(after):
            total, pairs = best[old][new]
            likeness = _likeness(one, other)
            both = (total + likeness, [*pairs, (old, new)])
            options = [best[old][new + 1], best[old + 1][new]]
            options += [both] if likeness >= _ALIKE else []
            best[old + 1][new + 1] = max(options, key=lambda option: option[0])
    return best[-1][-1][1]


def _likeness(one: str, other: str) -> float:
    """From 0 to 1, by words."""
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()
