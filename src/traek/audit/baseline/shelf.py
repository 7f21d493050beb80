"""A library as it looks with what is known set apart."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from traek.audit.baseline.entries import Baseline, Entry
from traek.audit.baseline.ledger import Ledger, counts
from traek.audit.library import Library
from traek.audit.template import Template, template_of
from traek.model import Report


def with_baseline(library: Library, baseline: Baseline) -> tuple[Library, tuple[Entry, ...]]:
    """The library, counted anew without what is known; and the entries that say more than there is."""
    ledger = Ledger(baseline)
    taken: list[Counter[str]] = []
    templates: list[Template] = []
    new: set[str] = set()
    for template, report in library.reports():
        known = ledger.take(report)
        settled = ledger.let_stand(report, known) if known else report
        taken.append(known)
        new.update(f.fingerprint for f in settled.findings if counts(f))
        templates.append(_counted(template, settled) if known else template)
    numbers = {template.path: number for number, template in enumerate(library.templates)}

    def settle(report: Report) -> Report:
        known = taken[numbers[report.document.path]]
        return ledger.let_stand(report, known) if known else report

    def is_left(number: int) -> bool:
        """Whether a finding is not one that is known wherever it stands."""
        finding = library.findings[number]
        return not counts(finding) or finding.fingerprint in new

    settled_library = replace(
        library,
        templates=tuple(templates),
        paragraphs=library.paragraphs.only(is_left),
        settle=settle,
        settled=[ledger.sign_of(known) for known in taken],
    )
    return settled_library, ledger.unused


def _counted(template: Template, report: Report) -> Template:
    return template_of(report, template.digest, template.size, template.settings)
