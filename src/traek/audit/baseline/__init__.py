"""Findings that are known and let stand for now, kept in a file that people review.

    baseline = load_baseline(Path("traek-baseline.toml"))
    run = replace(run, reports=Ledger(baseline).settle_all(run.reports))
    library = with_baseline(library, baseline)

An entry is a fingerprint, a reason, and in how many places the finding stood. A paragraph that is
moved or wrapped anew keeps its entry; one copy more than was known is new.
"""

from traek.audit.baseline.entries import Baseline, Entry, load_baseline
from traek.audit.baseline.ledger import Ledger
from traek.audit.baseline.making import Found, created, pruned, updated
from traek.audit.baseline.shelf import with_baseline

__all__ = [
    "Baseline",
    "Entry",
    "Found",
    "Ledger",
    "created",
    "load_baseline",
    "pruned",
    "updated",
    "with_baseline",
]
