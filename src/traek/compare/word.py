"""A comparison as a Word file: what happened, the two Firkanter, and the texts in two columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traek.compare.values import Change
from traek.compare.wording import (
    BROUGHT,
    GIVEN_UP,
    SOLVED,
    STILL,
    WON,
    change_name,
    flowing,
    headline,
    notes,
    shown,
)
from traek.reporters.paper import Page, columns, firkante, new_page
from traek.reporters.privacy import COVERED
from traek.rulepack.categories import CATEGORIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from traek.compare.values import Changes, Comparison, Mark, Passage
    from traek.model import Block, Finding
    from traek.reporters.paper.page import Part


def as_docx(comparison: Comparison, *, names: bool = False) -> bytes:
    """The file; it says that personal data is covered unless it shows `names`.

    Raises:
        SettingsError: python-docx is not installed.
    """
    before, after = (report.document.path for report in (comparison.before, comparison.after))
    page = new_page("Før og nu")
    page.title("Før og nu", f"{before} → {after}")
    page.text(headline(comparison))
    firkante(page, [("Før", comparison.before), ("Nu", comparison.after)])
    tryk, træk = comparison.escalates, comparison.deescalates
    _listed(page, WON, træk.new)
    _listed(page, SOLVED, tryk.gone)
    _listed(page, BROUGHT, tryk.new)
    _still(page, tryk)
    _listed(page, GIVEN_UP, træk.gone)
    for note in notes(comparison):
        page.heading(note.title)
        page.bullets([line] for line in note.lines)
        if note.why:
            page.small(note.why)
    page.heading("Teksterne ved siden af hinanden")
    page.text(
        ("kun i det første udkast", "ud"), "   ", ("kun i det nye udkast", "ind"), together=True
    )
    columns(page, ("Før", "Nu"), [_row(passage) for passage in comparison.passages])
    if not names:
        page.small(COVERED)
    return page.saved()


def _listed(page: Page, title: str, findings: Iterable[Finding]) -> None:
    rows: list[list[Part]] = [
        [shown(finding), (f" – {CATEGORIES[finding.category].name}", "faint")]
        for finding in findings
    ]
    if rows:
        page.heading(title)
        page.bullets(rows)


def _still(page: Page, tryk: Changes) -> None:
    rows: list[list[Part]] = []
    for before, after in tryk.kept:
        then = "" if shown(before) == shown(after) else f" (før: {shown(before)})"
        name = CATEGORIES[after.category].name
        rows.append([f"{shown(after)}{then}", (f" – {name}", "faint")])
    if rows:
        page.heading(STILL)
        page.bullets(rows)


def _row(passage: Passage) -> tuple[list[list[Part]], list[list[Part]]]:
    what: list[list[Part]] = [[(change_name(passage), "faint")]]
    if passage.change is Change.SAME and not passage.moved:
        what = []
    old = [_parts(block, passage.taken_out, "ud") for block in passage.before]
    new = [_parts(block, passage.put_in, "ind") for block in passage.after]
    return [*what, *old], [*what, *new]


def _parts(block: Block, marks: Sequence[Mark], kind: str) -> list[Part]:
    parts: list[Part] = []
    text = flowing(block.text)
    at = 0
    for mark in marks:
        if mark.block == block.number:
            parts += [text[at : mark.span.start], (text[slice(*mark.span)], kind)]
            at = mark.span.end
    return [*parts, text[at:]]
