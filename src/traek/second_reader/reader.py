"""The second reader as a check: sentences that no rule marked and that look like marked ones."""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from traek.engine.address import form_of_address, speaks_to_a_reader
from traek.engine.helpers import tokens_of
from traek.engine.rewriting.dispensable import left_out
from traek.engine.rewriting.onward import behind
from traek.engine.rewriting.plain import plainer
from traek.model import BlockKind, Certainty, Effect, Finding, Suggestion
from traek.reading import Reading, Sentence
from traek.rulepack.categories import CATEGORIES, effect_of
from traek.second_reader.advice import Advice, load_advice
from traek.second_reader.surroundings import Seen, surroundings
from traek.second_reader.weights import EFFECTS, Weights, load_weights

if TYPE_CHECKING:
    from traek.features import Vector
    from traek.second_reader.features import Key

_LEAST_WORDS = 3
_MOST_OF_A_PIECE = 12
"""Sentences; a text of more than these is a letter only with a greeting or a closing."""
_MOSTLY = 0.6
_CALM = 0.25
"""Træk is named only where tryk is less likely than this: praise for what stings costs most trust."""
DOUBT = 0.5
"""The probability below which what a rule found is sooner wrong than right."""
_SURE = 0.6
"""The probability from which it speaks beside a rule that found the opposite."""
_MOST_REASONS = 3

_MOST = 3
_SURELY_SPARED = 0.85
"""How likely a letter must be to do without a sentence that no rule marked: it may be harmless."""
_SILENT = frozenset({"hoved", "hilsen"})
_KNOWN = "standard/"
"""The rules that stood when the reader learned; of others it knows nothing."""

_Looked = list[tuple["Key", "Vector", dict[str, float]]]


@dataclass(slots=True)
class SecondReader:
    """Points at unmarked sentences, with the likeliest category and how likely it is.

    The category of a finding is what the reader thinks likeliest, so the check itself has none.
    """

    name: str = "laeser/se-igen"
    category: str = ""
    needs_grammar: bool = True
    _weights: Weights | None = field(default=None, repr=False)
    _advice: Mapping[str, Advice] = field(default_factory=dict, repr=False)
    _open: tuple[Reading, _Looked] | None = field(default=None, repr=False)

    def reconsider(self, reading: Reading, findings: Sequence[Finding]) -> Sequence[Finding]:
        """The findings, those of the standard rules that the letter speaks against as uncertain.

        A rule sees its words; the reader sees the rest of the sentence and of the letter. A piece of a
        letter, without greeting or closing, has too little of that.
        """
        known = any(finding.rule.startswith(_KNOWN) for finding in findings)
        if not known or not _is_whole(reading):
            return findings
        likely = {key: each for key, _, each in self._looked_at(reading)}
        places = {block.number: place for place, block in enumerate(reading.document.blocks)}
        return [_reconsidered(finding, places, reading, likely) for finding in findings]

    def observe(self, reading: Reading) -> Iterable[Finding]:
        """A finding for each sentence that the reader would look at once more."""
        if not _is_letter(reading):
            return
        looked = self._looked_at(reading)
        self._open = None  # nothing of a letter is kept
        form = form_of_address(sentence for block in reading.sentences for sentence in block)
        for key, found, likely in looked:
            sentence = reading.sentences[key[0]][key[1]]
            for finding in self._findings(reading, key, sentence, found, likely):
                stings = finding.effect is Effect.ESCALATES
                yield _with_rewrites(finding, sentence, form) if stings else finding

    def opinions(self, reading: Reading) -> Iterator[tuple[Key, dict[str, float]]]:
        """For each sentence worth reading, by block and number, its probability of each effect."""
        looked = self._looked_at(reading)
        self._open = None
        yield from ((key, likely) for key, _, likely in looked)

    def _looked_at(self, reading: Reading) -> _Looked:
        """What it sees in the letter that lies open; worked out once."""
        if self._open is None or self._open[0] is not reading:
            self._open = reading, list(self._look(reading))
        return self._open[1]

    def _look(self, reading: Reading) -> Iterator[tuple[Key, Vector, dict[str, float]]]:
        """Each sentence worth reading, by block and number, with its features and probabilities."""
        from traek.second_reader.features import letter_features  # noqa: PLC0415  it takes numpy

        weights = self._load()
        keys, features = letter_features(reading, partial(worth_reading, reading))
        if not keys:
            return
        values = features.values(weights.rarity)
        first = {effect: weights.first_look(effect, features, values) for effect in EFFECTS}
        seen = [
            Seen(scores, _marked(reading, key), len(reading.sentences[key[0]][key[1]].words))
            for key, scores in zip(keys, zip(*first.values(), strict=True), strict=True)
        ]
        rows = surroundings(seen)
        second = {effect: weights.trees[effect].scores(rows) for effect in EFFECTS}
        for number, key in enumerate(keys):
            likely = {
                effect: probability(
                    weights, effect, first[effect][number], float(second[effect][number])
                )
                for effect in EFFECTS
            }
            yield key, features.vector(number, values), likely

    def _load(self) -> Weights:
        if self._weights is None:
            self._weights, self._advice = load_weights(), load_advice()
        return self._weights

    def _findings(
        self,
        reading: Reading,
        key: Key,
        sentence: Sentence,
        found: Vector,
        likely: Mapping[str, float],
    ) -> Iterator[Finding]:
        """At most one, of the likelier effect; what a rule marked as tryk is left to the rule.

        Beside a rule's træk there may be tryk in the same sentence (»Tak for din mail, som vi jo …«),
        where the reader is sure.
        """
        weights = self._load()
        told = {
            category[0] for category in reading.marked.get(key, ()) if likely[category[0]] >= DOUBT
        }
        open_to = [
            effect
            for effect in EFFECTS
            if is_open(effect, told, shielded=key in reading.shielded)
            and likely[effect] >= (_SURE if told else weights.thresholds[effect])
            and (effect == "E" or likely["E"] < _CALM)
        ]
        if open_to:
            effect = max(open_to, key=lambda each: likely[each])
            category = likeliest(weights, effect, found)
            yield self._finding(sentence, category, likely[effect], found)

    def _finding(
        self, sentence: Sentence, category: str, likelihood: float, found: Vector
    ) -> Finding:
        advice, span = self._advice[category], sentence.span(0, len(sentence.words))
        nearest = advice.nearest(sentence)
        better = f" Fx »{nearest.after}« i stedet for »{nearest.before}«" if nearest else ""
        return Finding(
            rule=self.name,
            title=f"Mulig: {CATEGORIES[category].name}",
            category=category,
            effect=effect_of(category),
            side=CATEGORIES[category].side,
            weight=1,
            certainty=Certainty.MIDDEL,
            block=sentence.block.number,
            span=span,
            quote=sentence.block.text[slice(*span)],
            message=advice.message,
            why=f"Medlæseren, der læser ved siden af reglerne, siger: Se her en gang til ({round(100 * likelihood)} %). "
            f"Det, der vejede mest: {self._reasons(sentence, category[0], found)}.",
            suggestions=(Suggestion(advice.advice + better),)
            if effect_of(category) is Effect.ESCALATES
            else (),
        )

    def _reasons(self, sentence: Sentence, effect: str, found: Vector) -> str:
        """The words that weighed most, in the order in which they stand."""
        from traek.features import word_buckets  # noqa: PLC0415  it takes numpy

        worth = self._load().effect[effect][found.buckets] * found.values
        worth_of = dict(zip(found.buckets.tolist(), worth.tolist(), strict=True))
        weighed = [
            (sum(worth_of.get(key, 0.0) for key in keys.tolist()), token)
            for token, keys in enumerate(word_buckets(sentence))
            if sentence.words[token][:1].isalnum()
        ]
        best = sorted(token for _, token in sorted(weighed, reverse=True)[:_MOST_REASONS])
        return ", ".join(f"»{sentence.words[token]}«" for token in best)


def _reconsidered(
    finding: Finding,
    places: Mapping[int, int],
    reading: Reading,
    likely: Mapping[Key, Mapping[str, float]],
) -> Finding:
    """The finding as it is, or of low certainty where the reader doubts it in all its sentences."""
    if not finding.rule.startswith(_KNOWN) or finding.block is None or finding.span is None:
        return finding
    block = places[finding.block]
    effect = finding.category[0]
    opinions = [
        likely.get((block, number), {}).get(effect, 1.0)
        for number, sentence in enumerate(reading.sentences[block])
        if sentence.touches(finding.span)
    ]
    if max(opinions, default=1.0) >= DOUBT:
        return finding
    doubt = f"Medlæseren, der læser med ved siden af reglerne, er i tvivl: Den er kun {round(100 * max(opinions))} % sikker på, at fundet er rigtigt."
    return replace(finding, certainty=Certainty.LAV, message=f"{finding.message} {doubt}")


def _with_rewrites(finding: Finding, sentence: Sentence, form: str) -> Finding:
    """The finding with what can be done without new words, before its advice."""
    (advice,) = finding.suggestions
    category = finding.category
    gone = left_out(sentence, category, _SURELY_SPARED) if sentence.parts else None
    changes = [*plainer(sentence, category, form), *behind(sentence, category, form)]
    changes = [gone, *changes] if gone is not None else changes
    found = [Suggestion(advice.advice, change.text, change.span) for change in changes[:_MOST]]
    return replace(finding, suggestions=(*found, advice))


def _is_whole(reading: Reading) -> bool:
    """Whether it greets or signs off."""
    return any(not zones.isdisjoint({"hilsen", "underskrift"}) for zones in reading.zones)


def _is_letter(reading: Reading) -> bool:
    """Whether it greets or signs off, or is so short that it may be a piece of a letter.

    The reader learnt from letters and knows nothing else; a piece of one speaks to somebody.
    """
    if _is_whole(reading):
        return True
    sentences = list(chain.from_iterable(reading.sentences))
    return len(sentences) <= _MOST_OF_A_PIECE and speaks_to_a_reader(sentences)


def is_open(effect: str, told: Container[str], *, shielded: bool) -> bool:
    """Whether a sentence in which rules `told` of effects leaves this one to the second reader.

    What rules marked as tryk is theirs, and wording that the law asks for is no tryk.
    """
    return effect not in told and "E" not in told and not (effect == "E" and shielded)


def worth_reading(reading: Reading, block: int, sentence: Sentence) -> bool:
    """Whether the sentence is the writer's own running words: no figure, address or quotation."""
    if reading.document.blocks[block].kind is BlockKind.TABLE_CELL:
        return False
    words = [token for token, word in enumerate(sentence.words) if word[0].isalpha()]
    if len(words) < _LEAST_WORDS or not _SILENT.isdisjoint(reading.zones[block]):
        return False
    quoted = tokens_of("citat", sentence)
    return sum(token in quoted for token in words) < _MOSTLY * len(words)


def _marked(reading: Reading, key: Key) -> tuple[bool, bool]:
    """Whether the rules marked the sentence as tryk, and as træk."""
    told = {category[0] for category in reading.marked.get(key, ())}
    return "E" in told, "D" in told


def probability(weights: Weights, effect: str, first: float, second: float) -> float:
    """How likely it is, 0 to 1, that an annotator would mark the sentence with the effect.

    `first` and `second` are the scores of the two looks.
    """
    by_first, by_second, offset = weights.calibration[effect]
    return 1 / (1 + math.exp(-(by_first * first + by_second * second + offset)))


def likeliest(weights: Weights, effect: str, found: Vector) -> str:
    """The category that the sentence looks most like, within the effect."""
    from traek.features import coarse  # noqa: PLC0415  it takes numpy

    scores = weights.category[effect][:, coarse(found.buckets)] @ found.values
    return weights.categories[effect][int((scores + weights.category_bias[effect]).argmax())]
