"""Options of the log's commands, and the kinds of value that they take."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path
from typing import Any

import click

from traek.cli.usage import OneOf
from traek.log import Outcome, log_file

file_option = click.option(
    "--file", metavar="FILE", help="The log's file; one in your own data folder without."
)
outcome_option = click.option(
    "--outcome",
    type=OneOf({str(outcome): outcome for outcome in Outcome}),
    help="What came of it: nothing, an answer, a call, a complaint, a complaint withdrawn.",
)
minutes_option = click.option(
    "--minutes", type=click.IntRange(0), metavar="N", help="The minutes that the case took."
)


class Day(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.4
    """A day, written as 2026-11-22 or as 22.11.2026."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day."""
        if isinstance(value, date):
            return value
        found = re.fullmatch(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", value.strip())
        try:
            if found is not None:
                return date(int(found[3]), int(found[2]), int(found[1]))
            return date.fromisoformat(value.strip())
        except ValueError:
            self.fail(
                f"»{value}« er ikke en dato. Skriv fx 2026-11-22 eller 22.11.2026.", param, ctx
            )


def the_log(file: str | None) -> Path:
    """The log's file: the one that was named, or the user's own."""
    return Path(file) if file is not None else log_file(os.environ)


def confirmed(question: str) -> bool:
    """Whether the user answers yes, in Danish; Enter is no."""
    answer = click.prompt(f"{question} Skriv ja eller nej", default="nej", err=True)
    return str(answer).strip().casefold() in {"ja", "j", "y", "yes"}
