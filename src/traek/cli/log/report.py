"""`traek log report`: the log as a page, or as a workbook."""

from __future__ import annotations

import click

from traek.cli.log.options import file_option, the_log
from traek.cli.output import say
from traek.cli.usage import OneOf
from traek.cli.whole_file import write_whole
from traek.log import opened

_FORMATS = {"html": "html", "xlsx": "xlsx"}


@click.command()
@click.option("--format", "format_name", type=OneOf(_FORMATS), default="html", help="html without.")
@click.option("--output", metavar="FILE", help="Where to write; traek-log.html without.")
@file_option
def command(format_name: str, output: str | None, file: str | None) -> int:
    """Write the log as a page or a workbook."""
    with opened(the_log(file)) as store:
        entries = store.entries()
    if format_name == "xlsx":
        from traek.log.export import as_xlsx  # noqa: PLC0415 - an extra

        data = as_xlsx(entries)
    else:
        from traek.log.page import as_html  # noqa: PLC0415

        data = as_html(entries).encode()
    target = output or f"traek-log.{format_name}"
    write_whole(target, data)
    say(f"{target} er skrevet med {len(entries)} {'brev' if len(entries) == 1 else 'breve'}.")
    return 0
