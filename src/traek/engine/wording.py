"""Grammar and pattern elements in plain Danish, for those who write rules."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

from traek.patterns.classes import FEATURES, RELATIONS, SHAPES

Node = tuple[Any, ...]

_MOST = 4
"""Words of a choice that are named; the rest are counted."""

PARTS = {
    "ADJ": "tillægsord",
    "ADP": "forholdsord",
    "ADV": "biord",
    "AUX": "hjælpeudsagnsord",
    "CCONJ": "bindeord",
    "DET": "kendeord",
    "INTJ": "udråbsord",
    "NOUN": "navneord",
    "NUM": "talord",
    "PART": "»at« før navnemåde",
    "PRON": "stedord",
    "PROPN": "navn",
    "PUNCT": "tegn",
    "SCONJ": "bindeord (bisætning)",
    "SYM": "symbol",
    "VERB": "udsagnsord",
    "X": "andet",
}

_FEATURES = {
    "VerbForm=Inf": "navnemåde",
    "Tense=Pres": "nutid",
    "Tense=Past": "datid",
    "VerbForm=Part": "tillægsform",
    "Mood=Imp": "bydeform",
    "Voice=Pass": "passiv",
    "Number=Sing": "ental",
    "Number=Plur": "flertal",
    "Definite=Def": "bestemt",
    "Definite=Ind": "ubestemt",
    "Case=Gen": "ejefald",
    "Case=Nom": "grundledsform",
    "Case=Acc": "genstandsform",
    "Degree=Cmp": "højere grad",
    "Degree=Sup": "højeste grad",
    "Person=1": "1. person",
    "Person=2": "2. person",
    "Person=3": "3. person",
}

_RELATIONS = {
    "acl": "bestemmelse",
    "acl:relcl": "sætning, der hører til",
    "advcl": "bisætning",
    "advmod": "biled",
    "amod": "tillæg til navneordet",
    "appos": "forklaring",
    "aux": "hjælper",
    "case": "forholdsord",
    "cc": "bindeord",
    "ccomp": "at-sætning",
    "compound:prt": "del af udsagnsordet",
    "conj": "sideordnet",
    "cop": "er-ord",
    "csubj": "grundled (en sætning)",
    "det": "kendeord",
    "discourse": "udråb",
    "expl": "foreløbigt grundled",
    "flat": "del af navnet",
    "iobj": "hensynsled",
    "list": "opremsning",
    "mark": "indleder",
    "nmod": "bestemmelse",
    "nmod:poss": "ejer",
    "nsubj": "grundled",
    "nsubj:pass": "grundled (i passiv)",
    "nummod": "antal",
    "obj": "genstandsled",
    "obl": "biled",
    "obl:agent": "den handlende",
    "obl:loc": "sted",
    "obl:tmod": "tid",
    "parataxis": "sidestillet sætning",
    "punct": "tegn",
    "dep": "led",
    "root": "kernen",
    "vocative": "tiltale",
    "xcomp": "omsagnsled",
}

_ASKED_RELATIONS = {"subj": "grundled", "obj": "genstandsled", "agent": "den handlende"}


def part_told(part: str) -> str:
    """The name of a part of speech."""
    return PARTS.get(part, part)


def features_told(features: Collection[str]) -> list[str]:
    """The names of those features that a rule can ask for; datid is not said of a tillægsform."""
    known = [feature for feature in _FEATURES if feature in features]
    if "VerbForm=Part" in features:
        known = [feature for feature in known if not feature.startswith("Tense=")]
    return [_FEATURES[feature] for feature in known]


def relation_told(relation: str) -> str:
    """The name of a relation."""
    relation = relation.lower()
    return _RELATIONS.get(relation) or _RELATIONS.get(relation.partition(":")[0], relation)


def node_told(node: Node) -> str:
    """What an element of a pattern waits for, as it goes on after »mønsteret venter«."""
    return _TOLD[node[0]](node)


def quoted(words: Iterable[str]) -> str:
    """Up to four of the words in quotation marks, and how many more there are."""
    known = sorted(words, key=lambda word: (word.casefold(), word))
    if len(known) == _MOST + 1:
        return listed([f"»{word}«" for word in known])
    shown = [f"»{word}«" for word in known[:_MOST]]
    if len(known) > _MOST:
        return f"{', '.join(shown)} eller et af {len(known) - _MOST} andre ord"
    return listed(shown)


def listed(names: list[str], last: str = "eller") -> str:
    """»a, b eller c«."""
    return f"{', '.join(names[:-1])} {last} {names[-1]}" if len(names) > 1 else "".join(names)


def _choice_told(node: Node) -> str:
    branches = [branch[0] for branch in node[1]]
    if all(branch[0] in {"form", "exact"} for branch in branches):
        words: frozenset[str] = frozenset().union(*(branch[1] for branch in branches))
        return quoted(words)
    return listed([node_told(branch) for branch in branches])


def _class_told(node: Node) -> str:
    _, parts, features, helpers, relations = node
    kinds = listed([f"et {part_told(part)}" for part in sorted(parts)]) or "et ord"
    asked = features_told(features) if features else []
    wanted = [*asked, *(f"»{helper}«" for helper in sorted(helpers))]
    if features and not asked:
        wanted += [name for name, values in FEATURES.items() if set(values) <= features]
    told = f"{kinds} ({', '.join(wanted)})" if wanted else kinds
    for names, value in relations:
        name = next((key for key, values in RELATIONS.items() if set(values) == set(names)), "")
        told += f", hvis {_ASKED_RELATIONS.get(name, name)} er {node_told(value)}"
    return told


_TOLD: dict[str, Callable[[Node], str]] = {
    "form": lambda node: quoted(node[1]),
    "exact": lambda node: quoted(node[1]),
    "lemma": lambda node: f"en form af {quoted(node[1])}",
    "shape": lambda node: SHAPES[node[1]],
    "class": _class_told,
    "not": lambda node: f"noget andet end {node_told(node[1])}",
    "either": _choice_told,
    "first": lambda _: "sætningens begyndelse",
    "last": lambda _: "sætningens slutning",
    "gap": lambda node: f"højst {node[1]} ord imellem",
}
