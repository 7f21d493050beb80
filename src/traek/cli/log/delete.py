"""`traek log delete`: letters, or the whole log, gone for good."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from traek.cli.log.options import confirmed, file_option, the_log
from traek.cli.output import say
from traek.errors import SettingsError
from traek.log import opened


@click.command()
@click.argument("numbers", nargs=-1, type=int)
@click.option("--all", "everything", is_flag=True, help="The whole log and its file.")
@click.option("--yes", is_flag=True, help="Do not ask first.")
@file_option
def command(numbers: tuple[int, ...], *, everything: bool, yes: bool, file: str | None) -> int:
    """Take letters out of the log for good.

    NUMBERS are the letters' own in the log; `traek log show` tells them.
    """
    if everything == bool(numbers):
        raise SettingsError(
            "Skriv numrene på de breve, der skal slettes, eller --all for hele loggen."
        )
    target = the_log(file)
    if everything:
        _delete_all(target, yes=yes)
        return 0
    with opened(target) as store:
        known = {entry.number for entry in store.entries()}
        missing = next((number for number in numbers if number not in known), None)
        if missing is not None:
            raise SettingsError(
                f"Der er intet brev nummer {missing} i loggen, og intet er slettet. "
                "Se numrene med »traek log show«."
            )
        told = f"{'brev' if len(numbers) == 1 else 'brevene'} {', '.join(map(str, numbers))}"
        _ask(f"Vil du slette {told}?", yes=yes)
        for number in dict.fromkeys(numbers):
            store.delete(number)
    say(f"Slettet: {told}.")
    return 0


def _delete_all(target: Path, *, yes: bool) -> None:
    with opened(target) as store:
        count = len(store.entries())
    _ask(
        f"Vil du slette hele loggen med {count} {'brev' if count == 1 else 'breve'} ({target})?",
        yes=yes,
    )
    try:
        target.unlink()
    except OSError as error:
        raise SettingsError(
            f"{target} kan ikke slettes ({error.strerror}). Luk den i andre programmer, og prøv igen."
        ) from error
    say(f"Loggen er slettet: {target}.")


def _ask(question: str, *, yes: bool) -> None:
    """Go on only where the user says so."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise SettingsError(f"{question} Skriv --yes for at gøre det.")
    if not confirmed(question):
        raise SettingsError("Intet er slettet.")
