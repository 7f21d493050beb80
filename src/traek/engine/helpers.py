"""What rules may ask of a token by name: passive, order, who acts, how sure the writer is.

Each helper takes a sentence that the grammar has annotated and gives the tokens that fit.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from traek.engine.mood import conditions, modals, negated
from traek.engine.passive import agentless_passives, passives
from traek.engine.subjects import (
    apologies,
    authoritys_acts,
    citizens_acts,
    first_person,
    imperatives,
    second_person,
)
from traek.engine.tone import evaluations, particles, quotations
from traek.reading import Sentence

HELPERS: dict[str, Callable[[Sentence], set[int]]] = {
    "passiv": passives,
    "passiv-uden-aktør": agentless_passives,
    "bydeform": imperatives,
    "du-subjekt": second_person,
    "vi-subjekt": first_person,
    "nægtet": negated,
    "modal": modals,
    "partikel": particles,
    "vurdering": evaluations,
    "betingelse": conditions,
    "citat": quotations,
    "undskyldning": apologies,
    "borgers-handling": citizens_acts,
    "myndigheds-handling": authoritys_acts,
}
"""By the names that rules use."""


_NONE: frozenset[int] = frozenset()  # what most helpers find in most sentences, kept once


def tokens_of(helper: str, sentence: Sentence) -> AbstractSet[int]:
    """The tokens that the helper of this name finds in the sentence, looked for once."""
    found: AbstractSet[int] | None = sentence.noted.get(helper)
    if found is None:
        found = sentence.noted[helper] = HELPERS[helper](sentence) or _NONE
    return found


NEED_PARSER: frozenset[str] = frozenset()
"""Those that need relations as well; none does."""
