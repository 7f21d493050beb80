"""Danish turns subject and verb after a fronted phrase; a pattern must say that it knows."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

Node = tuple[Any, ...]

_SUBJECTS = frozenset({"du", "De", "I", "vi", "jeg", "man"})
_FINITE = frozenset(
    "har havde er var bliver blev kan skal må vil bør kunne skulle måtte ville burde tror så fik "
    "gik kom gav tog lod sagde skrev vidste ved".split()
)
_SHORTEST_PRESENT = 4
_NOT_VERBS = frozenset("her der hver eller efter over under mere heller især før for hvor".split())


def fixed_order(nodes: tuple[Node, ...]) -> bool:
    """Whether a subject stands right before a finite verb, so that »inden fredag skal du« is missed.

    What `{subject verb}` was read into holds both orders and is not looked into.
    """
    return any(_is_subject(first) and _is_finite(second) for first, second in pairwise(nodes))


def _words(node: Node) -> frozenset[str] | None:
    if node[0] in {"form", "exact"}:
        return frozenset(node[1])
    if node[0] == "name":
        return _words(node[2][0]) if len(node[2]) == 1 else None
    if node[0] != "either":
        return None
    parts = [_words(branch[0]) if len(branch) == 1 else None for branch in node[1]]
    if any(part is None for part in parts):
        return None
    return frozenset().union(*(part for part in parts if part))


def _is_subject(node: Node) -> bool:
    words = _words(node)
    return bool(words) and words is not None and words <= _SUBJECTS


def _is_finite(node: Node) -> bool:
    if node[0] == "class":
        return bool(node[1]) and node[1] <= {"VERB", "AUX"} and "VerbForm=Fin" in node[2]
    words = _words(node)
    return bool(words) and words is not None and all(map(_looks_finite, words))


def _looks_finite(word: str) -> bool:
    return word in _FINITE or (
        word.endswith("r") and len(word) >= _SHORTEST_PRESENT and word not in _NOT_VERBS
    )
