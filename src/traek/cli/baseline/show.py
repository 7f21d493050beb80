"""`traek baseline show`: what is let stand, by reason."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import click

from traek.audit.baseline import Baseline, Entry, load_baseline
from traek.cli.baseline.found import DEFAULT, places
from traek.cli.output import write
from traek.reporters.text.page import plain


@click.command()
@click.argument("file", default=DEFAULT)
def command(file: str) -> int:
    """List what is let stand, by reason, what stands in most places first.

    FILE is traek-baseline.toml without it.
    """
    write(_listed(load_baseline(Path(file))))
    return 0


def _listed(baseline: Baseline) -> str:
    by_reason: dict[str, list[Entry]] = defaultdict(list)
    for entry in baseline.entries:
        by_reason[entry.reason].append(entry)
    if not by_reason:
        return "Der er ingen kendte fund i filen.\n"
    lines: list[str] = []
    for reason, entries in sorted(by_reason.items(), key=lambda each: (-len(each[1]), each[0])):
        total = sum(entry.count for entry in entries)
        lines += [f"{plain(reason)} ({len(entries)} fund, {places(total)})"]
        for entry in sorted(entries, key=lambda e: (-e.count, e.rule, e.quote)):
            lines.append(f"  {places(entry.count):>10}  »{plain(entry.quote)}«  {entry.rule}")
        lines.append("")
    return "\n".join(lines)
