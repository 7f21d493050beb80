"""What an audit of a library of templates came to, kept in a folder and read from it.

The folder holds text, and only what the user asked for: `about.json` (versions, errors, skipped),
`files.jsonl` (a line for each template), `texts.jsonl` and `paragraphs.jsonl` (a line for each
distinct paragraph), `worked.jsonl` (the same, what depends on its text alone) and `findings.jsonl`
(a line for each distinct finding). Lines refer to each other by number, from 0. No time of day is
in any of them, so equal libraries give equal files.
"""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple, overload

from traek.audit.plain import value_of
from traek.audit.sentences import spans_of
from traek.errors import SettingsError
from traek.model import (
    Block,
    BlockKind,
    Document,
    Effect,
    Finding,
    Genre,
    Readability,
    ReadError,
    Report,
    Side,
    SideProfile,
    Situation,
    Span,
    Suppressed,
)

FORMAT = 1
ABOUT, FILES, TEXTS, PARAGRAPHS, FINDINGS, WORKED = (
    "about.json",
    "files.jsonl",
    "texts.jsonl",
    "paragraphs.jsonl",
    "findings.jsonl",
    "worked.jsonl",
)


class Place(NamedTuple):
    """One place where a paragraph stands: which template of the library, and which block of it."""

    template: int
    block: int


@dataclass(frozen=True, slots=True)
class Template:
    """One template of a library, in numbers.

    `path` leads to it from the library's root, with »/« between folders; `folder` is all but the
    last part. Counts leave out what is protected or suppressed, which have counts of their own.
    `burden` is the sum of the weights of its tryk, `heaviest` the weight of the heaviest.
    `missing` are the rules that found that something is not there. `settings` tells by a digest
    which settings held.
    """

    path: str
    digest: str
    size: int
    settings: str
    words: int
    situation: Situation
    genre: Genre | None
    profile: Mapping[Side, SideProfile]
    readability: Readability | None
    escalates: int = 0
    deescalates: int = 0
    protected: int = 0
    suppressed: int = 0
    burden: int = 0
    heaviest: int = 0
    categories: Mapping[str, int] = field(default_factory=dict)
    missing: tuple[str, ...] = ()

    @property
    def folder(self) -> str:
        """The folder of the template, as a path from the library's root; empty for the root."""
        return self.path.rpartition("/")[0]

    @property
    def density(self) -> float:
        """The burden on each 1,000 words, to compare templates of different lengths by."""
        return 1000 * self.burden / self.words if self.words else 0.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A distinct paragraph of a library.

    `group` is the number of the first paragraph that is the same but for numbers, placeholders
    and a few words; a paragraph of its own is its own group. `findings` are numbers in the
    library's `findings`. `in_templates` and `in_blocks` run in parallel and are its places.
    """

    number: int
    text: str
    placeholders: tuple[Span, ...]
    group: int
    findings: tuple[int, ...]
    in_templates: array[int]
    in_blocks: array[int]

    @property
    def places(self) -> Iterator[Place]:
        """Where the paragraph stands, in reading order of the library."""
        return map(Place, self.in_templates, self.in_blocks)

    @property
    def template_count(self) -> int:
        """The number of templates that it stands in."""
        return len(set(self.in_templates))


@dataclass(frozen=True, slots=True)
class Library:
    """An audit of a library of templates, read from its folder.

    `root` is where the templates were, as the user wrote it. `versions` name engine, grammar and
    rules. `findings` are the distinct ones, without the block that they stand in; a template's
    own findings are in its report. `settle` has the last word on every report, where it is there.
    """

    folder: Path
    root: str
    versions: Mapping[str, str]
    rules: int
    templates: tuple[Template, ...]
    paragraphs: tuple[Paragraph, ...]
    findings: Sequence[Finding]
    errors: tuple[ReadError, ...]
    skipped: tuple[ReadError, ...]
    _starts: tuple[int, ...] = field(repr=False, compare=False)
    settle: Callable[[Report], Report] | None = field(default=None, repr=False, compare=False)
    _worked: Sequence[bytes] = field(default=(), repr=False, compare=False)

    @classmethod
    def open(cls, folder: Path) -> Library:
        """The library kept in `folder`.

        Raises:
            SettingsError: no audit is kept there, or one of another version.
        """
        about = about_in(folder)
        if about is None:
            raise SettingsError(
                f"Der er ingen rapport fra traek audit i {folder}. Angiv mappen fra »--out«."
            )
        templates, starts = [], []
        for start, row in lines_of(folder / FILES):
            starts.append(start)
            templates.append(value_of(Template, row["template"]))
        return cls(
            folder=folder,
            root=about["root"],
            versions=about["versions"],
            rules=about["rules"],
            templates=tuple(templates),
            paragraphs=tuple(_paragraphs(folder)),
            findings=_Findings((folder / FINDINGS).read_bytes().splitlines()),
            errors=tuple(ReadError(*entry) for entry in about["errors"]),
            skipped=tuple(ReadError(*entry) for entry in about["skipped"]),
            _starts=tuple(starts),
            _worked=_lines(folder / WORKED),
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

    def tryk_in(self, paragraph: Paragraph) -> Iterator[Finding]:
        """Those of the findings in a paragraph that escalate; only they are read."""
        for number in paragraph.findings:
            if not isinstance(self.findings, _Findings) or self.findings.is_tryk(number):
                finding = self.findings[number]
                if finding.effect is Effect.ESCALATES:
                    yield finding

    def sentences_in(self, paragraph: Paragraph) -> list[Span]:
        """Where the sentences of a paragraph stand."""
        if len(self._worked) != len(self.paragraphs):
            return spans_of(paragraph.text, paragraph.placeholders)
        return [Span(*span) for span in json.loads(self._worked[paragraph.number])[0]]

    def _report(self, row: Mapping[str, Any]) -> Report:
        template = value_of(Template, row["template"])
        report = Report(
            document=Document(
                template.path,
                tuple(self._block(entry, row["frames"]) for entry in row["blocks"]),
                tuple(row["warnings"]),
            ),
            situation=template.situation,
            situation_reason=row["situation_reason"],
            words=template.words,
            findings=tuple(self._finding(*entry) for entry in row["findings"]),
            profile=template.profile,
            grammar=row["grammar"],
            genre=template.genre,
            readability=template.readability,
            suppressed=tuple(
                Suppressed(self._finding(number, block), reason, source)
                for number, block, reason, source in row["suppressed"]
            ),
        )
        return report if self.settle is None else self.settle(report)

    def _finding(self, number: int, block: int | None) -> Finding:
        return replace(self.findings[number], block=block)

    def _block(self, entry: tuple[int, int, int], frames: list[Any]) -> Block:
        paragraph, number, frame = entry
        kind, part, headings, style, latent = frames[frame]
        text, gaps = self.paragraphs[paragraph].text, self.paragraphs[paragraph].placeholders
        place = (BlockKind(kind), part, tuple(headings), style)
        return Block(text, number, *place, placeholders=gaps, latent=latent)


_TRYK = f'"effect":"{Effect.ESCALATES.value}"'.encode()


class _Findings(Sequence[Finding]):
    """Findings that are read when somebody asks for one; most are never asked for."""

    def __init__(self, lines: list[bytes]) -> None:
        self._lines = lines
        self._read: dict[int, Finding] = {}

    @overload
    def __getitem__(self, number: int) -> Finding: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Finding]: ...
    def __getitem__(self, number: int | slice) -> Finding | Sequence[Finding]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        if number not in self._read:
            self._read[number] = value_of(Finding, json.loads(self._lines[number]))
        return self._read[number]

    def __len__(self) -> int:
        return len(self._lines)

    def is_tryk(self, number: int) -> bool:
        """Whether a finding escalates, told without reading it: quotes in a text are escaped."""
        return _TRYK in self._lines[number]


def template_of(report: Report, digest: str, size: int, settings: str) -> Template:
    """The template that a report is on, in numbers."""
    counted = [finding for finding in report.findings if finding.protection is None]
    weights = [finding.weight for finding in counted if finding.effect is Effect.ESCALATES]
    return Template(
        path=report.document.path,
        digest=digest,
        size=size,
        settings=settings,
        words=report.words,
        situation=report.situation,
        genre=report.genre,
        profile=report.profile,
        readability=report.readability,
        escalates=len(weights),
        deescalates=len(counted) - len(weights),
        protected=len(report.findings) - len(counted),
        suppressed=len(report.suppressed),
        burden=sum(weights),
        heaviest=max(weights, default=0),
        categories=dict(sorted(Counter(finding.category for finding in counted).items())),
        missing=tuple(finding.rule for finding in counted if finding.span is None),
    )


def about_in(folder: Path) -> dict[str, Any] | None:
    """What a finished audit in `folder` says of itself, or None where there is none of this format."""
    try:
        about = json.loads((folder / ABOUT).read_bytes())
    except (OSError, ValueError):
        return None
    return about if isinstance(about, dict) and about.get("format") == FORMAT else None


def lines_of(file: Path) -> Iterator[tuple[int, Any]]:
    """Each whole line of a file of JSON lines, with where it starts; a line cut short ends it."""
    start = 0
    with file.open("rb") as lines:
        for line in lines:
            if not line.endswith(b"\n"):
                return
            yield start, json.loads(line)
            start += len(line)


def _lines(file: Path) -> list[bytes]:
    """The lines of a file; none where it is not there, as in a report of an older version."""
    return file.read_bytes().splitlines() if file.exists() else []


def _paragraphs(folder: Path) -> Iterator[Paragraph]:
    rows = zip(lines_of(folder / TEXTS), lines_of(folder / PARAGRAPHS), strict=True)
    for number, ((_, (text, gaps)), (_, row)) in enumerate(rows):
        yield Paragraph(
            number=number,
            text=text,
            placeholders=tuple(Span(*gap) for gap in gaps),
            group=row["group"],
            findings=tuple(row["findings"]),
            in_templates=array("L", row["templates"]),
            in_blocks=array("L", row["blocks"]),
        )
