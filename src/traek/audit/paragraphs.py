"""The distinct paragraphs of a library: all their numbers at hand, their texts on disk."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Self

from traek.audit.held import Texts
from traek.audit.lines import rows_of, whole_lines
from traek.audit.numbered import Numbered
from traek.model import Span


class Place(NamedTuple):
    """One place where a paragraph stands: which template of the library, and which block of it."""

    template: int
    block: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A distinct paragraph of a library.

    `group` is the number of the first paragraph that is the same but for numbers, placeholders
    and a few words; a paragraph of its own is its own group. `findings` are numbers in the
    library's `findings`. `in_templates` and `in_blocks` run in parallel and are its places.
    """

    number: int
    group: int
    findings: tuple[int, ...]
    in_templates: array[int]
    in_blocks: array[int]
    _texts: Texts = field(repr=False, compare=False)

    @property
    def text(self) -> str:
        """Its text, which is read when it is asked for."""
        return self._texts[self.number].text

    @property
    def placeholders(self) -> tuple[Span, ...]:
        """Where the placeholders in its text stand."""
        return self._texts[self.number].placeholders

    @property
    def places(self) -> Iterator[Place]:
        """Where the paragraph stands, in reading order of the library."""
        return map(Place, self.in_templates, self.in_blocks)

    @property
    def template_count(self) -> int:
        """The number of templates that it stands in."""
        return len(set(self.in_templates))


class Paragraphs(Numbered[Paragraph]):
    """The paragraphs, each made when it is asked for: some bytes are held for each and its places."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self._groups = array("I")
        self._findings, self._found = array("I"), array("I", [0])
        self._templates, self._blocks, self._placed = array("I"), array("I"), array("I", [0])

    @classmethod
    def read(cls, file: Path, texts: Texts) -> Self:
        """The paragraphs whose rows are in `file`."""
        made = cls(texts)
        for row in rows_of(whole_lines(file)):
            made.add(*row)
        return made

    def add(
        self, group: int, findings: Sequence[int], templates: Sequence[int], blocks: Sequence[int]
    ) -> None:
        """Add the next paragraph."""
        self._groups.append(group)
        self._findings.extend(findings)
        self._found.append(len(self._findings))
        self._templates.extend(templates)
        self._blocks.extend(blocks)
        self._placed.append(len(self._templates))

    def only(self, wanted: Callable[[int], bool]) -> Paragraphs:
        """The same paragraphs with the findings that are `wanted`, by their numbers."""
        made = Paragraphs(self.texts)
        for each in self:
            kept = list(filter(wanted, each.findings))
            made.add(each.group, kept, each.in_templates, each.in_blocks)
        return made

    def findings_of(self, number: int) -> array[int]:
        """The numbers of the findings in the paragraph with this number."""
        return self._findings[self._found[number] : self._found[number + 1]]

    def templates_of(self, number: int) -> array[int]:
        """The numbers of the templates that the paragraph with this number stands in."""
        return self._templates[self._placed[number] : self._placed[number + 1]]

    def place_count(self, number: int) -> int:
        """In how many places the paragraph with this number stands."""
        return self._placed[number + 1] - self._placed[number]

    def row(self, number: int) -> Paragraph:
        """The paragraph with this number."""
        here = slice(self._placed[number], self._placed[number + 1])
        found = tuple(self.findings_of(number))
        places = self._templates[here], self._blocks[here]
        return Paragraph(number, self._groups[number], found, *places, self.texts)

    def __len__(self) -> int:
        return len(self._groups)
