"""Which letters there are under the paths that the user named."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from traek.model import ReadError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

STDIN = "-"
TEMPORARY = "~$"  # Word's own lock files, beside every letter that someone has open


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters to read, the paths that lead nowhere, and what was passed by and why."""

    paths: tuple[str, ...]
    errors: tuple[ReadError, ...] = ()
    skipped: tuple[ReadError, ...] = ()


def find_letters(paths: Iterable[str], endings: Collection[str]) -> Letters:
    """The letters under `paths`, in the order given and sorted within a folder, each once.

    A file that the user names is always there to be read; in folders only files with one of
    `endings` are, and the others are counted as skipped. `-` is standard input.
    """
    found: dict[str, str] = {}
    errors: list[ReadError] = []
    skipped: list[ReadError] = []
    for path in paths:
        if path == STDIN:
            found.setdefault(STDIN, STDIN)
        elif os.path.isdir(path):  # noqa: PTH112  a path is shown as the user wrote it
            letters = list(_letters_in(path, endings, skipped))
            if not letters:
                errors.append(ReadError(path, _empty_folder(path, endings)))
            for letter in letters:
                found.setdefault(os.path.realpath(letter), letter)
        elif os.path.lexists(path):
            found.setdefault(os.path.realpath(path), path)
        else:
            errors.append(ReadError(path, _missing(path)))
    return Letters(tuple(found.values()), tuple(errors), tuple(skipped))


def _letters_in(folder: str, endings: Collection[str], skipped: list[ReadError]) -> Iterator[str]:
    """The letters in `folder` and below; what is passed by is added to `skipped`."""

    def unreadable(error: OSError) -> None:
        skipped.append(ReadError(str(error.filename), "mappe uden adgang"))

    for place, folders, files in os.walk(folder, onerror=unreadable):
        hidden = sorted(name for name in folders if name.startswith("."))
        skipped += [ReadError(os.path.join(place, name), "skjult mappe") for name in hidden]  # noqa: PTH118
        folders[:] = sorted(set(folders) - set(hidden))
        for name in sorted(files):
            path = os.path.normpath(os.path.join(place, name))  # noqa: PTH118
            reason = _passed_by(name, endings)
            if reason is None:
                yield path
            else:
                skipped.append(ReadError(path, reason))


def _passed_by(name: str, endings: Collection[str]) -> str | None:
    if name.startswith(TEMPORARY):
        return "åben i Word"
    if name.startswith("."):
        return "skjult"
    ending = Path(name).suffix.lower()
    return None if ending in endings else ending or "uden endelse"


def _missing(path: str) -> str:
    if any(sign in path for sign in "*?["):
        return f"Der er ingen filer, der passer til {path}. Se efter, om mappen er den rigtige."
    return f"{path} findes ikke. Se efter, om stien er skrevet rigtigt."


def _empty_folder(path: str, endings: Collection[str]) -> str:
    kinds = ", ".join(sorted(endings))
    return f"Der er ingen breve i {path}. traek læser {kinds}; vælg en mappe med sådanne filer."
