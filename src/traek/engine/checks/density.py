"""What is harmless once and tiring in a row: you-and-not sentences, and passives without an actor."""

from __future__ import annotations

from collections.abc import Iterable

from traek.engine.address import form_of_address
from traek.engine.checks.finding import check_finding
from traek.engine.helpers import tokens_of
from traek.engine.rewriting.actor import acted
from traek.model import Finding, Side, Suggestion
from traek.reading import Reading, Sentence

_OPENERS = frozenset({"du", "De", "I"})
_NOT = frozenset("ikke aldrig hverken undladt glemt forsømt overskredet manglende".split())
_LEAST_YOU, _MOST_YOU_SHARE = 3, 0.15
_LEAST_PASSIVE, _MOST_PASSIVE_SHARE = 5, 0.4


class YouAndNot:
    """Finds a letter in which sentence after sentence opens with the reader and a denied act."""

    name = "tjek/mange-du-ikke"
    category = "E03"
    needs_grammar = False

    def observe(self, reading: Reading) -> Iterable[Finding]:
        """One finding for the whole letter, or nothing."""
        sentences = [sentence for _, _, sentence in reading.running()]
        denied = sum(_opens_with_reader(s) and not _NOT.isdisjoint(s.lowers) for s in sentences)
        if denied < _LEAST_YOU or denied < _MOST_YOU_SHARE * len(sentences):
            return
        yield check_finding(
            self.name,
            self.category,
            Side.FORSTÅ,
            title=f"{denied} sætninger begynder med læseren og et »ikke«",
            message="Samlet kan det lyde som en liste over fejl, også når hver oplysning er rigtig.",
            why="Tal, datoer og det, der mangler, kan undersøges; en række »du har ikke« inviterer til "
            "forsvar.",
            advice="Lad nogle af sætningerne begynde med det, der mangler, eller med »vi«.",
        )


class ManyPassives:
    """Finds a letter in which most sentences hide who acts, and shows the first with a gap for who."""

    name = "tjek/mange-passiver"
    category = "E09"
    needs_grammar = True

    def observe(self, reading: Reading) -> Iterable[Finding]:
        """One finding for the whole letter, or nothing."""
        sentences = [sentence for _, _, sentence in reading.running()]
        passive = [s for s in sentences if tokens_of("passiv-uden-aktør", s)]
        hidden = len(passive)
        if hidden < _LEAST_PASSIVE or hidden < _MOST_PASSIVE_SHARE * len(sentences):
            return
        advice = "Skriv »jeg« eller »vi« dér, hvor det er jer, der handler."
        plain = (s for s in passive if s.words[0] != "De" and not s.words[0].startswith("Her"))
        form = form_of_address(sentences)
        turned = next(((s.block, c) for s in plain if (c := acted(s, form)) is not None), None)
        yield check_finding(
            self.name,
            self.category,
            Side.SAG,
            title=f"{hidden} af {len(sentences)} sætninger siger ikke, hvem der gør noget",
            message="Læseren kan ikke se, hvem der har handlet, og hvem man kan tale med.",
            why="Passiv uden handlende person skjuler ansvaret.",
            advice=advice,
            block=turned[0] if turned else None,
            rewrite=turned and Suggestion(advice, turned[1].text, turned[1].span),
        )


def _opens_with_reader(sentence: Sentence) -> bool:
    first = sentence.words[0]
    return first in _OPENERS or first.lower() == "du"
