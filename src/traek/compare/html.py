"""A comparison as a page: what happened, the two Firkanter, and the texts beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from traek.compare.beside import BESIDE_STYLE, side_by_side
from traek.compare.wording import (
    BROUGHT,
    GIVEN_UP,
    SOLVED,
    STILL,
    WON,
    filled,
    headline,
    notes,
    shown,
    steps,
)
from traek.model import Report, Side
from traek.reporters.html import escaped, firkant_svg, kind_of, page, sign_of
from traek.reporters.privacy import COVERED
from traek.rulepack.categories import CATEGORIES

if TYPE_CHECKING:
    from traek.compare.values import Comparison, Kept
    from traek.compare.wording import Note
    from traek.model import Finding

SQUARES_STYLE = """
.squares { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 1rem 2rem; max-width: 56rem; }
.squares figure { margin: 0; }
.squares figcaption { font-weight: 600; text-align: center; }
.squares svg { margin: 0 auto; width: 100%; max-width: 26rem; }
.told { padding-left: 0; list-style: none; }
.told li { margin: 0 0 .25rem; padding-left: 1.4rem; text-indent: -1.4rem; }
.told .sign { display: inline-block; width: 1.4rem; text-indent: 0; font-weight: 700; }
"""


def as_html(comparison: Comparison, *, names: bool = False) -> str:
    """The page; it says that personal data is covered unless it shows `names`."""
    tryk, træk = comparison.escalates, comparison.deescalates
    before, after = (report.document.path for report in (comparison.before, comparison.after))
    parts = [
        "<h1>Før og nu</h1>",
        f'<ul class="facts"><li>Før: {escaped(before)}</li><li>Nu: {escaped(after)}</li></ul>',
        f"<p>{escaped(headline(comparison))}</p>",
        squares([("Før", comparison.before), ("Nu", comparison.after)]),
        _sides(comparison),
        told(WON, træk.new),
        told(SOLVED, tryk.gone),
        told(BROUGHT, tryk.new),
        _still(tryk.kept),
        told(GIVEN_UP, træk.gone),
        facts(comparison),
        "<h2>Teksterne ved siden af hinanden</h2>",
        side_by_side(comparison),
    ]
    if not names:
        parts.append(f'<p class="faint small">{escaped(COVERED)}</p>')
    title = f"Før og nu: {PurePath(after).name}"
    body = "\n".join(part for part in parts if part)
    return page(title, body, more_style=SQUARES_STYLE + BESIDE_STYLE)


def squares(drawings: Sequence[tuple[str, Report]]) -> str:
    """The Firkanter of some drafts beside each other, each below its title."""
    figures = "".join(
        f"<figure><figcaption>{escaped(title)}</figcaption>"
        f"{firkant_svg(report.profile, of=title.lower())}</figure>"
        for title, report in drawings
    )
    return f'<div class="squares">{figures}</div>'


def told(title: str, findings: Iterable[Finding]) -> str:
    """A list of findings below a heading; nothing where there are none."""
    items = "".join(
        f"<li>{_sign(finding)}{escaped(shown(finding))} "
        f'<span class="faint">{escaped(CATEGORIES[finding.category].name)}</span></li>'
        for finding in findings
    )
    return f'<h3>{escaped(title)}</h3><ul class="told">{items}</ul>' if items else ""


def facts(comparison: Comparison) -> str:
    """What got lost, came in or still has to be filled in; nothing where all is well."""
    return "".join(map(_noted, notes(comparison)))


def _noted(note: Note) -> str:
    items = "".join(f"<li>{escaped(line)}</li>" for line in note.lines)
    why = f'<p class="faint small">{escaped(note.why)}</p>' if note.why else ""
    return (
        f'<div class="notice"><p class="label">{escaped(note.title)}</p><ul>{items}</ul>{why}</div>'
    )


def _sides(comparison: Comparison) -> str:
    rows = ""
    for side in Side:
        tryk, træk = comparison.escalates.on(side), comparison.deescalates.on(side)
        state = filled(comparison.before.profile[side], comparison.after.profile[side])
        rows += (
            f"<tr><th>{escaped(side.capitalize())}</th>"
            f'<td class="number">{steps(tryk)}</td><td class="number">{steps(træk)}</td>'
            f"<td>{escaped(state)}</td></tr>"
        )
    return (
        '<table><thead><tr><th>Side</th><th class="number">▲ tryk</th>'
        f'<th class="number">▽ træk</th><th>Fyldt</th></tr></thead><tbody>{rows}</tbody></table>'
    )


def _still(kept: Iterable[Kept]) -> str:
    items = ""
    for before, after in kept:
        then = "" if shown(before) == shown(after) else f" (før: {shown(before)})"
        items += (
            f"<li>{_sign(after)}{escaped(shown(after) + then)} "
            f'<span class="faint">{escaped(CATEGORIES[after.category].name)}</span></li>'
        )
    return f'<h3>{STILL}</h3><ul class="told">{items}</ul>' if items else ""


def _sign(finding: Finding) -> str:
    return f'<span class="{kind_of(finding)}"><span class="sign">{sign_of(finding)}</span></span>'
