"""Runs cut where a finding begins or ends, so that a mark fits between any two characters."""

from __future__ import annotations

from bisect import bisect_right
from copy import deepcopy
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from traek.word.names import XML_SPACE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lxml import etree

    from traek.word.names import Names
    from traek.word.passage import Passage, Piece


class Unit(NamedTuple):
    """A run, and the characters of the passage that it holds."""

    start: int
    end: int
    run: etree._Element


def cut_runs(
    passage: Passage,
    cuts: Iterable[int],
    may_cut: Callable[[etree._Element], bool],
    names: Names,
) -> list[Unit]:
    """The runs of a passage in order, cut at `cuts` wherever a run may be cut."""
    wanted = sorted(set(cuts))
    units: list[Unit] = []
    pieces = [piece for piece in passage.pieces if piece.run is not None]
    for _, group in groupby(pieces, key=lambda piece: id(piece.run)):
        inside = list(group)
        start, end, run = inside[0].start, inside[-1].end, inside[0].run
        here = [cut for cut in wanted if start < cut < end]
        if run is not None and here and may_cut(run):
            units.extend(_cut(run, inside, here, names))
        elif run is not None:
            units.append(Unit(start, end, run))
    return units


def _cut(run: etree._Element, pieces: list[Piece], cuts: list[int], names: Names) -> list[Unit]:
    """The run itself with what stands before the first cut, and copies with the rest."""
    properties = run.find(names.rPr)
    shares: list[list[etree._Element]] = [[] for _ in range(len(cuts) + 1)]
    of_node = {piece.node: piece for piece in pieces}
    at = 0
    for node in list(run):
        if node is properties:
            continue
        piece = of_node.get(node)
        for start, part in _parts(node, piece, cuts):
            at = at if start is None else bisect_right(cuts, start)
            shares[at].append(part)
        run.remove(node)
    run.extend(shares[0])
    runs = [run]
    for share in shares[1:]:
        following = _like(run)
        if properties is not None:
            following.append(deepcopy(properties))
        following.extend(share)
        runs[-1].addnext(following)
        runs.append(following)
    edges = [pieces[0].start, *cuts, pieces[-1].end]
    return [
        Unit(start, end, each) for (start, end), each in zip(pairwise(edges), runs, strict=True)
    ]


def _parts(
    node: etree._Element, piece: Piece | None, cuts: list[int]
) -> list[tuple[int | None, etree._Element]]:
    """A node, or a text node in as many as the cuts make of it, with where each begins."""
    if piece is None:
        return [(None, node)]
    inner = [cut - piece.start for cut in cuts if piece.start < cut < piece.end]
    if not inner:
        return [(piece.start, node)]
    text = node.text or ""
    edges = [0, *inner, len(text)]
    parts: list[tuple[int | None, etree._Element]] = []
    for start, end in pairwise(edges):
        part = node if start == 0 else _like(node)
        part.text = text[start:end]
        part.set(XML_SPACE, "preserve")
        parts.append((piece.start + start, part))
    return parts


def _like(element: etree._Element) -> etree._Element:
    """An empty element of the same name with the same attributes."""
    made = element.makeelement(element.tag)
    for name, value in element.attrib.items():
        made.set(name, value)
    return made
