"""`traek baseline update`: what is new is added, and what was known keeps its reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from traek.audit.baseline import load_baseline, updated
from traek.cli.baseline.found import found_in, looking, reason_of
from traek.cli.output import say
from traek.cli.whole_file import write_whole


@click.command()
@looking(reason=True)
def command(paths: tuple[str, ...], **options: Any) -> int:
    """Add the tryk that is new, with a reason; what was known keeps its own.

    PATHS are files, folders, or reports of traek audit.
    """
    file, reason = options["file"], reason_of(options)
    before = load_baseline(Path(file))
    after = updated(before, found_in(paths, options), reason)
    write_whole(file, after.as_toml().encode())
    counts = {entry.fingerprint: entry.count for entry in before.entries}
    new = sum(entry.fingerprint not in counts for entry in after.entries)
    more = sum(counts.get(e.fingerprint, e.count) < e.count for e in after.entries)
    say(
        f"{file} er skrevet: {new} {'nyt' if new == 1 else 'nye'} fund, {more} står nu flere steder end før."
    )
    return 0
