"""A rule's own examples tried on the rule: they decide whether it loads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from traek.engine.address import form_of_address, speaks_politely
from traek.engine.explain import Told, elsewhere, too_much, why_not
from traek.engine.findings import counted
from traek.engine.ideas import exception_idea
from traek.engine.match import Context
from traek.engine.rewriting.needs import asks_grammar, to_relate
from traek.engine.rewriting.offers import Offered, Offers
from traek.engine.search import Hit, Owner, Searcher
from traek.engine.text import read_block
from traek.engine.zones import zones_of
from traek.errors import RuleError
from traek.model import Block, BlockKind, Span, Suggestion
from traek.reading import Sentence
from traek.rulepack import Rule, RulePack, Search, cache

_MARK = re.compile(r"\[\[|\]\]")


@dataclass(frozen=True, slots=True)
class Problem:
    """An example that does not do what it says: whose, in which file, and the Danish sentence.

    `why` tells word by word what the pattern asked for and what stands there; `idea` is an
    exception that would set the example right, where there is one.
    """

    owner: str
    path: str
    sentence: str
    why: tuple[Told, ...] = ()
    idea: str | None = None

    def __str__(self) -> str:
        """File and sentence on one line."""
        return f"{self.path}: {self.sentence}"


@dataclass(slots=True)
class _Text:
    """An example as the engine reads it; `marked` are the spans between `[[` and `]]` by block."""

    source: str
    blocks: tuple[Block, ...]
    marked: set[tuple[int, Span]]
    sentences: list[list[Sentence]]
    context: Context
    form: str


def verified(pack: RulePack, model: str | None = None) -> RulePack:
    """The pack, once its examples have been tried, and kept so that the next start is quick.

    Raises:
        RuleError: an example does not hold; a line for each.
    """
    if pack.verified:
        return pack
    if problems := problems_of(pack, model):
        target = f" {pack.package}" if Path(pack.package).is_dir() else ""
        why = f"Kør »traek rules test{target}«, så ser du ord for ord, hvorfor."
        raise RuleError("\n".join([*map(str, problems), why]))
    done = replace(pack, verified=True)
    cache.keep(done)
    return done


def problems_of(
    pack: RulePack, model: str | None = None, only: Iterable[str] | None = None
) -> list[Problem]:
    """What is wrong with the examples of the pack, or of the owners named in `only`."""
    trial = Trial(pack, model)
    wanted = set(only) if only is not None else None
    return [
        problem
        for owner in trial.searcher.owners
        if wanted is None or owner.id in wanted
        for problem in trial.problems(owner)
    ]


class Trial:
    """All examples of a pack, read once, and the searches to try on them."""

    def __init__(self, pack: RulePack, model: str | None) -> None:
        self.searcher = Searcher((*pack.rules, *pack.protections, *pack.signs))
        self.offers = Offers(self.searcher, letter=False)
        self.examples = pack.examples
        self.annotate = None
        self.relate: Callable[[Sequence[Sentence]], None] | None = None
        self.texts: dict[str, _Text] = {}
        sources = {
            text
            for e in pack.examples.values()
            for text in (*e.hits, *e.misses, *(before for before, _ in e.rewrites))
        }
        for source in sorted(sources):
            self.texts[source] = _read(source)
        if self.searcher.grammar or any(map(asks_grammar, self.searcher.owners)):
            from traek.engine.grammar import Grammar  # noqa: PLC0415  imports spaCy

            grammar = Grammar.load(model)
            self.annotate, self.relate = grammar.annotate, grammar.relate
            for text in self.texts.values():
                grammar.annotate(text.sentences)
                if candidates := self.searcher.candidates(text.sentences, text.context):
                    grammar.relate(candidates)

    def problems(self, owner: Owner) -> Iterator[Problem]:
        """What is wrong with the examples of one rule, protection or sign."""
        single = Searcher([owner])
        examples = self.examples[owner.id]

        def problem(sentence: str, why: Iterable[Told] = ()) -> Problem:
            return Problem(owner.id, owner.path, sentence, tuple(why))

        hit_by: set[str] = set()
        for source in examples.hits:
            text = self.texts[source]
            hits = self._hits(single, text)
            hit_by.update(hit.pattern for hit in hits)
            found = {(hit.block, hit.span) for hit in hits}
            if not hits:
                why = why_not(owner.search, *self._around(text))
                yield problem(f"eksemplet »{source}« rammer ikke.", why)
            elif text.marked - found:
                shown = ", ".join(f"»{hit.quote}«" for hit in hits)
                yield problem(
                    f"eksemplet »{source}« rammer et andet sted: {shown}.",
                    elsewhere(hits, text.marked - found, text.context),
                )
        for source in examples.misses:
            for hit in self._hits(single, self.texts[source])[:1]:
                idea = exception_idea(hit, self._kept(single, examples.hits))
                yield replace(
                    problem(
                        f"eksemplet »{source}« skulle gå fri, men rammer ved »{hit.quote}«.",
                        too_much(hit, self.texts[source].context, idea),
                    ),
                    idea=idea,
                )
        for name, _ in owner.search.find:
            if name not in hit_by:
                yield problem(f"mønsteret »{name}« under [find] rammes ikke af noget eksempel.")
        yield from map(problem, self._idle_exceptions(owner.search, owner, examples.misses))
        if isinstance(owner, Rule):
            yield from map(problem, self._rewrites(single, owner))

    def any_hit(self, owner: Owner, sources: Iterable[str]) -> bool:
        """Whether the owner hits any of these examples."""
        single = Searcher([owner])
        return any(self._hits(single, self.texts[source]) for source in sources)

    def _around(self, text: _Text) -> tuple[list[list[Sentence]], list[frozenset[str]], Context]:
        """The text as the search sees it, with relations in every sentence where any rule asks."""
        if self.relate and self.searcher.relations:
            self.relate([s for block in text.sentences for s in block if not s.heads])
        return text.sentences, zones_of(text.blocks), text.context

    def _kept(self, single: Searcher, sources: Iterable[str]) -> list[tuple[Hit, Context]]:
        texts = [self.texts[source] for source in sources]
        return [(hit, text.context) for text in texts for hit in self._hits(single, text)]

    def _hits(self, searcher: Searcher, text: _Text) -> list[Hit]:
        hits = list(searcher.hits(text.sentences, zones_of(text.blocks), text.context))
        return counted(hits) if isinstance(searcher.owners[0], Rule) else hits

    def _idle_exceptions(
        self, search: Search, owner: Owner, misses: Sequence[str]
    ) -> Iterator[str]:
        for number, exception in enumerate(search.exceptions):
            others = search.exceptions[:number] + search.exceptions[number + 1 :]
            without = replace(owner, search=replace(search, exceptions=others))
            if not self.any_hit(without, misses):
                yield (
                    f"undtagelsen »{exception.source}« gør ingen forskel for eksemplerne i "
                    "rammer_ikke. Skriv et eksempel, som kun den lader gå fri."
                )

    def _rewrites(self, single: Searcher, rule: Rule) -> Iterator[str]:
        tried: set[str] = set()
        for before, after in self.examples[rule.id].rewrites:
            text = self.texts[before]
            hits = self._hits(single, text)
            tried.update(hit.pattern for hit in hits)
            if self.relate and (unparsed := to_relate(hits)):
                self.relate(unparsed)
            offered = self.offers.for_hits(hits, text.form, text.context, self.annotate)
            results = [
                _replaced(text, hit, suggestion)
                for hit, suggestions in zip(hits, offered.suggestions, strict=True)
                for suggestion in suggestions
                if suggestion.replacement is not None
            ]
            if not results:
                yield f"»{before}« får intet forslag: {_why_none(offered)}."
            elif after not in results:
                yield f"»{before}« bliver til »{results[0]}« og ikke til »{after}«."
        for name in rule.rewrites:
            if name not in tried:
                yield f"forslaget til »{name}« under [omskriv] prøves ikke af noget i omskriver."


def read_example(source: str) -> tuple[list[list[Sentence]], set[tuple[int, Span]]]:
    """The sentences of an example, block by block, and the spans that are marked `[[…]]` in them."""
    text = _read(source)
    return text.sentences, text.marked


def _read(source: str) -> _Text:
    blocks: list[Block] = []
    marked: set[tuple[int, Span]] = set()
    for number, paragraph in enumerate(source.split("\n\n")):
        kind, text = _kind(paragraph)
        pieces = _MARK.split(text)
        plain, edges = "", []
        for piece in pieces:
            plain += piece
            edges.append(len(plain))
        marked |= {(number, Span(a, b)) for a, b in zip(edges[0:-1:2], edges[1:-1:2], strict=True)}
        blocks.append(Block(plain, number + 1, kind))
    sentences = [read_block(block) for block in blocks]
    form = form_of_address(sentence for block in sentences for sentence in block)
    context = Context(polite=speaks_politely(form, sentences))
    return _Text(source, tuple(blocks), marked, sentences, context, form)


def _kind(paragraph: str) -> tuple[BlockKind, str]:
    if paragraph.startswith("# "):
        return BlockKind.HEADING, paragraph[2:]
    if paragraph.startswith("- "):
        return BlockKind.LIST_ITEM, paragraph[2:]
    return BlockKind.PARAGRAPH, paragraph


def _why_none(offered: Offered) -> str:
    """What happened to the rewrites that should have been there."""
    if not offered.suggestions:
        return "reglen rammer ikke"
    if not offered.withdrawn:
        return "intet mønster, der rammer, har noget under [omskriv]"
    return "; ".join(
        f"»{each.replacement}« går ikke, for {each.reason}" for each in offered.withdrawn
    )


def _replaced(text: _Text, hit: Hit, suggestion: Suggestion) -> str:
    plain = [block.text for block in text.blocks]
    whole, (start, end) = plain[hit.block], suggestion.span or hit.span
    plain[hit.block] = whole[:start] + (suggestion.replacement or "") + whole[end:]
    return "\n\n".join(plain)
