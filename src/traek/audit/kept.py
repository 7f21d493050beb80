"""What earlier audits found, for the templates that have not changed since.

An earlier audit is its folder, finished or cut off: its rows are good where engine, grammar, rules
and settings are the same and the template's bytes are. Whether the bytes are the same is told by
size and time where that is safe, and else by their digest.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from traek.audit.library import BLOCK, FILES, FINDING, FINDINGS, MARKS, TEXTS, WORKED
from traek.audit.lines import Lines, rows_of, whole_lines

SEEN, VERSIONS, SHOWN, WORDS = "seen.jsonl", "versions.json", "shown.jsonl", "worded.jsonl"
JUST_NOW = 3 * 10**9
"""Nanoseconds; a file written so shortly before it was read may change unseen within one tick."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a file system tells of a file without reading it."""

    size: int
    time: int

    @classmethod
    def of(cls, path: str) -> Stamp | None:
        """The stamp of the file at `path`, or None where there is none to be had."""
        try:
            told = os.stat(path)  # noqa: PTH116  thousands of them
        except OSError:
            return None
        return cls(told.st_size, told.st_mtime_ns)


class _Row(NamedTuple):
    """A template as it was once: its digest and settings, and the number of its row."""

    digest: str
    settings: str
    number: int


@dataclass(slots=True)
class Earlier:
    """One earlier audit: where its rows are, by template, and what they refer to.

    The rows themselves stay on disk until they are asked for.
    """

    folder: Path
    rows: dict[str, tuple[_Row, ...]] = field(default_factory=dict)
    digests: dict[str, tuple[Stamp, str]] = field(default_factory=dict)
    _lines: dict[str, Lines] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path, versions: Mapping[str, str]) -> Earlier | None:
        """The audit in `folder`, or None where there is none of these versions."""
        try:
            if json.loads((folder / VERSIONS).read_bytes()) != dict(versions):
                return None
            earlier = cls(folder)
            texts = len(earlier.lines(TEXTS))
            findings = min(len(earlier.lines(FINDINGS)), len(earlier.lines(MARKS)))
            for number, row in enumerate(rows_of(earlier.lines(FILES))):
                if _is_whole(row, texts, findings):
                    earlier._enter(number, row["template"])
            for path, size, time, digest in rows_of(whole_lines(folder / SEEN)):
                earlier.digests[sys.intern(path)] = Stamp(size, time), sys.intern(digest)
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return earlier

    def _enter(self, number: int, template: Mapping[str, Any]) -> None:
        """Note the row of a template; of two that are alike the later one counts."""
        digest, settings = sys.intern(template["digest"]), sys.intern(template["settings"])
        path = sys.intern(template["path"])
        others = (row for row in self.rows.get(path, ()) if row[:2] != (digest, settings))
        self.rows[path] = (*others, _Row(digest, settings, number))

    def find(self, path: str, digest: str, settings: str) -> int | None:
        """The number of the row of the template with this path, digest and settings."""
        for row in self.rows.get(path, ()):
            if row.digest == digest and row.settings == settings:
                return row.number
        return None

    def row(self, path: str, digest: str, settings: str) -> bytes:
        """The row of the template with this path, digest and settings, as it was written.

        Raises:
            KeyError: there is none.
        """
        number = self.find(path, digest, settings)
        if number is None:
            raise KeyError(path)
        return self.lines(FILES)[number]

    def text(self, number: int) -> tuple[bytes, bytes | None]:
        """A text as it was written, and what was worked out of it; None where that is not there."""
        texts, worked = self.lines(TEXTS), self.lines(WORKED)
        return texts[number], worked[number] if number < len(worked) else None

    def finding(self, number: int) -> tuple[bytes, bytes]:
        """A finding as it was written, and its mark."""
        return self.lines(FINDINGS)[number], self.lines(MARKS)[number]

    def lines(self, name: str) -> Sequence[bytes]:
        """The whole lines of a file, none where it is not there; a line cut short is left out."""
        if name not in self._lines:
            file = self.folder / name
            if name == WORKED and not file.exists():
                return ()
            self._lines[name] = Lines(file)
        return self._lines[name]

    def close(self) -> None:
        """Let go of the files, so that they can be replaced on any system."""
        for lines in self._lines.values():
            lines.close()


def _is_whole(row: Mapping[str, Any], texts: int, findings: int) -> bool:
    """Whether all that a row refers to reached the disk, as it may not when the power goes."""
    told = (*row["findings"][::FINDING], *(entry[0] for entry in row["suppressed"]))
    return max(row["blocks"][::BLOCK], default=-1) < texts and max(told, default=-1) < findings


class Kept:
    """All that earlier audits of the same versions know; the first that knows a template is asked.

    `outdated` are the folders whose audits are of other versions, and of no use.
    """

    def __init__(self, folders: Iterable[Path], versions: Mapping[str, str]) -> None:
        self._earlier: list[Earlier] = []
        self.outdated: list[Path] = []
        for folder in folders:
            earlier = Earlier.read(folder, versions)
            if earlier is not None:
                self._earlier.append(earlier)
            elif (folder / VERSIONS).exists():
                self.outdated.append(folder)

    def digest(self, path: str, stamp: Stamp | None) -> str | None:
        """The digest of a template that looks as it did when it was read; None where it may not."""
        for earlier in self._earlier:
            seen, digest = earlier.digests.get(path, (None, ""))
            if stamp is not None and seen == stamp:
                return digest
        return None

    def find(self, path: str, digest: str, settings: str) -> Earlier | None:
        """The audit that has a row for the template as it is now."""
        found = (e for e in self._earlier if e.find(path, digest, settings) is not None)
        return next(found, None)

    def digests(self, path: str, settings: str) -> frozenset[str]:
        """The digests of the template that there are rows for."""
        return frozenset(
            row.digest
            for earlier in self._earlier
            for row in earlier.rows.get(path, ())
            if row.settings == settings
        )

    def close(self) -> None:
        """Let go of all files; nothing can be asked any more."""
        for earlier in self._earlier:
            earlier.close()
        self._earlier.clear()
