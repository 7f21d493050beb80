"""Whether a letter can do without a sentence that stings: a small learned model.

A reproach, a comparison or a proverb can go, a ground, a duty or an answer cannot, and no list of
words tells them apart. The weights are learned from sentences that readers judged in their letters
(`training/dispensable.tsv`, `training/dispensable.py`). The model sees the sentence by itself, the
openings of those beside it, and what it was found for.
"""

from __future__ import annotations

import re

from traek.engine.rewriting.addition import opens_with_condition, said_before
from traek.engine.rewriting.deletion import from_among_others, holds_fact, is_leant_upon
from traek.engine.rewriting.draft import Change
from traek.engine.rewriting.learned import BITS, hashed, learned
from traek.engine.rewriting.matter import DENIALS, holds_matter
from traek.engine.rewriting.tails import without_tail
from traek.reading import Sentence

_MATTER = frozenset({"E08", "E15", "E19", "E25", "E31"})
"""Categories whose sentence is the matter itself: what was found, refused or regretted, and when.

Of those that a model chose to leave out, blind readers would send less than half without.
"""
_OPENING = 3
_WORDS = re.compile(r"\w+|[^\w\s]")
_LONG, _MANY_SIGNS, _MANY_COMMAS = 40, 6, 3
_READERS = frozenset({"du", "dig", "din", "dit", "dine", "de", "dem", "deres", "i", "jer", "jeres"})
_OURS = frozenset({"vi", "os", "vores", "jeg", "mig", "min"})


def spared(sentence: Sentence, category: str) -> Change | None:
    """What the letter can do without: the sentence, else its last clause; never a whole paragraph."""
    return left_out(sentence, category) or without_tail(sentence, category)


def may_go(sentence: Sentence, category: str, least: float = 0.0) -> bool:
    """Whether the letter can do without the whole sentence with `least` this probability.

    Of 573 sentences that a template or a model had struck, blind readers found the facts whole in
    88 % of those that pass here, and in 62 % of the others (`training/dispensable.py`).
    """
    model = learned("dispensable")
    enough = max(least, model.threshold)
    return not sentence.parts or model.likelihood(seen(sentence, category)) >= enough


def left_out(sentence: Sentence, category: str, least: float = 0.0) -> Change | None:
    """The letter without the sentence, where it can do without with at least this probability."""
    change = None if category in _MATTER else from_among_others(sentence)
    return change if change is not None and may_go(sentence, category, least) else None


def seen(sentence: Sentence, category: str) -> dict[int, float]:
    """What the model sees, by bucket: the words, each group of them at length one, and the signs."""
    from traek.features import coarse, sentence_features  # noqa: PLC0415  it takes numpy

    found = sentence_features([sentence])
    groups = found.groups.tolist()
    length = {group: groups.count(group) ** 0.5 for group in set(groups)}
    weighed = hashed(signs(sentence, category))
    for bucket, group in zip(coarse(found.buckets, BITS).tolist(), groups, strict=True):
        weighed[bucket] = weighed.get(bucket, 0.0) + 1 / length[group]
    return weighed


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
