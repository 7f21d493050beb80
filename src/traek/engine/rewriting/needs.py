"""What a rule's rewrites ask of the grammar, so that it runs where it is needed and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable

from traek.engine.search import Hit, Owner
from traek.reading import Sentence
from traek.rulepack import Rule
from traek.rulepack.template import Operation, Part, Rewrite, Scope, every_piece, parse_template


def asks_grammar(owner: Owner) -> bool:
    """Whether a rewrite of the owner needs lemmas, parts of speech and features."""
    if not isinstance(owner, Rule):
        return False
    return any(_asks(rewrite) for rewrites in owner.rewrites.values() for rewrite in rewrites)


def to_relate(hits: Iterable[Hit]) -> list[Sentence]:
    """The sentences, not yet parsed, of hits whose rewrites need heads and relations."""
    found = {
        id(hit.sentence): hit.sentence
        for hit in hits
        if isinstance(hit.owner, Rule)
        and not hit.sentence.heads
        and any(_asks(r, parse=True) for r in hit.owner.rewrites.get(hit.pattern, ()))
    }
    return list(found.values())


def _asks(rewrite: Rewrite, *, parse: bool = False) -> bool:
    if rewrite.scope is Scope.DELETE:
        return rewrite.template != "saetning"
    return any(
        isinstance(piece, Operation)
        or (isinstance(piece, Part) and (piece.whole or bool(piece.forms and not parse)))
        for piece in every_piece(parse_template(rewrite.template))
    )
