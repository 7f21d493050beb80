"""What the templates of a library add up to, by side, category and folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from traek.audit.template import Template
from traek.model import Side, SideProfile

LEAST_WORDS = 100
"""What a very short template counts as, so that one finding in ten words does not lead the list."""


@dataclass(frozen=True, slots=True)
class Sum:
    """Some templates in numbers."""

    templates: int
    words: int
    escalates: int
    deescalates: int
    burden: int

    @property
    def density(self) -> float:
        """The burden on each 1,000 words, where a few words count as `LEAST_WORDS`."""
        return 1000 * self.burden / max(self.words, LEAST_WORDS)


def pressure(template: Template) -> float:
    """The burden on each 1,000 words, where a very short template counts as `LEAST_WORDS`."""
    return 1000 * template.burden / max(template.words, LEAST_WORDS)


def heaviest_first(templates: Iterable[Template]) -> list[Template]:
    """The templates with the most tryk for their length first."""
    return sorted(templates, key=lambda t: (-pressure(t), -t.burden, t.path))


def total(templates: Iterable[Template]) -> Sum:
    """All the templates as one."""
    each = list(templates)
    return Sum(
        templates=len(each),
        words=sum(t.words for t in each),
        escalates=sum(t.escalates for t in each),
        deescalates=sum(t.deescalates for t in each),
        burden=sum(t.burden for t in each),
    )


def profile_of(templates: Sequence[Template]) -> dict[Side, SideProfile]:
    """The Firkant of all the templates; a side is filled where all of them have it."""
    return {
        side: SideProfile(
            filled=all(t.profile[side].filled for t in templates),
            escalates=sum(t.profile[side].escalates for t in templates),
            deescalates=sum(t.profile[side].deescalates for t in templates),
        )
        for side in Side
    }


def filled_shares(templates: Sequence[Template]) -> dict[Side, float]:
    """For each side the share of templates that have it filled."""
    number = max(1, len(templates))
    return {side: sum(t.profile[side].filled for t in templates) / number for side in Side}


def by_category(templates: Iterable[Template]) -> list[tuple[str, int]]:
    """Categories with their number of findings, those with most first."""
    counts: Counter[str] = Counter()
    for template in templates:
        counts.update(template.categories)
    return sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))


def by_folder(templates: Iterable[Template]) -> list[tuple[str, list[Template]]]:
    """Folders with their templates, those with most tryk for their length first."""
    folders: dict[str, list[Template]] = {}
    for template in templates:
        folders.setdefault(template.folder, []).append(template)
    return sorted(folders.items(), key=lambda entry: (-total(entry[1]).density, entry[0]))
