"""`traek audit FOLDER --out REPORT`: survey a library of templates, and say what to look at first."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from traek.audit import find_letters
from traek.audit.ignored import IGNORE_FILE
from traek.audit.overview import number, overview, templates
from traek.audit.paths import STDIN, real
from traek.cli.audit.progress import progress
from traek.cli.audit.reporting import (
    known_findings,
    one_report,
    pages_and_tables,
    set_apart,
    tables_named,
)
from traek.cli.audit.rings import loaded, seldom_searched
from traek.cli.formats import reporter_named
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
from traek.cli.output import say, say_errors, write
from traek.cli.workshop import Workshop
from traek.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from traek.audit import Letters, Library
    from traek.audit.survey import Survey
    from traek.hookspecs import Reporter

_FEW, _WORTH_A_WORKER = 400, 200


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--out", required=True, metavar="FOLDER", help="Where the report is to be.")
@click.option(
    "--jobs", type=int, metavar="N", help="Processes; by the number of templates and processors."
)
@click.option(
    "--cache",
    multiple=True,
    metavar="FOLDER",
    help="An earlier report whose results are used for templates that have not changed. The report "
    "in --out always is.",
)
@click.option("--no-cache", is_flag=True, help="Examine every template again.")
@click.option(
    "--changed-since",
    metavar="PATH",
    help="Only templates that are new or changed since an earlier report (a folder), or that are "
    "named in a file, one a line.",
)
@click.option(
    "--tables",
    default="csv,jsonl,xlsx",
    metavar="KINDS",
    help="The tables to write: csv, jsonl, xlsx (the default is these three), parquet.",
)
@click.option(
    "--format",
    "format_name",
    metavar="NAME",
    help="Also one report on everything to stdout, or --output: sarif, junit, github, json.",
)
@click.option("--output", metavar="FILE", help="Write what --format names to a file.")
@baseline_option
@show_names_option
@letter_options()
@selection_options
@gate_options
@encoding_option
@model_option
@config_option
@click.option("-q", "--quiet", is_flag=True, help="No progress bar, and no line of counts.")
@seldom_searched()
def command(paths: tuple[str, ...], **options: Any) -> int:
    """Survey a library of templates: traek audit FOLDER --out REPORT.

    PATHS are folders and files. Open REPORT/index.html in a browser. What was found is kept in
    REPORT/data, which holds the templates' text; run again, and only what has changed is examined.
    A run that is interrupted goes on from where it was.
    """
    from traek.audit.changed import only_changed  # noqa: PLC0415  heavy
    from traek.audit.library import Library  # noqa: PLC0415  heavy
    from traek.audit.survey import Survey, root_of  # noqa: PLC0415  heavy

    if STDIN in paths:
        raise SettingsError(
            "traek audit læser mapper og filer. Skriv en mappe, eller brug »traek check -« til ét brev."
        )
    tables = tables_named(options["tables"])
    make = partial(Workshop, options["config"], chosen(options))
    workshop = make()
    letters = find_letters(paths, workshop.plugins.loaders)
    reporter = _reporter(options["format_name"], workshop.plugins.reporters)
    root = root_of(paths)
    _spare_templates(paths, options["out"])
    baseline = known_findings(workshop.settings_for(root).baseline)
    if options["changed_since"]:
        _spare_report(options["changed_since"], options["out"])
        letters = only_changed(letters, root, Path(options["changed_since"]))
    if not letters.paths:
        return _nothing_to_read(letters)
    out, letters = _report_folder(options["out"], letters)
    earlier = _earlier(options["cache"])
    survey = Survey(letters, root, out, make, earlier, afresh=options["no_cache"], maker=workshop)
    loaded()
    data = _surveyed(survey, options["jobs"], quiet=options["quiet"])
    workshop.forget()
    library = Library.open(data)
    loaded()
    library = set_apart(library, baseline, whole=not options["changed_since"])
    left = pages_and_tables(
        library, out, tables, show_names=options["show_names"], quiet=options["quiet"]
    )
    if reporter is None:
        write(overview(library))
    else:
        one_report(library, workshop, reporter, options)
    say_errors(library.errors)
    for sentence in left:
        say(sentence)
    if not options["quiet"]:
        say(f"Åbn {out / 'index.html'} i en browser.")
        say(_counts(library, survey))
    if library.errors:
        return 2
    return 1 if _fails(library, workshop) and not options["exit_zero"] else 0


def _spare_templates(paths: Sequence[str], out: str) -> None:
    """Stop before a report is put among what it is to be about, and hides it from the next run.

    Raises:
        SettingsError: the folder of the report is one of `paths`, or holds one.
    """
    inside = os.path.join(os.path.realpath(out), "")  # noqa: PTH118
    for path in paths:
        if os.path.join(os.path.realpath(path), "").startswith(inside):  # noqa: PTH118
            raise SettingsError(
                f"--out {out} er der, hvor skabelonerne ligger. Vælg en mappe for sig til rapporten."
            )


def _spare_report(since: str, out: str) -> None:
    """Stop before a report on what has changed takes the place of the report on everything.

    Raises:
        SettingsError: they are one folder.
    """
    if os.path.realpath(since) == os.path.realpath(out):
        raise SettingsError(
            f"--out {out} er den rapport, der bliver sammenlignet med, og ville blive erstattet af "
            "en rapport, der kun har det ændrede. Vælg en anden mappe med --out."
        )


def _nothing_to_read(letters: Letters) -> int:
    """What to say, and the exit code, where there is no template; no report is touched."""
    say_errors(letters.errors)
    if letters.errors:
        return 2
    say("Ingen skabeloner er ændret, så der er ikke skrevet nogen rapport.")
    return 0


def _earlier(folders: Sequence[str]) -> list[Path]:
    """The folders of earlier reports.

    Raises:
        SettingsError: there is no report in one of them.
    """
    from traek.audit.survey import has_report  # noqa: PLC0415  heavy

    for folder in folders:
        if not has_report(Path(folder)):
            raise SettingsError(
                f"--cache {folder}: Der er ingen rapport fra traek audit. Angiv mappen fra »--out«."
            )
    return list(map(Path, folders))


def _surveyed(survey: Survey, jobs: int | None, *, quiet: bool) -> Path:
    """The folder of the finished library; what was done when somebody interrupts is kept."""
    waiting = survey.waiting
    if survey.outdated and not quiet:
        say("En tidligere rapport er lavet med en anden udgave af traek, så alt bliver læst igen.")
    if survey.resumed and not quiet:
        say("Den forrige gennemgang blev ikke færdig; traek fortsætter, hvor den slap.")
    try:
        with progress(survey.total, quiet=quiet) as told:
            return survey.run(_jobs(waiting) if jobs is None else jobs, told)
    except OSError as error:
        raise SettingsError(
            f"traek kan ikke skrive rapporten ({error.strerror}): "
            f"{error.filename or 'mappen svarer ikke'}. Se efter, om der er plads, og om du må skrive "
            "der. Det, der er læst, er gemt."
        ) from error
    except KeyboardInterrupt:
        say("Det, der er læst, er gemt. Kør samme kommando igen, så fortsætter traek derfra.")
        raise


def _reporter(name: str | None, reporters: Mapping[str, Reporter]) -> Reporter | None:
    return None if name is None else reporter_named(name, reporters)


def _jobs(waiting: int) -> int:
    """A process for some hundred templates, for a process takes its time to start."""
    if waiting < _FEW:
        return 1
    processors = (
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    )
    return max(1, min(processors or 1, waiting // _WORTH_A_WORKER))


def _report_folder(out: str, letters: Letters) -> tuple[Path, Letters]:
    """The folder, made so that no run takes the report for letters; and the letters outside it.

    Raises:
        SettingsError: the folder cannot be written to.
    """
    folder = Path(out)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / IGNORE_FILE).write_text("# traek læser ikke sine egne rapporter\n*\n", "utf-8")
    except OSError as error:
        raise SettingsError(
            f"traek kan ikke skrive rapporten i {out} ({error.strerror}). "
            "Vælg en mappe, som du må skrive i, med --out."
        ) from error
    inside = os.path.join(os.path.realpath(out), "")  # noqa: PTH118
    folders: dict[str, str] = {}
    paths = tuple(p for p in letters.paths if not real(p, folders).startswith(inside))
    return folder, replace(letters, paths=paths)


def _fails(library: Library, workshop: Workshop) -> bool:
    """Whether a template has tryk of a weight that its settings do not let pass."""
    for template in library.templates:
        limit = workshop.settings_for(str(Path(library.root, template.path))).fail_on
        if limit is not None and template.heaviest >= limit:
            return True
    return False


def _counts(library: Library, survey: Survey) -> str:
    """The last line: what was read, what was not, and what was known already."""
    parts = [f"{templates(len(library.templates))} læst"]
    known = len(library.templates) - survey.examined
    if known > 0:
        parts.append(f"{number(known)} {'uændret' if known == 1 else 'uændrede'} siden sidst")
    if library.errors:
        parts.append(f"{number(len(library.errors))} kunne ikke læses")
    reasons = Counter(skipped.message for skipped in library.skipped)
    if reasons:
        told = ", ".join(f"{number(n)} {reason}" for reason, n in sorted(reasons.items()))
        parts.append(f"{number(reasons.total())} sprunget over ({told})")
    parts.append(f"{number(sum(each.words for each in library.templates))} ord")
    parts.append(f"{number(library.rules)} {'regel' if library.rules == 1 else 'regler'}")
    return ", ".join(parts)
