"""`traek log add`: keep what a letter came to."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from traek.cli.drafts import draft_reports
from traek.cli.log.options import (
    Day,
    confirmed,
    file_option,
    minutes_option,
    outcome_option,
    the_log,
)
from traek.cli.options import chosen, config_option, letter_options, selection_options
from traek.cli.output import say
from traek.cli.workshop import Workshop
from traek.errors import SettingsError
from traek.log import Entry, Outcome, Worry, entry_of, opened, worries

if TYPE_CHECKING:
    from collections.abc import Iterable

    from traek.model import Report


@click.command()
@click.argument("before")
@click.argument("after", required=False)
@click.option("--label", metavar="TEXT", help="Your own word for the letter, with no names in it.")
@outcome_option
@minutes_option
@click.option("--date", "day", type=Day(), metavar="DAY", help="The letter's day; today without.")
@click.option("--keep-label", is_flag=True, help="Keep a label although it looks like a name.")
@letter_options()
@file_option
@selection_options
@config_option
def command(before: str, after: str | None, **options: Any) -> int:
    """Keep the counts of a letter, and never its text.

    BEFORE and AFTER are its first and its last draft; with BEFORE alone, the letter as it was sent.
    Without --label it asks, at a terminal.
    """
    drafts = (before,) if after is None else (before, after)
    reports = draft_reports(Workshop(options["config"], chosen(options)), drafts)
    label, outcome, minutes = options["label"], options["outcome"], options["minutes"]
    if label is None and sys.stdin.isatty():
        label, outcome, minutes = _asked(outcome, minutes)
    label = (label or "").strip()
    _check_label(label, reports, keep=options["keep_label"])
    day = options["day"] or datetime.now().astimezone().date()
    _keep(entry_of(reports, day, label, outcome, minutes), options["file"])
    return 0


def _keep(entry: Entry, file: str | None) -> None:
    target = the_log(file)
    new = not target.exists()
    with opened(target, create=True) as store:
        number = store.add(entry)
    say(f"Brev nummer {number} er lagt i loggen: {_counts(entry)}.")
    if new:
        say(
            f"Loggen ligger i {target}. Den gemmer tal og din mærkat, men ingen brevtekst, og kun "
            "du kan læse den. »traek log delete --all« sletter den igen."
        )


def _counts(entry: Entry) -> str:
    told = []
    for name, count in (("træk", entry.deescalates), ("tryk", entry.escalates)):
        before = count(before=True)
        told.append(f"{name} {count()}" if before is None else f"{name} {before} → {count()}")
    return ", ".join(told)


def _asked(outcome: Outcome | None, minutes: int | None) -> tuple[str, Outcome | None, int | None]:
    """The label, the outcome and the minutes as the user tells them; Enter passes each by."""
    label = click.prompt("Mærkat, fx »afslag carport« (uden navne)", default="", show_default=False)
    if outcome is None:
        say("Hvad kom der ud af det?")
        for number, choice in enumerate(Outcome, 1):
            say(f"  {number} {choice.told}")
        answer = _number("Nummer, eller Enter, hvis du ikke ved det endnu", len(Outcome))
        outcome = None if answer is None else list(Outcome)[answer - 1]
    if minutes is None:
        minutes = _number("Hvor mange minutter tog det? (Enter springer over)", None)
    return label, outcome, minutes


def _number(question: str, most: int | None) -> int | None:
    while True:
        answer = click.prompt(question, default="", show_default=False).strip()
        if not answer:
            return None
        if answer.isdecimal() and (most is None or 1 <= int(answer) <= most):
            return int(answer)
        say("Skriv et helt tal." if most is None else f"Skriv et tal fra 1 til {most}.")


def _check_label(label: str, reports: Iterable[Report], *, keep: bool) -> None:
    """Stop before a person gets into the log; a name may only look like one."""
    found = worries(label, (report.document for report in reports))
    if not found:
        return
    like = f"Mærkaten »{label}« ligner {' og '.join(found)}."
    if Worry.CPR in found:
        raise SettingsError(f"{like} Loggen nævner ingen mennesker. Vælg fx »afslag carport«.")
    if keep:
        return
    way_out = "Vælg fx »afslag carport«, eller skriv --keep-label, hvis det ikke er et menneske."
    if not sys.stdin.isatty():
        raise SettingsError(f"{like} {way_out}")
    if not confirmed(f"{like} Vil du gemme den alligevel?"):
        raise SettingsError(f"Intet er gemt. {way_out}")
