"""One row for each finding, with the same columns in every table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from traek.audit.report.shown import Shown
from traek.model import Block, Effect, Finding, SuggestionKind
from traek.rulepack.categories import CATEGORIES

Cell: TypeAlias = str | int | None
Row: TypeAlias = dict[str, Cell]

COLUMNS: Mapping[str, type[str | int]] = {
    "skabelon": str, "mappe": str, "afsnit": int, "sted": str, "overskrift": str,
    "virkning": str, "tyngde": int, "sikkerhed": str, "side": str, "kategori": str,
    "kategorinavn": str, "fund": str, "citat": str, "besked": str, "hvorfor": str,
    "forslag": str, "raad": str, "lovpligtig": str, "grund_til_at_staa": str, "afsnittets_tekst": str,
    "regel": str, "fingeraftryk": str, "side_i_rapporten": str,
}  # fmt: skip
"""The columns in their order, and what each holds."""

_EFFECTS = {Effect.ESCALATES: "tryk", Effect.DEESCALATES: "træk"}


def rows(shown: Shown) -> Iterator[Row]:
    """A row for each finding of a template in reading order, and last those that are let stand."""
    blocks = {block.number: block for block in shown.report.document.blocks}
    for finding in shown.report.findings:
        yield _row(shown, finding, blocks.get(finding.block or 0), "")
    for entry in shown.report.suppressed:
        yield _row(shown, entry.finding, blocks.get(entry.finding.block or 0), entry.reason)


def _row(shown: Shown, finding: Finding, block: Block | None, accepted: str) -> Row:
    known = CATEGORIES.get(finding.category)
    offers = [s.replacement for s in finding.suggestions if s.replacement]
    offers += ["(ordene kan udgå)" for s in finding.suggestions if s.kind is SuggestionKind.DELETE]
    return {
        "skabelon": shown.path,
        "mappe": shown.path.rpartition("/")[0],
        "afsnit": finding.block,
        "sted": block.part if block else "brevet som helhed",
        "overskrift": " › ".join(block.headings) if block else "",
        "virkning": _EFFECTS[finding.effect],
        "tyngde": finding.weight,
        "sikkerhed": finding.certainty.name.lower(),
        "side": finding.side.value,
        "kategori": finding.category,
        "kategorinavn": known.name if known else "",
        "fund": finding.title,
        "citat": finding.quote or "",
        "besked": finding.message,
        "hvorfor": finding.why,
        "forslag": "\n".join(offers),
        "raad": "\n".join(s.advice for s in finding.suggestions if s.advice),
        "lovpligtig": finding.protection or "",
        "grund_til_at_staa": accepted,
        "afsnittets_tekst": block.text if block else "",
        "regel": finding.rule,
        "fingeraftryk": finding.fingerprint,
        "side_i_rapporten": f"skabeloner/{shown.page}",
    }
