"""What the signs and protections among the hits tell of a letter: situation, sides, and the law's words."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from traek.engine.protection import Shield
from traek.engine.search import Hit
from traek.engine.situation import chosen, situation_of
from traek.model import Side, Situation
from traek.rulepack import Protection, Sign


def told_situation(hits: Sequence[Hit], asked: Situation | None) -> tuple[Situation, str]:
    """The situation that was asked for, or that signs speak for, and who chose it and why."""
    if asked is not None:
        return asked, chosen(asked)
    return situation_of(
        [
            (hit.owner.of, hit.owner.strength, hit.quote)
            for hit in hits
            if isinstance(hit.owner, Sign) and hit.owner.of in set(Situation)
        ]
    )


def spoken_for(hits: Iterable[Hit], wanted: Container[str]) -> Iterator[tuple[str, int]]:
    """What the signs among the hits speak for, of what is wanted, and how strongly."""
    for hit in hits:
        if isinstance(hit.owner, Sign) and hit.owner.of in wanted:
            yield hit.owner.of, hit.owner.strength


def applies(hit: Hit, situation: Situation) -> bool:
    """Whether what was hit holds in the situation; a law holds in both."""
    return isinstance(hit.owner, Protection) or hit.owner.situation in {None, situation}


def evidence_for_sides(hits: Iterable[Hit]) -> Iterator[tuple[Side, str]]:
    """The sides that signs fill, each with the words that do."""
    sides = {str(side): side for side in Side}
    for hit in hits:
        if isinstance(hit.owner, Sign) and hit.owner.of in sides:
            yield sides[hit.owner.of], hit.quote


def shields_of(hits: Iterable[Hit]) -> Iterator[Shield]:
    """What the law asks for: the protection, the number of the block, and the words it covers."""
    for hit in hits:
        if isinstance(hit.owner, Protection):
            sentence = hit.sentence
            whole = hit.owner.whole_sentence
            covered = sentence.span(0, len(sentence.words)) if whole else hit.span
            yield hit.owner, sentence.block.number, covered


def shielded(hits: Iterable[Hit]) -> Iterator[tuple[int, int]]:
    """The sentences that hold a protection, by block and sentence from 0."""
    return ((h.block, h.sentence.index) for h in hits if isinstance(h.owner, Protection))
