"""A template of a library in numbers, and how a report comes to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from traek.model import Effect, Genre, Readability, Report, Side, SideProfile, Situation


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
