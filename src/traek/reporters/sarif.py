"""SARIF 2.1.0, for code scanning and for editors: one result for each finding.

Word files have no lines, so a place is a logical location: the letter, its part and the paragraph;
a result's properties tell the code points in it. Weights 1, 2 and 3 are the levels note, warning and
error; what calms, what the law asks for and what somebody accepted is no fault.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from traek import __version__
from traek.model import Block, Effect, Finding, Report
from traek.reporters.privacy import covered

if TYPE_CHECKING:
    from traek.model import Run

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {1: "note", 2: "warning", 3: "error"}


class SarifReporter:
    """The outcome of a run as a SARIF log; names are covered unless the run's settings show them."""

    name = "sarif"

    def report(self, run: Run) -> str:
        """The log, a result a line."""
        shown = covered(run)
        rules: dict[str, dict[str, Any]] = {}
        results = [result for report in shown.reports for result in _results(report, rules)]
        places = {rule: place for place, rule in enumerate(rules)}
        for result in results:
            result["ruleIndex"] = places[result["ruleId"]]
        driver = {
            "name": "traek",
            "semanticVersion": __version__,
            "language": "da",
            "rules": list(rules.values()),
        }
        told = [_notification(error.path, error.message) for error in shown.errors]
        return _laid_out(driver, results, told)


def _laid_out(driver: object, results: list[Any], told: list[Any]) -> str:
    lines = ",\n".join(json.dumps(result, ensure_ascii=False) for result in results)
    invocation = {"executionSuccessful": not told, "toolExecutionNotifications": told}
    return (
        f'{{"$schema": "{_SCHEMA}",\n"version": "2.1.0",\n"runs": [{{\n'
        f'"tool": {json.dumps({"driver": driver}, ensure_ascii=False)},\n'
        f'"columnKind": "unicodeCodePoints",\n'
        f'"invocations": [{json.dumps(invocation, ensure_ascii=False)}],\n'
        f'"results": [\n{lines}\n]\n}}]}}\n'
    )


def _results(report: Report, rules: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    blocks = {block.number: block for block in report.document.blocks}
    found = [(finding, None) for finding in report.findings]
    accepted = [(entry.finding, entry.reason) for entry in report.suppressed]
    for finding, reason in [*found, *accepted]:
        if finding.effect is not Effect.ESCALATES:
            continue
        rules.setdefault(finding.rule, _rule(finding))
        block = blocks.get(finding.block or 0)
        yield _result(finding, block, report.document.path, _why_accepted(finding, reason))


def _result(
    finding: Finding, block: Block | None, path: str, accepted: str | None
) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.weight],
        "message": {"text": _message(finding)},
        "locations": [_location(block, path)],
        "partialFingerprints": {"traek/v1": finding.fingerprint},
        "properties": _place(finding),
    }
    if accepted is not None:
        kind = "inSource" if finding.protection else "external"
        result["suppressions"] = [{"kind": kind, "justification": accepted}]
    return result


def _location(block: Block | None, path: str) -> dict[str, Any]:
    name = f"afsnit {block.number}" if block else "brevet som helhed"
    parts = [path, *([block.part, *block.headings] if block else []), name]
    logical = {"name": name, "fullyQualifiedName": " › ".join(parts), "kind": "element"}
    # GitHub shows no result without a line, and the first is the only one that every letter has.
    physical = {"artifactLocation": {"uri": _uri(path)}, "region": {"startLine": 1}}
    return {"physicalLocation": physical, "logicalLocations": [logical]}


def _place(finding: Finding) -> dict[str, Any]:
    """The paragraph, counted from 1, and in it the code points, counted from 0."""
    if finding.span is None:
        return {"block": finding.block}
    start, end = finding.span
    return {"block": finding.block, "start": start, "end": end, "quote": finding.quote}


def _message(finding: Finding) -> str:
    place = "Brevet som helhed" if finding.block is None else f"Afsnit {finding.block}"
    quote = f", »{finding.quote}«" if finding.quote else ""
    parts = [f"{place}{quote}: {finding.title}. {finding.message}"]
    parts += [f"Forslag: »{s.replacement}«" for s in finding.suggestions if s.replacement]
    parts += [s.advice for s in finding.suggestions if s.advice]
    return " ".join(parts)


def _rule(finding: Finding) -> dict[str, Any]:
    rule: dict[str, Any] = {
        "id": finding.rule,
        "shortDescription": {"text": finding.title},
        "fullDescription": {"text": finding.message},
        "help": {"text": finding.why or finding.message},
        "defaultConfiguration": {"level": _LEVELS[finding.weight]},
        "properties": {"category": finding.category, "side": finding.side.value},
    }
    link = next((s for s in finding.sources if s.startswith(("https://", "http://"))), None)
    return rule | ({"helpUri": link} if link else {})


def _why_accepted(finding: Finding, reason: str | None) -> str | None:
    if finding.protection is not None:
        return f"Lovpligtig – behold ({finding.protection})"
    return reason


def _notification(path: str, message: str) -> dict[str, Any]:
    location = {"physicalLocation": {"artifactLocation": {"uri": _uri(path)}}}
    return {"level": "error", "message": {"text": message}, "locations": [location]}


def _uri(path: str) -> str:
    return quote(path.replace("\\", "/"))
