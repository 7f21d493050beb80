"""The language in which a rule says what it looks for; see `docs/pattern-language.md`.

A pattern is parsed once into a sequence of nodes. Nodes are plain tuples, so that a compiled pack
can be cached as it stands:

    ("form", frozenset)               a token in any case, one of these lower-case forms
    ("exact", frozenset)              a token written exactly so (De, Dem, Deres, I and kin)
    ("lemma", frozenset)              a token whose dictionary form is one of these
    ("class", parts, features, helpers, relations)
                                      a token by grammar; each empty set asks for nothing
    ("shape", name)                   a token by its looks: a number, a merge field
    ("not", node)                     one token that the node does not match
    ("gap", n)                        up to n words, punctuation free
    ("either", sequences)             the first of these that leads to a match; those of `{…}` are
                                      followed by "orders"
    ("maybe", sequence)               the sequence, or nothing
    ("name", name, sequence)          the sequence, remembered as a named part
    ("first",), ("last",)             the edges of a sentence
"""

from traek.patterns.anchor import Anchor, anchor_of, openings
from traek.patterns.parse import Pattern, PatternError, parse_pattern
from traek.patterns.words import base_lists

__all__ = [
    "Anchor",
    "Pattern",
    "PatternError",
    "anchor_of",
    "base_lists",
    "openings",
    "parse_pattern",
]
