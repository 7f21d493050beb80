"""`traek review`: a copy of a Word letter with the findings as comments or tracked changes."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from traek.cli.options import chosen, config_option, letter_options, selection_options
from traek.cli.output import say
from traek.cli.usage import OneOf
from traek.cli.whole_file import write_whole
from traek.cli.workshop import Workshop
from traek.errors import DocumentError, SettingsError
from traek.model import Effect, Report

_MODES = {name: name for name in ("comments", "changes", "both")}
_KINDS = (".docx", ".docm", ".dotx", ".dotm")


@click.command()
@click.argument("letter")
@click.option("--out", metavar="FILE", help="The copy to write; LETTER.traek.docx without it.")
@click.option(
    "--as",
    "mode",
    type=OneOf(_MODES),
    default="comments",
    help="Comments (the default), tracked changes where a rewrite fits, or both.",
)
@click.option("--author", default="traek", metavar="NAME", help="Who comments; traek without it.")
@click.option("--initials", metavar="LETTERS", help="The author's initials.")
@click.option("--clean", "only_clean", is_flag=True, help="Only take away what traek has written.")
@click.option("--overwrite", is_flag=True, help="Replace the copy if it is already there.")
@letter_options()
@selection_options
@config_option
def command(letter: str, **options: Any) -> int:
    """Write the findings into a copy of a Word letter.

    LETTER is the file, and is never touched. Our own earlier comments are replaced; other people's stay.
    """
    out = _target(letter, options["out"], options["overwrite"])
    data = _read(letter)
    from traek.word.review import clean, review  # noqa: PLC0415 - lxml, when there is work

    cleaned = clean(data, letter, author=options["author"])
    if options["only_clean"]:
        write_whole(out, cleaned)
        say(f"{out} er skrevet uden det, traek havde føjet til.")
        return 0
    report = _report(letter, cleaned, options)
    author, initials = options["author"], options["initials"] or _initials(options["author"])
    written = review(cleaned, report, mode=options["mode"], author=author, initials=initials)
    write_whole(out, written)
    for warning in report.document.warnings:
        say(f"Bemærk: {warning}")
    say(_summary(out, report))
    return 0


def _report(letter: str, data: bytes, options: dict[str, Any]) -> Report:
    """The report on the letter in `data`, by the settings that hold for its path."""
    workshop = Workshop(options["config"], chosen(options))
    settings = workshop.settings_for(letter)
    loader = workshop.plugins.loaders[Path(letter).suffix.lower()]
    document = loader.load(data, letter)
    kept = tuple(each for each in document.blocks if each.style not in settings.ignored_styles)
    engine = workshop.engine_for(settings)
    return engine.report(replace(document, blocks=kept), settings.situation, settings.genre)


def _target(letter: str, out: str | None, overwrite: bool) -> str:
    """Where the copy goes, once that is known to harm nothing."""
    kind = Path(letter).suffix.lower()
    if kind not in _KINDS:
        raise SettingsError(
            f"{letter}: traek kan kun skrive i Word-filer ({', '.join(_KINDS)}). "
            "Gem brevet som .docx, eller brug traek check."
        )
    target = out or str(Path(letter).with_suffix(f".traek{kind}"))
    if Path(target).suffix.lower() != kind:
        raise SettingsError(
            f"--out {target} skal ende på {kind} ligesom brevet, ellers kan Word ikke åbne den."
        )
    if os.path.realpath(target) == os.path.realpath(letter):
        raise SettingsError(
            f"--out {target} er brevet selv og ville blive overskrevet. Vælg et andet navn."
        )
    if not Path(target).parent.is_dir():
        raise SettingsError(
            f"{target} kan ikke skrives, for mappen findes ikke. Opret den, eller vælg en anden."
        )
    if Path(target).exists() and not overwrite:
        raise SettingsError(
            f"{target} findes allerede. Vælg et andet navn med --out, "
            "eller skriv --overwrite, hvis den må erstattes."
        )
    return target


def _read(letter: str) -> bytes:
    try:
        return Path(letter).read_bytes()
    except FileNotFoundError as error:
        raise DocumentError(
            f"{letter} findes ikke. Se efter, om navnet er stavet rigtigt."
        ) from error
    except OSError as error:
        raise DocumentError(
            f"{letter} kan ikke læses ({error.strerror}). Luk den i andre programmer, og prøv igen."
        ) from error


def _initials(author: str) -> str:
    return "".join(word[0] for word in author.split()).upper()[:4] or "T"


def _summary(out: str, report: Report) -> str:
    counting = [each for each in report.findings if each.protection is None]
    escalating = sum(each.effect is Effect.ESCALATES for each in counting)
    return f"{out} er skrevet: {len(counting) - escalating} træk og {escalating} tryk."
