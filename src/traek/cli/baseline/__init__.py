"""`traek baseline`: tryk that is known and let stand for now, kept in a file that people review."""

from __future__ import annotations

import click

from traek.cli.lazy import LazyGroup


@click.group(
    cls=LazyGroup,
    commands_in={
        "create": ("traek.cli.baseline.create", "Take down all tryk of today, with a reason."),
        "prune": ("traek.cli.baseline.prune", "Take out what is found no more."),
        "show": ("traek.cli.baseline.show", "List what is let stand, and why."),
        "update": ("traek.cli.baseline.update", "Add the tryk that is new, with a reason."),
    },
)
def command() -> None:
    """Let known tryk stand for now, so that only what is new fails a run.

    The file is TOML, has a reason for each entry and is made to be reviewed with the templates.
    Give it to traek check and traek audit with --baseline.
    """
