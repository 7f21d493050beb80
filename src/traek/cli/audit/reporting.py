"""What `traek audit` writes of a library: pages and tables, a report for others, known findings apart."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from traek.cli.audit.progress import progress
from traek.cli.formats import run_settings
from traek.cli.output import say, write
from traek.errors import SettingsError
from traek.model import Run

if TYPE_CHECKING:
    from traek.audit import Library
    from traek.audit.baseline import Baseline
    from traek.cli.workshop import Workshop
    from traek.hookspecs import Reporter


def tables_named(kinds: str) -> tuple[str, ...]:
    """The kinds of table that the user named.

    Raises:
        SettingsError: one of them does not exist.
    """
    from traek.audit.report import TABLES  # noqa: PLC0415  heavy

    wanted = tuple(kind.strip() for kind in kinds.split(",") if kind.strip())
    for kind in wanted:
        if kind not in TABLES:
            raise SettingsError(f"--tables {kind} findes ikke. Vælg blandt {', '.join(TABLES)}.")
    return wanted


def known_findings(file: str | None) -> Baseline | None:
    """The known findings in `file`, where there is one.

    Raises:
        SettingsError: it cannot be read.
    """
    from traek.audit.baseline import load_baseline  # noqa: PLC0415  heavy

    return None if file is None else load_baseline(Path(file))


def set_apart(library: Library, baseline: Baseline | None, *, whole: bool) -> Library:
    """The library without what is known; of a `whole` one it is told what is found no more."""
    if baseline is None:
        return library
    from traek.audit.baseline import with_baseline  # noqa: PLC0415  heavy

    settled, unused = with_baseline(library, baseline)
    if unused and whole:
        number = len(unused)
        what = "1 kendt fund findes" if number == 1 else f"{number} kendte fund findes"
        say(
            f"{what} ikke længere, eller færre steder, end {baseline.source} siger. "
            "Kør »traek baseline prune«."
        )
    return settled


def pages_and_tables(
    library: Library, out: Path, tables: tuple[str, ...], *, show_names: bool, quiet: bool
) -> tuple[str, ...]:
    """Write the report; Danish sentences on what to know of its files."""
    from traek.audit.report import write_report  # noqa: PLC0415  heavy

    with progress(len(library.templates), quiet=quiet, what="Skriver sider") as told:
        return write_report(library, out, tables=tables, show_names=show_names, told=told).left


def one_report(
    library: Library, workshop: Workshop, reporter: Reporter, options: dict[str, Any]
) -> None:
    """Write one report on all the templates, as `traek check` would."""
    reports = tuple(report for _, report in library.reports())
    settings = run_settings(
        options["output"],
        show_names=options["show_names"],
        fail_on=workshop.settings_for(library.root).fail_on,
    )
    run = Run(reports, library.errors, library.skipped, library.rules, settings)
    write(reporter.report(run), options["output"])
