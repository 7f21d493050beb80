"""Known findings set apart in reports, each as many times as it was known."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from traek.audit.baseline.entries import Baseline, Entry
from traek.model import Effect, Finding, Report, SideProfile, Suppressed


def counts(finding: Finding) -> bool:
    """Whether a finding can be known at all: it is tryk, and nothing protects it."""
    return finding.effect is Effect.ESCALATES and finding.protection is None


class Ledger:
    """What is left of a baseline while reports are gone through, in their order."""

    def __init__(self, baseline: Baseline) -> None:
        self._source = baseline.source
        self._entries: dict[str, Entry] = {e.fingerprint: e for e in baseline.entries}
        self._left = Counter({e.fingerprint: 0 for e in baseline.entries})
        for entry in baseline.entries:
            self._left[entry.fingerprint] += entry.count

    @property
    def unused(self) -> tuple[Entry, ...]:
        """Entries that nothing has been found for, or not as often as they say."""
        return tuple(self._entries[name] for name, left in self._left.items() if left > 0)

    def settle_all(self, reports: Iterable[Report]) -> tuple[Report, ...]:
        """The reports with what is known set apart."""
        return tuple(self.settle(report) for report in reports)

    def settle(self, report: Report) -> Report:
        """The report with what is known set apart."""
        taken = self.take(report)
        return self.let_stand(report, taken) if taken else report

    def take(self, report: Report) -> Counter[str]:
        """How many findings of each fingerprint in the report are known; they are used up by that."""
        taken: Counter[str] = Counter()
        for finding in report.findings:
            if counts(finding) and self._left[finding.fingerprint] > 0:
                self._left[finding.fingerprint] -= 1
                taken[finding.fingerprint] += 1
        return taken

    def sign_of(self, taken: Counter[str]) -> str:
        """A sign of what `let_stand` does to a report with these findings taken."""
        if not taken:
            return ""
        told = [(name, taken[name], self._entries[name].reason) for name in sorted(taken)]
        return hashlib.blake2b(repr((self._source, told)).encode(), digest_size=8).hexdigest()

    def let_stand(self, report: Report, taken: Counter[str]) -> Report:
        """The report with the first `taken` findings of each fingerprint set apart."""
        left = taken.copy()
        kept: list[Finding] = []
        apart: list[Suppressed] = []
        for finding in report.findings:
            if counts(finding) and left[finding.fingerprint] > 0:
                left[finding.fingerprint] -= 1
                reason = self._entries[finding.fingerprint].reason
                apart.append(Suppressed(finding, reason, self._source))
            else:
                kept.append(finding)
        sides = Counter(entry.finding.side for entry in apart)
        return replace(
            report,
            findings=tuple(kept),
            suppressed=(*report.suppressed, *apart),
            profile={side: _less(report.profile[side], sides[side]) for side in report.profile},
        )


def _less(profile: SideProfile, known: int) -> SideProfile:
    return replace(profile, escalates=profile.escalates - known) if known else profile
