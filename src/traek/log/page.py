"""The log as a page: letters over time, sides before and after, and what came of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from traek.log.figures import NOTE, Row, by_month, by_outcome, by_side, whole
from traek.model import Effect
from traek.reporters.html import escaped, page

if TYPE_CHECKING:
    from traek.log.entry import Entry

_WIDTH, _HEIGHT = 760, 230
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 16, 16, 40
_RADIUS = 5
_MOST_LABELS = 14
_STYLE = """
svg .axis { stroke: var(--line); stroke-width: 1; }
svg .path { stroke: var(--faint); stroke-width: 2; }
svg .dot { stroke-width: 2; }
svg .dot.tryk { stroke: var(--tryk); }
svg .dot.træk { stroke: var(--træk); }
svg .dot.before { fill: var(--sheet); }
figure { margin: 1rem 0 2rem; }
figcaption { color: var(--faint); font-size: .9rem; }
"""


def as_html(entries: Sequence[Entry]) -> str:
    """The page; it tells of letters in order of time, and never of causes."""
    total = whole(entries)
    parts = [
        "<h1>Min log</h1>",
        f"<p>{escaped(_lead(entries, total))}</p>",
        f'<p class="notice">{escaped(NOTE)}</p>',
    ]
    if entries:
        parts += [
            "<h2>Tryk fra brev til brev</h2>",
            _figure(entries, Effect.ESCALATES),
            "<h2>Træk fra brev til brev</h2>",
            _figure(entries, Effect.DEESCALATES),
            "<h2>Siderne</h2>",
            _sides(entries),
            "<h2>Hvad der kom ud af det</h2>",
            _table("Udfald", by_outcome(entries)),
            "<h2>Måned for måned</h2>",
            _table("Måned", [*by_month(entries), total]),
            "<h2>Alle breve</h2>",
            _letters(entries),
        ]
    return page("Min log", "\n".join(parts), more_style=_STYLE)


def _lead(entries: Sequence[Entry], total: Row) -> str:
    if not entries:
        return "Loggen er tom endnu. Det første brev lægger du i med »traek log add«."
    letters = f"{total.letters} {'brev' if total.letters == 1 else 'breve'}"
    told = f"{letters} fra {entries[0].day:%d.%m.%Y} til {entries[-1].day:%d.%m.%Y}."
    if total.pairs:
        told += (
            f" I de {total.pairs} med et første udkast er der {total.escalates_before} tryk før og "
            f"{total.escalates_after} nu, og {total.deescalates_before} træk før og "
            f"{total.deescalates_after} nu."
        )
    return told


def _figure(entries: Sequence[Entry], effect: Effect) -> str:
    """A column for each letter: an open ring for the first draft and a full one for the letter sent."""
    tryk = effect is Effect.ESCALATES
    name = "tryk" if tryk else "træk"
    pairs = [
        (e.escalates(before=True), e.escalates() or 0)
        if tryk
        else (e.deescalates(before=True), e.deescalates() or 0)
        for e in entries
    ]
    most = max(1, *(max(before or 0, after) for before, after in pairs))
    step = (_WIDTH - _LEFT - _RIGHT) / len(pairs)
    parts = [_axis(most)]
    every = -(-len(entries) // _MOST_LABELS)
    for number, ((before, after), entry) in enumerate(zip(pairs, entries, strict=True)):
        x = _LEFT + step * (number + 0.5)
        parts.append(_letter(x, before, after, most, name, entry))
        if number % every == 0:
            parts.append(
                f'<text x="{x:.1f}" y="{_HEIGHT - 16}" text-anchor="middle" font-size="11" '
                f'class="faint">{entry.day:%d.%m.%y}</text>'
            )
    caption = f"Åben ring: {name} i det første udkast. Fyldt: {name} i brevet, som det blev."
    return (
        f'<figure><svg viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}" '
        f'role="img" aria-label="{escaped(name.capitalize())} i hvert brev, over tid">'
        f"{''.join(parts)}</svg><figcaption>{escaped(caption)}</figcaption></figure>"
    )


def _axis(most: int) -> str:
    parts = []
    for value in sorted({0, most // 2, most}):
        y = _y(value, most)
        parts.append(
            f'<line class="axis" x1="{_LEFT}" y1="{y:.1f}" x2="{_WIDTH - _RIGHT}" y2="{y:.1f}"/>'
            f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end" font-size="12" '
            f'class="faint">{value}</text>'
        )
    return "".join(parts)


def _letter(x: float, before: int | None, after: int, most: int, kind: str, entry: Entry) -> str:
    told = f"{entry.day:%d.%m.%Y} {entry.label}: {after} {kind}"
    parts = []
    if before is not None:
        told += f" ({before} før)"
        parts.append(
            f'<line class="path" x1="{x:.1f}" y1="{_y(before, most):.1f}" x2="{x:.1f}" '
            f'y2="{_y(after, most):.1f}"/>'
        )
        parts.append(
            f'<circle class="dot before {kind}" cx="{x:.1f}" cy="{_y(before, most):.1f}" '
            f'r="{_RADIUS + 1}"/>'
        )
    parts.append(
        f'<circle class="dot {kind}" cx="{x:.1f}" cy="{_y(after, most):.1f}" r="{_RADIUS}"/>'
    )
    return f"<g><title>{escaped(told)}</title>{''.join(parts)}</g>"


def _y(value: int, most: int) -> float:
    return _TOP + (_HEIGHT - _TOP - _BOTTOM) * (1 - value / most)


def _sides(entries: Sequence[Entry]) -> str:
    rows = "".join(
        f"<tr><th>{escaped(side.capitalize())}</th>"
        f'<td class="number">{before.escalates} → {after.escalates}</td>'
        f'<td class="number">{before.deescalates} → {after.deescalates}</td></tr>'
        for side, before, after in by_side(entries)
    )
    return (
        "<table><caption>Summer over de breve, hvor loggen kender begge udkast.</caption>"
        '<thead><tr><th>Side</th><th class="number">▲ tryk</th>'
        f'<th class="number">▽ træk</th></tr></thead><tbody>{rows}</tbody></table>'
    )


def _table(name: str, rows: Sequence[Row]) -> str:
    body = "".join(
        f'<tr><th>{escaped(row.name)}</th><td class="number">{row.letters}</td>'
        f'<td class="number">{_steps(row, row.escalates_before, row.escalates_after)}</td>'
        f'<td class="number">{_steps(row, row.deescalates_before, row.deescalates_after)}</td>'
        f'<td class="number">{row.minutes or "–"}</td></tr>'
        for row in rows
    )
    return (
        f'<table><thead><tr><th>{name}</th><th class="number">Breve</th>'
        '<th class="number">▲ tryk</th><th class="number">▽ træk</th>'
        f'<th class="number">Minutter</th></tr></thead><tbody>{body}</tbody></table>'
    )


def _steps(row: Row, before: int, after: int) -> str:
    return f"{before} → {after}" if row.pairs else "–"


def _letters(entries: Sequence[Entry]) -> str:
    body = "".join(
        f'<tr><td class="number">{entry.number}</td><td>{entry.day:%d.%m.%Y}</td>'
        f"<td>{escaped(entry.label)}</td><td>{escaped(str(entry.genre or entry.situation))}</td>"
        f'<td class="number">{_pair(entry.escalates(before=True), entry.escalates())}</td>'
        f'<td class="number">{_pair(entry.deescalates(before=True), entry.deescalates())}</td>'
        f"<td>{escaped(entry.outcome.told if entry.outcome else '–')}</td></tr>"
        for entry in entries
    )
    return (
        '<div class="wide"><table><thead><tr><th class="number">Nr.</th><th>Dato</th><th>Mærkat</th>'
        '<th>Slags</th><th class="number">▲ tryk</th><th class="number">▽ træk</th>'
        f"<th>Udfald</th></tr></thead><tbody>{body}</tbody></table></div>"
    )


def _pair(before: int | None, after: int | None) -> str:
    return f"{after}" if before is None else f"{before} → {after}"
