"""Two audits of one library held beside each other: what is lighter, heavier, new and gone.

change = compared(Library.open(spring), Library.open(autumn))
change.templates, change.folders        # values
change_page(change), change_csv(change), change_text(change, width)
"""

from traek.audit.change.comparison import Change, Shift, State, TemplateChange, compared
from traek.audit.change.page import change_page
from traek.audit.change.tables import change_csv, change_text

__all__ = [
    "Change",
    "Shift",
    "State",
    "TemplateChange",
    "change_csv",
    "change_page",
    "change_text",
    "compared",
]
