"""Paragraphs with tryk that stand in many templates: decide once, and all of them are mended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from traek.audit.library import Library, Paragraph
from traek.model import Finding


@dataclass(frozen=True, slots=True)
class Repeated:
    """A distinct paragraph, the tryk in it, and how much of the library it weighs on.

    `alike` are the other paragraphs with tryk that differ in numbers or a few words only.
    """

    paragraph: Paragraph
    findings: tuple[Finding, ...]
    alike: tuple[Paragraph, ...] = ()

    @property
    def burden(self) -> int:
        """The weights of the tryk, in every template that the paragraph stands in."""
        return sum(f.weight for f in self.findings) * self.paragraph.template_count


def repeated(library: Library, *, least: int = 2) -> list[Repeated]:
    """Paragraphs with tryk in at least `least` templates, those that weigh most first."""
    found = [Repeated(p, tryk_in(library, p)) for p in library.paragraphs if p.findings]
    groups: dict[int, list[Repeated]] = defaultdict(list)
    for each in found:
        if each.findings:
            groups[each.paragraph.group].append(each)
    leaders = [_leader(group) for group in groups.values()]
    wanted = [each for each in leaders if _templates(each) >= least]
    return sorted(wanted, key=lambda each: (-each.burden, each.paragraph.number))


def tryk_in(library: Library, paragraph: Paragraph) -> tuple[Finding, ...]:
    """The tryk in a paragraph that nothing protects, in reading order, each rule once a span."""
    counted: dict[tuple[object, ...], Finding] = {}
    for finding in library.tryk_in(paragraph):
        if finding.protection is None:
            counted.setdefault((finding.span, finding.rule), finding)
    return tuple(sorted(counted.values(), key=lambda f: (f.span or (0, 0), f.rule)))


def _leader(group: Sequence[Repeated]) -> Repeated:
    """The paragraph that stands in most templates, with the others as alike."""
    first, *others = sorted(
        group, key=lambda each: (-each.paragraph.template_count, each.paragraph.number)
    )
    return Repeated(first.paragraph, first.findings, tuple(each.paragraph for each in others))


def _templates(each: Repeated) -> int:
    return each.paragraph.template_count + sum(p.template_count for p in each.alike)
