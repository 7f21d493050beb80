"""What rules may ask of a token by name: passive, imperative, who acts, how sure the writer is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from traek.reading import Sentence


def nothing(sentence: Sentence) -> set[int]:
    """No token at all."""
    del sentence
    return set()


HELPERS: dict[str, Callable[[Sentence], set[int]]] = dict.fromkeys(
    (
        "passiv",
        "passiv-uden-aktør",
        "bydeform",
        "du-subjekt",
        "vi-subjekt",
        "nægtet",
        "modal",
        "partikel",
        "vurdering",
        "betingelse",
        "citat",
        "undskyldning",
        "borgers-handling",
        "myndigheds-handling",
    ),
    nothing,
)

NEED_PARSER: frozenset[str] = frozenset()
