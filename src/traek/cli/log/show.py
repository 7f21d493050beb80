"""`traek log show`: the letters in the log, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from traek.cli.log.options import file_option, the_log
from traek.cli.output import page_settings, say, write
from traek.log import opened
from traek.log.figures import NOTE, whole
from traek.reporters.text.page import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from traek.log import Entry

_FIGURES = 52


@click.command()
@file_option
def command(file: str | None) -> int:
    """Show the letters in the log, a line each."""
    with opened(the_log(file)) as store:
        entries = store.entries()
    if entries:
        width = max(60, min(120, int(page_settings(None)["width"])))
        write("\n".join(_lines(entries, width)) + "\n")
    total = whole(entries)
    say(f"{total.letters} {'brev' if total.letters == 1 else 'breve'} i loggen. {NOTE}")
    return 0


def _lines(entries: Sequence[Entry], width: int) -> list[str]:
    room = width - _FIGURES
    lines = [f"{'nr.':>4}  {'dato':<10}  {'mærkat':<{room}}  {'træk':>8}  {'tryk':>8}  udfald"]
    for entry in entries:
        label = plain(entry.label)
        if len(label) > room:
            label = label[: room - 1] + "…"
        træk = _steps(entry.deescalates(before=True), entry.deescalates())
        tryk = _steps(entry.escalates(before=True), entry.escalates())
        outcome = str(entry.outcome or "")
        line = f"{entry.number:>4}  {entry.day.isoformat()}  {label:<{room}}  {træk:>8}  {tryk:>8}"
        lines.append(f"{line}  {outcome}".rstrip())
    return lines


def _steps(before: int | None, after: int | None) -> str:
    return f"{after}" if before is None else f"{before} → {after}"
