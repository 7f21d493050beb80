"""`traek baseline prune`: what is found no more is taken out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from traek.audit.baseline import load_baseline, pruned
from traek.cli.baseline.found import found_in, looking
from traek.cli.output import say
from traek.cli.whole_file import write_whole
from traek.errors import SettingsError

_FEW = 10


@click.command()
@click.option("--yes", is_flag=True, help="Also when most of the file would go.")
@looking(reason=False)
def command(paths: tuple[str, ...], **options: Any) -> int:
    """Take out what is found no more, so that it would be new if it came back.

    PATHS are all the letters that the file is about: files, folders, or a report of traek audit.
    """
    file = options["file"]
    before = load_baseline(Path(file))
    after = pruned(before, found_in(paths, options))
    gone = len(before.entries) - len(after.entries)
    if gone > max(_FEW, len(before.entries) / 2) and not options["yes"]:
        raise SettingsError(
            f"{gone} af {len(before.entries)} fund i {file} findes ikke her. Angiv alle de breve, "
            "filen handler om, eller skriv --yes, hvis de skal ud."
        )
    write_whole(file, after.as_toml().encode())
    kept = {entry.fingerprint: entry.count for entry in after.entries}
    fewer = sum(kept.get(e.fingerprint, e.count) < e.count for e in before.entries)
    say(f"{file} er skrevet: {gone} fund er væk, {fewer} står nu færre steder.")
    return 0
