"""Texts that a spreadsheet must not work out: an apostrophe before them, and away again."""

from __future__ import annotations

_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_UNSEEN = " \ufeff\u00a0"


def harmless(cell: str | int | None) -> str | int | None:
    """`cell`, with an apostrophe before a text that a spreadsheet would work out."""
    return f"'{cell}" if isinstance(cell, str) and _is_worked_out(cell) else cell


def as_written(cell: str) -> str:
    """The cell without the apostrophe that `harmless` gave it."""
    return cell[1:] if cell.startswith("'") and _is_worked_out(cell[1:]) else cell


def _is_worked_out(text: str) -> bool:
    return text.lstrip(_UNSEEN).startswith(_SIGNS)
