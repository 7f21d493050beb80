"""Whether a letter can do without a sentence that stings: a small learned model.

A reproach, a comparison or a proverb can go, a ground, a duty or an answer cannot, and no list of
words tells them apart. The weights are learned from sentences that readers judged in their letters
(`training/dispensable.tsv`, `training/dispensable.py`). The model sees the sentence by itself, the
openings of those beside it, and what it was found for.
"""

from __future__ import annotations

import functools
import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from traek.engine.rewriting.addition import opens_with_condition, said_before
from traek.engine.rewriting.deletion import holds_fact, is_leant_upon, taken_out
from traek.engine.rewriting.draft import Change
from traek.engine.rewriting.matter import DENIALS, holds_matter
from traek.reading import Sentence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_OPENING = 3
_WORDS = re.compile(r"\w+|[^\w\s]")
_LONG, _MANY_SIGNS, _MANY_COMMAS = 40, 6, 3
_READERS = frozenset({"du", "dig", "din", "dit", "dine", "de", "dem", "deres", "i", "jer", "jeres"})
_OURS = frozenset({"vi", "os", "vores", "jeg", "mig", "min"})


@dataclass(frozen=True, slots=True)
class Model:
    """Logistic regression over hashed words of the sentence (`rarity`, `weight`) and named signs."""

    rarity: NDArray[np.float32]
    weight: NDArray[np.float32]
    signs: Mapping[str, float]
    bias: float
    threshold: float

    def likelihood(self, sentence: Sentence, category: str) -> float:
        """How likely it is, 0 to 1, that a reader would sooner send the letter without the sentence."""
        score = self.bias + float(words_of(sentence, self.rarity) @ self.weight)
        score += sum(self.signs.get(sign, 0.0) * n for sign, n in signs(sentence, category).items())
        return 1 / (1 + math.exp(-score))


@functools.cache
def model() -> Model:
    """The weights that ship with the package."""
    import numpy as np  # noqa: PLC0415  only when there is a sentence to weigh

    folder = files("traek.engine.rewriting") / "data"
    told = json.loads((folder / "dispensable.json").read_text("utf-8"))
    with (
        (folder / "dispensable.npz").open("rb") as file,
        np.load(file, allow_pickle=False) as arrays,
    ):
        return Model(
            rarity=arrays["rarity"].astype(np.float32),
            weight=arrays["weight"].astype(np.float32) * told["scale"],
            signs=told["signs"],
            bias=told["bias"],
            threshold=told["threshold"],
        )


def without_it(sentence: Sentence, category: str) -> Change | None:
    """The letter without the sentence, where it can do without; never a whole paragraph."""
    change = taken_out(sentence)
    if change is None or change.span == (0, len(sentence.block.text)):
        return None
    return change if model().likelihood(sentence, category) >= model().threshold else None


def words_of(sentence: Sentence, rarity: NDArray[np.float32]) -> NDArray[np.float32]:
    """What the sentence's words weigh, a number for each bucket: each group at length one."""
    import numpy as np  # noqa: PLC0415  only when there is a sentence to weigh

    from traek.features import coarse, sentence_features  # noqa: PLC0415  it takes numpy

    found = sentence_features([sentence])
    buckets = coarse(found.buckets)
    weighed = rarity[buckets]
    length = np.sqrt(np.bincount(found.groups, weighed * weighed))
    vector = np.zeros(len(rarity), np.float32)
    np.add.at(vector, buckets, weighed / length[found.groups])
    return vector


def signs(sentence: Sentence, category: str) -> dict[str, float]:
    """What else tells: the category, what the sentence holds, and how those beside it open."""
    end = len(sentence.words)
    said = {*sentence.lowers}
    text, before = sentence.block.text, said_before(sentence)
    after = text[sentence.ends[-1] :].lstrip()
    following = _WORDS.findall(after.lower()[:80])[:_OPENING]
    preceding = _WORDS.findall(before.lower())
    found: dict[str, bool | float] = {
        f"category {category}": True,
        "leant upon": is_leant_upon(sentence),
        "fact": holds_fact(sentence, 0, end),
        "matter": holds_matter(sentence, 0, end),
        "condition": opens_with_condition(sentence),
        "denies": not said.isdisjoint(DENIALS),
        "reader": not said.isdisjoint(_READERS),
        "ours": not said.isdisjoint(_OURS),
        "question": sentence.words[-1] == "?",
        "shout": sentence.words[-1] == "!",
        "colon": sentence.words[-1] == ":",
        "quotes": '"' in said,
        "order": any("Mood=Imp" in each for each in sentence.features),
        "finite": any("VerbForm=Fin" in each for each in sentence.features),
        "passive": any("Voice=Pass" in each for each in sentence.features),
        "alone": not after and not before.strip(),
        "first": not before.strip(),
        "last": not after,
        "denied before": "ikke" in preceding,
        f"{sentence.block.kind}": True,
        "length": min(end, _LONG) / _LONG * 2,
        "digits": min(sum(map(str.isdigit, sentence.text)), _MANY_SIGNS) / _MANY_SIGNS * 2,
        "commas": min(sentence.words.count(","), _MANY_COMMAS) / _MANY_COMMAS,
    }
    found |= {f"after {' '.join(following[:n])}": 0.5 for n in range(1, len(following) + 1)}
    found |= {f"before {' '.join(preceding[:n])}": 0.3 for n in (1, 2) if preceding}
    return {sign: float(number) for sign, number in found.items() if number}
