"""A document's Firkant: tryk and træk on each side, and which sides anything fills."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from traek.model import Effect, Finding, Side, SideProfile


def profile_of(
    findings: Sequence[Finding], evidence: Iterable[tuple[str, str]]
) -> Mapping[Side, SideProfile]:
    """The four sides in reading order.

    A side is filled by a sign of it, given in `evidence` as side and quote, or by a de-escalating
    finding on it; a few words are enough. Protected findings count nowhere.
    """
    shown: dict[str, str] = {}
    for side, quote in evidence:
        if side not in shown or len(quote) < len(shown[side]):
            shown[side] = quote
    counting = [finding for finding in findings if finding.protection is None]
    return {side: _side(side, counting, shown.get(side)) for side in Side}


def _side(side: Side, findings: list[Finding], evidence: str | None) -> SideProfile:
    on_side = [finding for finding in findings if finding.side is side]
    calming = [f for f in on_side if f.effect is Effect.DEESCALATES]
    quotes = sorted((f.quote for f in calming if f.quote), key=len)
    return SideProfile(
        filled=evidence is not None or bool(calming),
        escalates=sum(f.effect is Effect.ESCALATES for f in on_side),
        deescalates=len(calming),
        evidence=evidence if evidence is not None else (quotes[0] if quotes else None),
    )
