"""`traek audit apply`: one decision, carried out in every template."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from traek.cli.audit.progress import progress
from traek.cli.edits_shown import Ink, shown
from traek.cli.options import config_option
from traek.cli.output import page_settings, say, write
from traek.cli.usage import OneOf
from traek.cli.whole_file import write_whole
from traek.cli.workshop import Workshop
from traek.errors import SettingsError
from traek.fixing import As
from traek.reporters.text.page import plain

if TYPE_CHECKING:
    from traek.audit.decisions import Carried, Plan
    from traek.audit.decisions.log import Log
    from traek.audit.library import Library


@click.command()
@click.argument("decisions")
@click.option("--report", metavar="FOLDER", help="The report; where DECISIONS is, without it.")
@click.option(
    "--templates", metavar="FOLDER", help="Where the templates are, if they have been moved."
)
@click.option(
    "--as",
    "as_",
    type=OneOf({each.value: each for each in As}),
    default="changes",
    help="In Word files as tracked changes (the default), or directly.",
)
@click.option("--author", default="traek", metavar="NAME", help="Who tracked changes are by.")
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@config_option
def command(decisions: str, **options: Any) -> int:
    """Carry out the decisions in beslutninger.csv in every template.

    DECISIONS is the sheet of a report, filled in. Every file is written whole or not at all, and
    kept as it was below REPORT/rettelser, from where traek audit undo puts it back.
    """
    from traek.audit.decisions import cautions, decided_in, planned  # noqa: PLC0415  heavy
    from traek.audit.decisions.log import Log  # noqa: PLC0415

    report = Path(options["report"] or Path(decisions).parent)
    library = _library(report)
    plan = planned(library, decided_in(_read(decisions), decisions))
    log, workshop = Log(report), Workshop(options["config"], {})
    carried = _carried(library, plan, log, workshop, options)
    for sentence in cautions(plan, workshop.engine_for(workshop.settings_for(library.root))):
        say(sentence)
    if options["dry_run"]:
        _show(carried)
    for sentence in (*plan.unclear, *carried.left):
        say(sentence)
    say(_summary(plan, carried, log, dry_run=options["dry_run"]))
    return 2 if plan.unclear or carried.left else 0


def _library(report: Path) -> Library:
    from traek.audit.library import Library  # noqa: PLC0415
    from traek.audit.survey import data_in  # noqa: PLC0415

    return Library.open(data_in(report))


def _carried(
    library: Library, plan: Plan, log: Log, workshop: Workshop, options: dict[str, Any]
) -> Carried:
    from traek.audit.decisions import Work, carry_out  # noqa: PLC0415

    root = Path(options["templates"] or library.root)
    if not root.is_dir():
        raise SettingsError(
            f"Skabelonerne findes ikke i {root}, når man står i {Path.cwd()}. Angiv mappen med --templates."
        )
    work = Work(
        root,
        workshop.plugins.loaders,
        workshop.settings_for,
        None if options["dry_run"] else write_whole,
        options["as_"],
        options["author"],
    )
    what = "Ser på skabeloner" if options["dry_run"] else "Retter skabeloner"
    with progress(plan.templates, quiet=False, what=what) as told:
        return carry_out(library, plan, work, log, told)


def _show(carried: Carried) -> None:
    """What would change, template by template."""
    ink = Ink(colour=page_settings(None)["colour"] == "yes")
    for path, edits in carried.edits.items():
        lines = [ink.bold(plain(path)), *shown(carried.documents[path], edits, ink), ""]
        write("\n".join(lines) + "\n")


def _read(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise SettingsError(
            f"{file} kan ikke læses ({error.strerror}). Luk den i Excel, og se efter, om navnet er rigtigt."
        ) from error


def _summary(plan: Plan, carried: Carried, log: Log, *, dry_run: bool) -> str:
    decisions = _counted(len(plan.rulings), "beslutning", "beslutninger")
    places = _counted(carried.places, "sted", "steder")
    templates = _counted(len(carried.edits), "skabelon", "skabeloner")
    done = f"{decisions}, {places} i {templates}"
    if plan.kept:
        done += f"; {_counted(len(plan.kept), 'sætning', 'sætninger')} bliver stående"
    if dry_run:
        return f"Intet er skrevet. Der ville blive rettet: {done}."
    way_back = f" Fortryd med »traek audit undo {log.folder}«." if log.folder else ""
    return f"Rettet: {done}.{way_back}"


def _counted(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
