"""Several letters at a glance: a table with tryk, træk and filled sides for each."""

from __future__ import annotations

from collections.abc import Sequence

from traek.model import Report, Side
from traek.reporters.html.marking import DOWN, UP
from traek.reporters.html.page import escaped


def overview(reports: Sequence[Report]) -> str:
    """The table; each letter's name leads to its place on the page, `#b1` and on."""
    rows = "".join(_row(number, report) for number, report in enumerate(reports, 1))
    return (
        '<div class="wide"><table><caption>Alle breve</caption><thead><tr><th scope="col">Brev</th>'
        f'<th scope="col" class="number">{UP} tryk</th><th scope="col" class="number">{DOWN} træk</th>'
        '<th scope="col" class="number">Ord</th><th scope="col">Tomme sider</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _row(number: int, report: Report) -> str:
    tryk = sum(side.escalates for side in report.profile.values())
    træk = sum(side.deescalates for side in report.profile.values())
    empty = ", ".join(side.value for side in Side if not report.profile[side].filled) or "ingen"
    return (
        f'<tr><td class="path"><a href="#b{number}">{escaped(report.document.path)}</a></td>'
        f'<td class="number">{tryk}</td><td class="number">{træk}</td>'
        f'<td class="number">{report.words}</td><td>{empty}</td></tr>'
    )
