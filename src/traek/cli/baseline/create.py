"""`traek baseline create`: a file with all the tryk of today."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from traek.audit.baseline import created
from traek.cli.baseline.found import found_in, looking, places, reason_of
from traek.cli.output import say
from traek.cli.whole_file import write_whole
from traek.errors import SettingsError


@click.command()
@looking(reason=True)
def command(paths: tuple[str, ...], **options: Any) -> int:
    """Take down all tryk of today, with one reason for all of it.

    PATHS are files, folders, or reports of traek audit. An existing file is left alone.
    """
    file, reason = options["file"], reason_of(options)
    if Path(file).exists():
        raise SettingsError(
            f"{file} findes allerede. Kør »traek baseline update«, hvis nye fund skal føjes til, "
            "eller vælg et andet navn med --baseline."
        )
    baseline = created(file, found_in(paths, options), reason)
    write_whole(file, baseline.as_toml().encode())
    total = sum(entry.count for entry in baseline.entries)
    say(f"{file} er skrevet: {len(baseline.entries)} fund, der står {places(total)}.")
    return 0
