"""The Firkant as a drawing: a side is whole where it is filled and dotted where it is empty."""

from __future__ import annotations

from collections.abc import Mapping

from traek.model import Side, SideProfile
from traek.reporters.html.page import escaped

_TOP, _SIZE, _HEIGHT = 58, 160, 280
_BESIDE, _BESIDE_SHARES = 130, 170
"""The room left and right of the square; the shares and counts of a library take more."""


def firkant_svg(
    profile: Mapping[Side, SideProfile],
    *,
    of: str = "brevet",
    shares: Mapping[Side, float] | None = None,
) -> str:
    """The four sides with their tryk ▲ and træk ▽; `of` says whose they are, for those who listen.

    With `shares`, a side is whole for the share of some letters that have it filled.
    """
    tryk = sum(side.escalates for side in profile.values())
    træk = sum(side.deescalates for side in profile.values())
    filled = {side: shares[side] if shares else float(profile[side].filled) for side in Side}
    said = "; ".join(_said(side, profile[side], filled[side]) for side in Side)
    left = _BESIDE_SHARES if shares else _BESIDE
    right, bottom, width = left + _SIZE, _TOP + _SIZE, 2 * left + _SIZE
    edges = {
        Side.KONTAKT: (left, _TOP, right, _TOP),
        Side.FORSTÅ: (right, _TOP, right, bottom),
        Side.SAG: (left, bottom, right, bottom),
        Side.VIDERE: (left, _TOP, left, bottom),
    }
    places = {
        Side.KONTAKT: (left + _SIZE / 2, _TOP - 38, "middle"),
        Side.FORSTÅ: (right + 14, _TOP + 66, "start"),
        Side.SAG: (left + _SIZE / 2, bottom + 24, "middle"),
        Side.VIDERE: (left - 14, _TOP + 66, "end"),
    }
    parts = [_edge(edges[side], filled[side]) for side in Side]
    parts += [
        _label(n, side, profile[side], filled[side], *places[side])
        for n, side in enumerate(Side, 1)
    ]
    middle = f'x="{left + _SIZE / 2:g}" text-anchor="middle"'
    parts.append(f'<text {middle} y="{_TOP + 76}" class="tryk">▲ {_number(tryk)} tryk i alt</text>')
    parts.append(
        f'<text {middle} y="{_TOP + 100}" class="træk">▽ {_number(træk)} træk i alt</text>'
    )
    return (
        f'<svg viewBox="0 0 {width} {_HEIGHT}" width="{width}" height="{_HEIGHT}" role="img" '
        f'font-size="14" aria-label="{escaped(f"Firkanten for {of}. {said}.")}">'
        f"{''.join(parts)}</svg>"
    )


def _edge(ends: tuple[float, float, float, float], filled: float) -> str:
    """The side, whole from its start for the share that is filled, and dotted from there."""
    x1, y1, x2, y2 = ends
    x, y = x1 + filled * (x2 - x1), y1 + filled * (y2 - y1)
    whole = f'<line class="side" x1="{x1:g}" y1="{y1:g}" x2="{x:g}" y2="{y:g}"/>'
    dotted = f'<line class="side empty" x1="{x:g}" y1="{y:g}" x2="{x2:g}" y2="{y2:g}"/>'
    return (whole if filled else "") + (dotted if filled < 1 else "")


def _label(
    number: int, side: Side, profile: SideProfile, filled: float, x: float, y: float, anchor: str
) -> str:
    state = (
        f'<tspan class="faint" font-weight="400"> {_state(filled)}</tspan>' if filled < 1 else ""
    )
    counts = (
        f'<tspan class="tryk">▲ {_number(profile.escalates)}</tspan>'
        f'<tspan class="træk" dx="10">▽ {_number(profile.deescalates)}</tspan>'
    )
    place = f'x="{x:g}" text-anchor="{anchor}"'
    return (
        f'<text {place} y="{y:g}" font-weight="700">{number} {side.value.upper()}{state}</text>'
        f'<text {place} y="{y + 21:g}">{counts}</text>'
    )


def _said(side: Side, profile: SideProfile, filled: float) -> str:
    state = _state(filled) if filled < 1 else "fyldt"
    return f"{side.value}: {state}, {profile.escalates} tryk, {profile.deescalates} træk"


def _state(filled: float) -> str:
    """How much of the side is filled; neither all nor nothing is said unless it is so."""
    return f"{max(1, int(100 * filled))} %" if filled else "tom"


def _number(count: int) -> str:
    """Danish thousands: 14.497."""
    return f"{count:,}".replace(",", ".")
