"""What the walk over one part knows of its file, and where its passages go."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from traek.word.names import Names
    from traek.word.numbering import Numbering
    from traek.word.passage import Passage
    from traek.word.styles import Styles


@dataclass(slots=True)
class Seen:
    """What the reader of the report should know about the file, counted as it is met."""

    hidden: int = 0
    changes: int = 0
    outside: int = 0


@dataclass(slots=True)
class Setting:
    """One part's surroundings.

    `where` is the part's name in Danish, for the moment that of a text box. `may_hide` and
    `may_delete` are false where the words do not even occur in the part, which spares a look at
    every run. `latent` is the condition under which all of the part's text shows.
    """

    names: Names
    styles: Styles
    numbering: Numbering
    part: str
    where: str
    seen: Seen
    read_hidden: bool = False
    may_hide: bool = True
    may_delete: bool = True
    latent: str | None = None
    passages: list[Passage] = field(default_factory=list)
