"""A user's own log of letters: counts before and after, and what came of it; no text, no names.

The log is there only for those who ask for it, in a file that only they can read. `opened` gives
a `Store`; `entry_of` makes an `Entry` from the reports on two drafts; `worries` says what in a
label looks like a person.
"""

from traek.log.entry import Entry, Outcome, SideCounts, entry_of
from traek.log.labels import Worry, worries
from traek.log.place import log_file
from traek.log.store import Store, opened

__all__ = [
    "Entry",
    "Outcome",
    "SideCounts",
    "Store",
    "Worry",
    "entry_of",
    "log_file",
    "opened",
    "worries",
]
