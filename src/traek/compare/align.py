"""Which paragraphs of one draft became which of the next, though moved, split, joined or edited."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from math import log

Link = tuple[int, int]
"""A paragraph of the first draft and one of the second that holds its words, counted from 0."""

_ALIKE = 0.34
_SLIGHTLY = 0.1
_HELD = 0.45
_SAME_LENGTH = 0.3
_FEWEST_WORDS = _IN_A_ROW = 3


class _Text:
    """The paragraphs of both drafts as weighed words; a word in many of them weighs little."""

    def __init__(self, before: Sequence[str], after: Sequence[str]) -> None:
        self._rows = [[_words(text) for text in draft] for draft in (before, after)]
        self.before, self.after = ([Counter(row) for row in rows] for rows in self._rows)
        both = [*self.before, *self.after]
        spread = Counter(word for words in both for word in words)
        self._weights = {word: log(1 + len(both) / times) for word, times in spread.items()}
        self._whole = [
            [self.weight(words) for words in draft] for draft in (self.before, self.after)
        ]

    def weight(self, words: Counter[str]) -> float:
        """What some words weigh together."""
        return sum(self._weights[word] * times for word, times in words.items())

    def shared(self, one: Counter[str], other: Counter[str]) -> float:
        """What the words that two paragraphs have in common weigh."""
        if len(one) > len(other):
            one, other = other, one
        weights = self._weights
        return sum(
            weights[word] * min(times, other[word]) for word, times in one.items() if word in other
        )

    def likeness(self, before: int, after: int) -> float:
        """The share of the words that two paragraphs have in common, from 0 to 1."""
        whole = self._whole[0][before] + self._whole[1][after]
        return 2 * self.shared(self.before[before], self.after[after]) / whole if whole else 0.0

    def in_a_row(self, before: int, after: int) -> int:
        """The most words that two paragraphs have in common in a row."""
        rows = self._rows[0][before], self._rows[1][after]
        return SequenceMatcher(None, *rows, autojunk=False).find_longest_match().size

    def as_long(self, before: int, after: int) -> bool:
        """Whether two paragraphs are of a length, as a heading and a paragraph are not."""
        one, other = self.before[before].total(), self.after[after].total()
        return min(one, other) >= _SAME_LENGTH * max(one, other)


def aligned(before: Sequence[str], after: Sequence[str]) -> tuple[Link, ...]:
    """The links between the paragraphs of two drafts, in the order of the first.

    A paragraph with several links was split, or some were joined; one without stands alone.
    """
    text = _Text(before, after)
    links = list(_unchanged(before, after))
    links += _similar(text, links)
    links += _parts(text, links)
    links += _between(text, links)
    return tuple(sorted(links))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _unchanged(before: Sequence[str], after: Sequence[str]) -> Iterator[Link]:
    """The paragraphs that stand word for word in both, in order first and then anywhere."""
    ones, others = ([" ".join(text.split()) for text in texts] for texts in (before, after))
    linked: list[Link] = []
    for match in SequenceMatcher(None, ones, others, autojunk=False).get_matching_blocks():
        linked += [(match.a + step, match.b + step) for step in range(match.size)]
    free = _free(len(after), [link[1] for link in linked])
    for one in _free(len(before), [link[0] for link in linked]):
        same = next((other for other in free if others[other] == ones[one]), None)
        if same is not None:
            free.remove(same)
            linked.append((one, same))
    yield from linked


def _free(length: int, taken: Sequence[int]) -> list[int]:
    used = set(taken)
    return [place for place in range(length) if place not in used]


def _unlinked(text: _Text, links: Sequence[Link]) -> tuple[list[int], list[int]]:
    return (
        _free(len(text.before), [one for one, _ in links]),
        _free(len(text.after), [other for _, other in links]),
    )


def _similar(text: _Text, links: Sequence[Link]) -> list[Link]:
    """The most alike of the rest, one to one; of two as alike, those that stand more in order."""
    ones, others = _unlinked(text, links)
    ranked = []
    for one in ones:
        for other in others:
            likeness = text.likeness(one, other)
            if likeness >= _ALIKE:
                apart = abs(one / len(text.before) - other / len(text.after))
                ranked.append((-round(likeness, 2), apart, one, other))
    left, right = set(ones), set(others)
    found: list[Link] = []
    for _, _, one, other in sorted(ranked):
        if one in left and other in right:
            left.remove(one)
            right.remove(other)
            found.append((one, other))
    return found


def _parts(text: _Text, links: Sequence[Link]) -> list[Link]:
    """What was split off or joined on: paragraphs whose words another one holds to spare."""
    ones, others = _unlinked(text, links)
    found: list[Link] = []
    for other in others:
        home = _home(text, text.after[other], text.before, _by_first(text, [*links, *found]))
        if home is not None and text.in_a_row(home, other) >= _IN_A_ROW:
            found.append((home, other))
    for one in ones:
        if all(one != linked for linked, _ in found):
            home = _home(text, text.before[one], text.after, _by_second(text, [*links, *found]))
            if home is not None and text.in_a_row(one, home) >= _IN_A_ROW:
                found.append((one, home))
    return found


def _by_first(text: _Text, links: Sequence[Link]) -> dict[int, Counter[str]]:
    """The words of each paragraph of the first draft that are told for in the second."""
    told: dict[int, Counter[str]] = {}
    for one, other in links:
        told[one] = told.get(one, Counter()) + text.after[other]
    return told


def _by_second(text: _Text, links: Sequence[Link]) -> dict[int, Counter[str]]:
    told: dict[int, Counter[str]] = {}
    for one, other in links:
        told[other] = told.get(other, Counter()) + text.before[one]
    return told


def _home(
    text: _Text, words: Counter[str], homes: Sequence[Counter[str]], told: dict[int, Counter[str]]
) -> int | None:
    """The paragraph in the other draft that holds most of `words`, not told for elsewhere."""
    if words.total() < _FEWEST_WORDS:
        return None
    whole = text.weight(words)
    held = [
        (_held(text, words, home, told.get(place)) / whole, -place)
        for place, home in enumerate(homes)
    ]
    share, place = max(held, default=(0.0, 0))
    return -place if share >= _HELD else None


def _held(text: _Text, words: Counter[str], home: Counter[str], told: Counter[str] | None) -> float:
    return text.shared(words, home if told is None else home - told)


def _between(text: _Text, links: Sequence[Link]) -> list[Link]:
    """Of what is left, what stands between the same neighbours in both, if it is at all alike."""
    ones, others = _unlinked(text, links)
    chain = rising([other for _, other in sorted(links)])
    fixed = [link for link in links if link[1] in chain]
    pairs = [
        (-round(text.likeness(one, other), 2), abs(one - other), one, other)
        for one in ones
        for other in others
        if _gap(one, 0, fixed) == _gap(other, 1, fixed) and text.as_long(one, other)
    ]
    found: list[Link] = []
    for likeness, _, one, other in sorted(pairs):
        fits = all((one - a) * (other - b) > 0 for a, b in found)
        if -likeness >= _SLIGHTLY and fits:
            found.append((one, other))
    return found


def _gap(place: int, draft: int, fixed: Sequence[Link]) -> int:
    """Between which of the fixed links a paragraph stands: how many are before it."""
    return sum(link[draft] < place for link in fixed)


def rising(numbers: Sequence[int]) -> frozenset[int]:
    """The most of the numbers that stand in rising order."""
    tails: list[int] = []
    chains: list[list[int]] = []
    for number in numbers:
        place = bisect_left(tails, number)
        chain = [*(chains[place - 1] if place else []), number]
        tails[place : place + 1] = [number]
        chains[place : place + 1] = [chain]
    return frozenset(chains[-1] if chains else ())
