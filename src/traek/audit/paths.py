"""Which letters there are under the paths that the user named."""

from __future__ import annotations

import os
from dataclasses import dataclass
from glob import glob
from pathlib import Path
from typing import TYPE_CHECKING

from traek.audit.ignored import IGNORE_FILE, Ignored
from traek.model import ReadError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

STDIN = "-"
_SIGNS = "*?["
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
    `endings` are, less what a `.traekignore` there names, and the others are counted as skipped.
    A path with *, ? or ** that is no file stands for all that fit. `-` is standard input.
    """
    found: dict[str, str] = {}
    errors: list[ReadError] = []
    skipped: list[ReadError] = []
    folders: dict[str, str] = {}
    for path in _spelt_out(paths):
        if path == STDIN:
            found.setdefault(STDIN, STDIN)
        elif os.path.isdir(path):  # noqa: PTH112  a path is shown as the user wrote it
            letters = list(_Walk(path, endings, skipped).letters())
            if not letters:
                errors.append(ReadError(path, _empty_folder(path, endings)))
            for letter in letters:
                found.setdefault(real(letter, folders), letter)
        elif os.path.lexists(path):
            found.setdefault(os.path.realpath(path), path)
        else:
            errors.append(ReadError(path, _missing(path)))
    return Letters(tuple(found.values()), tuple(errors), tuple(skipped))


def real(path: str, folders: dict[str, str]) -> str:
    """Where a file really is; `folders` holds where the folders are that were asked for before."""
    folder, name = os.path.split(path)
    if os.path.islink(path):  # noqa: PTH114
        return os.path.realpath(path)
    if folder not in folders:
        folders[folder] = os.path.realpath(folder)
    return os.path.join(folders[folder], name)  # noqa: PTH118


def _spelt_out(paths: Iterable[str]) -> Iterator[str]:
    """The paths, those with signs for »any« replaced by what there is; Windows leaves that to us."""
    for path in paths:
        pattern = any(sign in path for sign in _SIGNS) and not os.path.lexists(path)
        fitting = sorted(glob(path, recursive=True)) if pattern else []  # noqa: PTH207
        yield from fitting or [path]


class _Walk:
    """A walk through one folder; what is passed by is added to `skipped`, with the reason."""

    def __init__(self, folder: str, endings: Collection[str], skipped: list[ReadError]) -> None:
        self._folder = folder
        self._endings = endings
        self._skipped = skipped
        self._ignored = Ignored(folder)

    def letters(self) -> Iterator[str]:
        """The letters, folder by folder in sorted order; links are followed, but never in a ring."""
        above: dict[str, tuple[str, ...]] = {}
        for place, folders, files in os.walk(self._folder, onerror=self._no_way, followlinks=True):
            way = (*above.pop(place, ()), os.path.realpath(place))
            if IGNORE_FILE in files:
                self._ignored.read(place)
            folders[:] = sorted(name for name in folders if self._enters(place, name, way))
            above |= {os.path.join(place, name): way for name in folders}  # noqa: PTH118
            for name in sorted(files):
                path = os.path.normpath(os.path.join(place, name))  # noqa: PTH118
                reason = self._passed_by(path, name)
                if reason is None:
                    yield path
                elif name != IGNORE_FILE:
                    self._skipped.append(ReadError(path, reason))

    def _enters(self, place: str, name: str, way: tuple[str, ...]) -> bool:
        path = os.path.join(place, name)  # noqa: PTH118
        if name.startswith("."):
            reason = "skjult mappe"
        elif self._ignored.names(path + "/"):
            reason = IGNORE_FILE
        elif os.path.islink(path) and os.path.realpath(path) in way:  # noqa: PTH114
            reason = "genvej i ring"
        else:
            return True
        self._skipped.append(ReadError(path, reason))
        return False

    def _passed_by(self, path: str, name: str) -> str | None:
        reason = _passed_by(name, self._endings)
        return IGNORE_FILE if reason is None and self._ignored.names(path) else reason

    def _no_way(self, error: OSError) -> None:
        refused = isinstance(error, PermissionError)
        reason = "mappe uden adgang" if refused else "mappe, der ikke svarer"
        self._skipped.append(ReadError(str(error.filename), reason))


def _passed_by(name: str, endings: Collection[str]) -> str | None:
    if name.startswith(TEMPORARY):
        return "åben i Word"
    if name.startswith("."):
        return "skjult"
    ending = Path(name).suffix.lower()
    return None if ending in endings else ending or "uden endelse"


def _missing(path: str) -> str:
    if any(sign in path for sign in _SIGNS):
        return f"Der er ingen filer, der passer til {path}. Se efter, om mappen er den rigtige."
    return f"{path} findes ikke. Se efter, om stien er skrevet rigtigt."


def _empty_folder(path: str, endings: Collection[str]) -> str:
    kinds = ", ".join(sorted(endings))
    return f"Der er ingen breve i {path}. traek læser {kinds}; vælg en mappe med sådanne filer."
