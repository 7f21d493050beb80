"""The tables `[omskriv]`, `[omskriv.saetning]` and `[omskriv.slet]` of a rule's file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from traek.patterns import Pattern
from traek.rulepack.keys import Table
from traek.rulepack.template import Rewrite, Scope, check_rewrite
from traek.rulepack.values import Search

MOST_REWRITES = 3

_NESTED = (Scope.SENTENCE, Scope.DELETE)


def rewrites_of(table: Table, search: Search) -> Mapping[str, tuple[Rewrite, ...]]:
    """By the name of a pattern its rewrites: those in place first, then sentences, then deletions.

    Raises:
        RuleError: a name is no pattern of the rule, or a rewrite cannot be filled in from it.
    """
    rewrites = table.table("omskriv")
    patterns = dict(search.find)
    found: dict[str, tuple[Rewrite, ...]] = {}
    here = {key: value for key, value in rewrites.content.items() if key not in set(_NESTED)}
    tables = [(Scope.HIT, Table(table.path, here, "omskriv"))]
    tables += [(scope, rewrites.table(scope)) for scope in _NESTED]
    for scope, scoped in tables:
        scoped.only(patterns, what="mønster under [find]")
        for name in scoped.content:
            mine = _of_pattern(scoped, name, patterns[name], scope)
            found[name] = (*found.get(name, ()), *mine)
    return found


def _of_pattern(table: Table, name: str, pattern: Pattern, scope: Scope) -> tuple[Rewrite, ...]:
    templates = table.texts(name)
    if len(templates) > MOST_REWRITES:
        raise table.error(f"»{name}« har flere end {MOST_REWRITES} forslag.")
    orders = _has_group(pattern.nodes)

    def checked(template: str) -> Rewrite:
        rewrite = Rewrite(scope, template)
        check_rewrite(rewrite, pattern.names, orders=orders)
        return rewrite

    return tuple(table.parsed(name, template, checked) for template in templates)


def _has_group(nodes: Iterable[tuple[Any, ...]]) -> bool:
    """Whether a group in `{ }` stands anywhere among the nodes."""
    for node in nodes:
        if node[0] == "either" and (
            node[2:] == ("orders",) or any(_has_group(branch) for branch in node[1])
        ):
            return True
        if node[0] in {"maybe", "name"} and _has_group(node[-1]):
            return True
    return False
