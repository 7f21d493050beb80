"""What was written, kept so that it can be undone: the files as they were, and a line for each.

The line is written before the file is, so a run that is cut off can be undone too.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from traek.errors import SettingsError

FOLDER, LOG = "rettelser", "log.jsonl"
_FORMAT = 1


class Log:
    """A log in a folder of its own below a report, numbered after those before it."""

    def __init__(self, report: Path) -> None:
        """A log that makes its folder when the first file is entered."""
        self._parent = report / FOLDER
        self.folder: Path | None = None
        self._count = 0

    def enter(self, path: Path, before: bytes, after: bytes, signs: list[str]) -> None:
        """Keep a file as it is now, and what it is about to become known by.

        Raises:
            SettingsError: the log cannot be written, so the file must not be either.
        """
        try:
            self._enter(path, before, after, signs)
        except OSError as error:
            raise SettingsError(
                f"Loggen kan ikke skrives i {self._parent} ({error.strerror}), så der er ikke "
                "rettet mere. Se efter, om der er plads, og om du må skrive i mappen."
            ) from error

    def _enter(self, path: Path, before: bytes, after: bytes, signs: list[str]) -> None:
        folder = self._made()
        self._count += 1
        kept = folder / f"{self._count:05}{path.suffix.lower()}"
        kept.write_bytes(before)
        line = {
            "format": _FORMAT,
            "fil": str(path.absolute()),
            "foer": hashlib.sha256(before).hexdigest(),
            "efter": hashlib.sha256(after).hexdigest(),
            "kopi": kept.name,
            "saetninger": signs,
        }
        with (folder / LOG).open("ab") as file:
            file.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def _made(self) -> Path:
        if self.folder is None:
            self._parent.mkdir(exist_ok=True)
            taken = [int(each.name) for each in self._parent.iterdir() if each.name.isdigit()]
            self.folder = self._parent / str(max(taken, default=0) + 1)
            self.folder.mkdir()
        return self.folder


@dataclass(frozen=True, slots=True)
class Undone:
    """The files that are as they were, and Danish sentences on those that are not."""

    files: tuple[str, ...]
    left: tuple[str, ...] = ()


def undo(log: Path, write: Callable[[str, bytes], None]) -> Undone:
    """Put every file of a log back, byte for byte, unless somebody has changed it since.

    `write` gets a path and bytes, and writes all of them or nothing.

    Raises:
        SettingsError: there is no log there.
    """
    file = log / LOG if log.is_dir() else log
    files, left = [], []
    for line in _lines(file):
        path, kept = line["fil"], file.parent / line["kopi"]
        try:
            now = hashlib.sha256(Path(path).read_bytes()).hexdigest()
            before = kept.read_bytes()
        except OSError as error:
            left.append(f"{path} kan ikke lægges tilbage ({error.strerror}).")
            continue
        if now == line["foer"]:
            continue
        if now != line["efter"]:
            left.append(
                f"{path} er ændret, siden traek rettede den, og er derfor ikke rørt. "
                f"Den, som den var før, ligger i {kept}."
            )
            continue
        write(path, before)
        files.append(path)
    return Undone(tuple(files), tuple(left))


def _lines(file: Path) -> list[dict[str, Any]]:
    """The lines of a log, the last first, as a file may be in it twice."""
    try:
        lines: list[Any] = [json.loads(line) for line in file.read_bytes().splitlines()]
    except (OSError, ValueError) as error:
        raise SettingsError(
            f"Der er ingen log fra traek audit apply i {file}. Angiv en mappe under "
            f"rapportens »{FOLDER}«."
        ) from error
    if not all(isinstance(line, dict) and line.get("format") == _FORMAT for line in lines):
        raise SettingsError(f"{file} er ikke en log, som denne udgave af traek kan læse.")
    return lines[::-1]
