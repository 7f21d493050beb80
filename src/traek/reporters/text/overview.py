"""Several letters at a glance: tryk, træk and filled sides, a line for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traek.model import Effect, Side
from traek.reporters.text.firkant import DOWN, UP
from traek.reporters.text.page import Page, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from traek.model import Report

_FIGURES = 27


def overview(reports: Sequence[Report], page: Page) -> list[str]:
    """The lines of a table over the letters."""
    room = page.width - _FIGURES
    head = f"{'':<{room}}{UP + ' tryk':>8}{DOWN + ' træk':>8}   {'sider':<8}".rstrip()
    head = head.replace(UP, page.ink(UP, Effect.ESCALATES))
    lines = [page.rule("Alle breve"), head.replace(DOWN, page.ink(DOWN, Effect.DEESCALATES))]
    for report in reports:
        tryk = sum(side.escalates for side in report.profile.values())
        træk = sum(side.deescalates for side in report.profile.values())
        sides = " ".join(
            str(number) if report.profile[side].filled else "·"
            for number, side in enumerate(Side, 1)
        )
        lines.append(f"{_name(report, room):<{room}}{tryk:>8}{træk:>8}   {sides}")
    return lines


def _name(report: Report, room: int) -> str:
    """The letter's path, from its end where there is no room for all of it."""
    name = plain(report.document.path)
    return name if len(name) < room else "…" + name[-(room - 2) :]
