"""The Firkant drawn: four sides with their tryk and træk, whole where filled, dotted where empty."""

from __future__ import annotations

from traek.model import Axis, Effect, Report, Side, SideProfile
from traek.reporters.asks import ASKS
from traek.reporters.text.page import Page, plain

UP, DOWN = "▲", "▽"
_NEEDED = 64
_INNER = 26


def firkant(report: Report, page: Page) -> list[str]:
    """The drawing, or where the page is narrow a line per side, and what fills each side."""
    drawing = _square(report, page) if page.width >= _NEEDED else _lines(report, page)
    return [*drawing, "", *_evidence(report, page), "", *_axes(report, page)]


def _square(report: Report, page: Page) -> list[str]:
    top, right, bottom, left = (report.profile[side] for side in Side)
    margin = (page.width - _INNER - 2) // 2
    middle = [_totals(report, effect) for effect in (Effect.ESCALATES, Effect.DEESCALATES)]
    inner = ["", *middle, ""]
    lefts = [f"4 {_name(Side.VIDERE)}", *_labels(left)]
    rights = [f"2 {_name(Side.FORSTÅ)}", *_labels(right)]
    lines = [f"1 {_name(Side.KONTAKT)}".center(page.width), _label(top).center(page.width)]
    lines.append(" " * margin + "┏" + _edge(top) * _INNER + "┓")
    bar_left, bar_right = ("┃" if side.filled else "┊" for side in (left, right))
    for outer_left, inside, outer_right in zip(lefts, inner, rights, strict=True):
        box = bar_left + inside.center(_INNER) + bar_right
        lines.append(f"{outer_left.rjust(margin - 2)}  {box}  {outer_right}")
    lines.append(" " * margin + "┗" + _edge(bottom) * _INNER + "┛")
    lines += [_label(bottom).center(page.width), f"3 {_name(Side.SAG)}".center(page.width)]
    return [_inked(line.rstrip(), page) for line in lines]


def _lines(report: Report, page: Page) -> list[str]:
    return [
        _inked(f"{number} {_name(side):<8} {_label(report.profile[side])}", page)
        for number, side in enumerate(Side, 1)
    ]


def _evidence(report: Report, page: Page) -> list[str]:
    lines: list[str] = []
    for number, side in enumerate(Side, 1):
        profile = report.profile[side]
        first = f"{number} {side.value.capitalize():<8} "
        if profile.filled and profile.evidence:
            text = f"»{plain(profile.evidence).strip()}«"
        elif profile.filled:
            text = "fyldt"
        else:
            text = f"tom – her kunne stå {ASKS[report.situation][side]}"
        lines += page.wrap(text, first, " " * len(first))
    return lines


def _axes(report: Report, page: Page) -> list[str]:
    """Tryk and træk on the matter and on the relation, for a calm tone cannot stand in for a reason."""
    parts = []
    for axis in Axis:
        found = [f.effect for f in report.findings if f.axis is axis and f.protection is None]
        up, down = found.count(Effect.ESCALATES), found.count(Effect.DEESCALATES)
        parts.append(f"{axis.value.capitalize()}: {UP} {up} tryk, {DOWN} {down} træk")
    return [_inked(line, page) for line in page.wrap("   ".join(parts))]


def _name(side: Side) -> str:
    return side.value.upper()


def _edge(profile: SideProfile) -> str:
    return "━" if profile.filled else "┄"


def _labels(profile: SideProfile) -> list[str]:
    state = "" if profile.filled else "tom"
    return [state, f"{UP} {profile.escalates} tryk", f"{DOWN} {profile.deescalates} træk"]


def _label(profile: SideProfile) -> str:
    return "   ".join(label for label in _labels(profile) if label)


def _totals(report: Report, effect: Effect) -> str:
    if effect is Effect.ESCALATES:
        return f"{UP} {sum(side.escalates for side in report.profile.values())} tryk i alt"
    return f"{DOWN} {sum(side.deescalates for side in report.profile.values())} træk i alt"


def _inked(line: str, page: Page) -> str:
    return line.replace(UP, page.ink(UP, Effect.ESCALATES)).replace(
        DOWN, page.ink(DOWN, Effect.DEESCALATES)
    )
