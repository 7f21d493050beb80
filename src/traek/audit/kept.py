"""What earlier audits found, for the templates that have not changed since.

An earlier audit is its folder, finished or cut off: its rows are good where engine, grammar, rules
and settings are the same and the template's bytes are. Whether the bytes are the same is told by
size and time where that is safe, and else by their digest.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from traek.audit.library import BLOCK, FILES, FINDING, FINDINGS, MARKS, TEXTS, WORKED
from traek.audit.lines import rows_of, whole_lines

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


@dataclass(slots=True)
class Earlier:
    """One earlier audit: its rows, by template and settings, and what they refer to."""

    folder: Path
    rows: dict[str, dict[tuple[str, str], bytes]] = field(default_factory=dict)
    digests: dict[str, tuple[Stamp, str]] = field(default_factory=dict)
    _lines: dict[str, list[bytes]] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path, versions: Mapping[str, str]) -> Earlier | None:
        """The audit in `folder`, or None where there is none of these versions."""
        try:
            if json.loads((folder / VERSIONS).read_bytes()) != dict(versions):
                return None
            earlier = cls(folder)
            texts = len(earlier.lines(TEXTS))
            findings = min(len(earlier.lines(FINDINGS)), len(earlier.lines(MARKS)))
            lines = whole_lines(folder / FILES)
            for line, row in zip(lines, rows_of(lines), strict=True):
                if not _is_whole(row, texts, findings):
                    continue
                template = row["template"]
                key = template["digest"], template["settings"]
                earlier.rows.setdefault(template["path"], {})[key] = line
            for path, size, time, digest in rows_of(whole_lines(folder / SEEN)):
                earlier.digests[path] = Stamp(size, time), digest
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return earlier

    def row(self, path: str, digest: str, settings: str) -> bytes:
        """The row of the template with this path, digest and settings, as it was written."""
        return self.rows[path][digest, settings]

    def text(self, number: int) -> tuple[bytes, bytes | None]:
        """A text as it was written, and what was worked out of it; None in one that was cut off."""
        if WORKED not in self._lines and not (self.folder / WORKED).exists():
            self._lines[WORKED] = []
        texts, worked = self.lines(TEXTS), self.lines(WORKED)
        return texts[number], worked[number] if len(worked) == len(texts) else None

    def finding(self, number: int) -> tuple[bytes, bytes]:
        """A finding as it was written, and its mark."""
        return self.lines(FINDINGS)[number], self.lines(MARKS)[number]

    def lines(self, name: str) -> list[bytes]:
        """The whole lines of a file; one that was cut short is left out."""
        if name not in self._lines:
            self._lines[name] = whole_lines(self.folder / name)
        return self._lines[name]


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
        key = digest, settings
        return next((e for e in self._earlier if key in e.rows.get(path, {})), None)

    def digests(self, path: str, settings: str) -> frozenset[str]:
        """The digests of the template that there are rows for."""
        return frozenset(
            digest
            for earlier in self._earlier
            for digest, held in earlier.rows.get(path, {})
            if held == settings
        )
