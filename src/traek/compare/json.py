"""A comparison as JSON, schema 1: frozen, and built by hand so that the values may change."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from traek import __version__
from traek.model import Side

if TYPE_CHECKING:
    from traek.compare.facts import Fact
    from traek.compare.values import Changes, Comparison, Mark, Passage
    from traek.model import Block, Finding, Report

SCHEMA = 1


def as_json(comparison: Comparison) -> bytes:
    """The comparison as one JSON object, with Danish letters as they are."""
    return (json.dumps(as_schema_1(comparison), ensure_ascii=False, indent=1) + "\n").encode()


def as_schema_1(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain dictionaries and lists."""
    tryk, træk = comparison.escalates, comparison.deescalates
    return {
        "schema": SCHEMA,
        "tool": {"name": "traek", "version": __version__},
        "before": _document(comparison.before),
        "after": _document(comparison.after),
        "sides": {side.value: _side(comparison, side) for side in Side},
        "categories": {
            category: _counts(changes.in_category(category))
            for changes in (tryk, træk)
            for category in changes.categories
        },
        "escalates": _changes(tryk),
        "deescalates": _changes(træk),
        "lost_facts": [_fact(fact) for fact in comparison.lost_facts],
        "new_facts": [_fact(fact) for fact in comparison.new_facts],
        "gaps": [{"block": gap.block, "text": gap.text} for gap in comparison.gaps],
        "passages": [_passage(passage) for passage in comparison.passages],
    }


def _document(report: Report) -> dict[str, Any]:
    return {
        "path": report.document.path,
        "situation": report.situation.value,
        "words": report.words,
        "lix": None if report.readability is None else round(report.readability.lix, 1),
    }


def _side(comparison: Comparison, side: Side) -> dict[str, Any]:
    before, after = comparison.before.profile[side], comparison.after.profile[side]
    return {
        "filled": {"before": before.filled, "after": after.filled},
        "escalates": _counts(comparison.escalates.on(side)),
        "deescalates": _counts(comparison.deescalates.on(side)),
    }


def _counts(changes: Changes) -> dict[str, int]:
    return {
        "before": changes.before,
        "after": changes.after,
        "gone": len(changes.gone),
        "new": len(changes.new),
        "kept": len(changes.kept),
    }


def _changes(changes: Changes) -> dict[str, Any]:
    return {
        "gone": [_finding(finding) for finding in changes.gone],
        "new": [_finding(finding) for finding in changes.new],
        "kept": [
            {"before": _finding(pair.before), "after": _finding(pair.after)}
            for pair in changes.kept
        ],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "title": finding.title,
        "category": finding.category,
        "side": finding.side.value,
        "weight": finding.weight,
        "block": finding.block,
        "start": None if finding.span is None else finding.span.start,
        "end": None if finding.span is None else finding.span.end,
        "quote": finding.quote,
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "kind": fact.kind.value,
        "quote": fact.quote,
        "block": fact.block,
        "start": fact.span.start,
        "end": fact.span.end,
    }


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "change": passage.change.value,
        "moved": passage.moved,
        "before": [_block(block) for block in passage.before],
        "after": [_block(block) for block in passage.after],
        "taken_out": [_mark(mark) for mark in passage.taken_out],
        "put_in": [_mark(mark) for mark in passage.put_in],
    }


def _block(block: Block) -> dict[str, Any]:
    return {"number": block.number, "text": block.text}


def _mark(mark: Mark) -> dict[str, int]:
    return {"block": mark.block, "start": mark.span.start, "end": mark.span.end}
