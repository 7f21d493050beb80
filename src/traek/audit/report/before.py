"""What the report before this one showed of each template, where it would be shown the same again.

A file beside the library's own says, for each template, where its page and its rows are and what
they depend on: its bytes, its settings, the engine, the code that shows it, and what is set apart
in it as known. Whether the files are still as they were written is told by size and time; a file
that is not is written anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import zlib
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Self

from traek.audit.kept import SHOWN, Stamp
from traek.audit.library import Library
from traek.audit.lines import lines_of
from traek.audit.report.tables import ROWS_OF, Table
from traek.audit.report.tables.part import Part
from traek.audit.versions import showing_version


@dataclass(frozen=True, slots=True)
class Was:
    """A template as it was shown: its name and page, the names in it, and its rows by table."""

    path: str
    page: str
    names: frozenset[str]
    parts: Mapping[str, Part]


@dataclass(slots=True)
class Before:
    """The earlier report in a folder; `sign` tells what its pages depend on besides the templates.

    It is None for a library that cannot tell. A table made of another's rows has none of its own.
    """

    folder: Path
    kept_in: Path
    sign: str | None
    stamps: dict[str, Stamp] = field(default_factory=dict)
    _known: dict[str, Was] = field(default_factory=dict)
    _files: dict[str, IO[bytes]] = field(default_factory=dict)
    _open: ExitStack = field(default_factory=ExitStack)

    @classmethod
    def read(
        cls, library: Library, folder: Path, tables: Sequence[str], *, show_names: bool
    ) -> Before:
        """What can be used of the report in `folder` for one with these tables."""
        before = cls(folder, library.folder / SHOWN, _sign(library, show_names=show_names))
        if before.sign is not None:
            try:
                before._take_in(tables)
            except (OSError, ValueError, KeyError, TypeError):
                before._known.clear()
        return before

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def find(self, library: Library, number: int) -> Was | None:
        """How a template was shown, if it would be shown so again and all of it is there."""
        return self._known.get(_key(library, number)) if self._known else None

    def give(self, tables: Mapping[str, Table], was: Was) -> None:
        """Put the template's rows into the new tables."""
        for name, table in tables.items():
            rows = ROWS_OF.get(name, name)
            table.take(self._files[rows], was.parts[rows])

    def close_files(self) -> None:
        """Let go of the old tables, so that they can be replaced on any system."""
        self._open.close()

    def write(
        self,
        library: Library,
        shown: Sequence[Was],
        parts: Mapping[str, Sequence[Part]],
    ) -> None:
        """Keep how each template is shown now, once all files are in their places."""
        if self.sign is None:
            self.kept_in.unlink(missing_ok=True)
            return
        told = {name: rows for name, rows in parts.items() if len(rows) == len(shown)}
        stamps = {name: _stamp(self.folder / f"fund.{name}") for name in told}
        lines: list[Any] = [{"sign": self.sign, "tables": stamps}]
        for number, was in enumerate(shown):
            page = self.stamps.get(was.page)
            stamp = [page.size, page.time] if page else _stamp(self.folder / PAGES / was.page)
            rows = {name: each[number] for name, each in told.items()}
            key = _key(library, number)
            lines.append([key, was.path, was.page, stamp, sorted(was.names), rows])
        text = "".join(f"{json.dumps(line, separators=(',', ':'))}\n" for line in lines)
        unfinished = self.kept_in.with_suffix(".ny")
        unfinished.write_bytes(text.encode())
        unfinished.replace(self.kept_in)

    def _take_in(self, tables: Sequence[str]) -> None:
        rows = (row for _, row in lines_of(self.kept_in))
        head: dict[str, Any] = next(rows, {})
        if head["sign"] != self.sign:
            return
        needed = {ROWS_OF.get(name, name) for name in tables}
        for name in needed:
            file = self.folder / f"fund.{name}"
            if head["tables"][name] != _stamp(file):
                return
            self._files[name] = self._open.enter_context(file.open("rb"))
        there = _stamps(self.folder / PAGES)
        for key, path, page, (size, time), names, parts in rows:
            stamp = Stamp(size, time)
            if there.get(page) == stamp:
                placed = {name: Part(*parts[name]) for name in needed}
                self._known[key] = Was(path, page, frozenset(names), placed)
                self.stamps[page] = stamp


PAGES = "skabeloner"


def _key(library: Library, number: int) -> str:
    """What the page and rows of a template depend on besides what all depend on."""
    template = library.templates[number]
    apart = library.settled[number] if library.settled else ""
    told = json.dumps([template.path, template.digest, template.settings, apart])
    return hashlib.blake2b(told.encode(), digest_size=12).hexdigest()


def _sign(library: Library, *, show_names: bool) -> str | None:
    """What all pages and rows depend on; None where templates do not tell how they were made."""
    tells = library.settle is None or len(library.settled) == len(library.templates)
    if not tells or not all(each.settings for each in library.templates):
        return None
    told = [library.versions, showing_version(), show_names, zlib.ZLIB_RUNTIME_VERSION]
    return hashlib.blake2b(json.dumps(told, sort_keys=True).encode(), digest_size=12).hexdigest()


def _stamp(file: Path) -> list[int]:
    stamp = Stamp.of(str(file))
    return [] if stamp is None else [stamp.size, stamp.time]


def _stamps(folder: Path) -> dict[str, Stamp]:
    """The files of a folder, with what tells whether they have changed."""
    if not folder.is_dir():
        return {}
    with os.scandir(folder) as entries:
        told = [(entry.name, entry.stat()) for entry in entries]
    return {name: Stamp(stat.st_size, stat.st_mtime_ns) for name, stat in told}
