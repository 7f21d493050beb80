"""`traek fix`: the suggestions carried out in the letters themselves."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from traek.audit import find_letters, letter_bytes
from traek.audit.paths import STDIN
from traek.audit.reading import document_of
from traek.cli.edits_shown import Ink, shown
from traek.cli.fix_questions import asked
from traek.cli.options import (
    chosen,
    config_option,
    encoding_option,
    letter_options,
    model_option,
    selection_options,
)
from traek.cli.output import say, say_errors, say_withdrawn, write
from traek.cli.usage import OneOf
from traek.cli.whole_file import backup, write_whole
from traek.cli.workshop import Workshop
from traek.errors import DocumentError, SettingsError
from traek.fixing import WRITABLE, As, Edit, apply_edits, best, settled
from traek.fixing.choosing import mendable
from traek.fixing.writing import read_only
from traek.model import Effect, ReadError, SuggestionKind

if TYPE_CHECKING:
    from traek.engine import Engine
    from traek.model import Document, Finding, Report, Suggestion
    from traek.settings import Settings


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--diff", is_flag=True, help="Only show what would change.")
@click.option("-i", "--interactive", is_flag=True, help="Ask about each suggestion.")
@click.option(
    "--add-missing",
    is_flag=True,
    help="Add paragraphs for what a letter lacks, with gaps to fill in.",
)
@click.option("--gaps", is_flag=True, help="Rewrites that leave a gap for you to fill in, too.")
@click.option(
    "--as",
    "as_",
    type=OneOf({"changes": As.CHANGES, "direct": As.DIRECT}),
    default="changes",
    help="How to write into Word files: as tracked changes (the default), or directly.",
)
@click.option("--direct", is_flag=True, help="The same as --as direct.")
@click.option("--author", default="traek", metavar="NAME", help="Who tracked changes are by.")
@click.option("--output", metavar="FILE", help="Write one letter to FILE and leave it as it is.")
@click.option("--no-backup", is_flag=True, help="Keep no copy of the letter as it was (.bak).")
@letter_options()
@selection_options
@encoding_option
@model_option
@click.option(
    "--debug-rewrites", is_flag=True, help="Say on stderr which rewrites were withdrawn, and why."
)
@config_option
@click.option("-q", "--quiet", is_flag=True, help="Leave out the line of counts on stderr.")
def command(paths: tuple[str, ...], **options: Any) -> int:
    """Carry out the suggestions in the letters themselves.

    PATHS are files, folders, or - for standard input, which is written to standard output. Text and
    Word files are written where they stand, with a copy of each beside it as it was.
    """
    workshop = Workshop(options["config"], chosen(options))
    letters = find_letters(paths, workshop.plugins.loaders)
    if options["interactive"] and STDIN in letters.paths:
        raise SettingsError(
            "Med --interactive kommer dine svar fra tastaturet, så brevet må være en fil og ikke -."
        )
    if options["output"] and len(letters.paths) != 1:
        raise SettingsError(
            "--output kan kun bruges med ét brev ad gangen. Skriv kun navnet på det ene."
        )
    fixer = _Fixer(workshop, options, named=frozenset(paths))
    fixer.errors += letters.errors
    for path in letters.paths:
        if not fixer.stopped:
            fixer.fix(path)
    say_errors(fixer.errors)
    if not options["quiet"]:
        say(fixer.summary(len(letters.skipped)))
    return 2 if fixer.errors else 0


@dataclass(slots=True)
class _Fixer:
    """Goes from letter to letter, and counts."""

    workshop: Workshop
    options: dict[str, Any]
    named: frozenset[str]
    errors: list[ReadError] = field(default_factory=list)
    letters: int = 0
    written: int = 0
    edits: int = 0
    gaps: int = 0
    rest: int = 0
    missing: int = 0
    gapped: int = 0
    readonly: int = 0
    stopped: bool = False

    def fix(self, path: str) -> None:
        """Read, choose and write one letter; what goes wrong is noted and the next is taken."""
        if path not in self.named and path != STDIN and not path.lower().endswith(WRITABLE):
            self.readonly += 1
            return
        try:
            self._fix(path)
        except DocumentError as error:
            self.errors.append(ReadError(path, str(error)))

    def _fix(self, path: str) -> None:
        settings = self.workshop.settings_for(path)
        loaders, engine = self.workshop.plugins.loaders, self.workshop.engine_for(settings)
        data = letter_bytes(path, path, loaders)
        document = document_of(data, path, loaders, settings)
        name = _written_as(path, data)
        if not name.lower().endswith(WRITABLE) and not self.options["diff"]:
            raise DocumentError(read_only(path))
        report = engine.report(document, settings.situation, settings.genre)
        if self.options["debug_rewrites"]:
            say_withdrawn([report])
        for warning in report.document.warnings:
            say(f"{path}: {warning}")
        edits = self._chosen(engine, report)
        self.letters += 1
        self._count(report, edits)
        if self.options["diff"]:
            self._show(document, edits)
        elif edits or path == STDIN or self.options["output"]:
            self._write(path, name, data, edits, settings)

    def _chosen(self, engine: Engine, report: Report) -> tuple[Edit, ...]:
        if self.options["interactive"]:
            edits, self.stopped = asked(report, _ink(sys.stderr.isatty()))
            return edits
        return settled(engine, report, self._decide)

    def _decide(self, finding: Finding) -> Suggestion | None:
        """What to do without asking, as far as the options allow."""
        if self.options["gaps"] and finding.rewrites:
            return finding.rewrites[0]
        additions = [each for each in finding.suggestions if each.kind is SuggestionKind.ADD]
        if self.options["add_missing"] and additions:
            return additions[0]
        return best(finding)

    def _write(
        self, path: str, name: str, data: bytes, edits: tuple[Edit, ...], settings: Settings
    ) -> None:
        as_ = As.DIRECT if self.options["direct"] else self.options["as_"]
        outcome = apply_edits(
            data, name, edits, as_=as_, author=self.options["author"], encoding=settings.encoding
        )
        for left in outcome.left:
            say(
                f"{path}, afsnit {left.edit.block}: »{left.edit.old}« er ikke rettet, for {left.reason}."
            )
        self.edits += len(outcome.done)
        self.gaps += sum(edit.gaps for edit in outcome.done)
        target = self.options["output"]
        if path == STDIN and target is None:
            write(outcome.data)
        elif outcome.done or target is not None:
            if target is None and not self.options["no_backup"]:
                backup(path, data)
            write_whole(target or path, outcome.data)
        self.written += bool(outcome.done)

    def _show(self, document: Document, edits: tuple[Edit, ...]) -> None:
        self.edits += len(edits)
        self.gaps += sum(edit.gaps for edit in edits)
        self.written += bool(edits)
        if edits:
            ink = _ink(sys.stdout.isatty())
            lines = [ink.bold(document.path), *shown(document, edits, ink), "", ""]
            write("\n".join(lines))

    def _count(self, report: Report, edits: tuple[Edit, ...]) -> None:
        answered = {(edit.block, rule) for edit in edits for rule in edit.rules}
        open_ = [each for each in report.findings if _is_tryk(each)]
        rest = [f for f in open_ if f.span and (f.block, f.rule) not in answered]
        self.rest += len(rest)
        self.gapped += sum(bool(f.rewrites) and f.safe_rewrite is None for f in rest)
        self.missing += sum(_is_addition(f) for f in mendable(report)) - sum(
            edit.span is None for edit in edits
        )

    def summary(self, skipped: int) -> str:
        """The counts as a Danish line."""
        done = "ville blive rettet" if self.options["diff"] else "rettet"
        parts = [
            f"{_many(self.letters, 'brev', 'breve')} læst",
            f"{self.written} {done} ({_many(self.edits, 'rettelse', 'rettelser')})",
        ]
        if self.gaps:
            parts.append(f"{_many(self.gaps, 'sted', 'steder')} at udfylde, mærket [udfyld: …]")
        if self.rest:
            parts.append(f"{self.rest} tryk kan du selv se på med traek check")
        if self.gapped:
            parts.append(f"{self.gapped} af dem har forslag, hvor du udfylder noget (--gaps)")
        if self.missing and not self.options["add_missing"]:
            parts.append(
                f"{_many(self.missing, 'afsnit', 'afsnit')} kan du tilføje med --add-missing"
            )
        if skipped + self.readonly:
            parts.append(f"{skipped + self.readonly} sprunget over")
        return ", ".join(parts)


def _written_as(path: str, data: bytes) -> str:
    """The name that says how to write the letter; standard input is text or Word."""
    if path != STDIN:
        return path
    return "-.docx" if data.startswith(b"PK\x03\x04") else "-.txt"


def _is_tryk(finding: Finding) -> bool:
    return finding.effect is Effect.ESCALATES and finding.protection is None


def _is_addition(finding: Finding) -> bool:
    return any(each.kind is SuggestionKind.ADD for each in finding.suggestions)


def _ink(terminal: bool) -> Ink:
    colour = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return Ink(terminal and colour, shutil.get_terminal_size().columns if terminal else None)


def _many(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
