"""One run over some letters: each is read and examined, and one that fails stops no other."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from traek.audit.paths import STDIN, Letters
from traek.errors import DocumentError
from traek.model import Document, Effect, ReadError, Report, Run

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from traek.engine import Engine
    from traek.hookspecs import Loader
    from traek.settings import Settings

SIZE_LIMIT = 50_000_000
"""Bytes; a letter is some thousand, and a template full of pictures some million."""


def audit(
    letters: Letters,
    loaders: Mapping[str, Loader],
    settings_for: Callable[[str], Settings],
    engine_for: Callable[[Settings], Engine],
    stdin_name: str = STDIN,
) -> Run:
    """A report on each letter that could be read, in the order given, and what went wrong.

    `settings_for` gives the settings that hold for a path, `engine_for` the engine for them;
    standard input is known as `stdin_name`.
    """
    reports: list[Report] = []
    errors = list(letters.errors)
    rules = 0
    for path in letters.paths:
        shown = stdin_name if path == STDIN else path
        settings = settings_for(shown)
        engine = engine_for(settings)
        rules = max(rules, len(engine.rules))
        try:
            document = read_letter(path, shown, loaders, settings)
        except DocumentError as error:
            errors.append(ReadError(shown, str(error)))
        else:
            reports.append(engine.report(document, settings.situation, settings.genre))
    return Run(tuple(reports), tuple(errors), letters.skipped, rules)


def read_letter(
    path: str, shown: str, loaders: Mapping[str, Loader], settings: Settings
) -> Document:
    """The letter at `path`, known as `shown`, without paragraphs in ignored styles.

    Raises:
        DocumentError: the letter cannot be read, is too large, or is empty.
    """
    kind = None if shown == STDIN else Path(shown).suffix.lower()
    if kind is not None and kind not in loaders and not Path(path).is_dir():
        _check_there(path)
        raise DocumentError(_unknown_kind(shown, kind, loaders))
    data = _read(path, shown)
    if kind is None:
        kind = ".docx" if data.startswith(b"PK\x03\x04") else ".txt"
    document = loaders[kind].load(data, shown, encoding=settings.encoding)
    if not any(block.text.strip() for block in document.blocks):
        raise DocumentError(f"{shown} er tomt: Der er ingen tekst at læse. Se efter i filen.")
    blocks = tuple(b for b in document.blocks if b.style not in settings.ignored_styles)
    return replace(document, blocks=blocks)


def fails(report: Report, fail_on: int | None) -> bool:
    """Whether a report holds tryk of at least the weight `fail_on`; None is never."""
    return fail_on is not None and any(
        finding.weight >= fail_on
        for finding in report.findings
        if finding.effect is Effect.ESCALATES and finding.protection is None
    )


def _read(path: str, shown: str) -> bytes:
    if path == STDIN:
        data = sys.stdin.buffer.read(SIZE_LIMIT + 1)
    else:
        _check_there(path)
        try:
            if Path(path).stat().st_size > SIZE_LIMIT:
                raise DocumentError(_too_large(shown))
            data = Path(path).read_bytes()
        except OSError as error:
            raise DocumentError(_unreadable(shown, error)) from error
    if len(data) > SIZE_LIMIT:
        raise DocumentError(_too_large(shown))
    return data


def _check_there(path: str) -> None:
    file = Path(path)
    if file.is_symlink() and not file.exists():
        raise DocumentError(
            f"{path} er en genvej til {file.readlink()}, som ikke findes. Ret eller slet genvejen."
        )
    if not file.is_file():
        raise DocumentError(f"{path} er ikke en fil, traek kan læse. Angiv en fil eller en mappe.")


def _unreadable(path: str, error: OSError) -> str:
    if isinstance(error, PermissionError):
        return (
            f"{path} kan ikke åbnes: adgang nægtet. Luk den, hvis den er åben i et andet "
            "program, eller bed om læseadgang."
        )
    return f"{path} kan ikke læses ({error.strerror}). Prøv igen, eller brug en kopi."


def _too_large(path: str) -> str:
    return (
        f"{path} fylder mere end {SIZE_LIMIT // 1_000_000} MB og er næppe et brev. "
        "Del den op, eller fjern store billeder."
    )


def _unknown_kind(path: str, kind: str, loaders: Mapping[str, Loader]) -> str:
    what = f"filer af typen {kind}" if kind else "filer uden endelse"
    return f"{path}: traek læser ikke {what}, men {', '.join(sorted(loaders))}."
