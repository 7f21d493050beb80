"""What `traek baseline` looks at: letters, folders, or a report that `traek audit` has made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from pathlib import Path
from typing import Any

import click

from traek.audit import audit, find_letters
from traek.audit.baseline import Found
from traek.audit.library import Library, about_in
from traek.audit.survey import data_in
from traek.cli.options import chosen, config_option, selection_options
from traek.cli.workshop import Workshop
from traek.errors import DocumentError, SettingsError

DEFAULT = "traek-baseline.toml"

_FILE = click.option(
    "--baseline", "file", default=DEFAULT, metavar="FILE", help=f"The file; {DEFAULT} without it."
)
_REASON = click.option(
    "--reason", required=True, metavar="TEXT", help="Why the words are let stand for now."
)


def looking(*, reason: bool) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """A decorator for commands that look at letters: paths, the file, rules, and maybe a reason."""
    parts: list[Callable[..., Any]] = [click.argument("paths", nargs=-1, required=True), _FILE]
    parts += [_REASON] if reason else []
    parts += [selection_options, config_option]
    return lambda command: reduce(lambda wrapped, part: part(wrapped), reversed(parts), command)


def found_in(paths: Iterable[str], options: dict[str, Any]) -> Iterator[Found]:
    """What is found in letters and folders, and in reports of `traek audit`, in their order.

    Raises:
        DocumentError: a letter cannot be read, so that what it holds is not known.
    """
    for path in paths:
        data = data_in(Path(path))
        if about_in(data) is not None:
            for template, report in Library.open(data).reports():
                yield from (Found(template.path, finding) for finding in report.findings)
        else:
            yield from _in_letters(path, options)


def _in_letters(path: str, options: dict[str, Any]) -> Iterator[Found]:
    workshop = Workshop(options["config"], chosen(options))
    letters = find_letters([path], workshop.plugins.loaders)
    run = audit(letters, workshop.plugins.loaders, workshop.settings_for, workshop.engine_for)
    if run.errors:
        raise DocumentError(
            f"{run.errors[0].message} Ret eller flyt filen; filen med kendte fund er ikke ændret."
        )
    for report in run.reports:
        yield from (Found(report.document.path, finding) for finding in report.findings)


def reason_of(options: dict[str, Any]) -> str:
    """The reason that the user gave.

    Raises:
        SettingsError: it is empty.
    """
    reason = " ".join(str(options["reason"]).split())
    if not reason:
        raise SettingsError("--reason er tom. Skriv, hvorfor ordene får lov at stå for nu.")
    return reason


def places(number: int) -> str:
    """»1 sted«, »3 steder«."""
    return "1 sted" if number == 1 else f"{number} steder"
