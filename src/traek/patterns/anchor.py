"""Which word of a pattern is worth looking up, so that no rule is tried at every place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

Node = tuple[Any, ...]
Sequence_ = tuple[Node, ...]

_UNBOUNDED = 40
"""Tokens; a longer way from the start of a pattern to its anchor is not worth an anchor."""

_COMMON = frozenset(
    "og i at det er en til på af for den der du vi med som de ikke har et har kan skal vil om var "
    "fra din dit dine jeg dig os ved efter så eller men hvis når være blive bliver have havde fået "
    "sig også kun må nu her over inden vores dem deres , . være få man end mod under".split()
)


class Anchor(NamedTuple):
    """A word that every match of a pattern must hold, and how far it stands from the start.

    `kind` is »form« or »lemma«, `words` the lower-case keys, `least` and `most` the number of
    tokens before the anchor.
    """

    kind: str
    words: frozenset[str]
    least: int
    most: int


def anchor_of(nodes: Sequence_) -> Anchor | None:
    """The rarest obligatory word of a pattern, or None where it has none."""
    candidates = [anchor for anchor in _anchors(nodes, 0, 0) if anchor.most <= _UNBOUNDED]
    return min(candidates, key=_cost, default=None)


def _cost(anchor: Anchor) -> float:
    common = sum(word in _COMMON for word in anchor.words)
    return 100 * common + len(anchor.words) + 5 * (anchor.kind == "lemma") + anchor.most / 10


def _anchors(nodes: Sequence_, least: int, most: int) -> list[Anchor]:
    """Every possible anchor of the sequence, which itself starts `least` to `most` tokens in."""
    found: list[Anchor] = []
    for node in nodes:
        kind = node[0]
        if kind in {"form", "lemma"}:
            found.append(Anchor(kind, node[1], least, most))
        elif kind == "exact":
            found.append(Anchor("form", frozenset(word.lower() for word in node[1]), least, most))
        elif kind == "name":
            found += _anchors(node[2], least, most)
        elif kind == "either":
            found += _shared(node[1], least, most)
        shortest, longest = width(node)
        least, most = least + shortest, most + longest
    return found


def _shared(branches: tuple[Sequence_, ...], least: int, most: int) -> list[Anchor]:
    """The branches' own best anchors as one, where all have one of the same kind."""
    best = [min(_anchors(branch, least, most), key=_cost, default=None) for branch in branches]
    kinds = {anchor.kind if anchor else None for anchor in best}
    if len(kinds) != 1 or None in kinds:
        return []
    anchors = [anchor for anchor in best if anchor]
    words = frozenset().union(*(anchor.words for anchor in anchors))
    lowest = min(anchor.least for anchor in anchors)
    return [Anchor(anchors[0].kind, words, lowest, max(anchor.most for anchor in anchors))]


def openings(nodes: Sequence_) -> frozenset[str] | None:
    """The lower-case words that a match can begin with, or None where it can begin with any."""
    if not nodes:
        return None
    node, rest = nodes[0], nodes[1:]
    match node[0]:
        case "form" | "exact":
            return frozenset(word.lower() for word in node[1])
        case "name":
            return openings(node[2])
        case "either":
            return _all_or_none(openings(branch) for branch in node[1])
        case "maybe":
            return _all_or_none([openings(node[1]), openings(rest)])
        case _:
            return None


def _all_or_none(found: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    words: frozenset[str] = frozenset()
    for some in found:
        if some is None:
            return None
        words |= some
    return words


def width(node: Node) -> tuple[int, int]:
    """The fewest and the most tokens that a node takes; a gap may hold punctuation besides."""
    match node[0]:
        case "first" | "last":
            return 0, 0
        case "gap":
            return 0, 2 * int(node[1])
        case "name":
            return _total(node[2])
        case "maybe":
            return 0, _total(node[1])[1]
        case "either":
            widths = [_total(branch) for branch in node[1]]
            return min(low for low, _ in widths), max(high for _, high in widths)
        case _:
            return 1, 1


def _total(nodes: Sequence_) -> tuple[int, int]:
    widths = [width(node) for node in nodes]
    return sum(low for low, _ in widths), sum(high for _, high in widths)
