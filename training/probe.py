"""How well the helpers do on the probe set in `tests/data/grammar.txt`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from traek.engine.grammar import Grammar
from traek.engine.helpers import HELPERS
from traek.engine.text import read_block
from traek.model import Block

PROBE = Path(__file__).parent.parent / "tests" / "data" / "grammar.txt"
_MARKED = re.compile(r"\[\[(.+?)\]\]")


@dataclass(slots=True)
class Count:
    """Tokens found and right, found and wrong, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def f(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def probe_sentences(path: Path = PROBE) -> Iterator[tuple[str, str, set[int]]]:
    """A helper, a text and the characters at which the tokens that it should find begin."""
    helper = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            helper = line[2:]
        elif line and not line.startswith("#"):
            starts: set[int] = set()
            text = ""
            position = 0
            for match in _MARKED.finditer(line):
                text += line[position : match.start()]
                starts.add(len(text))
                text += match[1]
                position = match.end()
            yield helper, text + line[position:], starts


def counts(grammar: Grammar) -> tuple[dict[str, Count], list[str]]:
    """Counts by helper, and a line for every sentence that is not right."""
    result: dict[str, Count] = {}
    faults = []
    for helper, text, gold in probe_sentences():
        blocks = [read_block(Block(text, 1))]
        grammar.annotate(blocks)
        found = {s.starts[token] for s in blocks[0] for token in HELPERS[helper](s)}
        count = result.setdefault(helper, Count())
        count.right += len(found & gold)
        count.wrong += len(found - gold)
        count.missed += len(gold - found)
        if found != gold:
            faults.append(f"{helper}: {text}  +{sorted(found - gold)} -{sorted(gold - found)}")
    return result, faults
