"""`traek check`: read letters, and report what escalates and what de-escalates in them."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from traek.audit import audit, fails, find_letters
from traek.cli.formats import reporter_named, run_settings
from traek.cli.options import (
    baseline_option,
    chosen,
    config_option,
    encoding_option,
    gate_options,
    letter_options,
    model_option,
    selection_options,
    show_names_option,
)
from traek.cli.output import say, say_errors, say_withdrawn, write
from traek.cli.workshop import Workshop
from traek.errors import SettingsError
from traek.reporters.summary import count, summary_line

if TYPE_CHECKING:
    from traek.audit.baseline import Ledger
    from traek.model import Run


@click.command()
@click.argument("paths", nargs=-1)
@letter_options()
@click.option(
    "--format",
    "format_name",
    default="text",
    metavar="NAME",
    help="text, html, json, sarif, junit or github.",
)
@click.option("--output", metavar="FILE", help="Write the report to a file.")
@selection_options
@gate_options
@encoding_option
@model_option
@click.option("--stdin-filename", metavar="NAME", help="What to call, and how to read, stdin.")
@click.option(
    "--debug-rewrites", is_flag=True, help="Say on stderr which rewrites were withdrawn, and why."
)
@config_option
@baseline_option
@show_names_option
@click.option("-q", "--quiet", is_flag=True, help="Leave out the line of counts on stderr.")
def command(paths: tuple[str, ...], **options: Any) -> int:
    """Find what escalates and de-escalates in letters.

    PATHS are files, folders, or - for standard input; the current folder without any.
    """
    workshop = Workshop(options["config"], chosen(options))
    reporter = reporter_named(options["format_name"], workshop.plugins.reporters)
    letters = find_letters(paths or (".",), workshop.plugins.loaders)
    _spare_letters(options["output"], letters.paths)
    first = workshop.settings_for(letters.paths[0] if letters.paths else ".")
    ledger = _ledger(first.baseline)
    stdin_name = options["stdin_filename"] or "-"
    run = audit(
        letters, workshop.plugins.loaders, workshop.settings_for, workshop.engine_for, stdin_name
    )
    if ledger is not None:
        run = replace(run, reports=ledger.settle_all(run.reports))
    settings = run_settings(
        options["output"], show_names=options["show_names"], fail_on=first.fail_on
    )
    run = replace(run, settings=settings)
    write(reporter.report(run), options["output"])
    say_errors(run.errors)
    if options["debug_rewrites"]:
        say_withdrawn(run.reports)
    if not options["quiet"]:
        say(summary_line(count(run)))
    return _exit_code(run, workshop, exit_zero=options["exit_zero"])


def _ledger(file: str | None) -> Ledger | None:
    """The known findings of the run, where there is a file of them."""
    if file is None:
        return None
    from traek.audit.baseline import Ledger, load_baseline  # noqa: PLC0415  heavy, and seldom there

    return Ledger(load_baseline(Path(file)))


def _spare_letters(output: str | None, letters: tuple[str, ...]) -> None:
    """Stop before a report takes a letter's place."""
    if output is not None and os.path.realpath(output) in map(os.path.realpath, letters):
        raise SettingsError(
            f"--output {output} er et af brevene og ville blive overskrevet. Vælg et andet navn."
        )


def _exit_code(run: Run, workshop: Workshop, *, exit_zero: bool) -> int:
    if run.errors:
        return 2
    failed = any(
        fails(report, workshop.settings_for(report.document.path).fail_on) for report in run.reports
    )
    return 1 if failed and not exit_zero else 0
