"""The counts over a run, and the line that says that something was read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from traek.model import Effect, Run

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Counts:
    """What a run came to; `passed_by` counts by reason, and `findings` leaves out the protected.

    Passed by is all that was not read: what failed, by its ending, and what was skipped.
    """

    read: int
    failed: int
    skipped: int
    passed_by: Mapping[str, int]
    words: int
    rules: int
    findings: int
    escalates: int
    deescalates: int
    protected: int
    suppressed: int = 0
    doubted: int = 0


def count(run: Run) -> Counts:
    """The counts over `run`."""
    findings = [finding for report in run.reports for finding in report.findings]
    effects = Counter(f.effect for f in findings if f.protection is None)
    reasons = Counter(skipped.message for skipped in run.skipped)
    reasons.update(PurePath(error.path).suffix.lower() or "uden endelse" for error in run.errors)
    return Counts(
        read=len(run.reports),
        failed=len(run.errors),
        skipped=len(run.skipped),
        passed_by=dict(sorted(reasons.items())),
        words=sum(report.words for report in run.reports),
        rules=run.rules,
        findings=effects.total(),
        escalates=effects[Effect.ESCALATES],
        deescalates=effects[Effect.DEESCALATES],
        protected=sum(finding.protection is not None for finding in findings),
        suppressed=sum(len(report.suppressed) for report in run.reports),
        doubted=sum(report.doubted for report in run.reports),
    )


def summary_line(counts: Counts) -> str:
    """The counts as a Danish line: »3 breve læst, 1 sprunget over (1 .doc), 612 ord, …«."""
    parts = [f"{_number(counts.read)} {'brev' if counts.read == 1 else 'breve'} læst"]
    if counts.passed_by:
        reasons = ", ".join(f"{_number(n)} {reason}" for reason, n in counts.passed_by.items())
        parts.append(f"{_number(sum(counts.passed_by.values()))} sprunget over ({reasons})")
    parts.append(f"{_number(counts.words)} ord")
    parts.append(f"{_number(counts.rules)} {'regel' if counts.rules == 1 else 'regler'}")
    found = f"{_number(counts.findings)} fund"
    if counts.findings:
        found += f" ({_number(counts.escalates)} tryk, {_number(counts.deescalates)} træk)"
    parts.append(found)
    if counts.protected:
        lawful = "lovpligtig" if counts.protected == 1 else "lovpligtige"
        parts.append(f"{_number(counts.protected)} {lawful} lod vi stå")
    if counts.suppressed:
        parts.append(f"{_number(counts.suppressed)} ladt stå med en grund")
    if counts.doubted:
        unsure = "usikkert" if counts.doubted == 1 else "usikre"
        parts.append(f"{_number(counts.doubted)} {unsure} fund vises kun med --all")
    return ", ".join(parts)


def _number(number: int) -> str:
    """Danish thousands: 118.204."""
    return f"{number:,}".replace(",", ".")
