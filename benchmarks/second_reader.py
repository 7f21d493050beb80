"""What the second reader costs a letter, beside the rules and the grammar in the same run.

    python benchmarks/second_reader.py

CPU milliseconds a letter over the annotated letters of `tests/letters`, the best of five rounds,
with the standard pack and our checks, with and without the reader, in turn; nothing is remembered
from one letter to the next.
"""

from __future__ import annotations

import time
from pathlib import Path

from traek.audit import read_letter
from traek.engine import Engine
from traek.engine.memory import Memory
from traek.model import Document
from traek.plugins import load_plugins
from traek.settings import Selection, Settings

ROUNDS = 5
LETTERS = Path(__file__).parent.parent / "tests" / "letters"


def milliseconds(engine: Engine, documents: list[Document]) -> float:
    """CPU milliseconds a letter for one round over all of them."""
    start = time.process_time()
    for document in documents:
        engine.report(document)
    return 1000 * (time.process_time() - start) / len(documents)


def main() -> None:
    """Measure and print."""
    plugins = load_plugins()
    packs = [pack for pack in plugins.rule_packs() if pack.name == "standard"]
    paths = sorted(LETTERS.glob("*/letters/*.txt"))
    documents = [read_letter(str(p), p.name, plugins.loaders, Settings()) for p in paths]
    without = Engine(packs, plugins.checks, Selection(ignore=("laeser/se-igen",)), memory=Memory(0))
    together = Engine(packs, plugins.checks, memory=Memory(0))
    for engine in (without, together):
        milliseconds(engine, documents[:10])
    rounds = [
        (milliseconds(without, documents), milliseconds(together, documents)) for _ in range(ROUNDS)
    ]
    alone, both = (min(column) for column in zip(*rounds, strict=True))
    words = sum(len(block.text.split()) for d in documents for block in d.blocks) / len(documents)
    print(f"{len(documents)} letters of {words:.0f} words")
    print(f"rules and grammar          {alone:5.1f} ms a letter")
    print(f"with the second reader     {both:5.1f} ms a letter, {both - alone:.1f} more")


if __name__ == "__main__":
    main()
