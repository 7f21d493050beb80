"""Patterns for a draft that hold on its own examples, and what they find there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from traek.engine.examples import Problem, problems_of, read_example
from traek.engine.grammar import Grammar
from traek.engine.proposal import Marked, proposals
from traek.errors import RuleError
from traek.patterns.order import fixed_order
from traek.rulepack import RulePack
from traek.rulepack.draft import Draft
from traek.rulepack.read import read_pack
from traek.rulepack.source import LISTS, PackSource

ENOUGH = 3
"""Proposals that hold; more are hard to choose among."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """A draft with a pattern, and what is wrong with it on the draft's examples."""

    draft: Draft
    problems: tuple[Problem, ...]


def suggested(draft: Draft, folder: str, model: str | None = None) -> list[Suggested]:
    """Up to three drafts whose patterns hold on all examples, or the one that comes nearest."""
    found: list[Suggested] = []
    nearest: Suggested | None = None
    for find in proposals(marked_in(draft, model)):
        tried = tried_on(replace(draft, find=find), folder, model)
        if tried is None:
            continue
        if not tried.problems:
            found.append(tried)
        elif nearest is None or len(tried.problems) < len(nearest.problems):
            nearest = tried
        if len(found) == ENOUGH:
            break
    return found or ([nearest] if nearest else [])


def tried_on(draft: Draft, folder: str, model: str | None = None) -> Suggested | None:
    """The draft tried on its examples, with exceptions for near misses where that helps.

    None where its pattern cannot be read.
    """
    try:
        problems = problems_of(pack_of(draft, folder), model)
    except RuleError:
        return None
    ideas = tuple(dict.fromkeys(p.idea for p in problems if p.idea))
    if not ideas:
        return Suggested(draft, tuple(problems))
    mended = replace(draft, exceptions=(*draft.exceptions, *ideas))
    try:
        left = problems_of(pack_of(mended, folder), model)
    except RuleError:
        left = problems
    if len(left) < len(problems):
        return Suggested(mended, tuple(left))
    return Suggested(draft, tuple(problems))


def pack_of(draft: Draft, folder: str, name: str = "kladde") -> RulePack:
    """A pack of the one rule, with the word lists of the folder that it is meant for.

    Raises:
        RuleError: the draft is no rule yet; key and way out are named.
    """
    texts = [(f"{name}.toml", draft.toml().encode())]
    lists = Path(folder) / LISTS
    if lists.is_file():
        texts.append((LISTS, lists.read_bytes()))
    return read_pack(PackSource(folder, tuple(sorted(texts)), "", None))


def asks_order(draft: Draft, folder: str) -> bool:
    """Whether a pattern of the draft stands for one order of subject and verb only."""
    pack = pack_of(replace(draft, fixed_order=True), folder)
    return any(fixed_order(p.nodes) for rule in pack.rules for _, p in rule.search.find)


def marked_in(draft: Draft, model: str | None = None) -> list[Marked]:
    """The marked words of the draft's hits, with grammar."""
    grammar = Grammar.load(model)
    return [marked for hit in draft.hits for marked in _marked(hit, grammar)]


def _marked(source: str, grammar: Grammar) -> Iterator[Marked]:
    blocks, spans = read_example(source)
    grammar.annotate(blocks)
    for block, span in sorted(spans):
        for sentence in blocks[block]:
            tokens = [
                token
                for token in range(len(sentence.words))
                if sentence.starts[token] >= span.start and sentence.ends[token] <= span.end
            ]
            if tokens:
                yield Marked(sentence, tokens[0], tokens[-1] + 1)
