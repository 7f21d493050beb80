"""The sheets as Word files, portrait, with what a trainer may leave out on pages of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traek.homework import wording as say
from traek.homework.quoting import Quote
from traek.model import Effect
from traek.reporters.paper import Page, firkante, new_page

if TYPE_CHECKING:
    from traek.homework.feedback import Feedback
    from traek.homework.group import GroupSheet
    from traek.reporters.paper.page import Part

_LINES = 3
_INK = {Effect.ESCALATES: "tryk", Effect.DEESCALATES: "træk"}


def participant_docx(sheet: Feedback, *, exercise: bool = False, names: bool = False) -> bytes:
    """One participant's sheet; an exercise has lines to write on in place of rewrites.

    Raises:
        SettingsError: python-docx is not installed.
    """
    page = new_page(f"{say.TITLE}: {sheet.series.name}")
    page.title(say.TITLE, say.below_title(sheet))
    page.text((say.INTRO, "italic"))
    _working(page, sheet)
    _squares(page, sheet)
    _since(page, sheet)
    _places(page, sheet)
    _focus(page, sheet)
    for note in say.notes(sheet, names=names):
        page.small(note)
    (_try if exercise else _rewrites)(page, sheet)
    return page.saved()


def group_docx(sheet: GroupSheet, *, exercise: bool = False) -> bytes:
    """The group's sheet, its exercises, and the answer key on a page of its own.

    An exercise comes without the key.

    Raises:
        SettingsError: python-docx is not installed.
    """
    page = new_page(say.GROUP_TITLE)
    page.title(say.GROUP_TITLE, f"{sheet.letters} breve")
    page.text((say.GROUP_INTRO, "italic"))
    page.heading(say.GROUP_WORKS)
    page.bullets([(each.name, "bold"), f" – {say.in_letters(each, sheet)}"] for each in sheet.works)
    if not sheet.works:
        page.text(say.GROUP_NONE)
    page.heading(say.GROUP_RECURS)
    for each in sheet.recurs:
        page.text((each.name, "bold"), f" – {say.in_letters(each, sheet)}", together=True)
        page.text((each.question, "italic"))
    if not sheet.recurs:
        page.text(say.GROUP_NONE)
    page.heading(say.GROUP_SIDES)
    page.bullets(
        [
            (side.capitalize(), "bold"),
            f": {first} {'brev' if first == 1 else 'breve'} i første udkast, {last} i det seneste",
        ]
        for side, first, last in sheet.sides
    )
    if sheet.exercises:
        _exercises(page, sheet)
        if not exercise:
            _key(page, sheet)
    return page.saved()


def _working(page: Page, sheet: Feedback) -> None:
    page.heading(say.WORKS)
    if not sheet.working:
        page.text(say.WORKS_NONE)
        return
    for place in sheet.working:
        _quoted(page, place.quote, Effect.DEESCALATES)
        page.text(place.heard)
    page.text(say.WORKS_QUESTION, (sheet.working[0].question, "italic"))


def _squares(page: Page, sheet: Feedback) -> None:
    page.heading(say.SQUARE)
    drawings = [("Første udkast", sheet.first), ("Seneste udkast", sheet.last)]
    firkante(page, drawings if len(sheet.reports) > 1 else [("Udkastet", sheet.last)])
    page.small(say.SQUARE_HELP)


def _since(page: Page, sheet: Feedback) -> None:
    rows = say.since(sheet)
    if rows:
        page.heading(say.SINCE)
        page.bullets([(f"{label}: ", "bold"), text] for label, text in rows)


def _places(page: Page, sheet: Feedback) -> None:
    page.heading(say.PLACES)
    if not say.found_tryk(sheet):
        page.text(say.PLACES_FEW)
    for number, place in enumerate(sheet.places, 1):
        page.text((f"{number}. {say.place_name(place)}", "bold"), together=True)
        if place.quote is not None:
            _quoted(page, place.quote, Effect.ESCALATES)
        page.text(place.heard, together=True)
        page.text((place.question, "italic"))


def _focus(page: Page, sheet: Feedback) -> None:
    focus = sheet.focus
    if focus is None or not (focus.goal or focus.points or focus.plan):
        return
    page.heading(say.FOCUS)
    if focus.goal:
        page.text(("Mål: ", "bold"), focus.goal)
    counted = {point.point: say.progress(point) for point in sheet.followed}
    rows: list[list[Part]] = []
    for point in focus.points:
        row: list[Part] = [point.text]
        rows.append([*row, (f" ({counted[point]})", "faint")] if point in counted else row)
    page.bullets(rows)
    if focus.plan:
        page.text((f"{say.FOCUS_PLAN}: ", "bold"), " · ".join(focus.plan))


def _rewrites(page: Page, sheet: Feedback) -> None:
    offered = [(n, p) for n, p in enumerate(sheet.places, 1) if p.rewrite or p.advice]
    if not offered:
        return
    page.heading(say.REWRITES, new_page=True)
    page.text((say.REWRITES_HELP, "italic"))
    for number, place in offered:
        page.text((f"{number}. {say.place_name(place)}", "bold"), together=True)
        if place.quote is not None:
            _quoted(page, place.quote, Effect.ESCALATES)
        if place.keep:
            page.text(say.kept(place))
        if place.rewrite:
            page.quote(place.rewrite, effect=Effect.DEESCALATES)
        if place.advice:
            page.text(place.advice, together=True)
        page.text((say.OWN, "faint"), together=True)
        page.lines(2)
        page.text("")


def _try(page: Page, sheet: Feedback) -> None:
    page.heading(say.TRY, new_page=True)
    page.text((say.TRY_HELP, "italic"))
    for number, place in enumerate(sheet.places, 1):
        page.text((f"{number}. {say.place_name(place)}", "bold"), together=True)
        if place.quote is not None:
            _quoted(page, place.quote, Effect.ESCALATES)
        page.lines(_LINES)
        page.text("")


def _exercises(page: Page, sheet: GroupSheet) -> None:
    page.heading(say.EXERCISES, new_page=True)
    page.text((say.EXERCISES_HELP, "italic"))
    for number, exercise in enumerate(sheet.exercises, 1):
        page.text((f"{number}. ", "bold"), f"»{exercise.sentence}«", together=True)
        page.text((exercise.question, "italic"), together=True)
        page.lines(2)
        page.text("")


def _key(page: Page, sheet: GroupSheet) -> None:
    page.heading(say.KEY, new_page=True)
    page.text((say.KEY_HELP, "italic"))
    for number, exercise in enumerate(sheet.exercises, 1):
        page.text((f"{number}. »{exercise.marker}« ", "bold"), exercise.heard, together=True)
        if exercise.rewrite:
            page.quote(exercise.rewrite, effect=Effect.DEESCALATES)
        page.text(exercise.advice)


def _quoted(page: Page, quote: Quote | None, effect: Effect) -> None:
    if quote is not None:
        page.quote(quote.before, (quote.marker, _INK[effect]), quote.after, effect=effect)
