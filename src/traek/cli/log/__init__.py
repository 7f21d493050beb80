"""`traek log`: a user's own log of letters, for those who want one."""

from __future__ import annotations

import click

from traek.cli.lazy import LazyGroup


@click.group(
    cls=LazyGroup,
    commands_in={
        "add": ("traek.cli.log.add", "Keep the counts of a letter, and never its text."),
        "delete": ("traek.cli.log.delete", "Take letters out of the log for good."),
        "export": ("traek.cli.log.export", "Write the log as csv or json."),
        "report": ("traek.cli.log.report", "Write the log as a page or a workbook."),
        "show": ("traek.cli.log.show", "Show the letters in the log, a line each."),
        "update": ("traek.cli.log.update", "Tell what came of a letter."),
    },
)
def command() -> None:
    """Keep a log of your own letters: counts, and what came of them."""
