"""Where rules and second reader disagree: the best source of new rules and of mistakes in rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from traek.engine import Engine
from traek.model import Document, Finding
from traek.reading import Reading
from traek.rulepack import RulePack
from traek.second_reader import SecondReader

_SURE = 0.8
_SURELY_NOT = 0.05
_EFFECTS = ("E", "D")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A sentence that the reader is sure of and no rule saw, or that a rule saw and it denies.

    `rules` are the categories that rules found in it; empty where none did.
    """

    path: str
    sentence: str
    effect: str
    likelihood: float
    rules: frozenset[str]


class _Listener:
    """A check that finds nothing and asks the second reader about everything it is shown."""

    name, category, needs_grammar = "evaluation/disagreements", "E01", True

    def __init__(self) -> None:
        self.reader = SecondReader()
        self.heard: list[Disagreement] = []

    def observe(self, reading: Reading) -> Iterable[Finding]:
        """Nothing; what was heard is kept."""
        for (block, number), likely in self.reader.opinions(reading):
            rules = reading.marked.get((block, number), frozenset())
            sentence = reading.sentences[block][number].text
            for effect in _EFFECTS:
                seen = any(category.startswith(effect) for category in rules)
                sure = not rules and likely[effect] >= _SURE
                denied = seen and likely[effect] <= _SURELY_NOT
                if sure or denied:
                    path = reading.document.path
                    self.heard.append(Disagreement(path, sentence, effect, likely[effect], rules))
        return ()


def disagreements(
    packs: Iterable[RulePack], documents: Iterable[Document]
) -> Iterator[Disagreement]:
    """The disagreements in the documents, the reader's surest first."""
    listener = _Listener()
    engine = Engine(packs, [listener])
    for document in documents:
        engine.report(document)
    yield from sorted(listener.heard, key=lambda d: (bool(d.rules), -abs(d.likelihood - 0.5)))
