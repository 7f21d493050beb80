"""The Danish words for days, months and small numbers, each in its order."""

from __future__ import annotations

DAYS = tuple("mandag tirsdag onsdag torsdag fredag lørdag søndag".split())
MONTHS = tuple(
    "januar februar marts april maj juni juli august september oktober november december".split()
)
NUMBERS = tuple("nul en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten".split())
"""Each word stands at the place of its number."""
