"""The suggestions of a letter, asked about one by one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from traek.cli.edits_shown import Ink, shown
from traek.fixing import Edit, Plan
from traek.fixing.choosing import mendable
from traek.reporters.text.page import plain

if TYPE_CHECKING:
    from traek.model import Finding, Report

_KEYS = "[j] ja  [a] et andet forslag  [n] spring over  [s] stop"
_ONLY = "[j] ja  [n] spring over  [s] stop"
_HELP = "Skriv j for ja, n for at springe over eller s for at stoppe."


class Stop(Exception):  # noqa: N818  it is no error
    """The writer has had enough; what was accepted stands."""


def asked(report: Report, ink: Ink, *, additions: bool = True) -> tuple[tuple[Edit, ...], bool]:
    """The edits that the writer accepts, and whether the writer stopped before the end."""
    plan = Plan(report)
    findings = list(mendable(report))
    click.echo(ink.bold(plain(report.document.path)), err=True)
    try:
        for number, finding in enumerate(findings, 1):
            edits = _edits(plan, finding, additions=additions)
            if not plan.is_open(finding):
                any(map(plan.take, edits))  # the rewritten sentence answers this one too
            elif edits := [each for each in edits if plan.fits(each)]:
                _ask(plan, finding, edits, f"{number} af {len(findings)}", report, ink)
    except Stop:
        return plan.edits, True
    return plan.edits, False


def _edits(plan: Plan, finding: Finding, *, additions: bool) -> list[Edit]:
    found = [plan.edit(finding, suggestion) for suggestion in finding.suggestions]
    return [each for each in found if each is not None and (additions or each.span is not None)]


def _ask(
    plan: Plan, finding: Finding, edits: list[Edit], place: str, report: Report, ink: Ink
) -> None:
    """Ask about one finding until the writer has decided."""
    click.echo(f"\n{ink.faint(place)}  {ink.bold(finding.title)}", err=True)
    click.echo(f"{finding.message}", err=True)
    at = 0
    while True:
        for line in shown(report.document, [edits[at]], ink):
            click.echo(line, err=True)
        answer = _key(_KEYS if len(edits) > 1 else _ONLY)
        if answer == "j":
            plan.take(edits[at])
            return
        if answer == "n":
            return
        if answer == "s":
            raise Stop
        if answer == "a" and len(edits) > 1:
            at = (at + 1) % len(edits)
        else:
            click.echo(_HELP, err=True)


def _key(prompt: str) -> str:
    """One key from the keyboard, or the first letter of a line where nobody sits at one.

    Raises:
        Stop: there is nothing more to read.
    """
    click.echo(f"{prompt} ", err=True, nl=False)
    if sys.stdin.isatty():
        key = click.getchar()
        click.echo(key if key.isprintable() else "", err=True)
        return key.lower()
    line = sys.stdin.readline()
    click.echo(line.strip(), err=True)
    if not line:
        raise Stop
    return line.strip()[:1].lower()
