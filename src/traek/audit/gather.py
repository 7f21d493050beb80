"""Reports gathered in a folder as they come, each distinct paragraph and finding once.

Lines are written as soon as they are known and only refer backwards, so a run that is stopped
leaves what it had done. What grows in memory is what is distinct, and a few bytes for each block.
"""

from __future__ import annotations

import hashlib
import json
from array import array
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any, Self

from traek.audit.examined import Examined
from traek.audit.library import ABOUT, FILES, FINDINGS, FORMAT, PARAGRAPHS, TEXTS, template_of
from traek.audit.plain import plain
from traek.audit.similar import near_groups, skeleton
from traek.model import Block, Finding, ReadError, Report


@dataclass(slots=True)
class _Gathered:
    """A distinct paragraph so far."""

    skeleton: str
    findings: set[int] = field(default_factory=set)
    templates: array[int] = field(default_factory=lambda: array("L"))
    blocks: array[int] = field(default_factory=lambda: array("L"))


class Gatherer:
    """Writes a library to `folder`, template by template, in the order in which they are added.

    Nothing is a library before `finish` has been called.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.count = 0
        self._errors: list[ReadError] = []
        self._paragraphs: dict[tuple[str, tuple[tuple[int, int], ...]], int] = {}
        self._gathered: list[_Gathered] = []
        self._findings: dict[bytes, int] = {}
        self._open = ExitStack()
        self._files: dict[str, IO[bytes]] = {}

    def __enter__(self) -> Self:
        self.folder.mkdir(parents=True, exist_ok=True)
        self._files = {
            name: self._open.enter_context((self.folder / name).open("wb"))
            for name in (FILES, TEXTS, FINDINGS)
        }
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def add(self, letter: Examined, settings: str = "") -> None:
        """Take in one more template, or the error that it gave."""
        if letter.report is None:
            self._errors.append(ReadError(letter.name, letter.error or ""))
            return
        report = letter.report
        blocks = {block.number: self._block(block) for block in report.document.blocks}
        frames: dict[tuple[Any, ...], int] = {}
        row = {
            "template": plain(template_of(report, letter.digest, letter.size, settings)),
            "situation_reason": report.situation_reason,
            "grammar": report.grammar,
            "warnings": list(report.document.warnings),
            "blocks": [
                (blocks[b.number], b.number, frames.setdefault(_frame(b), len(frames)))
                for b in report.document.blocks
            ],
            "findings": [self._placed(finding, blocks) for finding in report.findings],
            "suppressed": self._suppressed(report),
        }
        row["frames"] = list(frames)
        self._write(FILES, row)
        self._files[FILES].flush()
        self.count += 1

    def finish(
        self,
        root: str,
        versions: Mapping[str, str],
        rules: int,
        errors: Sequence[ReadError] = (),
        skipped: Sequence[ReadError] = (),
    ) -> None:
        """Find what is near-identical, and make what was added a library."""
        groups = near_groups([paragraph.skeleton for paragraph in self._gathered])
        with (self.folder / PARAGRAPHS).open("wb") as file:
            for paragraph, group in zip(self._gathered, groups, strict=True):
                row = {
                    "group": group,
                    "findings": sorted(paragraph.findings),
                    "templates": paragraph.templates.tolist(),
                    "blocks": paragraph.blocks.tolist(),
                }
                file.write(_line(row))
        self._open.close()
        about = {
            "format": FORMAT,
            "root": root,
            "versions": dict(sorted(versions.items())),
            "rules": rules,
            "errors": [(e.path, e.message) for e in (*errors, *self._errors)],
            "skipped": [(skip.path, skip.message) for skip in skipped],
        }
        unfinished = self.folder / f"{ABOUT}.ny"
        unfinished.write_bytes(_line(about))
        unfinished.replace(self.folder / ABOUT)

    def _block(self, block: Block) -> int:
        """The number of the block's text, written the first time that it is seen."""
        key = (block.text, block.placeholders)
        number = self._paragraphs.setdefault(key, len(self._paragraphs))
        if number == len(self._gathered):
            self._gathered.append(_Gathered(skeleton(block.text, block.placeholders)))
            self._write(TEXTS, [block.text, block.placeholders])
        self._gathered[number].templates.append(self.count)
        self._gathered[number].blocks.append(block.number)
        return number

    def _placed(self, finding: Finding, blocks: Mapping[int, int]) -> tuple[int, int | None]:
        number = self._finding(finding)
        if finding.block is not None and finding.span is not None:
            self._gathered[blocks[finding.block]].findings.add(number)
        return number, finding.block

    def _suppressed(self, report: Report) -> list[tuple[int, int | None, str, str]]:
        return [
            (self._finding(entry.finding), entry.finding.block, entry.reason, entry.source)
            for entry in report.suppressed
        ]

    def _finding(self, finding: Finding) -> int:
        """The number of the finding but for its block, written the first time that it is seen."""
        line = _line({"block": None, **plain(replace(finding, block=None))})
        key = hashlib.blake2b(line, digest_size=16).digest()
        if key not in self._findings:
            self._findings[key] = len(self._findings)
            self._files[FINDINGS].write(line)
        return self._findings[key]

    def _write(self, name: str, row: object) -> None:
        self._files[name].write(_line(row))


def _frame(block: Block) -> tuple[Any, ...]:
    return (block.kind.value, block.part, block.headings, block.style, block.latent)


def _line(row: object) -> bytes:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
