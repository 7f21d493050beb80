"""A report as the page shows it: positions in the page's running text, words for what is shown."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from traek.model import Certainty, Effect, Side, SuggestionKind
from traek.reporters.asks import ASKS
from traek.rulepack.categories import CATEGORIES
from traek.web.sheet import GAP, end_of_letter
from traek.web.utf16 import Utf16

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from traek.model import Finding, Readability, Report, Suggestion
    from traek.web.sheet import Sheet

SECOND_READER = "laeser/"


def answer(report: Report, sheet: Sheet) -> dict[str, Any]:
    """What the page needs of the report on the sheet, as plain JSON values.

    `from` and `to` count UTF-16 code units in the sheet's text.
    """
    places = _Places(sheet)
    findings = [
        {"id": name, **_finding(finding, places)} for name, finding in named(report.findings)
    ]
    return {
        "situation": report.situation.value,
        "reason": report.situation_reason,
        "genre": report.genre.value if report.genre else None,
        "words": report.words,
        "readability": _readability(report.readability),
        "warnings": list(report.document.warnings),
        "accepted": len(report.suppressed),
        "sides": [_side(report, side) for side in Side],
        "findings": findings,
    }


def named(findings: Iterable[Finding]) -> Iterator[tuple[str, Finding]]:
    """Each finding with the name that the page knows it by, which outlives other edits."""
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.fingerprint] += 1
        yield f"{finding.fingerprint}-{seen[finding.fingerprint]}", finding


class _Places:
    """Where blocks stand in the running text, as the browser counts."""

    def __init__(self, sheet: Sheet) -> None:
        self._units = Utf16(sheet.text)
        self._end = end_of_letter(sheet)
        self._starts = {
            block.number: start for block, start in zip(sheet.blocks, sheet.starts, strict=True)
        }
        self._blocks = {block.number: block for block in sheet.blocks}

    def unit(self, block: int, offset: int) -> int:
        """The place of an offset in a block."""
        return self._units.at(self._starts[block] + offset)

    def addition(self, before: int | None, text: str) -> tuple[int, str]:
        """Where a new paragraph goes, and its text with the blank line that parts it."""
        if before is not None:
            return self.unit(before, 0), f"{text}{GAP}"
        return self._units.at(self._end), f"{GAP}{text}" if self._blocks else text

    def named(self, number: int | None) -> str:
        """What a person would call the place, in Danish."""
        if number is None:
            return "Brevet som helhed"
        block = self._blocks[number]
        place = f"Afsnit {number}"
        if block.part != "hoveddel":
            place = f"{place}, {block.part}"
        return place if block.latent is None else f"{place}, {block.latent}"


def _finding(finding: Finding, places: _Places) -> dict[str, Any]:
    start = end = None
    if finding.block is not None and finding.span is not None:
        start, end = (places.unit(finding.block, offset) for offset in finding.span)
    return {
        "rule": finding.rule,
        "title": finding.title,
        "category": CATEGORIES[finding.category].name,
        "effect": finding.effect.value,
        "side": finding.side.value,
        "weight": finding.weight,
        "possible": finding.certainty is Certainty.LAV or finding.rule.startswith(SECOND_READER),
        "protection": finding.protection,
        "place": places.named(finding.block),
        "from": start,
        "to": end,
        "quote": finding.quote,
        "message": finding.message,
        "why": finding.why if finding.effect is Effect.ESCALATES else "",
        "sources": list(finding.sources),
        "suggestions": [_suggestion(each, finding, places) for each in finding.suggestions],
    }


def _suggestion(suggestion: Suggestion, finding: Finding, places: _Places) -> dict[str, Any]:
    """The suggestion; `put` is what to write from `from` to `to`, with blank lines where needed."""
    start = end = None
    put = suggestion.replacement
    if suggestion.kind is SuggestionKind.ADD:
        start, put = places.addition(finding.block, put or "")
        end = start
    elif put is not None and finding.block is not None:
        span = suggestion.span or finding.span
        if span is not None:
            start, end = (places.unit(finding.block, offset) for offset in span)
    return {
        "kind": suggestion.kind.value,
        "text": suggestion.replacement,
        "put": put,
        "advice": suggestion.advice,
        "from": start,
        "to": end,
    }


def _side(report: Report, side: Side) -> dict[str, Any]:
    profile = report.profile[side]
    return {
        "side": side.value,
        "filled": profile.filled,
        "escalates": profile.escalates,
        "deescalates": profile.deescalates,
        "evidence": " ".join((profile.evidence or "").split()) or None,
        "asks": ASKS[report.situation][side],
    }


def _readability(counts: Readability | None) -> dict[str, Any] | None:
    if counts is None:
        return None
    return {
        "lix": round(counts.lix),
        "verdict": counts.verdict,
        "sentence_length": round(counts.sentence_length),
    }
