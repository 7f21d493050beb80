"""Paragraphs with tryk that stand in many templates: decide once, and all of them are mended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from traek.audit.library import Library
from traek.audit.paragraphs import Paragraph


@dataclass(frozen=True, slots=True)
class Repeated:
    """A distinct paragraph, the numbers of the tryk in it, and how much of the library it weighs on.

    `alike` are the other paragraphs with tryk that differ in numbers or a few words only.
    """

    paragraph: Paragraph
    tryk: tuple[int, ...]
    templates: int
    burden: int
    alike: tuple[Paragraph, ...] = ()


def repeated(library: Library, *, least: int = 2) -> list[Repeated]:
    """Paragraphs with tryk in at least `least` templates, those that weigh most first."""
    groups: dict[int, list[Repeated]] = defaultdict(list)
    for at in range(len(library.paragraphs)):
        found = library.tryk_among(library.paragraphs.findings_of(at))
        if found:
            paragraph = library.paragraphs[at]
            count = paragraph.template_count
            burden = count * sum(mark.weight for _, mark in found)
            each = Repeated(paragraph, tuple(number for number, _ in found), count, burden)
            groups[paragraph.group].append(each)
    wanted = [
        _leader(group) for group in groups.values() if sum(e.templates for e in group) >= least
    ]
    return sorted(wanted, key=lambda each: (-each.burden, each.paragraph.number))


def _leader(group: Sequence[Repeated]) -> Repeated:
    """The paragraph that stands in most templates, with the others as alike."""
    if len(group) == 1:
        return group[0]
    first, *others = sorted(group, key=lambda each: (-each.templates, each.paragraph.number))
    alike = tuple(each.paragraph for each in others)
    return Repeated(first.paragraph, first.tryk, first.templates, first.burden, alike)
