"""A baseline made of what is found today, and kept in step with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from traek.audit.baseline.entries import Baseline, Entry
from traek.audit.baseline.ledger import counts
from traek.masking import masked
from traek.model import Finding

_LONGEST = 120


class Found(NamedTuple):
    """A finding, and the letter or template that it stands in."""

    path: str
    finding: Finding


def created(source: str, found: Iterable[Found], reason: str) -> Baseline:
    """All tryk that was found, with one reason for all of it."""
    return updated(Baseline(source), found, reason)


def updated(baseline: Baseline, found: Iterable[Found], reason: str) -> Baseline:
    """The baseline with what is new in it, for `reason`; what was known keeps its own reason.

    An entry that stands in more places than before counts them all.
    """
    now = _entries(found, reason)
    known = {entry.fingerprint: entry for entry in baseline.entries}
    for fingerprint, entry in now.items():
        if fingerprint not in known:
            known[fingerprint] = entry
        elif entry.count > known[fingerprint].count:
            known[fingerprint] = replace(known[fingerprint], count=entry.count)
    return replace(baseline, entries=tuple(known.values()))


def pruned(baseline: Baseline, found: Iterable[Found]) -> Baseline:
    """The baseline without what is found no more, and with no more places than there are."""
    now = _entries(found, "")
    kept = [
        replace(entry, count=min(entry.count, now[entry.fingerprint].count))
        for entry in baseline.entries
        if entry.fingerprint in now
    ]
    return replace(baseline, entries=tuple(kept))


def _entries(found: Iterable[Found], reason: str) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for path, finding in found:
        if not counts(finding):
            continue
        known = entries.get(finding.fingerprint)
        entries[finding.fingerprint] = (
            replace(known, count=known.count + 1)
            if known
            else Entry(finding.fingerprint, reason, 1, finding.rule, _quote(finding), path)
        )
    return entries


def _quote(finding: Finding) -> str:
    """What the file shows of the words, without personal data, for it is shared."""
    text = " ".join(masked(finding.quote or finding.title).text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
