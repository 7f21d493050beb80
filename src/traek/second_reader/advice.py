"""What can be said of a category in general, and practice sentences with a better wording."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from traek.reading import Sentence

_LEAST_SHARED = 0.15
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """A practice sentence and what could stand instead; `words` are those of the first."""

    before: str
    after: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Advice:
    """What the reader may hear, what to do instead, and practice sentences of the category."""

    message: str
    advice: str
    pairs: tuple[Pair, ...]

    def nearest(self, sentence: Sentence) -> Pair | None:
        """The practice sentence that shares most words with the sentence; None where none is near."""
        words = _telling(sentence.text)

        def shared(pair: Pair) -> float:
            return len(words & pair.words) / (len(words | pair.words) or 1)

        best = max(self.pairs, key=shared, default=None)
        return best if best is not None and shared(best) >= _LEAST_SHARED else None


def load_advice() -> Mapping[str, Advice]:
    """The advice that ships with the package, by category."""
    import tomllib  # noqa: PLC0415  only when there is a letter to read

    text = (files("traek.second_reader") / "data" / "advice.toml").read_text("utf-8")
    return {
        category: Advice(
            told["message"],
            told.get("advice", ""),
            tuple(
                Pair(pair["before"], pair["after"], _telling(pair["before"]))
                for pair in told.get("pairs", ())
            ),
        )
        for category, told in tomllib.loads(text).items()
    }


def _telling(text: str) -> frozenset[str]:
    """The words of the text that say what it is about: those of more than three letters."""
    return frozenset(word for word in re.findall(r"\w+", text.lower()) if len(word) > _SHORT)
