"""Suggestions carried out: chosen, put together and written into the letter's own file.

Three steps, none of which talks to anyone or opens a file:

    edits = edits_for(report)                    # the best suggestion of each tryk, none overlapping
    edits = settled(engine, report)              # the same, read again until nothing more is found
    outcome = apply_edits(data, path, edits)     # the file's bytes with the edits in them

`edits_for(report, decide)` lets somebody choose: `decide` gets a finding and answers with one of
its suggestions, or with None to leave it. An `Edit` knows the words that it replaces, so a file
that was changed meanwhile is noticed. Of the kind `ADD` it is a new paragraph before its block,
or last in the letter.

`apply_edits` writes plain text and Markdown in the encoding and with the line endings they had,
and Word files either with tracked changes (`As.CHANGES`, the default) or directly (`As.DIRECT`).
What it could not do stands in `outcome.left` with a reason in Danish; any other kind of file is
read-only and raises `DocumentError`.
"""

from traek.fixing.choosing import Decide, Plan, best, edits_for
from traek.fixing.edit import Edit
from traek.fixing.outcome import As, Left, Outcome
from traek.fixing.settling import settled
from traek.fixing.writing import WRITABLE, apply_edits

__all__ = [
    "WRITABLE",
    "As",
    "Decide",
    "Edit",
    "Left",
    "Outcome",
    "Plan",
    "apply_edits",
    "best",
    "edits_for",
    "settled",
]
