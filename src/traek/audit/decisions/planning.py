"""What the owner's decisions ask for, and which of them cannot be followed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from traek.audit.decisions.choices import Choice, choice_of, sentences, sign_of
from traek.audit.decisions.covering import Covering
from traek.audit.decisions.sheet import Decided
from traek.audit.library import Library

KEEP, DELETE = "behold", "slet"


@dataclass(frozen=True, slots=True)
class Ruling:
    """A sentence, and what is to stand in its place; an empty text takes it out.

    `row` is the line of the sheet that says so.
    """

    choice: Choice
    text: str
    row: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done, what is to stay as it is, and Danish sentences on what is unclear."""

    rulings: tuple[Ruling, ...]
    kept: tuple[Choice, ...] = ()
    unclear: tuple[str, ...] = ()

    @property
    def templates(self) -> int:
        """The number of templates that something is to be done in."""
        return len({number for ruling in self.rulings for number in ruling.choice.templates})


def planned(library: Library, decided: Iterable[Decided]) -> Plan:
    """The decisions as new texts for the sentences of `library`."""
    known = {sign_of(sentence.text): sentence for sentence in sentences(library)}
    covering = Covering(library)
    rulings, kept, unclear = dict[str, Ruling](), list[Choice](), list[str]()
    for each in decided:
        choice = choice_of(library, known[each.sign]) if each.sign in known else None
        if choice is None:
            unclear.append(
                f"Række {each.row}: sætningen {each.sign} står ikke længere i rapporten."
            )
        elif each.sign in rulings:
            unclear.append(f"Række {each.row}: {each.sign} er besluttet i en tidligere række.")
        elif each.decision.lower() == KEEP:
            kept.append(choice)
        else:
            text, reason = _text(choice, each.decision, covering)
            if text is None:
                unclear.append(f"Række {each.row}: {reason}")
            elif text != choice.text:
                rulings[each.sign] = Ruling(choice, text, each.row)
    return Plan(tuple(rulings.values()), tuple(kept), tuple(unclear))


def _text(choice: Choice, decision: str, covering: Covering) -> tuple[str | None, str]:
    """The text that a decision stands for, or None and why there is none."""
    if decision.lower() == DELETE:
        return "", ""
    if decision.rstrip(".").isdigit():
        number = int(decision.rstrip("."))
        if 1 <= number <= len(choice.offers):
            return choice.offers[number - 1], ""
        return None, f"der er intet forslag {number}. Skriv sætningen, som den skal være."
    text = covering.uncovered(choice, decision)
    if text is None:
        return None, (
            "der står flere dækkede navne eller numre i beslutningen end i sætningen, så traek "
            "ved ikke, hvad de skal være. Skriv dem ud."
        )
    return text, ""
