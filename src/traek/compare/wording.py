"""What a comparison says in Danish, the same in every format."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, NamedTuple

from traek.compare.values import Change
from traek.dates import NUMBERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from traek.compare.facts import Fact
    from traek.compare.values import Changes, Comparison, Passage
    from traek.model import Finding, SideProfile

LOST = "Står kun i det første udkast"
NEW = "Står kun i det nye udkast"
GAPS = "Mangler at blive udfyldt"
LOST_WHY = (
    "Måske er det meningen. Se efter, om læseren kan undvære det – også hvis loven beder om det."
)
NEW_WHY = "Se efter, om det passer med sagen."

WON = "Træk, der er kommet til"
SOLVED = "Tryk, der er løst"
BROUGHT = "Tryk, der er kommet til"
STILL = "Tryk, der står der endnu"
GIVEN_UP = "Træk, der er gået ud"

UNLIKE = (
    "De to udkast har næsten ingen afsnit til fælles. Måske er det to forskellige breve, eller også "
    "er det hele skrevet om."
)

_FULL_LINE = 55
_LONGEST_QUOTE = 80
_AKIN = 0.25
_NONE_OR_ONE = ("ingen", "et")
_LAST_IN_WORDS = 12
_CHANGES = {
    Change.SAME: "uændret",
    Change.EDITED: "ændret",
    Change.SPLIT: "delt op",
    Change.JOINED: "samlet",
    Change.ADDED: "nyt",
    Change.REMOVED: "taget ud",
}


class Note(NamedTuple):
    """Something to look at once more; `why` is empty where it goes without saying."""

    title: str
    lines: list[str]
    why: str = ""


def notes(comparison: Comparison) -> list[Note]:
    """What got lost, came in, or still has to be filled in; none where all is well."""
    told = [
        Note(LOST, facts_line(comparison.lost_facts), LOST_WHY),
        Note(NEW, facts_line(comparison.new_facts), NEW_WHY),
        Note(GAPS, [gap.text for gap in comparison.gaps]),
    ]
    return [note for note in told if note.lines]


def headline(comparison: Comparison) -> str:
    """The whole of it in a sentence or two, with what works first."""
    tryk, træk = comparison.escalates, comparison.deescalates
    parts = [
        f"Træk: {træk.before} før, {træk.after} nu.",
        f"Tryk: {tryk.before} før, {tryk.after} nu.",
    ]
    if tryk.gone or tryk.new:
        parts.append(
            f"{number_of(len(tryk.gone))} tryk er løst, {number_of(len(tryk.new))} er kommet til."
        )
    return " ".join(part[:1].upper() + part[1:] for part in parts)


def is_unlike(comparison: Comparison) -> bool:
    """Whether hardly a paragraph of the new draft has anything of the first one."""
    news = [passage for passage in comparison.passages if passage.after]
    return sum(bool(passage.before) for passage in news) < _AKIN * len(news)


def number_of(number: int) -> str:
    """A small number as a word, as in running text: »intet«, »et«, »to«, »14«."""
    if number > _LAST_IN_WORDS:
        return str(number)
    return (*_NONE_OR_ONE, *NUMBERS[2:])[number]


def change_name(passage: Passage) -> str:
    """What became of a passage: »ændret, flyttet«."""
    name = _CHANGES[passage.change]
    if not passage.moved:
        return name
    return "flyttet" if passage.change is Change.SAME else f"{name} og flyttet"


def filled(before: SideProfile, after: SideProfile) -> str:
    """Whether a side was and is filled."""
    if before.filled == after.filled:
        return "fyldt i begge udkast" if after.filled else "tom i begge udkast"
    return "fyldt nu, tom før" if after.filled else "tom nu, fyldt før"


def facts_line(facts: Sequence[Fact]) -> list[str]:
    """The facts by kind, a line each: »dato: 3. marts, 4. april«."""
    kinds = dict.fromkeys(fact.kind for fact in facts)
    return [
        f"{kind}: " + ", ".join(f"»{fact.quote}«" for fact in facts if fact.kind is kind)
        for kind in kinds
    ]


def shown(finding: Finding) -> str:
    """A finding in a few words: its quote, or its title where something is missing."""
    quote = " ".join((finding.quote or "").split())
    return f"»{shorten(quote, _LONGEST_QUOTE, placeholder=' …')}«" if quote else finding.title


def steps(changes: Changes) -> str:
    """How many there were and how many there are: »7 → 2«."""
    return f"{changes.before} → {changes.after}"


def flowing(text: str) -> str:
    """The text without the line breaks that a program put in; as long as it was.

    A line that is long was broken because it was full, a short one because the writer wanted it.
    """
    lines = text.split("\n")
    joins = [" " if len(line) >= _FULL_LINE else "\n" for line in lines[:-1]]
    return "".join(line + join for line, join in zip(lines, [*joins, ""], strict=True))
