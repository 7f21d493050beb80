"""Letters and reports as values, for the sheets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from traek.model import (
    Block,
    Certainty,
    Document,
    Effect,
    Finding,
    Report,
    Side,
    SideProfile,
    Situation,
    Span,
    Suggestion,
)
from traek.rulepack.categories import CATEGORIES

MakeReport = Callable[..., Report]

FIRST = (
    "Kære Lise Holm",
    "Du har undladt at sende din årsopgørelse. Det er altid et problem for os.",
    "Du skal straks betale 1.250 kr. senest den 4. maj 2026.",
    "Du kan klage inden fire uger.",
)
LAST = (
    "Kære Lise Holm",
    "Vi mangler din årsopgørelse. Det er altid et problem for os, fx hos Lise.",
    "Du skal straks betale 1.250 kr. Ring til mig på 12 34 56 78, så finder vi en vej.",
    "Du kan klage inden fire uger.",
)


@pytest.fixture
def make_report() -> MakeReport:
    def make(texts: Sequence[str], *findings: tuple[str, str | None], **more: Any) -> Report:
        blocks = tuple(Block(text, number) for number, text in enumerate(texts, 1))
        made = tuple(_finding(texts, category, quote) for category, quote in findings)
        profile = {
            side: SideProfile(
                filled=side is not Side.FORSTÅ,
                escalates=sum(f.side is side and f.effect is Effect.ESCALATES for f in made),
                deescalates=sum(f.side is side and f.effect is Effect.DEESCALATES for f in made),
            )
            for side in Side
        }
        values: dict[str, Any] = {
            "document": Document("brev.txt", blocks),
            "situation": Situation.SKRIV_UD,
            "situation_reason": "Valgt.",
            "words": 40,
            "findings": made,
            "profile": profile,
        }
        return Report(**(values | more))

    return make


def _finding(texts: Sequence[str], category: str, quote: str | None) -> Finding:
    """A finding of a category; a `!` at its end protects it, and E01 comes with a rewrite."""
    protection = "L05" if category.endswith("!") else None
    category = category.rstrip("!")
    block = None
    span = None
    if quote is not None:
        block, text = next((n, t) for n, t in enumerate(texts, 1) if quote in t)
        span = Span(text.index(quote), text.index(quote) + len(quote))
    rewrite = Suggestion("Sig, hvad I mangler.", "Vi mangler stadig, at du sender")
    advice = Suggestion(f"Et råd om {category}.")
    return Finding(
        rule=f"standard/{category.lower()}",
        title=f"Overskrift {category}",
        category=category,
        effect=Effect.ESCALATES if category[0] == "E" else Effect.DEESCALATES,
        side=CATEGORIES[category].side,
        weight=3 if category == "E01" else 2,
        certainty=Certainty.HØJ,
        block=block,
        span=span,
        quote=quote,
        message=f"Læseren hører {category}.",
        why="Fordi.",
        suggestions=(rewrite,) if category == "E01" else (advice,),
        protection=protection,
        fingerprint=f"{category}-{quote}",
    )


@pytest.fixture
def first(make_report: MakeReport) -> Report:
    return make_report(
        FIRST,
        ("D01", "Kære Lise"),
        ("E01", "Du har undladt at sende"),
        ("E12", "altid"),
        ("E10", "Du skal straks"),
        ("E10!", "Du kan klage inden fire uger"),
        ("E21", None),
    )


@pytest.fixture
def last(make_report: MakeReport) -> Report:
    return make_report(
        LAST,
        ("D01", "Kære Lise"),
        ("E12", "altid"),
        ("E10", "Du skal straks"),
        ("D12", "Ring til mig på"),
        ("E10!", "Du kan klage inden fire uger"),
    )
