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
from typing import IO, Any, Protocol, Self

from traek.audit.examined import Examined
from traek.audit.library import (
    ABOUT,
    FILES,
    FINDINGS,
    FORMAT,
    PARAGRAPHS,
    TEXTS,
    WORKED,
    template_of,
)
from traek.audit.plain import plain
from traek.audit.sentences import spans_of
from traek.audit.similar import Sketch, near_groups, skeleton, sketch_of
from traek.model import Block, Finding, ReadError, Report, Span

_PLACED = 2
"""The parts of a finding's entry in a row: its number and its block; one let stand has more."""


class Source(Protocol):
    """The texts and findings that the rows of an earlier audit refer to by number."""

    def text(self, number: int) -> Sequence[Any]:
        """A text and its placeholders."""
        ...

    def worked(self, number: int) -> bytes | None:
        """What was worked out of the text alone, as it was written, where it was."""
        ...

    def finding(self, number: int) -> tuple[bytes, bool]:
        """A finding as it was written, and whether it has a span."""
        ...


@dataclass(slots=True)
class _Table:
    """What the numbers of a source are called here."""

    source: Source
    texts: dict[int, int] = field(default_factory=dict)
    findings: dict[int, tuple[int, bool]] = field(default_factory=dict)


@dataclass(slots=True)
class _Gathered:
    """A distinct paragraph so far."""

    text: str
    gaps: Sequence[tuple[int, int]]
    worked: bytes
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
        self._tables: dict[int, _Table] = {}
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
        self._close_row(_line(row))

    def add_kept(self, line: bytes, source: Source) -> None:
        """Take in a template as an earlier audit wrote it; the numbers in the line are the source's."""
        row = json.loads(line)
        table = self._tables.setdefault(id(source), _Table(source))
        same = True
        for entry in row["blocks"]:
            text = self._text_again(entry[0], table)
            same = same and text == entry[0]
            self._stands(text, entry[1])
            entry[0] = text
        places = {block: text for text, block, _ in row["blocks"]}
        for entry in (*row["findings"], *row["suppressed"]):
            finding, has_span = self._finding_again(entry[0], table)
            same = same and finding == entry[0]
            if has_span and len(entry) == _PLACED and entry[1] is not None:
                self._gathered[places[entry[1]]].findings.add(finding)
            entry[0] = finding
        self._close_row(line if same else _line(row))

    def finish(
        self,
        root: str,
        versions: Mapping[str, str],
        rules: int,
        errors: Sequence[ReadError] = (),
        skipped: Sequence[ReadError] = (),
    ) -> None:
        """Find what is near-identical, and make what was added a library."""
        sketches = [Sketch(*json.loads(paragraph.worked)[1]) for paragraph in self._gathered]
        groups = near_groups(sketches, self._skeleton)
        (self.folder / WORKED).write_bytes(b"".join(each.worked for each in self._gathered))
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

    def _close_row(self, line: bytes) -> None:
        """Write what the row refers to before the row itself."""
        for name in (TEXTS, FINDINGS):
            self._files[name].flush()
        self._files[FILES].write(line)
        self._files[FILES].flush()
        self.count += 1

    def _block(self, block: Block) -> int:
        number = self._text([block.text, block.placeholders])
        self._stands(number, block.number)
        return number

    def _text(self, entry: Sequence[Any], worked: bytes | None = None) -> int:
        """The number of a text with its placeholders, written the first time that it is seen."""
        text, gaps = entry
        key = (text, tuple(map(tuple, gaps)))
        number = self._paragraphs.setdefault(key, len(self._paragraphs))
        if number == len(self._gathered):
            self._gathered.append(_Gathered(text, gaps, worked or _worked(text, gaps)))
            self._files[TEXTS].write(_line(entry))
        return number

    def _skeleton(self, number: int) -> str:
        paragraph = self._gathered[number]
        return skeleton(paragraph.text, paragraph.gaps)

    def _stands(self, text: int, block: int) -> None:
        """Note that the text stands in the template at hand."""
        self._gathered[text].templates.append(self.count)
        self._gathered[text].blocks.append(block)

    def _text_again(self, number: int, table: _Table) -> int:
        if number not in table.texts:
            table.texts[number] = self._text(table.source.text(number), table.source.worked(number))
        return table.texts[number]

    def _finding_again(self, number: int, table: _Table) -> tuple[int, bool]:
        if number not in table.findings:
            line, has_span = table.source.finding(number)
            table.findings[number] = self._line_number(line), has_span
        return table.findings[number]

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
        return self._line_number(_line(plain(replace(finding, block=None))))

    def _line_number(self, line: bytes) -> int:
        key = hashlib.blake2b(line, digest_size=16).digest()
        if key not in self._findings:
            self._findings[key] = len(self._findings)
            self._files[FINDINGS].write(line)
        return self._findings[key]


def _worked(text: str, gaps: Sequence[tuple[int, int]]) -> bytes:
    """What depends on a text alone: where its sentences stand, and what it is compared by."""
    sentences = spans_of(text, [Span(*gap) for gap in gaps])
    return _line([sentences, sketch_of(skeleton(text, gaps))])


def _frame(block: Block) -> tuple[Any, ...]:
    return (block.kind.value, block.part, block.headings, block.style, block.latent)


def _line(row: object) -> bytes:
    text = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    try:
        return text.encode() + b"\n"
    except UnicodeEncodeError:  # a file name that is not UTF-8
        return json.dumps(row, separators=(",", ":")).encode() + b"\n"
