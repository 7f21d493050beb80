"""How fast Word files are read and written, beside python-docx reading the same file.

    python benchmarks/word.py

Times are the least of several runs that take turns, which is what the machine can do when nothing
else disturbs it. The exit code is 1 where a budget is broken.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from io import BytesIO

import docx

from traek.model import (
    Certainty,
    Document,
    Effect,
    Finding,
    Report,
    Side,
    SideProfile,
    Situation,
    Span,
    Suggestion,
)
from traek.word import read_document
from traek.word.review import Mode, review

WORDS = (
    "du skal sende os dine papirer senest den dag vi har set på sagen og kan desværre ikke give "
    "hjælp fordi loven siger at kommunen skal vurdere om behovet er der ring gerne til mig hvis "
    "noget er uklart så finder vi ud af det sammen"
).split()


def letter(words: int, seed: int = 7) -> bytes:
    """A letter of so many words, with headings, a table and runs as Word leaves them."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Birkelev Kommune"
    left = words
    while left > 0:
        if chance.random() < 0.1:
            made.add_heading(" ".join(chance.sample(WORDS, 4)), 2)
        paragraph = made.add_paragraph()
        for _ in range(chance.randint(2, 9)):
            count = chance.randint(3, 14)
            run = paragraph.add_run(" ".join(chance.choices(WORDS, k=count)) + " ")
            run.bold = True if chance.random() < 0.2 else None
            left -= count
        paragraph.add_run("tak.")
    table = made.add_table(3, 3)
    for row in table.rows:
        for cell in row.cells:
            cell.text = "Frist"
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def least(runs: int, *calls: Callable[[], object]) -> list[float]:
    """The least milliseconds of each call, taking turns."""
    best = [float("inf")] * len(calls)
    for _ in range(runs):
        for at, call in enumerate(calls):
            started = time.perf_counter()
            call()
            best[at] = min(best[at], (time.perf_counter() - started) * 1000)
    return best


def with_findings(document: Document, count: int) -> Report:
    """A report with so many findings, spread over the blocks."""
    findings = []
    blocks = [block for block in document.blocks if len(block.text) > 40]
    for at in range(count):
        block = blocks[at % len(blocks)]
        start = 1 + 9 * (at // len(blocks))
        findings.append(
            Finding(
                rule="prøve/regel",
                title="ordet trykker",
                category="E01",
                effect=Effect.ESCALATES,
                side=Side.SAG,
                weight=2,
                certainty=Certainty.HØJ,
                block=block.number,
                span=Span(start, start + 7),
                quote=block.text[start : start + 7],
                message="Læseren hører en bebrejdelse.",
                why="Sig, hvad der mangler.",
                suggestions=(Suggestion("Skriv det roligt.", "gerne"),),
            )
        )
    side = SideProfile(filled=False, escalates=1, deescalates=0)
    return Report(
        document, Situation.SKRIV_UD, "valgt", 1, tuple(findings), dict.fromkeys(Side, side)
    )


def paragraphs_of(data: bytes) -> list[str]:
    """The paragraphs that python-docx knows of."""
    return [paragraph.text for paragraph in docx.Document(BytesIO(data)).paragraphs]


def main() -> int:
    """0, or 1 where a budget is broken."""
    broken = 0
    for name, words, budget, runs in (("3 pages", 820, 4.0, 40), ("130 pages", 40_000, 150.0, 8)):
        data = letter(words)
        ours, paragraphs = least(
            runs,
            partial(read_document, data, "brev.docx"),
            partial(paragraphs_of, data),
        )
        broken += ours > budget
        print(
            f"{name:<10} read {ours:7.2f} ms (budget {budget:g})   python-docx paragraphs "
            f"{paragraphs:7.2f} ms   {paragraphs / ours:.1f} times"
        )
    data = letter(40_000)
    report = with_findings(read_document(data, "brev.docx"), 500)
    when = datetime(2026, 1, 1, tzinfo=UTC)
    modes: tuple[Mode, ...] = ("comments", "both")
    for mode in modes:
        (written,) = least(3, partial(review, data, report, mode=mode, date=when))
        broken += written > 1000
        print(f"130 pages  500 findings as {mode:<9} {written:7.0f} ms (budget 1000)")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
