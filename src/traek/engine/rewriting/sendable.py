"""Whether a writer would send a rewrite as it stands: a small learned model.

Grammar and facts can be checked; whether a sentence is better for its new words cannot. The weights
are learned from rewrites that blind readers judged (`docs/rewrites/sample.tsv`,
`training/sendable.py`). The model sees which words went and which came, and which rules asked for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from traek.differences import hunks
from traek.engine.rewriting.draft import Draft
from traek.engine.rewriting.learned import hashed, learned

_WORDS = re.compile(r"\w+|[^\w\s]")
_MANY_WORDS, _MANY_PLACES = 10, 3


def likely_sent(draft: Draft) -> bool:
    """Whether it is likely enough; a sentence taken out whole is for another to judge."""
    if not draft.after:
        return True
    return learned("sendable").agrees(seen(draft.sentence.text, draft.after, draft.rules))


def seen(before: str, after: str, rules: Iterable[str]) -> dict[int, float]:
    """What the model sees, by bucket."""
    return hashed(signs(before, after, rules))


def signs(before: str, after: str, rules: Iterable[str]) -> dict[str, float]:
    """The words that go and come, alone and together, where they do, and for which rules."""
    found = {f"rule {rule}": 1.0 for rule in rules}
    changes = list(hunks(before, after))
    gone_in_all = come_in_all = 0
    for change in changes:
        gone = _WORDS.findall(before[change.start : change.end].lower())
        come = _WORDS.findall(change.text.lower())
        found[f"{' '.join(gone)} > {' '.join(come)}"] = 1.0
        found |= {f"gone {word}": 1.0 for word in gone}
        found |= {f"come {word}": 1.0 for word in come}
        found |= {f"come {one} {other}": 1.0 for one, other in pairwise(come)}
        gone_in_all += len(gone)
        come_in_all += len(come)
    found["only less"] = float(not come_in_all)
    found["gap"] = float("[udfyld" in after and "[udfyld" not in before)
    found["words gone"] = gone_in_all / _MANY_WORDS
    found["words come"] = come_in_all / _MANY_WORDS
    found["places"] = len(changes) / _MANY_PLACES
    return found
