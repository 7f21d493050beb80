"""Two drafts of one letter, before and after: what was solved, what is new, what went missing.

`compared` takes two reports and gives a `Comparison`, plain values that every output is made of;
`covered_comparison` one that can be passed on. `text`, `json`, `html` and `word` render it.
"""

from traek.compare.comparison import compared
from traek.compare.covered import covered_comparison
from traek.compare.facts import Fact, FactKind, facts_in
from traek.compare.values import Change, Changes, Comparison, Gap, Kept, Mark, Passage

__all__ = [
    "Change",
    "Changes",
    "Comparison",
    "Fact",
    "FactKind",
    "Gap",
    "Kept",
    "Mark",
    "Passage",
    "compared",
    "covered_comparison",
    "facts_in",
]
