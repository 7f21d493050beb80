"""What an audit of a library of templates came to, kept in a folder and read from it.

The folder holds text, and only what the user asked for: `about.json` (versions, errors, skipped),
`files.jsonl` (a line for each template), `texts.jsonl` and `paragraphs.jsonl` (a line for each
distinct paragraph), `worked.jsonl` (the same, what depends on its text alone), `findings.jsonl`
and `marks.jsonl` (a line for each distinct finding, and what sums need of it). Lines refer to each
other by number, from 0. No time of day is in any of them, so equal libraries give equal files.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from traek.audit.held import Findings, Marks, Sentences, Texts
from traek.audit.lines import lines_of
from traek.audit.marks import Mark
from traek.audit.paragraphs import Paragraph, Paragraphs
from traek.audit.plain import value_of
from traek.audit.template import Template
from traek.errors import SettingsError
from traek.model import (
    Block,
    BlockKind,
    Document,
    Finding,
    ReadError,
    Report,
    Suppressed,
)

FORMAT = 2
ABOUT, FILES, TEXTS, PARAGRAPHS = "about.json", "files.jsonl", "texts.jsonl", "paragraphs.jsonl"
FINDINGS, MARKS, WORKED = "findings.jsonl", "marks.jsonl", "worked.jsonl"
BLOCK, FINDING = 3, 2
"""How many numbers of a template's row tell of a block (text, number, frame), and of a finding
(number, block)."""


@dataclass(frozen=True, slots=True)
class Library:
    """An audit of a library of templates, read from its folder.

    `root` is where the templates were, as the user wrote it. `versions` name engine, grammar and
    rules. `findings` are the distinct ones, without the block that they stand in; a template's
    own findings are in its report. `settle` has the last word on every report, where it is there, and
    `settled` tells by a sign for each template what that word depends on.
    """

    folder: Path
    root: str
    versions: Mapping[str, str]
    rules: int
    templates: tuple[Template, ...]
    paragraphs: Paragraphs
    findings: Findings
    marks: Marks
    errors: tuple[ReadError, ...]
    skipped: tuple[ReadError, ...]
    _starts: array[int] = field(repr=False, compare=False)
    _sentences: Sentences = field(repr=False, compare=False)
    settle: Callable[[Report], Report] | None = field(default=None, repr=False, compare=False)
    settled: Sequence[str] = field(default=(), repr=False, compare=False)

    @classmethod
    def open(cls, folder: Path) -> Library:
        """The library kept in `folder`.

        Raises:
            SettingsError: no audit is kept there, or one of another version.
        """
        about = about_in(folder)
        if about is None:
            raise SettingsError(_no_report(folder))
        templates, starts = [], array("Q")
        for start, row in lines_of(folder / FILES):
            starts.append(start)
            templates.append(value_of(Template, row["template"]))
        return cls(
            folder=folder,
            root=about["root"],
            versions=about["versions"],
            rules=about["rules"],
            templates=tuple(templates),
            paragraphs=Paragraphs.read(folder / PARAGRAPHS, Texts(folder / TEXTS)),
            findings=Findings(folder / FINDINGS),
            marks=Marks(folder / MARKS),
            errors=tuple(ReadError(*entry) for entry in about["errors"]),
            skipped=tuple(ReadError(*entry) for entry in about["skipped"]),
            _starts=starts,
            _sentences=Sentences(folder / WORKED),
        )

    def report(self, template: Template) -> Report:
        """The whole report on a template of this library."""
        return self.numbered(self.templates.index(template))

    def numbered(self, number: int) -> Report:
        """The whole report on the template with this number."""
        with (self.folder / FILES).open("rb") as file:
            file.seek(self._starts[number])
            return self._report(json.loads(file.readline()))

    def reports(self) -> Iterator[tuple[Template, Report]]:
        """Each template with the whole report on it, one at a time."""
        for template, (_, row) in zip(self.templates, lines_of(self.folder / FILES), strict=True):
            yield template, self._report(row)

    def findings_in(self, paragraph: Paragraph) -> tuple[Finding, ...]:
        """The distinct findings in a paragraph, wherever it stands."""
        return tuple(self.findings[number] for number in paragraph.findings)

    def tryk_in(self, paragraph: Paragraph) -> list[tuple[int, Mark]]:
        """The tryk in a paragraph that nothing protects, in reading order, each rule once a place.

        Each is the number of a finding, and its mark.
        """
        return self.tryk_among(paragraph.findings)

    def tryk_among(self, findings: Iterable[int]) -> list[tuple[int, Mark]]:
        """The same of the findings with these numbers, which stand in one paragraph."""
        found: dict[tuple[int, int, str], tuple[int, Mark]] = {}
        for number in findings:
            if self.marks.weights[number]:
                mark = self.marks.of(number)
                found.setdefault(mark[1:], (number, mark))
        return [found[place] for place in sorted(found)]

    def sentences_of(self, number: int) -> list[tuple[int, int]]:
        """Where the sentences of the paragraph with this number start and end."""
        return self._sentences[number]

    def _report(self, row: Mapping[str, Any]) -> Report:
        template = value_of(Template, row["template"])
        report = Report(
            document=Document(
                template.path,
                tuple(self._block(entry, row["frames"]) for entry in _by(BLOCK, row["blocks"])),
                tuple(row["warnings"]),
            ),
            situation=template.situation,
            situation_reason=row["situation_reason"],
            words=template.words,
            findings=tuple(self._finding(*entry) for entry in _by(FINDING, row["findings"])),
            profile=template.profile,
            grammar=row["grammar"],
            genre=template.genre,
            readability=template.readability,
            suppressed=tuple(
                Suppressed(self._finding(number, block), reason, source)
                for number, block, reason, source in row["suppressed"]
            ),
            doubted=row.get("doubted", 0),
        )
        return report if self.settle is None else self.settle(report)

    def _finding(self, number: int, block: int | None) -> Finding:
        return replace(self.findings[number], block=block)

    def _block(self, entry: Sequence[int], frames: list[Any]) -> Block:
        paragraph, number, frame = entry
        kind, part, headings, style, latent = frames[frame]
        text, gaps = self.paragraphs.texts[paragraph]
        place = (BlockKind(kind), part, tuple(headings), style)
        return Block(text, number, *place, placeholders=gaps, latent=latent)


def about_in(folder: Path) -> dict[str, Any] | None:
    """What a finished audit in `folder` says of itself, or None where there is none of this format."""
    try:
        about = json.loads((folder / ABOUT).read_bytes())
    except (OSError, ValueError):
        return None
    return about if isinstance(about, dict) and about.get("format") == FORMAT else None


def _no_report(folder: Path) -> str:
    if (folder / ABOUT).exists():
        return (
            f"Rapporten i {folder} er lavet med en anden udgave af traek og kan ikke læses af denne. "
            "Kør traek audit på skabelonerne igen."
        )
    return f"Der er ingen rapport fra traek audit i {folder}. Angiv mappen fra »--out«."


def _by(size: int, row: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    """The entries of a row that is written flat, so many numbers each."""
    left = iter(row)
    return zip(*[left] * size, strict=True)
