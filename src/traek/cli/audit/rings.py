"""Fewer searches for rings of objects while a library is at hand: it is many objects and no rings."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_OBJECTS = 50_000
"""New objects between two searches; the usual number is 700."""


@contextmanager
def seldom_searched() -> Iterator[None]:
    """While it lasts, rings are seldom searched for, and not at all among what `loaded` was told of."""
    before = gc.get_threshold()
    gc.set_threshold(_OBJECTS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def loaded() -> None:
    """Say that all there is now will stay, so that it need not be searched again."""
    gc.freeze()
