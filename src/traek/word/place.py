"""Where text stands in a Word file: an address that can be kept, sent and followed back."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple, TypeAlias


class Address(NamedTuple):
    """One character: paragraph and run count from 0 in their part and paragraph.

    `offset` counts the characters of the run as traek reads them. `paragraph` counts every
    paragraph element of the part, `run` every run element within the paragraph.
    """

    part: str
    paragraph: int
    run: int
    offset: int


Stretch: TypeAlias = tuple[int, int, int, int]
"""Characters together in one run: start in the block's text, then paragraph, run and offset."""


class Attribute(NamedTuple):
    """Text in an attribute; `nth` counts the elements of that name in the part from 0."""

    element: str
    nth: int
    attribute: str
    offset: int


@dataclass(frozen=True, slots=True)
class Place:
    """The way from a block back into its file.

    `para_id` is Word's own name for the paragraph, where it has one. `digest` is a hash of the
    block's text, so that a file that has been edited meanwhile is noticed. A block over several
    paragraphs, whose marks are deleted but not yet accepted, has stretches in each of them.
    `label` is the bullet or number that Word shows before a list item.
    """

    part: str
    stretches: tuple[Stretch, ...]
    digest: str
    para_id: str | None = None
    attribute: Attribute | None = None
    label: str = ""

    def address(self, offset: int) -> Address:
        """The address of the character at `offset` in the block's text."""
        at = bisect_right(self.stretches, offset, key=lambda stretch: stretch[0]) - 1
        start, paragraph, run, first = self.stretches[at]
        return Address(self.part, paragraph, run, first + offset - start)


def text_digest(text: str) -> str:
    """A short hash of a block's text."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
