"""`traek audit FOLDER`: survey a library of templates; and what can be done with the outcome."""

from __future__ import annotations

import click

from traek.cli.lazy import LazyGroup

_DEFAULT = "run"


class _Group(LazyGroup):
    """A group whose command is `run` where none is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments, with `run` before them unless they name a command or ask for help."""
        if args and args[0] not in {*self.commands_in, "-h", "--help"}:
            args = [_DEFAULT, *args]
        return super().parse_args(ctx, args)


@click.group(
    cls=_Group,
    commands_in={
        "apply": ("traek.cli.audit.apply", "Carry out the decisions in beslutninger.csv."),
        "compare": ("traek.cli.audit.compare", "Say what became of a library between two audits."),
        "run": ("traek.cli.audit.run", "Survey a library of templates (the word may be left out)."),
        "undo": ("traek.cli.audit.undo", "Put templates back as they were before apply."),
    },
)
def command() -> None:
    """Survey a library of templates: traek audit FOLDER --out REPORT."""
