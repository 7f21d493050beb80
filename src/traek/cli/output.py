"""What is written, and where: the report to stdout or a file, all else to stderr."""

from __future__ import annotations

import os
import shutil
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import click

from traek.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from traek.model import ReadError, Report


def write(output: str | bytes, file: str | None = None) -> None:
    """Write a report to `file`, or to stdout; nobody reading on is no mistake.

    Raises:
        SettingsError: the file cannot be written.
    """
    if file is not None:
        try:
            Path(file).write_bytes(output.encode() if isinstance(output, str) else output)
        except OSError as error:
            raise SettingsError(
                f"Rapporten kan ikke skrives til {file} ({error.strerror}). "
                "Vælg en mappe, der findes, og som du må skrive i."
            ) from error
        return
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # an old console lacks ▲ and still gets its report
    try:
        click.echo(output, nl=False, color=True)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes stdout once more at exit, and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(message: str) -> None:
    """Write one line to stderr."""
    click.echo(message, err=True)


def say_errors(errors: Iterable[ReadError]) -> None:
    """Write to stderr, a line each, what could not be read."""
    for error in errors:
        say(error.message if error.path in error.message else f"{error.path}: {error.message}")


def say_withdrawn(reports: Iterable[Report]) -> None:
    """Write to stderr, a line each, which rewrites did not pass and why."""
    for report in reports:
        for each in report.withdrawn:
            new = f"»{each.replacement}«" if each.replacement else "at lade det udgå"
            place = f"{report.document.path}, afsnit {each.block}, {each.rule}"
            say(f"{place}: »{each.quote}« fik ikke forslaget {new}, for {each.reason}.")


def page_settings(file: str | None) -> dict[str, str]:
    """How wide the reader's page is, and whether it shows colour, for reporters."""
    terminal = file is None and sys.stdout.isatty()
    colour = terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    width = shutil.get_terminal_size().columns if file is None else 80
    return {"width": str(width), "colour": "yes" if colour else "no"}
