"""`traek check`: read letters, and report what escalates and what de-escalates in them."""

from __future__ import annotations

import os
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import click

from traek.audit import audit, fails, find_letters
from traek.cli.options import chosen, config_option, selection_options, show_names_option
from traek.cli.output import names_settings, page_settings, say, say_errors, say_withdrawn, write
from traek.cli.usage import Encoding, OneOf
from traek.cli.workshop import Workshop
from traek.errors import SettingsError
from traek.model import Genre
from traek.reporters.summary import count, summary_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from traek.hookspecs import Reporter
    from traek.model import Run


@click.command()
@click.argument("paths", nargs=-1)
@click.option(
    "--situation",
    type=OneOf({name: name for name in ("svar", "skriv-ud", "auto")}),
    help="Answering an enquiry, writing out, or judge by the letter (auto, the default).",
)
@click.option(
    "--genre",
    type=OneOf({name: name for name in ("auto", *Genre)}),
    help="The kind of letter, such as afslag or rykker; judged by the letter without.",
)
@click.option("--format", "format_name", default="text", metavar="NAME", help="text, html or json.")
@click.option("--output", metavar="FILE", help="Write the report to a file.")
@selection_options
@click.option(
    "--fail-on",
    type=OneOf({"1": 1, "2": 2, "3": 3, "never": "aldrig"}),
    help="The weight of tryk from which the exit code is 1 (2 is the default).",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 also when there are findings.")
@click.option("--encoding", type=Encoding(), help="The encoding of text files, such as cp1252.")
@click.option("--model", metavar="NAME", help="Another spaCy pipeline, by name or folder.")
@click.option("--stdin-filename", metavar="NAME", help="What to call, and how to read, stdin.")
@click.option(
    "--debug-rewrites", is_flag=True, help="Say on stderr which rewrites were withdrawn, and why."
)
@config_option
@show_names_option
@click.option("-q", "--quiet", is_flag=True, help="Leave out the line of counts on stderr.")
def command(paths: tuple[str, ...], **options: Any) -> int:
    """Find what escalates and de-escalates in letters.

    PATHS are files, folders, or - for standard input; the current folder without any.
    """
    workshop = Workshop(options["config"], chosen(options))
    reporter = _reporter(workshop.plugins.reporters, options["format_name"])
    letters = find_letters(paths or (".",), workshop.plugins.loaders)
    _spare_letters(options["output"], letters.paths)
    stdin_name = options["stdin_filename"] or "-"
    run = audit(
        letters, workshop.plugins.loaders, workshop.settings_for, workshop.engine_for, stdin_name
    )
    settings = page_settings(options["output"]) | names_settings(show_names=options["show_names"])
    run = replace(run, settings=settings)
    write(reporter.report(run), options["output"])
    say_errors(run.errors)
    if options["debug_rewrites"]:
        say_withdrawn(run.reports)
    if not options["quiet"]:
        say(summary_line(count(run)))
    return _exit_code(run, workshop, exit_zero=options["exit_zero"])


def _reporter(reporters: Mapping[str, Reporter], name: str) -> Reporter:
    if name in reporters:
        return reporters[name]
    near = get_close_matches(name, reporters, n=1, cutoff=0.5)
    hint = f" Mente du {near[0]}?" if near else ""
    known = ", ".join(sorted(reporters))
    raise SettingsError(f"--format {name} findes ikke.{hint} Formaterne er: {known}.")


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
