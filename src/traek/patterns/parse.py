"""A pattern as its author wrote it, parsed into nodes; every mistake is told in Danish."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from traek.patterns.anchor import Anchor, anchor_of, width
from traek.patterns.classes import FEATURES, HELPERS, PARTS, RELATIONS, SHAPES
from traek.patterns.words import Lists

Node = tuple[Any, ...]
Nodes = tuple[Node, ...]

CLOSED = frozenset({"De", "Dem", "Deres", "I", "de", "dem", "deres", "i"})
"""Words whose capital makes another word of them; they match only as written."""

_GAP = 4
"""Words that `..` passes over at most."""

_TOKEN = re.compile(
    r"""\s+
    | (?P<name>[a-zæøå][a-zæøå0-9_]*):(?=[^\s\]\)|}])
    | (?P<gap>\.\.\d*)(?=[\s\])}|]|$)
    | (?P<class><[^>]*>?)
    | (?P<list>@[\w-]+)
    | (?P<shape>\#[\w-]+)
    | (?P<mark>[\[\](){}|!^$])
    | (?P<word>,|[^\s\[\](){}|!^$<>@\#,]+)
    """,
    re.VERBOSE,
)


class PatternError(ValueError):
    """A pattern that cannot be read; the message is a Danish sentence without place."""


class Pattern(NamedTuple):
    """A parsed pattern: its source, its nodes, the word to look it up by, and what it asks for."""

    source: str
    nodes: Nodes
    anchor: Anchor | None
    grammar: bool
    relations: bool
    names: tuple[str, ...]


def parse_pattern(source: str, lists: Lists) -> Pattern:
    """The pattern in `source`, with `@name` looked up in `lists`.

    Raises:
        PatternError: the source is no pattern, names an unknown list, class or helper, or could
            match nothing at all.
    """
    parser = _Parser(source, lists)
    nodes = parser.sequence(end=None)
    shortest = sum(width(node)[0] for node in nodes)
    if not shortest:
        raise PatternError(f"Mønsteret »{source}« kan ramme ingenting. Skriv mindst ét ord i det.")
    kinds = set(_kinds(nodes))
    return Pattern(
        source=source,
        nodes=nodes,
        anchor=anchor_of(nodes),
        grammar=bool(kinds & {"lemma", "class"}),
        relations="relation" in kinds,
        names=tuple(parser.names),
    )


def _kinds(nodes: Nodes) -> Iterable[str]:
    """The kinds of all nodes, at any depth, and »relation« for a class with relations."""
    for node in nodes:
        yield node[0]
        if node[0] == "class" and node[4]:
            yield "relation"
        if node[0] == "not":
            yield from _kinds((node[1],))
        elif node[0] == "either":
            for branch in node[1]:
                yield from _kinds(branch)
        elif node[0] in {"maybe", "name"}:
            yield from _kinds(node[-1])


class _Parser:
    """One pass over the pieces of a pattern, recursive where brackets are."""

    def __init__(self, source: str, lists: Lists) -> None:
        self.source = source
        self.lists = lists
        self.names: list[str] = []
        self.pieces = self._pieces()
        self.at = 0

    def _pieces(self) -> list[tuple[str, str]]:
        pieces, place = [], 0
        while place < len(self.source):
            found = _TOKEN.match(self.source, place)
            if found is None:
                raise PatternError(
                    f"Tegnet »{self.source[place]}« kan ikke stå der i mønsteret »{self.source}«."
                )
            if found.lastgroup:
                pieces.append((found.lastgroup, found[found.lastgroup]))
            place = found.end()
        return pieces

    def peek(self) -> tuple[str, str]:
        return self.pieces[self.at] if self.at < len(self.pieces) else ("end", "")

    def take(self) -> tuple[str, str]:
        piece = self.peek()
        self.at += 1
        return piece

    def sequence(self, end: str | None) -> Nodes:
        """Elements up to the closing mark `end`, or to the end of the pattern."""
        nodes: list[Node] = []
        while True:
            kind, text = self.peek()
            if kind == "end" and end:
                raise PatternError(f"Der mangler »{end[-1]}« i mønsteret »{self.source}«.")
            if kind == "end" or (kind == "mark" and end and text in end):
                return tuple(nodes)
            nodes.append(self.element())

    def element(self) -> Node:
        kind, text = self.take()
        read = self._readers.get(text if kind == "mark" else kind)
        if read is None:
            raise PatternError(
                f"»{text}« står uden sin makker i mønsteret »{self.source}«. Se efter parenteserne."
            )
        return read(text)

    @property
    def _readers(self) -> dict[str, Callable[[str], Node]]:
        return {
            "name": self._named,
            "gap": lambda text: ("gap", int(text[2:] or _GAP)),
            "class": self._class,
            "list": lambda text: self._list(text[1:]),
            "shape": lambda text: self._shape(text[1:]),
            "word": _word,
            "[": lambda _: self._either("]"),
            "(": lambda _: ("maybe", (self._either(")"),)),
            "{": lambda _: self._both_orders(),
            "!": lambda _: self._negated(),
            "^": lambda _: ("first",),
            "$": lambda _: ("last",),
        }

    def _named(self, name: str) -> Node:
        if name in self.names:
            raise PatternError(f"Navnet »{name}« står to gange i mønsteret »{self.source}«.")
        self.names.append(name)
        return ("name", name, (self.element(),))

    def _negated(self) -> Node:
        node = self.element()
        if width(node) != (1, 1):
            raise PatternError(f"Efter »!« skal der stå ét ord, i mønsteret »{self.source}«.")
        return ("not", node)

    def _either(self, end: str) -> Node:
        branches: list[Nodes] = []
        while True:
            branches.append(self.sequence("|" + end))
            if self.take()[1] == end:
                break
        if not all(branches):
            raise PatternError(
                f"En af mulighederne før »{end}« er tom i mønsteret »{self.source}«. "
                "Sæt en parentes om det, der kan udelades: »(ord)«."
            )
        return _merged(tuple(branches))

    def _shape(self, name: str) -> Node:
        if name not in SHAPES:
            raise PatternError(f"»#{name}« er ikke en kendt form.{nearest(name, SHAPES, '#')}")
        return ("shape", name)

    def _both_orders(self) -> Node:
        """`{du har ikke}`: du har ikke, har du ikke, (at) du ikke har."""
        parts = self.sequence("}")
        self.take()
        if (
            len(parts) < len(("subject", "verb"))
            or width(parts[0])[0] == 0
            or width(parts[1])[0] == 0
        ):
            raise PatternError(
                f"Mellem »{{« og »}}« skal der stå et grundled og et udsagnsord, og derefter "
                f"eventuelt biord, i mønsteret »{self.source}«."
            )
        subject, verb, rest = parts[0], parts[1], parts[2:]
        orders = [(subject, verb, *rest), (verb, subject, *rest)]
        if rest:
            orders.append((subject, *rest, verb))
        return ("either", tuple(orders), "orders")

    def _list(self, name: str) -> Node:
        if name not in self.lists:
            raise PatternError(f"Ordlisten »@{name}« findes ikke.{nearest(name, self.lists, '@')}")
        return _merged(tuple(tuple(_word(w) for w in entry.split()) for entry in self.lists[name]))

    def _class(self, text: str) -> Node:
        if not text.endswith(">"):
            raise PatternError(f"Der mangler »>« efter »{text}« i mønsteret »{self.source}«.")
        head, _, tail = text[1:-1].partition(":")
        parts, helpers = self._head(head.strip())
        features: set[str] = set()
        relations: list[tuple[frozenset[str], Node]] = []
        for term in filter(None, (term.strip() for term in tail.split(","))):
            if "=" in term:
                relations.append(self._relation(term))
            elif term in FEATURES:
                features.update(FEATURES[term])
            elif term in HELPERS:
                helpers.add(term)
            else:
                raise PatternError(
                    f"»{term}« er hverken en bøjning eller en kendt egenskab i »{text}«."
                    + nearest(term, [*FEATURES, *HELPERS])
                )
        return ("class", parts, frozenset(features), frozenset(helpers), tuple(relations))

    def _head(self, head: str) -> tuple[frozenset[str], set[str]]:
        if head == "*":
            return frozenset(), set()
        if head in HELPERS:
            return frozenset(), {head}
        parts = frozenset(part.strip() for part in head.split("|"))
        for part in parts - PARTS:
            raise PatternError(
                f"»{part}« er ikke en ordklasse eller en kendt egenskab i mønsteret "
                f"»{self.source}«." + nearest(part, [*PARTS, *HELPERS])
            )
        return parts, set()

    def _relation(self, term: str) -> tuple[frozenset[str], Node]:
        name, _, value = (piece.strip() for piece in term.partition("="))
        if name not in RELATIONS:
            raise PatternError(
                f"»{name}« er ikke et sætningsled i mønsteret »{self.source}«."
                + nearest(name, RELATIONS)
            )
        if value.startswith("@"):
            node = self._list(value[1:])
        else:
            node = _merged(tuple((_word(word),) for word in value.split("|")))
        return frozenset(RELATIONS[name]), node


_AS_READ = str.maketrans("»«”“„‟’‘–‑", '""""""\'\'--')
"""Signs as the engine reads them, whichever way they are written."""


def _word(text: str) -> Node:
    text = text.translate(_AS_READ)
    if text.endswith("~") and len(text) > 1:
        return ("lemma", frozenset({text[:-1].lower()}))
    if text in CLOSED:
        return ("exact", frozenset({text}))
    if text != text.lower():
        return ("exact", frozenset({text}))
    return ("form", frozenset({text}))


def _merged(branches: tuple[Nodes, ...]) -> Node:
    """One node where all branches are single words of one kind, else a choice."""
    kinds = {branch[0][0] if len(branch) == 1 else "" for branch in branches}
    if len(branches) == 1:
        return branches[0][0] if len(branches[0]) == 1 else ("either", branches)
    if len(kinds) == 1 and kinds <= {"form", "exact", "lemma"}:
        words: frozenset[str] = frozenset().union(*(branch[0][1] for branch in branches))
        return (branches[0][0][0], words)
    singles = tuple(branch for branch in branches if len(branch) == 1 and branch[0][0] == "form")
    if len(singles) > 1:
        others = tuple(branch for branch in branches if branch not in singles)
        return ("either", ((_merged(singles),), *others))
    return ("either", branches)


def nearest(name: str, known: Iterable[str], sign: str = "") -> str:
    """» Mente du »…«?« where something known looks like `name`, else an empty string."""
    close = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f" Mente du »{sign}{close[0]}«?" if close else ""
