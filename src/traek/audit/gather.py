"""Reports gathered in a folder as they come, each distinct paragraph and finding once.

Lines are written as soon as they are known and only refer backwards, so a run that is stopped
leaves what it had done. What grows in memory is a digest of what is distinct, and a few bytes for
each block and each finding.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any, Protocol, Self

from traek.audit.examined import Examined
from traek.audit.library import (
    ABOUT,
    BLOCK,
    FILES,
    FINDING,
    FINDINGS,
    FORMAT,
    MARKS,
    PARAGRAPHS,
    TEXTS,
    WORKED,
)
from traek.audit.lines import line_of, rows_of, whole_lines
from traek.audit.marks import mark_of
from traek.audit.plain import plain
from traek.audit.sentences import spans_of
from traek.audit.similar import Sketch, near_groups, skeleton, sketch_of
from traek.audit.standing import Renumbered, Standing
from traek.audit.template import template_of
from traek.model import Block, Finding, ReadError, Report, Span

_NO_MARK = line_of(None)


class Source(Protocol):
    """The texts and findings that the rows of an earlier audit refer to by number."""

    def text(self, number: int) -> tuple[bytes, bytes | None]:
        """A text as it was written, and what was worked out of it alone, where it was."""
        ...

    def finding(self, number: int) -> tuple[bytes, bytes]:
        """A finding as it was written, and its mark."""
        ...


@dataclass(slots=True)
class _Table:
    """What the numbers of a source are called here."""

    source: Source
    texts: Renumbered = field(default_factory=Renumbered)
    findings: Renumbered = field(default_factory=Renumbered)


class Gatherer:
    """Writes a library to `folder`, template by template, in the order in which they are added.

    Nothing is a library before `finish` has been called.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.count = 0
        self._errors: list[ReadError] = []
        self._texts: dict[bytes, int] = {}
        self._standing = Standing()
        self._findings: dict[bytes, int] = {}
        self._placed = bytearray()
        self._tables: dict[int, _Table] = {}
        self._open = ExitStack()
        self._files: dict[str, IO[bytes]] = {}

    def __enter__(self) -> Self:
        self.folder.mkdir(parents=True, exist_ok=True)
        self._files = {
            name: self._open.enter_context((self.folder / name).open("wb"))
            for name in (FILES, TEXTS, WORKED, FINDINGS, MARKS)
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
        blocks = report.document.blocks
        texts = [self._text(block) for block in blocks]
        frames: dict[tuple[Any, ...], int] = {}
        framed = [frames.setdefault(_frame(block), len(frames)) for block in blocks]
        found = [(self._finding(each), each.block) for each in report.findings]
        row = {
            "template": plain(template_of(report, letter.digest, letter.size, settings)),
            "situation_reason": report.situation_reason,
            "grammar": report.grammar,
            "warnings": list(report.document.warnings),
            "blocks": _flat(zip(texts, (b.number for b in blocks), framed, strict=True)),
            "findings": _flat(found),
            "suppressed": self._suppressed(report),
            "doubted": report.doubted,
            "frames": list(frames),
        }
        self._stand(row["blocks"], row["findings"])
        self._close_row(line_of(row))
        for file in (self._files[name] for name in (WORKED, TEXTS, MARKS, FINDINGS, FILES)):
            file.flush()  # what a row refers to before the row itself

    def add_kept(self, line: bytes, source: Source) -> None:
        """Take in a template as an earlier audit wrote it; the numbers in the line are the source's."""
        row = json.loads(line)
        table = self._tables.setdefault(id(source), _Table(source))
        blocks, findings = row["blocks"], row["findings"]
        texts, found = blocks[::BLOCK], findings[::FINDING]
        blocks[::BLOCK] = [self._text_again(number, table) for number in texts]
        findings[::FINDING] = [self._finding_again(number, table) for number in found]
        same = blocks[::BLOCK] == texts and findings[::FINDING] == found
        for entry in row["suppressed"]:
            known = self._finding_again(entry[0], table)
            same = same and known == entry[0]
            entry[0] = known
        self._stand(blocks, findings)
        self._close_row(line if same else line_of(row))

    def finish(
        self,
        root: str,
        versions: Mapping[str, str],
        rules: int,
        errors: Sequence[ReadError] = (),
        skipped: Sequence[ReadError] = (),
    ) -> None:
        """Find what is near-identical, and make what was added a library."""
        self._open.close()
        self._findings.clear()
        count = len(self._texts)
        self._texts.clear()
        worked = rows_of(whole_lines(self.folder / WORKED))
        groups = near_groups(Sketch(*sketch) for _, *sketch in worked)
        with (self.folder / PARAGRAPHS).open("wb") as file:
            for each, group in zip(self._standing.by_paragraph(count), groups, strict=True):
                row = str([group, *each])  # as JSON writes it, but faster
                file.write(row.replace(" ", "").encode() + b"\n")
        about = {
            "format": FORMAT,
            "root": root,
            "versions": dict(sorted(versions.items())),
            "rules": rules,
            "errors": [(e.path, e.message) for e in (*errors, *self._errors)],
            "skipped": [(skip.path, skip.message) for skip in skipped],
        }
        unfinished = self.folder / f"{ABOUT}.ny"
        unfinished.write_bytes(line_of(about))
        unfinished.replace(self.folder / ABOUT)

    def _stand(self, blocks: Sequence[int], findings: Sequence[int | None]) -> None:
        """Note where the texts stand in the template at hand, and which findings are in them."""
        texts, numbers = blocks[::BLOCK], blocks[1::BLOCK]
        places = dict(zip(numbers, texts, strict=True))
        found = [
            (places[stands], number)
            for number, stands in zip(findings[::FINDING], findings[1::FINDING], strict=True)
            if stands is not None and number is not None and self._placed[number]
        ]
        self._standing.add(texts, numbers, found)

    def _close_row(self, line: bytes) -> None:
        self._files[FILES].write(line)
        self.count += 1

    def _text(self, block: Block) -> int:
        line = line_of([block.text, block.placeholders])
        key = _sign(line)
        known = self._texts.get(key)
        if known is None:
            return self._new_text(key, line, _worked(block.text, block.placeholders))
        return known

    def _new_text(self, key: bytes, line: bytes, worked: bytes) -> int:
        """The number of a text, which is written here, for it is seen for the first time."""
        self._texts[key] = number = len(self._texts)
        self._files[WORKED].write(worked)
        self._files[TEXTS].write(line)
        return number

    def _text_again(self, number: int, table: _Table) -> int:
        known = table.texts.get(number)
        if known is None:
            line, worked = table.source.text(number)
            key = _sign(line)
            known = self._texts.get(key)
            if known is None:
                known = self._new_text(key, line, worked or _worked(*json.loads(line)))
            table.texts.put(number, known)
        return known

    def _finding_again(self, number: int, table: _Table) -> int:
        known = table.findings.get(number)
        if known is None:
            known = self._line_number(*table.source.finding(number))
            table.findings.put(number, known)
        return known

    def _suppressed(self, report: Report) -> list[tuple[int, int | None, str, str]]:
        return [
            (self._finding(entry.finding), entry.finding.block, entry.reason, entry.source)
            for entry in report.suppressed
        ]

    def _finding(self, finding: Finding) -> int:
        """The number of the finding but for its block, written the first time that it is seen."""
        return self._line_number(
            line_of(plain(replace(finding, block=None))), line_of(mark_of(finding))
        )

    def _line_number(self, line: bytes, mark: bytes) -> int:
        key = _sign(line)
        number = self._findings.get(key)
        if number is None:
            self._findings[key] = number = len(self._findings)
            self._placed.append(mark != _NO_MARK)
            self._files[FINDINGS].write(line)
            self._files[MARKS].write(mark)
        return number


def _sign(line: bytes) -> bytes:
    """What a line is known by, as short as is safe."""
    return hashlib.blake2b(line, digest_size=15).digest()


def _worked(text: str, gaps: Iterable[tuple[int, int]]) -> bytes:
    """What depends on a text alone: where its sentences stand, and what it is compared by."""
    spans = [Span(*gap) for gap in gaps]
    return line_of([_flat(spans_of(text, spans)), *sketch_of(skeleton(text, spans))])


def _flat(entries: Iterable[Iterable[Any]]) -> list[Any]:
    return [part for entry in entries for part in entry]


def _frame(block: Block) -> tuple[Any, ...]:
    return (block.kind.value, block.part, block.headings, block.style, block.latent)
