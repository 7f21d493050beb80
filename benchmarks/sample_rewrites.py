"""A random sample of rewrites for a fresh eye to judge: what stands, and what is offered first.

    python benchmarks/sample_rewrites.py 200 [FOLDER …] > sample.tsv

Draws, with a fixed seed, among the escalating findings at default certainty that carry a rewrite, in
the letters of `tests/letters/b`, `c` and `d`, which no author of rewrites has read. Columns,
divided by tabs: number, letter, rule, kind, the sentence before, and after the first suggestion.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from rewrites import reports  # type: ignore[import-not-found]  # its neighbour, when run

from traek.model import Effect, Finding, Report, Suggestion, SuggestionKind

HOME = Path(__file__).parent.parent
FOLDERS = [HOME / "tests" / "letters" / name for name in ("b", "c", "d")]
SEED = 20261122
AROUND = 160


def main() -> None:
    """Print the sample."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    folders = [Path(each) for each in sys.argv[2:]] or FOLDERS
    offered = [
        (report, finding, suggestion)
        for report in reports(folders)
        for finding in report.findings
        if (suggestion := _offered(finding)) is not None
    ]
    drawn = random.Random(SEED).sample(offered, min(count, len(offered)))  # noqa: S311
    print("nr\tbrev\tregel\tslags\tfør\tefter")
    for number, (report, finding, suggestion) in enumerate(drawn, 1):
        before, after = _sentences(report, finding, suggestion)
        name = Path(report.document.path)
        cells = (str(number), f"{name.parts[-3]}/{name.stem}", finding.rule, suggestion.kind)
        print("\t".join((*cells, before, after)))
    print(f"{len(offered)} findings with a rewrite, {len(drawn)} drawn", file=sys.stderr)


def _offered(finding: Finding) -> Suggestion | None:
    if finding.effect is not Effect.ESCALATES or finding.protection is not None:
        return None
    found = (each for each in finding.suggestions if each.kind is not SuggestionKind.ADVICE)
    return next(found, None)


def _sentences(report: Report, finding: Finding, suggestion: Suggestion) -> tuple[str, str]:
    """The words around the place, before and after; a paragraph to add stands alone."""
    if suggestion.kind is SuggestionKind.ADD or finding.block is None:
        return "(mangler)", _line(suggestion.replacement or "")
    text = report.document.blocks[finding.block - 1].text
    span = suggestion.span or finding.span
    if span is None:
        return "(mangler)", _line(suggestion.replacement or "")
    start = text.rfind(". ", 0, max(0, span.start - 1)) + 1
    end = text.find(". ", span.end)
    end = len(text) if end < 0 else end + 1
    start, end = max(start, span.start - AROUND), min(end, span.end + AROUND)
    after = text[start : span.start] + (suggestion.replacement or "") + text[span.end : end]
    return _line(text[start:end]), _line(after)


def _line(text: str) -> str:
    """The text on one line; a line that ended shows as » / «."""
    return " / ".join(" ".join(line.split()) for line in text.strip().splitlines())


if __name__ == "__main__":
    main()
