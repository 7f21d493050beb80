"""The Firkant as a drawing: a side is whole where it is filled and dotted where it is empty."""

from __future__ import annotations

from collections.abc import Mapping

from traek.model import Side, SideProfile
from traek.reporters.html.page import escaped

_LEFT, _TOP, _SIZE, _WIDTH, _HEIGHT = 130, 58, 160, 420, 280


def firkant_svg(profile: Mapping[Side, SideProfile], *, of: str = "brevet") -> str:
    """The four sides with their tryk ▲ and træk ▽; `of` says whose they are, for those who listen."""
    tryk = sum(side.escalates for side in profile.values())
    træk = sum(side.deescalates for side in profile.values())
    said = "; ".join(_said(side, profile[side]) for side in Side)
    right, bottom = _LEFT + _SIZE, _TOP + _SIZE
    edges = {
        Side.KONTAKT: (_LEFT, _TOP, right, _TOP),
        Side.FORSTÅ: (right, _TOP, right, bottom),
        Side.SAG: (_LEFT, bottom, right, bottom),
        Side.VIDERE: (_LEFT, _TOP, _LEFT, bottom),
    }
    places = {
        Side.KONTAKT: (_LEFT + _SIZE / 2, _TOP - 38, "middle"),
        Side.FORSTÅ: (right + 14, _TOP + 66, "start"),
        Side.SAG: (_LEFT + _SIZE / 2, bottom + 24, "middle"),
        Side.VIDERE: (_LEFT - 14, _TOP + 66, "end"),
    }
    parts = [_edge(edges[side], profile[side]) for side in Side]
    parts += [_label(n, side, profile[side], *places[side]) for n, side in enumerate(Side, 1)]
    middle = f'x="{_LEFT + _SIZE / 2:g}" text-anchor="middle"'
    parts.append(f'<text {middle} y="{_TOP + 76}" class="tryk">▲ {tryk} tryk i alt</text>')
    parts.append(f'<text {middle} y="{_TOP + 100}" class="træk">▽ {træk} træk i alt</text>')
    return (
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}" role="img" '
        f'font-size="14" aria-label="{escaped(f"Firkanten for {of}. {said}.")}">'
        f"{''.join(parts)}</svg>"
    )


def _edge(ends: tuple[float, float, float, float], profile: SideProfile) -> str:
    kind = "side" if profile.filled else "side empty"
    return '<line class="{}" x1="{:g}" y1="{:g}" x2="{:g}" y2="{:g}"/>'.format(kind, *ends)


def _label(number: int, side: Side, profile: SideProfile, x: float, y: float, anchor: str) -> str:
    state = "" if profile.filled else '<tspan class="faint" font-weight="400"> tom</tspan>'
    counts = (
        f'<tspan class="tryk">▲ {profile.escalates}</tspan>'
        f'<tspan class="træk" dx="10">▽ {profile.deescalates}</tspan>'
    )
    place = f'x="{x:g}" text-anchor="{anchor}"'
    return (
        f'<text {place} y="{y:g}" font-weight="700">{number} {side.value.upper()}{state}</text>'
        f'<text {place} y="{y + 21:g}">{counts}</text>'
    )


def _said(side: Side, profile: SideProfile) -> str:
    state = "fyldt" if profile.filled else "tom"
    return f"{side.value}: {state}, {profile.escalates} tryk, {profile.deescalates} træk"
