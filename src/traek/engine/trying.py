"""One sentence under the glass: its grammar in Danish words, what hits it, and what comes near."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from traek.engine.address import form_of_address, speaks_politely
from traek.engine.alignment import Alignment, nearest
from traek.engine.explain import Told, how, why_not, words_told
from traek.engine.grammar import Grammar
from traek.engine.helpers import HELPERS
from traek.engine.match import Context, Match, find
from traek.engine.search import Hit, Owner, Searcher
from traek.engine.text import read_block
from traek.engine.wording import features_told, part_told, relation_told
from traek.engine.zones import zones_of
from traek.model import Block
from traek.patterns import Pattern
from traek.placeholders import typed_placeholders
from traek.reading import Sentence
from traek.rulepack import Rule, Search

_LEAST_WEIGHT = 4
_SHARE = 2 / 3
_SET_ASIDE = 1000
"""More than any weight of what nearly holds."""


@dataclass(frozen=True, slots=True)
class Word:
    """What the grammar sees in one word, in Danish; empty where there is nothing to say."""

    word: str
    lemma: str
    part: str
    features: str
    relation: str
    helpers: str


@dataclass(frozen=True, slots=True)
class Near:
    """A rule that lacks one thing to hit: where, and what stands in the way."""

    rule: Rule
    quote: str
    told: tuple[Told, ...]
    weight: int


class Glass:
    """A text, read with all the grammar there is."""

    def __init__(self, text: str, model: str | None = None) -> None:
        block = Block(text, 1, placeholders=typed_placeholders(text))
        grammar = Grammar.load(model)
        self.sentences = [read_block(block)]
        grammar.annotate(self.sentences)
        grammar.relate(self.sentences[0])
        self.zones = zones_of((block,))
        form = form_of_address(self.sentences[0])
        self.context = Context(polite=speaks_politely(form, self.sentences))

    def words(self) -> list[list[Word]]:
        """The words of each sentence."""
        return [list(_words(sentence)) for sentence in self.sentences[0]]

    def hits(self, owners: Sequence[Owner]) -> list[Hit]:
        """The hits of all owners, in the order of the text."""
        found = Searcher(owners).hits(self.sentences, self.zones, self.context)
        once = {(hit.span, hit.owner.id): hit for hit in found}
        return [once[key] for key in sorted(once)]

    def near(self, owners: Sequence[Owner], most: int = 5) -> list[Near]:
        """Rules that do not hit and lack one thing only, those first that have most in common."""
        found = [near for owner in owners if isinstance(owner, Rule) for near in self._near(owner)]
        best: dict[str, Near] = {}
        for near in sorted(found, key=lambda each: -each.weight):
            best.setdefault(near.rule.id, near)
        return list(best.values())[:most]

    def explained(self, owner: Owner) -> list[Told]:
        """What each word of a hit of this rule answers to, or why there is none."""
        if hits := self.hits([owner]):
            return [line for hit in hits for line in how(hit, self.context)]
        return why_not(owner.search, self.sentences, self.zones, self.context)

    def tried(self, pattern: Pattern) -> list[Told]:
        """As `explained`, for a pattern that belongs to no rule."""
        search = Search((("mønster", pattern),))
        found = [
            (alignment, sentence)
            for sentence in self.sentences[0]
            if (alignment := nearest(pattern, sentence, self.context)) and not alignment.slips
        ]
        if not found:
            return why_not(search, self.sentences, self.zones, self.context)
        return [line for alignment, sentence in found for line in words_told(alignment, sentence)]

    def _near(self, rule: Rule) -> Iterator[Near]:
        for sentence in self.sentences[0]:
            for _, pattern in rule.search.find:
                if not _anchored(pattern, sentence):
                    continue
                if match := next(find(pattern, sentence, self.context), None):
                    yield self._set_aside(rule, sentence, match)
                    continue
                alignment = nearest(pattern, sentence, self.context, most=1)
                if alignment and _is_fair(alignment):
                    wrong = [line for line in words_told(alignment, sentence) if not line.good]
                    yield Near(rule, _quote(alignment, sentence), tuple(wrong), alignment.weight)

    def _set_aside(self, rule: Rule, sentence: Sentence, match: Match) -> Near:
        """A rule whose pattern holds while something else in it lets the match go."""
        start, end = sentence.span(match.start, match.end)
        told = why_not(rule.search, self.sentences, self.zones, self.context)
        return Near(rule, sentence.block.text[start:end], tuple(told), _SET_ASIDE)


def _anchored(pattern: Pattern, sentence: Sentence) -> bool:
    """Whether the word by which the pattern is looked up stands in the sentence."""
    if pattern.anchor is None:
        return False
    column = sentence.lowers if pattern.anchor.kind == "form" else sentence.lemmas
    return not pattern.anchor.words.isdisjoint(column)


def _is_fair(alignment: Alignment) -> bool:
    """Whether so much fits that the rest is worth a look."""
    fitting = sum(1 for step in alignment.steps if step.kind.name == "FITS")
    asked = sum(1 for step in alignment.steps if step.kind.name not in {"PASSED", "FAR"})
    return alignment.weight >= _LEAST_WEIGHT and fitting >= _SHARE * asked


def _quote(alignment: Alignment, sentence: Sentence) -> str:
    """The words between the first and the last that the pattern took."""
    first = min(step.token for step in alignment.steps)
    start, end = sentence.span(first, min(alignment.end, len(sentence.words)))
    return sentence.block.text[start:end]


def _words(sentence: Sentence) -> Iterator[Word]:
    noted: dict[int, list[str]] = {}
    for name, helper in HELPERS.items():
        for token in helper(sentence):
            noted.setdefault(token, []).append(name)
    for token, word in enumerate(sentence.words):
        if not any(map(str.isalnum, word)):
            continue
        helpers = noted.get(token, [])
        if "passiv-uden-aktør" in helpers:
            helpers.remove("passiv")
        yield Word(
            word=word,
            lemma=sentence.lemmas[token],
            part=part_told(sentence.parts[token]),
            features=", ".join(features_told(sentence.features[token])),
            relation=_relation(sentence, token),
            helpers=", ".join(helpers),
        )


def _relation(sentence: Sentence, token: int) -> str:
    head = sentence.heads[token]
    told = relation_told(sentence.relations[token])
    return told if head == token else f"{told} til »{sentence.words[head]}«"
