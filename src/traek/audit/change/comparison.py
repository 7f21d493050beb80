"""What became of each template and each folder between two audits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from traek.audit.library import Library
from traek.audit.numbers import Sum, total
from traek.audit.template import Template
from traek.masking import masked_report
from traek.model import Effect, Finding, Report


class State(StrEnum):
    """What became of a template, in Danish, in the order in which they are shown."""

    HEAVIER = "tungere"
    LIGHTER = "lettere"
    NEW = "ny"
    GONE = "væk"
    SAME = "uændret"

    def counted(self, count: int) -> str:
        """So many templates that it became of: »1 ny«, »2.000 uændrede«, »ingen væk«."""
        one = count == 1 or self in {State.HEAVIER, State.LIGHTER, State.GONE}
        told = self.value if one else {State.NEW: "nye", State.SAME: "uændrede"}[self]
        return f"{f'{count:,}'.replace(',', '.') if count else 'ingen'} {told}"


@dataclass(frozen=True, slots=True)
class TemplateChange:
    """A template before and after; one of them is None where it is new or gone.

    `solved` and `added` are quotes of tryk that is gone or has come, names covered. `moved` tells
    that it had another path before.
    """

    before: Template | None
    after: Template | None
    solved: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    moved: bool = False

    @property
    def path(self) -> str:
        """Where it stands, or stood."""
        shown = self.after or self.before
        return shown.path if shown else ""

    @property
    def delta(self) -> int:
        """How much heavier its tryk has become in all; lighter is below 0."""
        if self.before is None or self.after is None:
            return 0
        return self.after.burden - self.before.burden

    @property
    def state(self) -> State:
        """What became of it; calm words more or fewer make it neither heavier nor lighter."""
        if self.before is None:
            return State.NEW
        if self.after is None:
            return State.GONE
        if not self.delta:
            return State.SAME
        return State.HEAVIER if self.delta > 0 else State.LIGHTER


@dataclass(frozen=True, slots=True)
class Shift:
    """A folder, or all of a library, before and after."""

    name: str
    before: Sum
    after: Sum


@dataclass(frozen=True, slots=True)
class Change:
    """Two audits held beside each other."""

    templates: tuple[TemplateChange, ...]
    folders: tuple[Shift, ...]
    whole: Shift
    same_rules: bool

    def of(self, state: State) -> list[TemplateChange]:
        """The templates that this became of, the greatest change first."""
        found = [each for each in self.templates if each.state is state]
        return sorted(found, key=lambda each: (-abs(each.delta), each.path))


def compared(before: Library, after: Library) -> Change:
    """What became of the templates of `before`, and which are new in `after`.

    Templates are known by their path, and those that have moved by their content.
    """
    pairs = list(_pairs(before, after))
    old, new = _reports(before, pairs, 0), _reports(after, pairs, 1)
    changes = [_change(one, other, old, new) for one, other in pairs]
    whole = Shift("", total(before.templates), total(after.templates))
    same = (before.versions, before.rules) == (after.versions, after.rules)
    return Change(tuple(changes), tuple(_folders(before, after)), whole, same)


def _pairs(before: Library, after: Library) -> Iterator[tuple[Template | None, Template | None]]:
    """Each template with itself, in the order of `after`, then those that are gone."""
    by_path = {template.path: template for template in before.templates}
    now = {template.path for template in after.templates}
    by_digest = {t.digest: t for t in before.templates if t.path not in now and t.digest}
    paired: set[str] = set()
    for template in after.templates:
        same = by_path.get(template.path)
        if same is None:
            same = by_digest.pop(template.digest, None)
        if same is not None:
            paired.add(same.path)
        yield same, template
    for template in before.templates:
        if template.path not in paired:
            yield template, None


def _reports(
    library: Library, pairs: Iterable[tuple[Template | None, Template | None]], side: int
) -> dict[str, Report]:
    """The reports on the templates that both have and that have changed, by path."""
    wanted = {
        pair[side].path  # type: ignore[union-attr]  # both are there
        for pair in pairs
        if pair[0] is not None and pair[1] is not None and _differs(pair[0], pair[1])
    }
    return {t.path: masked_report(r) for t, r in library.reports() if t.path in wanted}


def _differs(one: Template, other: Template) -> bool:
    return (one.digest, one.burden, one.escalates) != (other.digest, other.burden, other.escalates)


def _change(
    one: Template | None, other: Template | None, old: dict[str, Report], new: dict[str, Report]
) -> TemplateChange:
    if one is None or other is None:
        return TemplateChange(one, other)
    moved = one.path != other.path
    if one.path not in old or other.path not in new:
        return TemplateChange(one, other, moved=moved)
    was, now = _tryk(old[one.path]), _tryk(new[other.path])
    return TemplateChange(one, other, _without(was, now), _without(now, was), moved)


def _tryk(report: Report) -> list[Finding]:
    return [f for f in report.findings if f.effect is Effect.ESCALATES and f.protection is None]


def _without(findings: Iterable[Finding], others: Iterable[Finding]) -> tuple[str, ...]:
    """What is said in `findings` and not in `others`, each as many times as that."""
    left = Counter(finding.fingerprint for finding in others)
    found = []
    for finding in findings:
        if left[finding.fingerprint] > 0:
            left[finding.fingerprint] -= 1
        else:
            found.append(finding.quote or finding.title)
    return tuple(found)


def _folders(before: Library, after: Library) -> Iterator[Shift]:
    names = sorted({t.folder for t in (*before.templates, *after.templates)})
    for name in names:
        yield Shift(
            name,
            total(t for t in before.templates if t.folder == name),
            total(t for t in after.templates if t.folder == name),
        )
