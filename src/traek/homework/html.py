"""The sheets as pages that need no network, with what a trainer may leave out on printed pages of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from traek.compare.beside import BESIDE_STYLE, side_by_side, whole_text
from traek.compare.html import SQUARES_STYLE, squares
from traek.homework import wording as say
from traek.model import Effect
from traek.reporters.html import escaped, page

if TYPE_CHECKING:
    from traek.homework.feedback import Feedback
    from traek.homework.group import GroupSheet, Shared
    from traek.homework.places import Place
    from traek.homework.quoting import Quote

_STYLE = (
    SQUARES_STYLE
    + BESIDE_STYLE
    + """
body { max-width: 56rem; }
h1 { margin-bottom: .1rem; }
blockquote { margin: .5rem 0 .3rem; padding: .1rem 0 .1rem .9rem; border-left: 4px solid var(--line); }
blockquote.tryk { border-left-color: var(--tryk); }
blockquote.træk { border-left: 4px dotted var(--træk); }
.question { font-style: italic; font-size: 1.05rem; }
.place { break-inside: avoid; margin-bottom: 1.2rem; }
.lines { margin: .2rem 0 1.4rem; }
.lines span { display: block; height: 1.9rem; border-bottom: 1px solid var(--line); }
ol.exercises > li { break-inside: avoid; margin-bottom: .6rem; }
.next { break-before: page; }
@media screen { .next { border-top: 3px solid var(--line); margin-top: 3rem; padding-top: .5rem; } }
"""
)
_LINES = f'<div class="lines">{"<span></span>" * 3}</div>'


def participant_html(sheet: Feedback, *, exercise: bool = False, names: bool = False) -> str:
    """One participant's page; an exercise has lines to write on in place of rewrites."""
    several = len(sheet.reports) > 1
    drawings = [("Første udkast", sheet.first), ("Seneste udkast", sheet.last)]
    parts = [
        f"<h1>{say.TITLE}</h1>",
        f'<p class="faint">{escaped(say.below_title(sheet))}</p>',
        f"<p><em>{escaped(say.INTRO)}</em></p>",
        f"<h2>{say.WORKS}</h2>",
        _working(sheet),
        f"<h2>{say.SQUARE}</h2>",
        squares(drawings if several else [("Udkastet", sheet.last)]),
        f'<p class="faint small">{escaped(say.SQUARE_HELP)}</p>',
        _since(sheet),
        f"<h2>{say.PLACES}</h2>",
        "" if say.found_tryk(sheet) else f"<p>{escaped(say.PLACES_FEW)}</p>",
        *(_place(n, place) for n, place in enumerate(sheet.places, 1)),
        _focus(sheet),
        *(f'<p class="faint small">{escaped(note)}</p>' for note in say.notes(sheet, names=names)),
        _try(sheet) if exercise else _rewrites(sheet),
        f'<section class="next"><h2>{say.WHOLE}</h2>',
        side_by_side(sheet.comparison) if sheet.comparison else whole_text(sheet.last),
        "</section>",
    ]
    return page(f"{say.TITLE}: {sheet.series.name}", _joined(parts), more_style=_STYLE)


def group_html(sheet: GroupSheet, *, exercise: bool = False) -> str:
    """The group's page, its exercises, and the answer key; an exercise comes without the key."""
    parts = [
        f"<h1>{say.GROUP_TITLE}</h1>",
        f'<p class="faint">{sheet.letters} breve</p>',
        f"<p><em>{escaped(say.GROUP_INTRO)}</em></p>",
        f"<h2>{say.GROUP_WORKS}</h2>",
        _shared(sheet.works, sheet),
        f"<h2>{say.GROUP_RECURS}</h2>",
        _shared(sheet.recurs, sheet),
        f"<h2>{say.GROUP_SIDES}</h2>",
        _sides(sheet),
        _exercises(sheet, exercise=exercise) if sheet.exercises else "",
    ]
    return page(say.GROUP_TITLE, _joined(parts), more_style=_STYLE)


def _sides(sheet: GroupSheet) -> str:
    rows = "".join(
        f'<tr><th>{escaped(side.capitalize())}</th><td class="number">{first}</td>'
        f'<td class="number">{last}</td></tr>'
        for side, first, last in sheet.sides
    )
    return (
        '<table><thead><tr><th>Side</th><th class="number">Første udkast</th>'
        f'<th class="number">Seneste udkast</th></tr></thead><tbody>{rows}</tbody></table>'
    )


def _working(sheet: Feedback) -> str:
    if not sheet.working:
        return f"<p>{escaped(say.WORKS_NONE)}</p>"
    places = "".join(
        f'<div class="place">{_quote(place.quote, Effect.DEESCALATES)}'
        f"<p>{escaped(place.heard)}</p></div>"
        for place in sheet.working
    )
    question = escaped(sheet.working[0].question)
    return f'{places}<p>{say.WORKS_QUESTION}<span class="question">{question}</span></p>'


def _since(sheet: Feedback) -> str:
    rows = "".join(
        f"<li><b>{escaped(label)}:</b> {escaped(text)}</li>" for label, text in say.since(sheet)
    )
    return f"<h2>{say.SINCE}</h2><ul>{rows}</ul>" if rows else ""


def _place(number: int, place: Place) -> str:
    return (
        f'<div class="place"><p><b>{number}. {escaped(say.place_name(place))}</b></p>'
        f"{_quote(place.quote, Effect.ESCALATES)}<p>{escaped(place.heard)}</p>"
        f'<p class="question">{escaped(place.question)}</p></div>'
    )


def _focus(sheet: Feedback) -> str:
    focus = sheet.focus
    if focus is None or not (focus.goal or focus.points or focus.plan):
        return ""
    counted = {point.point: f" ({say.progress(point)})" for point in sheet.followed}
    points = "".join(
        f'<li>{escaped(point.text)}<span class="faint">{escaped(counted.get(point, ""))}</span></li>'
        for point in focus.points
    )
    goal = f"<p><b>Mål:</b> {escaped(focus.goal)}</p>" if focus.goal else ""
    plan = ""
    if focus.plan:
        plan = f"<p><b>{say.FOCUS_PLAN}:</b> {escaped(' · '.join(focus.plan))}</p>"
    return f"<h2>{say.FOCUS}</h2>{goal}{_listed(points)}{plan}"


def _rewrites(sheet: Feedback) -> str:
    places = "".join(
        f'<div class="place"><p><b>{number}. {escaped(say.place_name(place))}</b></p>'
        f"{_quote(place.quote, Effect.ESCALATES)}"
        f"{_law(place)}{_rewrite(place.rewrite)}<p>{escaped(place.advice)}</p>"
        f'<p class="faint">{say.OWN}</p>{_LINES}</div>'
        for number, place in enumerate(sheet.places, 1)
        if place.rewrite or place.advice
    )
    if not places:
        return ""
    help_text = f"<p><em>{escaped(say.REWRITES_HELP)}</em></p>"
    return f'<section class="next"><h2>{say.REWRITES}</h2>{help_text}{places}</section>'


def _try(sheet: Feedback) -> str:
    places = "".join(
        f'<div class="place"><p><b>{number}. {escaped(say.place_name(place))}</b></p>'
        f"{_quote(place.quote, Effect.ESCALATES)}{_LINES}</div>"
        for number, place in enumerate(sheet.places, 1)
    )
    help_text = f"<p><em>{escaped(say.TRY_HELP)}</em></p>"
    return f'<section class="next"><h2>{say.TRY}</h2>{help_text}{places}</section>'


def _shared(shared: Sequence[Shared], sheet: GroupSheet) -> str:
    items = "".join(
        f"<li><b>{escaped(each.name)}</b> – {escaped(say.in_letters(each, sheet))}"
        f"{f'<br/><em>{escaped(each.question)}</em>' if each.question else ''}</li>"
        for each in shared
    )
    return _listed(items) or f"<p>{escaped(say.GROUP_NONE)}</p>"


def _exercises(sheet: GroupSheet, *, exercise: bool) -> str:
    items = "".join(
        f"<li>»{escaped(each.sentence)}«<br/><em>{escaped(each.question)}</em>{_LINES}</li>"
        for each in sheet.exercises
    )
    text = (
        f'<section class="next"><h2>{say.EXERCISES}</h2><p><em>{escaped(say.EXERCISES_HELP)}</em></p>'
        f'<ol class="exercises">{items}</ol></section>'
    )
    if exercise:
        return text
    answers = "".join(
        f"<li>»{escaped(each.marker)}«: {escaped(each.heard)}"
        f"{_rewrite(each.rewrite)}<br/>{escaped(each.advice)}</li>"
        for each in sheet.exercises
    )
    return (
        f'{text}<section class="next"><h2>{say.KEY}</h2><p><em>{escaped(say.KEY_HELP)}</em></p>'
        f'<ol class="exercises">{answers}</ol></section>'
    )


def _quote(quote: Quote | None, effect: Effect) -> str:
    if quote is None:
        return ""
    kind = "tryk" if effect is Effect.ESCALATES else "træk"
    return (
        f'<blockquote class="{kind}">{escaped(quote.before)}'
        f'<mark class="{kind} tyngde-2">{escaped(quote.marker)}</mark>{escaped(quote.after)}'
        "</blockquote>"
    )


def _law(place: Place) -> str:
    return f'<p class="note law">{escaped(say.kept(place))}</p>' if place.keep else ""


def _rewrite(text: str | None) -> str:
    return f'<div class="rewrite">{escaped(text)}</div>' if text else ""


def _listed(items: str) -> str:
    return f"<ul>{items}</ul>" if items else ""


def _joined(parts: Iterable[str]) -> str:
    return "\n".join(part for part in parts if part)
