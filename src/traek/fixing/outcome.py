"""What became of some edits: the file with them in it, and those that could not be made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from traek.fixing.edit import Edit


class As(StrEnum):
    """How edits stand in a Word file; plain text knows only one way."""

    CHANGES = "changes"
    DIRECT = "direct"


@dataclass(frozen=True, slots=True)
class Left:
    """An edit that was not made, and why, in Danish."""

    edit: Edit
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """The file's new bytes, the edits that are in them and those that are not."""

    data: bytes
    done: tuple[Edit, ...]
    left: tuple[Left, ...] = ()
