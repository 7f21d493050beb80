"""Rules and a document -> report: the whole way through, one step after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from traek.engine.address import form_of_address, speaks_politely
from traek.engine.corrections import address_of
from traek.engine.findings import counted, finding_of, in_order, said_once, without_doubles
from traek.engine.fingerprint import Surround, fingerprint
from traek.engine.genre import genre_of
from traek.engine.match import Context
from traek.engine.memory import Memory
from traek.engine.profile import profile_of
from traek.engine.protection import protected
from traek.engine.readability import readability
from traek.engine.rewriting.checked import tried
from traek.engine.rewriting.judge import Judge
from traek.engine.rewriting.needs import asks_grammar, to_relate
from traek.engine.rewriting.offers import Offered, Offers
from traek.engine.search import Hit, Searcher
from traek.engine.signs import (
    applies,
    evidence_for_sides,
    shielded,
    shields_of,
    spoken_for,
    told_situation,
)
from traek.engine.suppression import Settled, settled
from traek.engine.zones import zones_of
from traek.hookspecs import SecondOpinion
from traek.model import (
    Certainty,
    Document,
    Effect,
    Finding,
    Genre,
    Readability,
    Report,
    Side,
    Situation,
    SuggestionKind,
)
from traek.reading import Reading, Sentence
from traek.rulepack import CATEGORIES, Rule, RulePack, effect_of
from traek.settings import Accepted, Selection

if TYPE_CHECKING:
    from traek.engine.grammar import Grammar
    from traek.hookspecs import Check


_HEAVIEST = 3


@dataclass(frozen=True, slots=True)
class _Text:
    """A document after reading: sentences and zones by block, and how it addresses its reader."""

    document: Document
    sentences: list[list[Sentence]]
    zones: list[frozenset[str]]
    context: Context
    form: str
    surrounds: dict[int, Surround] = field(default_factory=dict)

    def around(self, place: int) -> Surround:
        """The surroundings of findings in the block at `place`, counted from 0."""
        if place not in self.surrounds:
            block = self.document.blocks[place]
            self.surrounds[place] = Surround(block, self.sentences[place])
        return self.surrounds[place]

    def signed(self, finding: Finding) -> Finding:
        """The finding with its fingerprint."""
        adds = any(each.kind is SuggestionKind.ADD for each in finding.suggestions)
        number = None if adds else finding.block  # it is missing from the letter, not the block
        place = next((n for n, b in enumerate(self.document.blocks) if b.number == number), None)
        surround = None if place is None else self.around(place)
        return replace(finding, fingerprint=fingerprint(finding.rule, surround, finding.span))


class Engine:
    """Rules, checks and a selection of them, ready to read documents one by one.

    Holds the grammar once it was needed, and a memory of the sentences that it read last, so that
    what it meets again costs little (see `traek.engine.memory`); `memory` is one of your own making;
    `Memory(0)` keeps nothing. `model` is the name of an installed spaCy pipeline to use
    in place of the embedded one. `accepted` are decisions to let findings stand; they are set apart
    in the report, with those that stand beside the text. Not for several threads at once.
    """

    def __init__(
        self,
        packs: Iterable[RulePack],
        checks: Iterable[Check] = (),
        selection: Selection | None = None,
        model: str | None = None,
        memory: Memory | None = None,
        accepted: Iterable[Accepted] = (),
    ) -> None:
        packs, checks = tuple(packs), tuple(checks)
        self._selection = selection or Selection()
        self.rules: tuple[Rule, ...] = tuple(
            rule for pack in packs for rule in pack.rules if self._takes(rule)
        )
        self.checks: tuple[Check, ...] = tuple(check for check in checks if self._may_find(check))
        self._model = model
        self._grammar: Grammar | None = None
        self._memory = Memory() if memory is None else memory
        protections = tuple(p for pack in packs for p in pack.protections)
        signs = tuple(s for pack in packs for s in pack.signs)
        self._searcher = Searcher((*self.rules, *protections, *signs))
        self._packs = packs
        self._accepted = tuple(accepted)
        self._known = frozenset(
            [(rule.id, rule.category) for pack in packs for rule in pack.rules]
            + [(check.name, check.category) for check in checks]
        )
        self._judging: Searcher | None = None

    def forget(self) -> None:
        """Let go of the sentences that it remembers; reports are the same without them."""
        self._memory.forget()

    @property
    def grammar_needed(self) -> bool:
        """Whether a selected rule asks for grammar, so that spaCy will be imported."""
        return (
            self._searcher.grammar
            or any(check.needs_grammar for check in self.checks)
            or any(map(asks_grammar, self.rules))
        )

    def report(
        self,
        document: Document,
        situation: Situation | None = None,
        genre: Genre | None = None,
    ) -> Report:
        """What the rules and checks find in the document.

        Without a `situation` the letter's own words decide which Firkant applies, and without a
        `genre` what kind of letter it is.
        """
        text = self._read(document)
        hits = list(self._searcher.hits(text.sentences, text.zones, text.context))
        taken, reason = told_situation(hits, situation)
        hits = [hit for hit in hits if applies(hit, taken)]
        shields = list(shields_of(hits))
        kept = without_doubles(counted(hits))
        found = protected(_findings(kept, text), shields)
        evidence = list(evidence_for_sides(hits))
        reading = Reading(
            document=document,
            situation=taken,
            sentences=text.sentences,
            zones=text.zones,
            filled=frozenset({*(side for side, _ in evidence), *_calmed(found)}),
            genre=genre or genre_of(spoken_for(hits, set(Genre))),
            marked=_marked(found, text),
            shielded=frozenset(shielded(hits)),
        )
        seen = len(found)
        kept, found = self._reconsidered(reading, kept, found)
        findings = [*found, *protected(self._checked(reading, text), shields)]
        outcome = settled(in_order(findings), document, self._accepted, self._known)
        offered = self._offered(kept, found, outcome, text)
        shown = said_once(self._tried(list(offered.on(outcome.findings)), text))
        return Report(
            document=replace(document, warnings=(*document.warnings, *outcome.warnings)),
            situation=taken,
            situation_reason=reason,
            words=_words(text.sentences),
            findings=tuple(shown),
            profile=profile_of(shown, evidence),
            grammar=f"{self._grammar.name} {self._grammar.version}" if self._grammar else None,
            genre=reading.genre,
            readability=_readability(reading),
            suppressed=outcome.suppressed,
            withdrawn=offered.withdrawn,
            doubted=seen - len(found),
        )

    def _takes(self, rule: Rule) -> bool:
        return self._selection.takes(
            rule.id, rule.category, rule.effect, rule.weight, rule.certainty
        )

    def _may_find(self, check: Check) -> bool:
        """Whether anything that the check can find is selected; its weight is not known yet."""
        return any(
            self._selection.takes(check.name, name, effect_of(name), _HEAVIEST, Certainty.HØJ)
            for name in ([check.category] if check.category else CATEGORIES)
        )

    def _read(self, document: Document) -> _Text:
        sentences = [self._memory.read(block) for block in document.blocks]
        flat = [sentence for block in sentences for sentence in block]
        form = form_of_address(flat)
        context = Context(polite=speaks_politely(form, sentences))
        address = address_of(flat)

        def read_grammar(unknown: Sequence[Sentence]) -> None:
            if self.grammar_needed:
                grammar = self._load_grammar()
                grammar.tag(unknown, address)
                grammar.relate(self._searcher.candidates([unknown], context))

        self._memory.fill(flat, "letter", (address, context), read_grammar)
        return _Text(document, sentences, zones_of(document.blocks), context, form)

    def _load_grammar(self) -> Grammar:
        if self._grammar is None:
            from traek.engine.grammar import Grammar  # noqa: PLC0415  imports spaCy

            self._grammar = Grammar.load(self._model)
        return self._grammar

    def _offered(
        self, hits: Sequence[Hit], found: Sequence[Finding], outcome: Settled, text: _Text
    ) -> Offered:
        """Suggestions for what counts, tried on every rule that a letter is commonly held to.

        What the law asks for, or somebody lets stand, is left in peace.
        """
        counting = {id(each) for each in outcome.findings if each.protection is None}
        pairs = list(zip(hits, found, strict=True))
        spared = frozenset(each.rule for _, each in pairs if id(each) not in counting)
        hits = [hit for hit, each in pairs if id(each) in counting]
        found = [each for _, each in pairs if id(each) in counting]
        if unparsed := to_relate(hits):
            self._load_grammar().relate(unparsed)
        searcher = self._judges()
        annotate = self._annotate if searcher.grammar else None
        offers = Offers(searcher, spared).for_hits(hits, text.form, text.context, annotate)
        return offers.for_findings(found)

    def _tried(self, findings: Sequence[Finding], text: _Text) -> list[Finding]:
        """The findings with what checks suggest held to the same as what rules do."""
        searcher = self._judges()
        annotate = self._annotate if searcher.grammar else None
        judge = Judge(searcher, text.form, text.context, annotate)
        checks = frozenset(check.name for check in self.checks)
        return list(tried(findings, checks, text.sentences, judge))

    def _judges(self) -> Searcher:
        """The rules that a rewrite is tried on: what is selected, and all that is certain enough.

        A writer who looks for one kind of tryk only is no better served by a rewrite that brings
        another.
        """
        if self._judging is None:
            mine = {rule.id for rule in self.rules}
            judges = [
                rule
                for pack in self._packs
                for rule in pack.rules
                if rule.id in mine
                or (rule.effect is Effect.ESCALATES and rule.certainty > Certainty.LAV)
            ]
            laws = [protection for pack in self._packs for protection in pack.protections]
            self._judging = (
                self._searcher if len(judges) == len(mine) else Searcher((*judges, *laws))
            )
        return self._judging

    def _annotate(self, blocks: Sequence[Sequence[Sentence]]) -> None:
        """Give the sentences of rewrites their grammar, without relations."""
        flat = [sentence for block in blocks for sentence in block]
        address = address_of(flat)
        grammar = self._load_grammar()
        self._memory.fill(flat, "rewrite", address, lambda unknown: grammar.tag(unknown, address))

    def _reconsidered(
        self, reading: Reading, hits: Sequence[Hit], found: Sequence[Finding]
    ) -> tuple[list[Hit], list[Finding]]:
        """Hits and findings less those that a second opinion makes too uncertain to be shown."""
        for check in self.checks:
            if isinstance(check, SecondOpinion):
                found = check.reconsider(reading, found)
        pairs = zip(hits, found, strict=True)
        kept = [(hit, each) for hit, each in pairs if each.protection or self._shows(each)]
        return [hit for hit, _ in kept], [each for _, each in kept]

    def _shows(self, found: Finding) -> bool:
        return self._selection.takes(
            found.rule, found.category, found.effect, found.weight, found.certainty
        )

    def _checked(self, reading: Reading, text: _Text) -> Iterator[Finding]:
        for check in self.checks:
            for found in check.observe(reading):
                if self._shows(found):
                    yield text.signed(found)


def _findings(hits: Sequence[Hit], text: _Text) -> list[Finding]:
    return [
        finding_of(hit, fingerprint(hit.owner.id, text.around(hit.block), hit.span)) for hit in hits
    ]


def _marked(findings: Iterable[Finding], text: _Text) -> Mapping[tuple[int, int], frozenset[str]]:
    """The categories found in each sentence, by block and sentence from 0; none that is protected."""
    places = {block.number: place for place, block in enumerate(text.document.blocks)}
    marked: dict[tuple[int, int], set[str]] = {}
    for finding in findings:
        if finding.span is None or finding.block is None or finding.protection:
            continue
        place, span = places[finding.block], finding.span
        for number, sentence in enumerate(text.sentences[place]):
            if sentence.touches(span):
                marked.setdefault((place, number), set()).add(finding.category)
    return {key: frozenset(found) for key, found in marked.items()}


def _calmed(findings: Iterable[Finding]) -> Iterator[Side]:
    return (finding.side for finding in findings if finding.effect is Effect.DEESCALATES)


def _readability(reading: Reading) -> Readability | None:
    """How hard the running text is to read; None where there is none."""
    counts = readability(sentence for _, _, sentence in reading.running())
    return counts if counts.sentences else None


def _words(sentences: Iterable[Iterable[Sentence]]) -> int:
    """The number of tokens that begin with a letter or a digit."""
    return sum(
        word[0].isalnum() for block in sentences for sentence in block for word in sentence.words
    )
