"""What could be better about a rule that works: a slow pattern, an untried branch, few examples."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from traek.engine.examples import Problem, Trial
from traek.patterns import Pattern, anchor_of
from traek.rulepack import Rule, RulePack, Search

Node = tuple[Any, ...]
Nodes = tuple[Node, ...]

_LEAST_EXAMPLES = 3
_SMALL = 4
"""Branches; each branch of a choice that is no longer than this should be tried by an example."""


def remarks_on(pack: RulePack, model: str | None = None) -> Iterator[Problem]:
    """What the pack's author may want to mend, rule by rule; nothing of it keeps a rule away."""
    trial = Trial(pack, model)
    for owner in trial.searcher.owners:
        for sentence in _slow(owner.search):
            yield Problem(owner.id, owner.path, sentence)
        if not isinstance(owner, Rule):
            continue
        for sentence in _few(trial, owner):
            yield Problem(owner.id, owner.path, sentence)
        for sentence in _untried(trial, owner):
            yield Problem(owner.id, owner.path, sentence)


def _slow(search: Search) -> Iterator[str]:
    for pattern in search.patterns():
        if pattern.anchor is None:
            yield (
                f"mønsteret »{pattern.source}« har intet fast ord at slå op efter og bliver "
                "derfor prøvet ved hvert ord. Skriv et ord eller en ordliste i det, hvis det kan lade sig gøre."
            )


def _few(trial: Trial, rule: Rule) -> Iterator[str]:
    examples = trial.examples[rule.id]
    if len(examples.hits) < _LEAST_EXAMPLES:
        yield f"der er kun {len(examples.hits)} eksempler i rammer. Skriv mindst {_LEAST_EXAMPLES}."
    if len(examples.misses) < _LEAST_EXAMPLES:
        yield f"der er kun {len(examples.misses)} i rammer_ikke. Skriv mindst {_LEAST_EXAMPLES}."


def _untried(trial: Trial, rule: Rule) -> Iterator[str]:
    for name, pattern in rule.search.find:
        for branch, nodes in _narrowed(pattern.nodes):
            only = pattern._replace(nodes=nodes, anchor=anchor_of(nodes))
            if not _tried(trial, rule, (name, only)):
                yield f"»{branch}« i mønsteret »{name}« prøves ikke af noget eksempel i rammer."


def _tried(trial: Trial, rule: Rule, find: tuple[str, Pattern]) -> bool:
    narrow = replace(rule, search=replace(rule.search, find=(find,), from_time=1))
    return trial.any_hit(narrow, trial.examples[rule.id].hits)


def _narrowed(nodes: Nodes) -> Iterator[tuple[str, Nodes]]:
    """The sequence once for each branch of each small choice in it, with that branch alone."""
    for at, node in enumerate(nodes):
        for branch, narrow in _narrow_nodes(node):
            yield branch, (*nodes[:at], narrow, *nodes[at + 1 :])


def _narrow_nodes(node: Node) -> Iterator[tuple[str, Node]]:
    if node[0] in {"form", "exact", "lemma"} and 1 < len(node[1]) <= _SMALL:
        for word in sorted(node[1]):
            yield word, (node[0], frozenset({word}))
    elif node[0] in {"maybe", "name"}:
        for branch, narrow in _narrowed(node[-1]):
            yield branch, (*node[:-1], narrow) if node[0] == "name" else ("either", (narrow,))
    elif node[0] == "either":
        for branch in node[1]:
            if 1 < len(node[1]) <= _SMALL and len(node) == len(("either", "branches")):
                yield _shown(branch), ("either", (branch,))
            for inner, narrow in _narrowed(branch):
                yield inner, ("either", (narrow,))


def _shown(nodes: Nodes) -> str:
    """A branch in words, for messages."""
    return " ".join(_word(node) for node in nodes)


def _word(node: Node) -> str:
    if node[0] in {"form", "exact", "lemma"}:
        words = sorted(node[1])
        return words[0] if len(words) == 1 else f"[{'|'.join(words[:_SMALL])}]"
    if node[0] in {"maybe", "name"}:
        return _shown(node[-1])
    return {"gap": "..", "class": "<…>", "shape": "#…"}.get(node[0], "…")
