"""Two drafts of one letter as the page shows them beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from traek.compare import compared
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
from traek.model import Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from traek.compare import Changes, Comparison, Mark, Passage
    from traek.model import Block, Finding, Report


def comparison(before: Report, after: Report) -> dict[str, Any]:
    """What became of the letter, as plain JSON values."""
    found = compared(before, after)
    return {
        "headline": headline(found),
        "sides": [_side(found, side) for side in Side],
        "lists": [
            {"title": title, "effect": effect, "findings": [_finding(each) for each in findings]}
            for title, effect, findings in _lists(found)
            if findings
        ],
        "notes": [note._asdict() for note in notes(found)],
        "passages": [_passage(each) for each in found.passages],
    }


def _side(found: Comparison, side: Side) -> dict[str, str]:
    return {
        "side": side.value,
        "filled": filled(found.before.profile[side], found.after.profile[side]),
        "escalates": steps(found.escalates.on(side)),
        "deescalates": steps(found.deescalates.on(side)),
    }


def _lists(found: Comparison) -> Iterator[tuple[str, str, Iterable[Finding]]]:
    tryk, træk = found.escalates, found.deescalates
    yield WON, "deescalates", træk.new
    yield SOLVED, "escalates", tryk.gone
    yield BROUGHT, "escalates", tryk.new
    yield STILL, "escalates", _kept(tryk)
    yield GIVEN_UP, "deescalates", træk.gone
    yield "Træk i begge udkast", "deescalates", _kept(træk)


def _kept(changes: Changes) -> tuple[Finding, ...]:
    return tuple(pair.after for pair in changes.kept)


def _finding(finding: Finding) -> dict[str, str]:
    return {"quote": shown(finding), "title": finding.title, "side": finding.side.value}


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "change": change_name(passage),
        "same": passage.change.value == "same",
        "before": [_pieces(block, passage.taken_out) for block in passage.before],
        "after": [_pieces(block, passage.put_in) for block in passage.after],
    }


def _pieces(block: Block, marks: Iterable[Mark]) -> list[dict[str, Any]]:
    """The text of a block, cut where words stand in one draft only."""
    pieces, done = [], 0
    for start, end in sorted(mark.span for mark in marks if mark.block == block.number):
        pieces += [(done, start, False), (start, end, True)]
        done = end
    pieces.append((done, len(block.text), False))
    return [
        {"text": block.text[start:end], "changed": changed}
        for start, end, changed in pieces
        if end > start
    ]
