"""`traek audit undo`: templates put back as they were before `traek audit apply`."""

from __future__ import annotations

from pathlib import Path

import click

from traek.cli.output import say
from traek.cli.whole_file import write_whole


@click.command()
@click.argument("log")
def command(log: str) -> int:
    """Put the templates back as they were before traek audit apply.

    LOG is the folder that apply named, below REPORT/rettelser. A template that somebody has
    changed since is left alone.
    """
    from traek.audit.decisions import undo  # noqa: PLC0415  heavy

    undone = undo(Path(log), write_whole)
    for sentence in undone.left:
        say(sentence)
    number = len(undone.files)
    say(f"{number} {'skabelon' if number == 1 else 'skabeloner'} lagt tilbage, som de var.")
    return 2 if undone.left else 0
