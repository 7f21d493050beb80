"""`traek homework`: feedback sheets for participants, and one for their group."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from traek.cli.drafts import draft_reports
from traek.cli.options import chosen, config_option, letter_options, selection_options
from traek.cli.output import say, say_errors
from traek.cli.usage import OneOf
from traek.cli.whole_file import write_whole
from traek.cli.workshop import Workshop
from traek.compare.wording import UNLIKE, is_unlike
from traek.errors import DocumentError, SettingsError
from traek.homework import (
    FORM_NAME,
    Feedback,
    Focus,
    Homework,
    check_people,
    feedback,
    group_sheet,
    homework_in,
    new_form,
    read_form,
)
from traek.model import ReadError

if TYPE_CHECKING:
    from collections.abc import Mapping

_FORMATS = {"docx": ("docx",), "html": ("html",), "both": ("docx", "html")}
_GROUP, _OTHER_GROUP = "gruppen", "alles-gruppeark"
_FEWEST_IN_GROUP = 2


@click.command()
@click.argument("folder")
@click.option("--out", default="ark", metavar="FOLDER", help="Where to write; ark without it.")
@click.option(
    "--pattern",
    metavar="PATTERN",
    help="How file names are made, such as {navn}-{brev}-{udkast}; without it a folder is a "
    "participant, and so is what stands before the number in mette-1.docx.",
)
@click.option(
    "--format", "formats", type=OneOf(_FORMATS), default="both", help="Which files; both without."
)
@click.option("--exercise", is_flag=True, help="Leave out all rewrites and the answer key.")
@click.option("--show-names", is_flag=True, help="Do not mask names and numbers from the letters.")
@click.option("--form", metavar="FILE", help=f"The trainer's form; FOLDER/{FORM_NAME} without it.")
@click.option("--new-form", "make_form", is_flag=True, help="Only write the skeleton of a form.")
@click.option("--overwrite", is_flag=True, help="Replace sheets that are already there.")
@letter_options("the first drafts")
@selection_options
@config_option
@click.option("-q", "--quiet", is_flag=True, help="Leave out the line of counts on stderr.")
def command(folder: str, **options: Any) -> int:
    """Write feedback sheets on the letters in a folder.

    FOLDER holds a folder for each participant, or files such as mette-1.docx and mette-2.docx.
    """
    workshop = Workshop(options["config"], chosen(options))
    found = homework_in(folder, workshop.plugins.loaders, options["pattern"], options["out"])
    form = Path(options["form"] or Path(folder) / FORM_NAME)
    if options["make_form"]:
        return _write_form(form, found)
    focus = _focus(form, found, named=options["form"] is not None)
    sheets, errors = _sheets(workshop, found, focus, names=options["show_names"])
    files = _files(sheets, options)
    written = _write(files, Path(options["out"]), overwrite=options["overwrite"])
    say_errors([*found.errors, *errors])
    if not options["quiet"]:
        _say_counts(sheets, written, found, errors)
    return 2 if errors or found.errors else 0


def _write_form(form: Path, found: Homework) -> int:
    if form.exists():
        raise SettingsError(
            f"{form} findes allerede. Ret i den, eller vælg et andet navn med --form."
        )
    write_whole(str(form), new_form(series.participant for series in found.series).encode())
    say(f"{form} er skrevet. Udfyld den, og kør »traek homework« igen.")
    return 0


def _focus(form: Path, found: Homework, *, named: bool) -> Mapping[str, Focus]:
    if not named and not form.is_file():
        return {}
    focus = read_form(form)
    check_people(form, focus, found.series)
    return focus


def _sheets(
    workshop: Workshop, found: Homework, focus: Mapping[str, Focus], *, names: bool
) -> tuple[list[Feedback], list[ReadError]]:
    """A sheet for each series whose drafts can all be read; one that cannot stops no other."""
    sheets: list[Feedback] = []
    errors: list[ReadError] = []
    for series in found.series:
        try:
            reports = draft_reports(workshop, series.paths)
        except DocumentError as error:
            errors.append(
                ReadError(series.paths[0], f"Der kom intet ark til »{series.name}«: {error}")
            )
        else:
            sheet = feedback(series, reports, focus.get(series.participant), names=names)
            sheets.append(sheet)
            if sheet.comparison is not None and is_unlike(sheet.comparison):
                say(f"Bemærk om »{series.name}«: {UNLIKE}")
    return sheets, errors


def _files(sheets: list[Feedback], options: Mapping[str, Any]) -> dict[str, bytes]:
    """Every file to write, by name, so that nothing is written where one of them fails."""
    exercise, names = options["exercise"], options["show_names"]
    files: dict[str, bytes] = {}
    group = None
    if len({sheet.series.participant for sheet in sheets}) >= _FEWEST_IN_GROUP:
        group = group_sheet(sheets)
    taken = _GROUP in {sheet.series.name.casefold() for sheet in sheets}
    group_name = _OTHER_GROUP if taken else _GROUP
    if "docx" in options["formats"]:
        from traek.homework.word import group_docx, participant_docx  # noqa: PLC0415 - an extra

        for sheet in sheets:
            name = f"{sheet.series.name}.docx"
            files[name] = participant_docx(sheet, exercise=exercise, names=names)
        if group is not None:
            files[f"{group_name}.docx"] = group_docx(group, exercise=exercise)
    if "html" in options["formats"]:
        from traek.homework.html import group_html, participant_html  # noqa: PLC0415

        for sheet in sheets:
            name = f"{sheet.series.name}.html"
            files[name] = participant_html(sheet, exercise=exercise, names=names).encode()
        if group is not None:
            files[f"{group_name}.html"] = group_html(group, exercise=exercise).encode()
    return files


def _write(files: Mapping[str, bytes], out: Path, *, overwrite: bool) -> list[str]:
    taken = next((out / name for name in files if (out / name).exists()), None)
    if taken is not None and not overwrite:
        raise SettingsError(
            f"{taken} findes allerede, og der kan stå noter i den. Vælg en anden mappe med --out, "
            "eller skriv --overwrite, hvis arkene må erstattes."
        )
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(
            f"Mappen {out} kan ikke oprettes ({error.strerror}). Vælg en anden med --out."
        ) from error
    for name, data in files.items():
        write_whole(str(out / name), data)
    return [str(out / name) for name in files]


def _say_counts(
    sheets: list[Feedback], written: list[str], found: Homework, errors: list[ReadError]
) -> None:
    drafts = sum(len(sheet.reports) for sheet in sheets)
    people = len({sheet.series.participant for sheet in sheets})
    parts = [
        f"{drafts} udkast læst fra {people} {'deltager' if people == 1 else 'deltagere'}",
        f"{len(written)} ark skrevet",
    ]
    if errors or found.errors:
        parts.append(f"{len(errors) + len(found.errors)} kunne ikke læses")
    if found.skipped:
        reasons = ", ".join(dict.fromkeys(each.message for each in found.skipped))
        files = "1 fil" if len(found.skipped) == 1 else f"{len(found.skipped)} filer"
        parts.append(f"{files} sprunget over ({reasons})")
    if people < _FEWEST_IN_GROUP:
        parts.append("intet gruppeark, for det kræver mindst to deltagere")
    say(", ".join(parts) + ".")
