"""`traek compare`: two drafts of one letter, before and after."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from traek.cli.drafts import draft_reports
from traek.cli.options import chosen, config_option, selection_options
from traek.cli.output import page_settings, say, write
from traek.cli.usage import OneOf
from traek.cli.whole_file import write_whole
from traek.cli.workshop import Workshop
from traek.errors import SettingsError
from traek.model import Genre

if TYPE_CHECKING:
    from traek.compare import Comparison

_FORMATS = {name: name for name in ("text", "json")}


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
@click.option("--output", metavar="FILE", help="Write the comparison to a file.")
@click.option(
    "--situation",
    type=OneOf({name: name for name in ("svar", "skriv-ud", "auto")}),
    help="Answering an enquiry, writing out, or judge by BEFORE (auto, the default).",
)
@click.option(
    "--genre",
    type=OneOf({name: name for name in ("auto", *Genre)}),
    help="The kind of letter, such as afslag or rykker; judged by BEFORE without.",
)
@selection_options
@config_option
@click.option("-q", "--quiet", is_flag=True, help="Leave out the line of counts on stderr.")
def command(before: str, after: str, **options: Any) -> int:
    """Hold two drafts of one letter beside each other.

    Shows what was solved, what is new and what remains, and which facts went missing on the way.
    """
    format_name, output = options["format_name"], options["output"]
    _check_output(output, (before, after))
    from traek.compare import compared  # noqa: PLC0415 - when there is work

    comparison = compared(
        *draft_reports(Workshop(options["config"], chosen(options)), (before, after))
    )
    rendered = _rendered(comparison, format_name, output)
    if output is None:
        write(rendered)
    else:
        write_whole(output, rendered.encode() if isinstance(rendered, str) else rendered)
    if not options["quiet"]:
        say(_counts(comparison))
    return 0


def _rendered(comparison: Comparison, format_name: str, output: str | None) -> str | bytes:
    if format_name == "json":
        from traek.compare.json import as_json  # noqa: PLC0415

        return as_json(comparison)
    from traek.compare.text import as_text  # noqa: PLC0415
    from traek.reporters.text.page import Page  # noqa: PLC0415

    settings = page_settings(output)
    width = max(40, min(140, int(settings["width"])))
    return as_text(comparison, Page(width, colour=settings["colour"] == "yes"))


def _check_output(output: str | None, letters: tuple[str, ...]) -> None:
    """Stop before the comparison takes a letter's place."""
    if output is not None and os.path.realpath(output) in map(os.path.realpath, letters):
        raise SettingsError(
            f"--output {output} er et af brevene og ville blive overskrevet. Vælg et andet navn."
        )


def _counts(comparison: Comparison) -> str:
    tryk, træk = comparison.escalates, comparison.deescalates
    facts = len(comparison.lost_facts)
    return (
        f"2 udkast læst, tryk: {len(tryk.gone)} løst, {len(tryk.new)} nye, {len(tryk.kept)} står "
        f"endnu, træk: {len(træk.new)} nye, {len(træk.gone)} gået ud, {facts} "
        f"{'oplysning' if facts == 1 else 'oplysninger'} kun i det første udkast"
    )
