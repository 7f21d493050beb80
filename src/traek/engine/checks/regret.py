"""»Desværre« and »vi beklager« said again and again, until they are only a phrase."""

from __future__ import annotations

from collections.abc import Iterable

from traek.engine.checks.finding import check_finding
from traek.engine.rewriting.deletion import deleted
from traek.model import Finding, Side, Suggestion
from traek.reading import Reading

_REGRETS = frozenset({"desværre", "beklageligvis"})
_REASON = frozenset({"fordi", "for", "da", "men", ";"})


class RepeatedRegret:
    """Finds a »desværre« that follows another in its paragraph.

    One in each paragraph may speak of two matters; a reason or a way on beside the word gives it
    content again.
    """

    name = "tjek/gentaget-desvaerre"
    category = "E31"
    needs_grammar = False

    def observe(self, reading: Reading) -> Iterable[Finding]:
        """A finding for each »desværre« of a paragraph from the second on."""
        for block in reading.sentences:
            seen = 0
            for sentence in block:
                for token, word in enumerate(sentence.lowers):
                    if word not in _REGRETS:
                        continue
                    seen += 1
                    if seen == 1 or _REASON & set(sentence.lowers[token:]):
                        continue
                    change = deleted("", token, token + 1, sentence) if sentence.parts else None
                    advice = "Sig det én gang, og gå så til sagen."
                    yield check_finding(
                        self.name,
                        self.category,
                        Side.KONTAKT,
                        title="»Desværre« flere gange",
                        message="Gentaget kan ordet lyde som en vending, der ikke betyder noget.",
                        why="En beklagelse virker bedst én gang, tæt på det, den handler om.",
                        advice=advice,
                        block=sentence.block,
                        span=sentence.span(token, token + 1),
                        rewrite=change and Suggestion(advice, change.text, change.span),
                    )
