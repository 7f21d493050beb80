"""`traek config`: which settings hold."""

from __future__ import annotations

import click

from traek.cli.lazy import LazyGroup


@click.group(
    cls=LazyGroup,
    commands_in={
        "show": ("traek.cli.config.show", "Show each setting for a letter, and its source."),
    },
)
def command() -> None:
    """Show which settings hold, and where they come from."""
