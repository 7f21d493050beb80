"""`traek compare`: two drafts of one letter, before and after."""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from traek.cli.drafts import draft_reports
from traek.cli.options import chosen, config_option, letter_options, selection_options
from traek.cli.output import page_settings, say, write
from traek.cli.usage import OneOf
from traek.cli.whole_file import write_whole
from traek.cli.workshop import Workshop
from traek.compare.wording import UNLIKE, is_unlike
from traek.errors import SettingsError

if TYPE_CHECKING:
    from traek.compare import Comparison
    from traek.model import Report

_PASSED_ON = {
    "html": ("traek.compare.html", "as_html"),
    "docx": ("traek.compare.word", "as_docx"),
}
_FORMATS = {name: name for name in ("text", "json", "html", "docx")}


@click.command()
@click.argument("before")
@click.argument("after")
@click.option(
    "--format",
    "format_name",
    type=OneOf(_FORMATS),
    default="text",
    help="How to show it; text without.",
)
@click.option("--output", metavar="FILE", help="Write the comparison to a file; docx needs one.")
@click.option("--show-names", is_flag=True, help="Do not mask names and numbers in html and docx.")
@letter_options("BEFORE")
@selection_options
@config_option
@click.option("-q", "--quiet", is_flag=True, help="Leave out the line of counts on stderr.")
def command(before: str, after: str, **options: Any) -> int:
    """Hold two drafts of one letter beside each other.

    Shows what was solved, what is new and what remains, and which facts went missing on the way.
    """
    format_name, output = options["format_name"], options["output"]
    _check_output(output, format_name, (before, after))
    reports = draft_reports(Workshop(options["config"], chosen(options)), (before, after))
    comparison, rendered = _rendered(reports, format_name, output, names=options["show_names"])
    if output is None:
        write(rendered)
    else:
        write_whole(output, rendered.encode() if isinstance(rendered, str) else rendered)
    if is_unlike(comparison):
        say(f"Bemærk: {UNLIKE}")
    if not options["quiet"]:
        say(_counts(comparison))
    return 0


def _rendered(
    reports: tuple[Report, ...], format_name: str, output: str | None, *, names: bool
) -> tuple[Comparison, str | bytes]:
    """The comparison and what to write; what is made to be passed on is masked."""
    from traek.compare import compared, covered_comparison  # noqa: PLC0415 - when there is work

    if format_name in _PASSED_ON:
        comparison = (compared if names else covered_comparison)(*reports)
        module = import_module(_PASSED_ON[format_name][0])
        return comparison, getattr(module, _PASSED_ON[format_name][1])(comparison, names=names)
    comparison = compared(*reports)
    if format_name == "json":
        from traek.compare.json import as_json  # noqa: PLC0415

        return comparison, as_json(comparison)
    from traek.compare.text import as_text  # noqa: PLC0415
    from traek.reporters.text.page import Page  # noqa: PLC0415

    settings = page_settings(output)
    width = max(40, min(140, int(settings["width"])))
    return comparison, as_text(comparison, Page(width, colour=settings["colour"] == "yes"))


def _check_output(output: str | None, format_name: str, letters: tuple[str, ...]) -> None:
    """Stop before the comparison takes a letter's place, or a terminal gets a Word file."""
    if output is not None and os.path.realpath(output) in map(os.path.realpath, letters):
        raise SettingsError(
            f"--output {output} er et af brevene og ville blive overskrevet. Vælg et andet navn."
        )
    if format_name == "docx" and output is None:
        raise SettingsError("En Word-fil skal have et navn. Skriv fx --output foer-og-nu.docx.")


def _counts(comparison: Comparison) -> str:
    tryk, træk = comparison.escalates, comparison.deescalates
    facts = len(comparison.lost_facts)
    return (
        f"2 udkast læst, tryk: {len(tryk.gone)} løst, {len(tryk.new)} nye, {len(tryk.kept)} står "
        f"endnu, træk: {len(træk.new)} nye, {len(træk.gone)} gået ud, {facts} "
        f"{'oplysning' if facts == 1 else 'oplysninger'} kun i det første udkast"
    )
