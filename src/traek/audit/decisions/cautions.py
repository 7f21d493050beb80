"""What an owner may want to look at once more: a new sentence with tryk, or without a fact."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from traek.audit.decisions.planning import Plan, Ruling
from traek.compare.facts import Fact, facts_in, not_in
from traek.model import Block, Document, Effect, Situation

if TYPE_CHECKING:
    from traek.engine import Engine

_SECOND_READER = "laeser/"  # reads a sentence by its neighbours, and here it has none


def cautions(plan: Plan, engine: Engine) -> Iterator[str]:
    """Danish sentences on the plan's new texts, in the order of the sheet."""
    for ruling in plan.rulings:
        quotes = list(_tryk(ruling, engine)) if ruling.text else []
        if quotes:
            told = ", ".join(f"»{quote}«" for quote in dict.fromkeys(quotes))
            yield f"Række {ruling.row}: den nye sætning har også tryk ({told}). Se den gerne igen."
        lost = not_in(_facts(ruling.text), _facts(ruling.choice.text))
        if lost:
            told = ", ".join(f"{fact.kind.value} »{fact.quote}«" for fact in lost)
            yield f"Række {ruling.row}: noget fra den gamle sætning er ikke med i den nye: {told}."


def _tryk(ruling: Ruling, engine: Engine) -> Iterator[str]:
    document = Document("", (Block(ruling.text, 1),))
    for finding in engine.report(document, Situation.SVAR).findings:
        counts = finding.effect is Effect.ESCALATES and finding.protection is None
        if counts and finding.quote and not finding.rule.startswith(_SECOND_READER):
            yield finding.quote


def _facts(text: str) -> tuple[Fact, ...]:
    return facts_in(Document("", (Block(text, 1),)))
