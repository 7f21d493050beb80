"""JSON, schema 1: frozen, and built by hand so that the model may change without it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from traek import __version__
from traek.reporters.summary import count

if TYPE_CHECKING:
    from traek.model import Block, Finding, Readability, Report, Run, Span, Suggestion

SCHEMA = 1


class JsonReporter:
    """The outcome of a run as one JSON object, as `schema-1.json` describes it."""

    name = "json"

    def report(self, run: Run) -> bytes:
        """The object, a document a line, with Danish letters as they are, always in UTF-8."""
        rows = [f'"{key}": {_value(value)}' for key, value in as_schema_1(run).items()]
        return ("{\n" + ",\n".join(rows) + "\n}\n").encode()


def _value(value: object) -> str:
    """The value as JSON; a list has a line for each entry.

    Indented JSON is made in Python and takes ten times as long.
    """
    if not isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return "[" + ",".join("\n" + json.dumps(entry, ensure_ascii=False) for entry in value) + "]"


def as_schema_1(run: Run) -> dict[str, Any]:
    """The outcome of a run as plain dictionaries and lists."""
    counts = count(run)
    return {
        "schema": SCHEMA,
        "tool": {"name": "traek", "version": __version__},
        "documents": [_document(report) for report in run.reports],
        "errors": [{"path": error.path, "message": error.message} for error in run.errors],
        "skipped": [{"path": skip.path, "reason": skip.message} for skip in run.skipped],
        "summary": {
            "read": counts.read,
            "failed": counts.failed,
            "skipped": counts.skipped,
            "words": counts.words,
            "rules": counts.rules,
            "findings": counts.findings,
            "escalates": counts.escalates,
            "deescalates": counts.deescalates,
            "protected": counts.protected,
            "suppressed": counts.suppressed,
        },
    }


def _document(report: Report) -> dict[str, Any]:
    blocks = {block.number: block for block in report.document.blocks}
    return {
        "path": report.document.path,
        "situation": report.situation.value,
        "situation_reason": report.situation_reason,
        "genre": report.genre.value if report.genre else None,
        "words": report.words,
        "grammar": report.grammar,
        "readability": _readability(report.readability),
        "warnings": list(report.document.warnings),
        "findings": [_finding(finding, blocks) for finding in report.findings],
        "suppressed": [
            {
                "reason": entry.reason,
                "source": entry.source,
                "finding": _finding(entry.finding, blocks),
            }
            for entry in report.suppressed
        ],
        "profile": {
            side.value: {
                "filled": profile.filled,
                "escalates": profile.escalates,
                "deescalates": profile.deescalates,
                "evidence": profile.evidence,
            }
            for side, profile in report.profile.items()
        },
    }


def _readability(counts: Readability | None) -> dict[str, Any] | None:
    if counts is None:
        return None
    share = counts.passive_share
    return {
        "lix": round(counts.lix, 1),
        "verdict": counts.verdict,
        "sentence_length": round(counts.sentence_length, 1),
        "passive_share": None if share is None else round(share, 3),
    }


def _finding(finding: Finding, blocks: dict[int, Block]) -> dict[str, Any]:
    block = None if finding.block is None else blocks[finding.block]
    return {
        "rule": finding.rule,
        "title": finding.title,
        "category": finding.category,
        "effect": finding.effect.value,
        "side": finding.side.value,
        "axis": finding.axis.value,
        "weight": finding.weight,
        "certainty": finding.certainty.name.lower(),
        "protected": finding.protection is not None,
        "protection": finding.protection,
        "part": None if block is None else block.part,
        "heading": [] if block is None else list(block.headings),
        "block": finding.block,
        "start": _start(finding.span),
        "end": _end(finding.span),
        "quote": finding.quote,
        "message": finding.message,
        "why": finding.why,
        "sources": list(finding.sources),
        "suggestions": [_suggestion(suggestion, finding) for suggestion in finding.suggestions],
        "fingerprint": finding.fingerprint,
    }


def _suggestion(suggestion: Suggestion, finding: Finding) -> dict[str, Any]:
    span = None
    if suggestion.replacement is not None:
        span = suggestion.span or finding.span
    return {
        "kind": suggestion.kind.value,
        "replacement": suggestion.replacement,
        "advice": suggestion.advice,
        "start": _start(span),
        "end": _end(span),
    }


def _start(span: Span | None) -> int | None:
    return None if span is None else span.start


def _end(span: Span | None) -> int | None:
    return None if span is None else span.end
