"""The last clause of a sentence taken out, where a small learned model says that it may go.

»Besøget var varslet, og det burde have været muligt at indrette sig« tells its fact before the
comma, and the sting behind it. The model learned from sentences where readers took out the last
clause, and where they did not (`training/dispensable.tsv`, `training/dispensable.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from traek.engine.rewriting.addition import opens_with_condition
from traek.engine.rewriting.clause import is_finite_here
from traek.engine.rewriting.cutting import body
from traek.engine.rewriting.draft import Change
from traek.engine.rewriting.learned import hashed, learned
from traek.model import Span
from traek.reading import Sentence

_LEAST_WORDS = 3
_SAYING = frozenset({"at", "om", "hvad", "hvem", "hvordan", "hvornår", "hvorvidt"})
"""Words that open a clause which the sentence cannot do without."""
_OPENERS = frozenset("når da hvis selvom skønt mens idet eftersom siden såfremt fordi jo".split())
_ENDS = (["."], ["!"])


def without_tail(sentence: Sentence, category: str) -> Change | None:
    """The sentence without its last clause, or its last two, where the letter can do without."""
    sure = learned("tail")
    likely = [(sure.likelihood(seen(sentence, c, category)), c) for c in commas(sentence)]
    best, comma = max(likely, default=(0.0, 0))
    return _cut(sentence, comma) if best >= sure.threshold else None


def commas(sentence: Sentence) -> Iterator[int]:
    """The last two commas that a clause of its own stands behind, which the rest can do without."""
    first, last = body(sentence)
    ends = first < last and sentence.words[last : last + 1] in _ENDS
    if not ends or _waits(sentence, first):
        return
    found = [token for token in range(first + 1, last) if sentence.words[token] == ","]
    for comma in reversed(found[-2:]):
        tail = range(comma + 1, last)
        says_something = any(is_finite_here(sentence, token) for token in range(first, comma))
        if len(tail) >= _LEAST_WORDS and says_something and not _is_needed(sentence, tail):
            yield comma


def seen(sentence: Sentence, comma: int, category: str) -> dict[int, float]:
    """What the model sees of a sentence that would end at the comma, by bucket."""
    first, last = body(sentence)
    tail = range(comma + 1, last)
    lowers = [sentence.lowers[token] for token in tail]
    lemmas = [sentence.lemmas[token].lower() for token in tail]
    parts = [sentence.parts[token] for token in tail]
    found = {f"word {word}": 1.0 for word in lowers}
    found |= {f"lemma {lemma}": 1.0 for lemma in lemmas}
    found |= {f"two {one} {other}": 1.0 for one, other in pairwise(lowers)}
    found |= {f"parts {one} {other}": 0.5 for one, other in pairwise(parts)}
    found |= {f"opens {' '.join(lowers[:n])}": 1.0 for n in (1, 2, 3)}
    found |= {f"before {sentence.lowers[token]}": 0.3 for token in range(first, comma)}
    found |= {f"first {' '.join(sentence.lowers[first : first + n])}": 0.5 for n in (1, 2)}
    found |= {f"last {' '.join(sentence.lowers[comma - n : comma])}": 0.5 for n in (1, 2)}
    found |= {f"category {category}": 1.0, "length": len(tail) / 10, "head": (comma - first) / 10}
    found["past"] = float(any("Tense=Past" in sentence.features[token] for token in tail))
    found["capital"] = float(any(sentence.words[token][0].isupper() for token in tail))
    found["digit"] = float(any(map(str.isdigit, "".join(lowers))))
    return hashed(found)


def _cut(sentence: Sentence, comma: int) -> Change:
    end = len(sentence.words) if sentence.words[comma - 1].endswith(".") else body(sentence)[1]
    return Change(Span(sentence.ends[comma - 1], sentence.ends[end - 1]), "")


def _is_needed(sentence: Sentence, tail: range) -> bool:
    """Whether the clause says what the sentence is about, or is none: »ved posten, banken og os«."""
    if sentence.lowers[tail[0]] in _SAYING or sentence.lowers[tail[1]] in _SAYING:
        return True
    inverted = is_finite_here(sentence, tail[0])  # »Hvem der flyttede det, er jeres sag«
    return inverted or not any(is_finite_here(sentence, token) for token in tail)


def _waits(sentence: Sentence, first: int) -> bool:
    """Whether it opens with a clause that the main one follows: »Hvis …«, »Undlades det, …«."""
    opens = sentence.lowers[first] in _OPENERS or sentence.lowers[first] in _SAYING
    return opens or opens_with_condition(sentence)
