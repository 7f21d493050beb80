"""How often each rule fired on a folder of letters the last time; numbers only, kept for a diff."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from traek.rulepack.cache import cache_folder


def _file(folder: str) -> Path:
    digest = hashlib.blake2b(str(Path(folder).resolve()).encode(), digest_size=8).hexdigest()
    return cache_folder() / f"fyringer-{digest}.json"


def last_counts(folder: str) -> Mapping[str, int] | None:
    """The counts of the last run over `folder`, or None where there was none."""
    try:
        counts = json.loads(_file(folder).read_text("utf-8"))
        return {str(rule): int(count) for rule, count in counts.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return None


def keep_counts(folder: str, counts: Mapping[str, int]) -> None:
    """Keep the counts for the next run where that can be done."""
    with contextlib.suppress(OSError):
        target = _file(folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = target.with_suffix(".tmp")
        temporary.write_text(json.dumps(dict(sorted(counts.items()))), "utf-8")
        temporary.replace(target)
