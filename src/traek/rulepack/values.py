"""What a pack holds: rules, protections and signs, each with what it searches for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from traek.model import Certainty, Effect, Side, Situation
from traek.patterns import Pattern
from traek.rulepack.categories import effect_of
from traek.rulepack.template import Rewrite

ZONES = ("hoved", "overskrift", "hilsen", "indledning", "brødtekst", "afslutning", "underskrift")
"""Where in a letter a block stands; »brødtekst« includes »indledning« and »afslutning«."""


@dataclass(frozen=True, slots=True)
class Around:
    """Patterns that decide by standing around a match: in its sentence, before it or after it."""

    sentence: tuple[Pattern, ...] = ()
    before: tuple[Pattern, ...] = ()
    after: tuple[Pattern, ...] = ()
    zones: frozenset[str] = frozenset()

    def patterns(self) -> tuple[Pattern, ...]:
        """All of them."""
        return self.sentence + self.before + self.after


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for: named patterns, what cancels a match, and what must or must not be near.

    `from_time` is the first occurrence in a letter that counts, 1 being the first of all.
    """

    find: tuple[tuple[str, Pattern], ...]
    exceptions: tuple[Pattern, ...] = ()
    requires: Around = Around()
    excludes: Around = Around()
    from_time: int = 1

    def patterns(self) -> tuple[Pattern, ...]:
        """Every pattern in it, in every role."""
        found = tuple(pattern for _, pattern in self.find)
        return found + self.exceptions + self.requires.patterns() + self.excludes.patterns()

    @property
    def grammar(self) -> bool:
        """Whether anything in it asks for lemma, part of speech or morphology."""
        return any(pattern.grammar for pattern in self.patterns())


@dataclass(frozen=True, slots=True)
class Examples:
    """A rule's own examples.

    `hits` are texts that it hits, with the place marked `[[…]]`, `misses` texts that it leaves
    alone, `rewrites` pairs of a text before and after.
    """

    hits: tuple[str, ...]
    misses: tuple[str, ...]
    rewrites: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One marker described: what it is, what the reader may hear, what to do instead, why.

    `situation` None is both. `rewrites` gives, by the name of a pattern in `search.find`, up to
    three for each scope, best first.
    """

    id: str
    title: str
    category: str
    side: Side
    situation: Situation | None
    weight: int
    certainty: Certainty
    message: str
    advice: str
    why: str
    sources: tuple[str, ...]
    search: Search
    rewrites: Mapping[str, tuple[Rewrite, ...]]
    path: str

    @property
    def effect(self) -> Effect:
        """The effect, which the category's letter gives."""
        return effect_of(self.category)


@dataclass(frozen=True, slots=True)
class Protection:
    """Wording that the law asks for: findings of the given categories inside it are shown as such.

    `whole_sentence` protects the sentence that holds the match, else only the match itself.
    """

    id: str
    law: str
    title: str
    categories: tuple[str, ...]
    whole_sentence: bool
    search: Search
    path: str


@dataclass(frozen=True, slots=True)
class Sign:
    """Wording that tells something of the letter: that a side is filled, or what kind of letter it is.

    `of` is a side (»kontakt«), a situation (»svar«) or a genre (»rykker«); `strength` weighs signs
    against each other.
    """

    id: str
    of: str
    strength: int
    situation: Situation | None
    search: Search
    path: str


@dataclass(frozen=True, slots=True)
class RulePack:
    """Rules published together.

    `digest` changes when anything in the pack does; `verified` says that all examples were tried
    for this digest and hold. `examples` are by the id of the rule, protection or sign.
    """

    package: str
    name: str
    version: str
    rules: tuple[Rule, ...]
    protections: tuple[Protection, ...]
    signs: tuple[Sign, ...]
    examples: Mapping[str, Examples]
    digest: str
    verified: bool
