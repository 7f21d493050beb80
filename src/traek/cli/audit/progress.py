"""A bar that shows how far the work has come and how long it will take; only on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_NOBODY: Callable[[int], None] = lambda _done: None  # noqa: E731
_LEAST = 20


@contextmanager
def progress(
    total: int, *, quiet: bool, what: str = "Læser skabeloner"
) -> Iterator[Callable[[int], None]]:
    """What hears how many are done; it shows `what`, but nothing where nobody would see it."""
    if quiet or total < _LEAST or not sys.stderr.isatty():
        yield _NOBODY
        return
    try:
        from rich.console import Console  # noqa: PLC0415  the extra »audit«, and heavy
        from rich.progress import (  # noqa: PLC0415
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeRemainingColumn,
        )
    except ImportError:
        yield _counting(total, what)
        return
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn())
    left = (TextColumn("·"), TimeRemainingColumn(compact=True), TextColumn("tilbage"))
    with Progress(*columns, *left, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda done: bar.update(task, completed=done)


def _counting(total: int, what: str) -> Callable[[int], None]:
    """A line that counts, without the library for bars."""

    def told(done: int) -> None:
        if done % _LEAST == 0 or done == total:
            end = "\n" if done == total else ""
            print(f"\r{what}: {done} af {total}", end=end, file=sys.stderr, flush=True)  # noqa: T201

    return told
