"""One decision for a sentence, carried out in every template that it stands in, and undone again.

    sheet = decisions_sheet(library, Covering(library))      # beslutninger.csv, to be filled in
    decided = decided_in(csv_bytes, "beslutninger.csv")      # what the owner wrote, row by row
    plan = planned(library, decided)                         # choices, new texts, and what is unclear
    cautions(plan, engine)                                   # what to look at once more
    carry_out(plan, …), undo(log)                            # files written with a log, and put back

A row is known by a sign made of the sentence itself, so a sheet outlives a new audit.
"""

from traek.audit.decisions.carrying import Carried, Work, carry_out
from traek.audit.decisions.cautions import cautions
from traek.audit.decisions.choices import Choice, choices
from traek.audit.decisions.covering import Covering
from traek.audit.decisions.log import LOG, Undone, undo
from traek.audit.decisions.planning import Plan, Ruling, planned
from traek.audit.decisions.sheet import SHEET, Decided, decided_in, decisions_sheet

__all__ = [
    "LOG",
    "SHEET",
    "Carried",
    "Choice",
    "Covering",
    "Decided",
    "Plan",
    "Ruling",
    "Undone",
    "Work",
    "carry_out",
    "cautions",
    "choices",
    "decided_in",
    "decisions_sheet",
    "planned",
    "undo",
]
