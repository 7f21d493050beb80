"""Edits in a Word file, as tracked changes or directly."""

from __future__ import annotations

from collections.abc import Sequence

from traek.differences import hunks
from traek.fixing.edit import Edit
from traek.fixing.outcome import As, Left, Outcome
from traek.word.rewriting import Addition, Wording, rewrite


def edited_word(data: bytes, path: str, edits: Sequence[Edit], as_: As, author: str) -> Outcome:
    """The file with those edits made that can be made without harm.

    Raises:
        DocumentError: the file cannot be read, or is not the one that the edits were made for.
    """
    tasks = [_task(edit) for edit in edits]
    written, reasons = rewrite(data, path, tasks, tracked=as_ is As.CHANGES, author=author)
    pairs = list(zip(edits, reasons, strict=True))
    left = tuple(Left(edit, reason) for edit, reason in pairs if reason is not None)
    return Outcome(written, tuple(edit for edit, reason in pairs if reason is None), left)


def _task(edit: Edit) -> Addition | Wording:
    if edit.block is None or edit.span is None:
        return Addition(edit.block, tuple(edit.text.split("\n\n")))
    start = edit.span.start
    parts = tuple((start + a, start + b, new) for a, b, new in hunks(edit.old, edit.text))
    return Wording(edit.block, start, edit.old, parts)
