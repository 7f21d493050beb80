"""`traek log export`: the log for other programs."""

from __future__ import annotations

import click

from traek.cli.log.options import file_option, the_log
from traek.cli.output import say, write
from traek.cli.usage import OneOf
from traek.cli.whole_file import write_whole
from traek.log import opened
from traek.log.export import as_csv, as_json

_FORMATS = {"csv": as_csv, "json": as_json}


@click.command()
@click.option(
    "--format", "rendered", type=OneOf(_FORMATS), default="csv", help="csv without, for Excel."
)
@click.option("--output", metavar="FILE", help="Write to a file.")
@file_option
def command(rendered: object, output: str | None, file: str | None) -> int:
    """Write the log as csv or json."""
    with opened(the_log(file)) as store:
        entries = store.entries()
    data = as_json(entries) if rendered is as_json else as_csv(entries)
    if output is None:
        write(data)
    else:
        write_whole(output, data)
    say(f"{len(entries)} {'brev' if len(entries) == 1 else 'breve'} skrevet.")
    return 0
