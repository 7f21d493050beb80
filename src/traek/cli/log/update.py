"""`traek log update`: what came of a letter, once it is known."""

from __future__ import annotations

import click

from traek.cli.log.options import file_option, minutes_option, outcome_option, the_log
from traek.cli.output import say
from traek.errors import SettingsError
from traek.log import Outcome, opened


@click.command()
@click.argument("number", type=int)
@outcome_option
@minutes_option
@file_option
def command(number: int, outcome: Outcome | None, minutes: int | None, file: str | None) -> int:
    """Tell what came of a letter.

    NUMBER is the letter's own in the log; `traek log show` tells it.
    """
    if outcome is None and minutes is None:
        raise SettingsError("Skriv --outcome eller --minutes med det, der skal stå i loggen.")
    with opened(the_log(file)) as store:
        store.change(number, outcome, minutes)
    say(f"Brev nummer {number} er opdateret.")
    return 0
