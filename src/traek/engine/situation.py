"""Which Firkant applies: the letter answers an enquiry, or it is written out on its own."""

from __future__ import annotations

from collections.abc import Sequence

from traek.model import Situation

_NAMES = {Situation.SVAR: "svar på en henvendelse", Situation.SKRIV_UD: "brev på eget initiativ"}


def situation_of(signs: Sequence[tuple[str, int, str]]) -> tuple[Situation, str]:
    """The situation that the signs speak for, and a Danish sentence that says why.

    A sign is the situation it speaks for, its strength and the quote that it was seen in. Without
    signs, or where they weigh the same, a letter counts as written out.
    """
    weight = dict.fromkeys(Situation, 0)
    best: dict[Situation, tuple[int, str]] = {}
    for of, strength, quote in signs:
        situation = Situation(of)
        weight[situation] += strength
        if strength > best.get(situation, (0, ""))[0]:
            best[situation] = (strength, quote)
    answering = weight[Situation.SVAR] > weight[Situation.SKRIV_UD]
    taken = Situation.SVAR if answering else Situation.SKRIV_UD
    if taken in best:
        return taken, f"Læst som »{_NAMES[taken]}« ud fra ordene »{best[taken][1]}«."
    return taken, f"Læst som »{_NAMES[taken]}«, fordi brevet ikke nævner en henvendelse."


def chosen(situation: Situation) -> str:
    """The Danish sentence for a situation that the user chose."""
    return f"»{_NAMES[situation]}« er valgt på forhånd."
