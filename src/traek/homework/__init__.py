"""Feedback sheets on homework, for participants and for their group.

The way through: `homework_in` finds the drafts in a folder, `feedback` makes the values of one
participant's sheet from the reports on them, `group_sheet` those of the group's, and the modules
named after a format turn these into files. A sheet is about a text, begins with what works, and
ranks nobody.
"""

from traek.homework.feedback import Feedback, feedback
from traek.homework.focus import Focus, Point, check_people, new_form, read_form
from traek.homework.folder import FORM_NAME, Homework, Series, homework_in
from traek.homework.group import Exercise, GroupSheet, Shared, group_sheet
from traek.homework.places import Place

__all__ = [
    "FORM_NAME",
    "Exercise",
    "Feedback",
    "Focus",
    "GroupSheet",
    "Homework",
    "Place",
    "Point",
    "Series",
    "Shared",
    "check_people",
    "feedback",
    "group_sheet",
    "homework_in",
    "new_form",
    "read_form",
]
