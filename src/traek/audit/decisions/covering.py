"""A sentence on the sheet without personal data, and the way back to it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from traek.audit.decisions.choices import Choice
from traek.audit.library import Library
from traek.masking import Label, Masked, masked, names_in

_TEMPLATES = 5
_LABEL = re.compile("|".join(re.escape(label.value) for label in Label))


class Covering:
    """Covers sentences by the names in the first templates that they stand in, always alike."""

    def __init__(self, library: Library, names: Mapping[int, frozenset[str]] | None = None) -> None:
        """`names` are those of templates, by number, as far as they are known already."""
        self._library = library
        self._names = dict(names or {})

    def covered(self, choice: Choice, text: str) -> Masked:
        """`text`, the choice's own or one of its offers, with labels in it."""
        return masked(text, self.names_by(choice.templates))

    def names_by(self, templates: Sequence[int]) -> set[str]:
        """The names that are covered in a sentence of these templates."""
        return set().union(*map(self._in, templates[:_TEMPLATES]))

    def uncovered(self, choice: Choice, text: str) -> str | None:
        """`text` with what the labels in it stand for, or None where that is not clear."""
        if _LABEL.search(text) is None:
            return text
        hidden = self.covered(choice, choice.text)
        meant: dict[str, list[str]] = defaultdict(list)
        for piece in hidden.pieces:
            meant[piece.label.value].append(choice.text[piece.start : piece.end])
        used: dict[str, int] = defaultdict(int)
        parts, done = [], 0
        for found in _LABEL.finditer(text):
            at = used[found[0]]
            used[found[0]] += 1
            # A label that the template itself has is text like any other.
            own = choice.text.count(found[0])
            if at < len(meant[found[0]]):
                new = meant[found[0]][at]
            elif at < len(meant[found[0]]) + own:
                new = found[0]
            else:
                return None
            parts += [text[done : found.start()], new]
            done = found.end()
        return "".join([*parts, text[done:]])

    def _in(self, number: int) -> frozenset[str]:
        if number not in self._names:
            report = self._library.numbered(number)
            self._names[number] = names_in(block.text for block in report.document.blocks)
        return self._names[number]
