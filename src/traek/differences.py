"""Where two texts differ, in whole words: what a reader sees as one change is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


class Hunk(NamedTuple):
    """Characters of an old text, and what stands in their place in the new one."""

    start: int
    end: int
    text: str


def hunks(old: str, new: str, *, wrapped: bool = False) -> Iterator[Hunk]:
    """Where `new` says something else than `old`, in whole words and in order.

    In a `wrapped` text a line break is a space, and stays as it was.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    left, right = ([_key(token, wrapped=wrapped) for token in each] for each in (before, after))
    starts = [0]
    for token in before:
        starts.append(starts[-1] + len(token))
    pending: tuple[int, int, int, int] | None = None
    for tag, i, j, k, m in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "equal":
            if pending is not None and not (m - k == 1 and after[k].isspace()):
                yield _hunk(pending, starts, after)
                pending = None
        elif pending is None:
            pending = (i, j, k, m)
        else:
            pending = (pending[0], j, pending[2], m)
    if pending is not None:
        yield _hunk(pending, starts, after)


def _hunk(places: tuple[int, int, int, int], starts: list[int], after: list[str]) -> Hunk:
    i, j, k, m = places
    return Hunk(starts[i], starts[j], "".join(after[k:m]))


def _key(token: str, *, wrapped: bool) -> str:
    """What tokens are compared by."""
    return " " if wrapped and token.isspace() and "\t" not in token else token
