"""The finding of a check: about a letter as a whole, about a place in it, or about words to quote."""

from __future__ import annotations

from traek.model import Block, Certainty, Effect, Finding, Side, Span, Suggestion


def check_finding(
    rule: str,
    category: str,
    side: Side,
    *,
    title: str,
    message: str,
    why: str,
    advice: str,
    block: Block | None = None,
    span: Span | None = None,
    weight: int = 1,
    certainty: Certainty = Certainty.MIDDEL,
    rewrite: Suggestion | None = None,
) -> Finding:
    """The finding; `block` is where it belongs, if anywhere, and `span` the words in it to quote.

    Its suggestion is `rewrite`, or the advice alone.
    """
    return Finding(
        rule=rule,
        title=title,
        category=category,
        effect=Effect.ESCALATES,
        side=side,
        weight=weight,
        certainty=certainty,
        block=block.number if block else None,
        span=span,
        quote=block.text[slice(*span)] if block and span else None,
        message=message,
        why=why,
        suggestions=(rewrite or Suggestion(advice),),
    )
