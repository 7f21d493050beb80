"""What every report says of itself: whose reading it is, and what it looks at."""

from __future__ import annotations

FOOTER = (
    "Siderne i Firkanten er vores egen fortolkning. traek er ikke tilknyttet Styrket "
    "Borgerkontakt; deres bog og kurser er kilden. traek ser kun på ord, ikke på mennesker, "
    "og du ved bedst, hvad der passer i brevet."
)
