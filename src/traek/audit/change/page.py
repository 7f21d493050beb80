"""A change as one page: all of it first, then folder by folder and template by template."""

from __future__ import annotations

from collections.abc import Sequence

from traek.audit.change.comparison import Change, Shift, State, TemplateChange
from traek.audit.change.tables import OTHER_RULES, shown_path
from traek.audit.numbers import pressure
from traek.audit.report.charts import decimal, number
from traek.reporters.html import escaped, page
from traek.reporters.privacy import COVERED

_TITLES = {
    State.HEAVIER: "Blevet tungere",
    State.LIGHTER: "Blevet lettere",
    State.NEW: "Nye skabeloner",
    State.GONE: "Ikke længere med",
    State.SAME: "Uændret",
}
_QUOTES = 12


def change_page(change: Change) -> str:
    """The page; it needs nothing but itself, and names are covered."""
    parts = [
        "<h1>Før og efter</h1>",
        f'<p class="faint small">{escaped(COVERED.partition(" Kør")[0])}</p>',
    ]
    if not change.same_rules:
        parts.append(f'<p class="notice">{escaped(OTHER_RULES)}</p>')
    parts += [_whole(change), _folders(change.folders)]
    parts += [_section(state, change.of(state)) for state in State]
    return page("Før og efter", "\n".join(part for part in parts if part))


def _whole(change: Change) -> str:
    was, now = change.whole.before, change.whole.after
    rows = "".join(
        f'<tr><th scope="row">{name}</th><td class="number">{one}</td><td class="number">{other}</td></tr>'
        for name, one, other in (
            ("Skabeloner", number(was.templates), number(now.templates)),
            ("Ord", number(was.words), number(now.words)),
            ("Tyngde på 1.000 ord", decimal(was.density), decimal(now.density)),
            ("▲ tryk", number(was.escalates), number(now.escalates)),
            ("▽ træk", number(was.deescalates), number(now.deescalates)),
        )
    )
    counts = ", ".join(state.counted(len(change.of(state))) for state in State)
    return (
        f"<p>{escaped(counts)}.</p>"
        '<div class="wide"><table><thead><tr><th scope="col"></th><th scope="col" class="number">Før</th>'
        f'<th scope="col" class="number">Efter</th></tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _folders(folders: Sequence[Shift]) -> str:
    if len(folders) < 2:  # noqa: PLR2004
        return ""
    largest = max(max(s.before.density, s.after.density) for s in folders)
    rows = "".join(
        f'<tr><td class="path">{escaped(shift.name or "(øverst)")}</td>'
        f'<td class="number">{_density(shift.before.templates, shift.before.density)}</td>'
        f'<td class="number">{_density(shift.after.templates, shift.after.density)}</td>'
        f"<td>{_slope(shift.before.density, shift.after.density, largest)}</td></tr>"
        for shift in folders
    )
    return (
        '<h2>Mappe for mappe</h2><div class="wide"><table><caption>Tyngde på 1.000 ord</caption><thead><tr>'
        '<th scope="col">Mappe</th><th scope="col" class="number">Før</th>'
        '<th scope="col" class="number">Efter</th><th scope="col">○ før ● efter</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _density(templates: int, density: float) -> str:
    return decimal(density) if templates else "–"


def _slope(was: float, now: float, largest: float) -> str:
    """A line from an open ring before to a filled one after."""
    scale = 140 / largest if largest else 0
    x1, x2 = 10 + was * scale, 10 + now * scale
    kind = "tryk" if now > was else "træk"
    return (
        '<svg viewBox="0 0 160 16" width="160" height="16" aria-hidden="true">'
        f'<rect class="track" x="{min(x1, x2):.1f}" y="7" width="{abs(x2 - x1):.1f}" height="2"/>'
        f'<circle class="hollow" cx="{x1:.1f}" cy="8" r="5"/>'
        f'<circle class="{kind}" cx="{x2:.1f}" cy="8" r="5"/></svg>'
    )


def _section(state: State, changes: Sequence[TemplateChange]) -> str:
    if not changes:
        return ""
    title = f"<h2>{_TITLES[state]} ({number(len(changes))})</h2>"
    if state in {State.NEW, State.GONE, State.SAME}:
        items = "".join(f"<li>{_name(each)}</li>" for each in changes)
        return f"{title}<details><summary>Vis dem</summary><ul>{items}</ul></details>"
    rows = "".join(map(_row, changes))
    return (
        f'{title}<div class="wide"><table><thead><tr><th scope="col">Skabelon</th>'
        '<th scope="col" class="number">Før</th><th scope="col" class="number">Efter</th>'
        '<th scope="col">Væk</th><th scope="col">Kommet til</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _row(each: TemplateChange) -> str:
    was, now = each.before, each.after
    if was is None or now is None:
        return ""
    return (
        f'<tr><td class="path">{_name(each)}</td><td class="number">{decimal(pressure(was))}</td>'
        f'<td class="number">{decimal(pressure(now))}</td>'
        f"<td>{_quotes(each.solved)}</td><td>{_quotes(each.added)}</td></tr>"
    )


def _name(each: TemplateChange) -> str:
    name = escaped(shown_path(each.path))
    if not each.moved or each.before is None:
        return name
    return f'{name} <span class="faint">(før {escaped(shown_path(each.before.path))})</span>'


def _quotes(quotes: Sequence[str]) -> str:
    if not quotes:
        return ""
    items = "".join(f"<li>»{escaped(quote)}«</li>" for quote in quotes[:_QUOTES])
    more = len(quotes) - _QUOTES
    rest = f"<li>og {number(more)} til</li>" if more > 0 else ""
    return f"<details><summary>{number(len(quotes))} tryk</summary><ul>{items}{rest}</ul></details>"
