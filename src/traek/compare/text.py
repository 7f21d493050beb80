"""A comparison for the terminal: what happened, side by side, and the two texts beside each other."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from traek.compare.values import Change
from traek.compare.wording import (
    BROUGHT,
    GIVEN_UP,
    SOLVED,
    STILL,
    WON,
    change_name,
    filled,
    headline,
    notes,
    shown,
    steps,
)
from traek.model import Effect, Side
from traek.reporters.notes import FOOTER
from traek.reporters.text.firkant import DOWN, UP
from traek.reporters.text.page import Page, plain
from traek.rulepack.categories import CATEGORIES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from traek.compare.values import Changes, Comparison, Mark, Passage
    from traek.model import Block, Finding

_NEEDED = 72
_GUTTER = " │ "
_OUT = ("[-", "-]")
_IN = ("{+", "+}")


def as_text(comparison: Comparison, page: Page) -> str:
    """The comparison in lines no wider than the page."""
    before, after = (report.document.path for report in (comparison.before, comparison.after))
    lines = [
        page.rule("Før og nu"),
        *page.wrap(f"Før: {plain(before)}"),
        *page.wrap(f"Nu:  {plain(after)}"),
    ]
    lines += ["", *page.wrap(headline(comparison)), "", *_sides(comparison, page)]
    træk, tryk = comparison.deescalates, comparison.escalates
    lines += _listed(WON, træk.new, page)
    lines += _listed(SOLVED, tryk.gone, page)
    lines += _listed(BROUGHT, tryk.new, page)
    lines += _still(tryk, page)
    lines += _listed(GIVEN_UP, træk.gone, page)
    lines += _notes(comparison, page)
    lines += ["", "", page.rule("Teksterne ved siden af hinanden"), *_legend(page)]
    lines += _passages(comparison, page)
    note = [page.faint(line) for line in page.wrap(FOOTER)]
    return "\n".join([*lines, "", page.rule(), *note]) + "\n"


def _sides(comparison: Comparison, page: Page) -> list[str]:
    lines = []
    for number, side in enumerate(Side, 1):
        tryk, træk = comparison.escalates.on(side), comparison.deescalates.on(side)
        before, after = comparison.before.profile[side], comparison.after.profile[side]
        counts = f"{UP} {steps(tryk)}   {DOWN} {steps(træk)}  "
        line = f"{number} {side.value.capitalize():<9} {counts} {filled(before, after)}"
        lines += [_inked(each, page) for each in page.wrap(line, "", "    ")]
    return lines


def _listed(title: str, findings: Iterable[Finding], page: Page) -> list[str]:
    lines: list[str] = []
    for finding in findings:
        sign = page.ink(UP if finding.effect is Effect.ESCALATES else DOWN, finding.effect)
        category = CATEGORIES[finding.category].name
        first, *rest = page.wrap(f"{plain(shown(finding))} – {category}", "  * ", "    ")
        lines += [first.replace("*", sign, 1), *rest]
    return ["", "", page.bold(title), *lines] if lines else []


def _still(tryk: Changes, page: Page) -> list[str]:
    lines: list[str] = []
    for before, after in tryk.kept:
        then, now = plain(shown(before)), plain(shown(after))
        text = now if then == now else f"{now} (før: {then})"
        category = CATEGORIES[after.category].name
        first, *rest = page.wrap(f"{text} – {category}", "  * ", "    ")
        lines += [first.replace("*", page.ink(UP, Effect.ESCALATES), 1), *rest]
    return ["", "", page.bold(STILL), *lines] if lines else []


def _notes(comparison: Comparison, page: Page) -> list[str]:
    lines: list[str] = []
    for note in notes(comparison):
        lines += ["", "", page.bold(note.title)]
        for line in note.lines:
            lines += page.wrap(plain(line), "  ! ", "    ")
        if note.why:
            lines += [page.faint(line) for line in page.wrap(note.why, "    ", "    ")]
    return lines


def _legend(page: Page) -> list[str]:
    return [
        page.faint(line)
        for line in page.wrap("[-kun i det første udkast-]  {+kun i det nye udkast+}")
    ]


def _passages(comparison: Comparison, page: Page) -> list[str]:
    lines: list[str] = []
    untouched = False
    for passage in comparison.passages:
        same = passage.change is Change.SAME and not passage.moved
        if not (same and untouched):
            lines.append("")
        if not same:
            lines.append(page.faint(change_name(passage)))
        untouched = same
        old = _marked(passage.before, passage.taken_out, _OUT, passage.change)
        new = _marked(passage.after, passage.put_in, _IN, passage.change)
        lines += (
            _beside(old, new, page) if page.width >= _NEEDED else _below(passage, old, new, page)
        )
    return lines


def _below(passage: Passage, old: list[str], new: list[str], page: Page) -> list[str]:
    if passage.change is Change.SAME:
        old = []
    lines = [line for text in old for line in page.wrap(text, "- ", "  ")]
    return lines + [line for text in new for line in page.wrap(text, "+ ", "  ")]


def _beside(old: list[str], new: list[str], page: Page) -> list[str]:
    width = (page.width - len(_GUTTER)) // 2
    column = Page(width, colour=False)
    left = [line for text in old for line in column.wrap(text)]
    right = [line for text in new for line in column.wrap(text)]
    padding = [" " * (width - len(line)) for line in left]
    rows = zip_longest(
        _coloured(left, _OUT, Effect.ESCALATES, page),
        padding,
        _coloured(right, _IN, Effect.DEESCALATES, page),
    )
    return [
        f"{one or ''}{' ' * width if pad is None else pad}{_GUTTER}{other or ''}".rstrip()
        for one, pad, other in rows
    ]


def _coloured(lines: list[str], signs: tuple[str, str], effect: Effect, page: Page) -> list[str]:
    """The lines with what stands between the signs in ink, also over the end of a line."""
    if not page.colour:
        return lines
    start, end = signs
    inside = False
    done = []
    for line in lines:
        text = ""
        for part in re.split(f"({re.escape(start)}|{re.escape(end)})", line):
            inside = inside or part == start
            text += page.ink(part, effect) if inside and part else part
            inside = inside and part != end
        done.append(text)
    return done


def _marked(
    blocks: tuple[Block, ...], marks: tuple[Mark, ...], signs: tuple[str, str], change: Change
) -> list[str]:
    """The paragraphs with signs around what stands in this draft only."""
    start, end = signs
    if change in {Change.ADDED, Change.REMOVED}:
        return [plain(f"{start}{block.text.strip()}{end}") for block in blocks]
    texts = []
    for block in blocks:
        text = block.text
        for mark in reversed([mark for mark in marks if mark.block == block.number]):
            quote = text[mark.span.start : mark.span.end]
            text = f"{text[: mark.span.start]}{start}{quote}{end}{text[mark.span.end :]}"
        texts.append(plain(text))
    return texts


def _inked(line: str, page: Page) -> str:
    return line.replace(UP, page.ink(UP, Effect.ESCALATES)).replace(
        DOWN, page.ink(DOWN, Effect.DEESCALATES)
    )
