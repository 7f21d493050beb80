"""Feedback on an exercise as Danish sentences, the good first; a screen only has to show them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from traek.exercise.feedback import Feedback
from traek.model import Effect, Finding

_SHOWN = 60
_EDGES = " ,.;:"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to say; `effect` is what it is about, or None where it is about neither."""

    text: str
    effect: Effect | None = None
    advice: str = ""


def told(feedback: Feedback) -> list[Line]:
    """What to say of an answer, in this order: træk, relief, tryk left, facts, and what comes next."""
    if not feedback.answer:
        return [Line("Her er ikke noget svar endnu.")]
    if feedback.unchanged:
        return [Line("Det er den samme sætning. Prøv at sige det på en anden måde.")]
    return [*_lines(feedback), Line(_closing(feedback))]


def _lines(feedback: Feedback) -> Iterator[Line]:
    for finding in feedback.calming:
        yield Line(f"Træk: »{_short(finding)}«. {finding.message}", Effect.DEESCALATES)
    if feedback.relieved:
        quotes = _listed([_short(finding) for finding in feedback.relieved])
        yield Line(f"Nu er {quotes} væk.")
    for finding in feedback.pressing:
        advice = next((s.advice for s in finding.suggestions if s.advice), "")
        yield Line(f"Tryk: »{_short(finding)}«. {finding.message}", Effect.ESCALATES, advice)
    if feedback.lost:
        yield Line(
            f"Oplysninger fra sætningen, som ikke er med nu: {', '.join(feedback.lost)}. "
            "Skal læseren bruge dem?"
        )
    if feedback.added:
        yield Line(
            f"Nye oplysninger: {', '.join(feedback.added)}. I et rigtigt brev skal de passe; "
            "kender du dem ikke, så skriv [udfyld:\u00a0…]."
        )


def _closing(feedback: Feedback) -> str:
    if feedback.pressing:
        return "Vil du prøve at sige det på en anden måde?"
    if feedback.lost:
        return "Reglerne finder ikke noget tryk. Se en gang til på oplysningerne."
    if feedback.calming:
        return (
            "Flot: Sætningen rækker ud, reglerne finder ikke noget tryk, og oplysningerne er med."
        )
    return (
        "Reglerne finder ikke noget tryk, og oplysningerne er med. Kan sætningen også række ud: "
        "med en grund, et valg eller et næste skridt?"
    )


def _short(finding: Finding) -> str:
    quote = " ".join((finding.quote or "").split()).strip(_EDGES)
    return quote if len(quote) <= _SHOWN else quote[:_SHOWN].rsplit(" ", 1)[0] + " …"


def _listed(quotes: list[str]) -> str:
    marked = list(dict.fromkeys(f"»{quote}«" for quote in quotes))
    return f"{', '.join(marked[:-1])} og {marked[-1]}" if len(marked) > 1 else marked[0]
