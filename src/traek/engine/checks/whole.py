"""A finding about a letter as a whole, or about a place in it, without words to quote."""

from __future__ import annotations

from traek.model import Certainty, Effect, Finding, Side, Suggestion


def whole_finding(
    rule: str,
    category: str,
    side: Side,
    *,
    title: str,
    message: str,
    why: str,
    advice: str,
    block: int | None = None,
) -> Finding:
    """The finding, of weight 1 and middling certainty; `block` is where it belongs, if anywhere."""
    return Finding(
        rule=rule,
        title=title,
        category=category,
        effect=Effect.ESCALATES,
        side=side,
        weight=1,
        certainty=Certainty.MIDDEL,
        block=block,
        span=None,
        quote=None,
        message=message,
        why=why,
        suggestions=(Suggestion(advice),),
    )
