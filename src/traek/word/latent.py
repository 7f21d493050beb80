"""Text that a template shows only sometimes, and text that stands in attributes."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from traek.model import BlockKind
from traek.placeholders import merged, typed_placeholders
from traek.word.names import PARA_ID
from traek.word.passage import Passage
from traek.word.place import Attribute

if TYPE_CHECKING:
    from lxml import etree

    from traek.word.fields import Choice
    from traek.word.passage import RawPiece, Sink
    from traek.word.setting import Setting

_LIST_PART = "word/numbering.xml"


class LatentTexts:
    """Gathers such passages while a paragraph is read, to follow the paragraph's own."""

    def __init__(self, setting: Setting) -> None:
        """None so far."""
        self._set = setting
        self._labelled: set[etree._Element] = set()
        self.gathered: list[Passage] = []
        self.anchor: etree._Element | None = None

    def taken(self) -> list[Passage]:
        """What has been gathered, which is thereby handed over."""
        taken, self.gathered = self.gathered, []
        return taken

    def add_choice(self, sink: Sink, choice: Choice) -> None:
        """Passages of a text in a field's instruction, one for each paragraph that it fills."""
        within = [
            piece for piece in sink.pieces if piece[0] < choice.end and piece[1] > choice.start
        ]
        for _, group in groupby(within, key=lambda piece: piece[6]):
            inside = list(group)
            start, end = max(inside[0][0], choice.start), min(inside[-1][1], choice.end)
            text = sink.text()[start:end]
            if text.strip() and self.anchor is not None:
                inner = ((max(a, start) - start, min(b, end) - start) for a, b in sink.gaps)
                passage = self._passage(text, self.anchor, choice.condition)
                passage.raw = [_clipped(piece, start, end) for piece in inside]
                passage.gaps = merged([*((a, b) for a, b in inner if a < b), *passage.gaps])
                self.gathered.append(passage)

    def add_attribute(
        self,
        element: etree._Element,
        attribute: str,
        condition: str | None,
        start: int = 0,
        end: int | None = None,
    ) -> None:
        """A passage of the text in an attribute; its comment hangs on the paragraph being read."""
        text = element.get(attribute, "")[start:end]
        if text.strip() and self.anchor is not None:
            passage = self._passage(text, self.anchor, condition)
            passage.attribute = _attribute(element, attribute, start)
            self.gathered.append(passage)

    def add_label(self, element: etree._Element, paragraph: etree._Element) -> None:
        """A passage of a list label that holds words, the first time that the label is met."""
        if element in self._labelled:
            return
        self._labelled.add(element)
        attribute = self._set.names.val
        passage = self._passage(element.get(attribute, ""), paragraph, None)
        passage.attribute = _attribute(element, attribute, 0)
        passage.part, passage.kind = _LIST_PART, BlockKind.LIST_ITEM
        self._set.passages.append(passage)

    def _passage(self, text: str, anchor: etree._Element, condition: str | None) -> Passage:
        return Passage(
            text=text,
            raw=[],
            anchor=anchor,
            part=self._set.part,
            where=self._set.where,
            gaps=typed_placeholders(text),
            latent=condition or self._set.latent,
            para_id=anchor.get(PARA_ID),
        )


def _clipped(piece: RawPiece, start: int, end: int) -> RawPiece:
    """The part of a piece from `start` up to `end`, counted from `start`."""
    begin, stop, node, run, offset, run_number, paragraph = piece
    offset += max(start - begin, 0)
    return max(begin - start, 0), min(stop, end) - start, node, run, offset, run_number, paragraph


def _attribute(element: etree._Element, attribute: str, offset: int) -> Attribute:
    root = element.getroottree().getroot()
    nth = next(at for at, each in enumerate(root.iter(element.tag)) if each is element)
    return Attribute(str(element.tag), nth, attribute, offset)
