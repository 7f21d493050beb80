"""New paragraphs in a Word letter, dressed like the running text beside them."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from traek.model import BlockKind
from traek.word.changes import inserted, mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from traek.word.changes import Stamp
    from traek.word.names import Names
    from traek.word.passage import Passage
    from traek.word.stories import Story

_OWN = ("numPr", "sectPr", "pPrChange", "rPr", "framePr", "pageBreakBefore")
_PROSE = 40
"""Letters from which a paragraph is taken for running text and its looks are copied."""


def add_paragraphs(
    story: Story, block: int | None, texts: Sequence[str], stamp: Stamp, ids: Iterator[int]
) -> None:
    """Put one paragraph for each text before the block, or last, as a tracked insertion."""
    names, body = story.names, [each for each in story.passages if each.part == story.main]
    place = None if block is None else story.passages[block - 1]
    if place is None or place.part != story.main:
        anchor, last = _outermost(body[-1].anchor, names), True
        place = body[-1]
    else:
        anchor, last = _outermost(place.anchor, names), False
    model = _model(body, place, names)
    made = []
    for text in texts:
        paragraph = _paragraph(text, model, stamp, ids, names)
        spacer = _paragraph("", model, stamp, ids, names) if _is_spaced(model, names) else None
        both = [paragraph] if spacer is None else [paragraph, spacer]
        made += both[::-1] if last else both
    for paragraph in reversed(made) if last else made:
        anchor.addnext(paragraph) if last else anchor.addprevious(paragraph)


def _outermost(paragraph: etree._Element, names: Names) -> etree._Element:
    """The body's own child that holds the paragraph: itself, a table or a content control."""
    node = paragraph
    for parent in paragraph.iterancestors():
        if parent.tag == names.body:
            break
        node = parent
    return node


def _model(body: Sequence[Passage], place: Passage, names: Names) -> etree._Element | None:
    """The paragraph of running text nearest to the place, before it if there is one."""
    at = next(n for n, each in enumerate(body) if each is place)
    for passage in (*body[at::-1], *body[at:]):
        parent = passage.anchor.getparent()
        if (
            passage.kind is BlockKind.PARAGRAPH
            and len(passage.text) >= _PROSE
            and parent is not None
            and parent.tag == names.body
        ):
            return passage.anchor
    return None


def _is_spaced(model: etree._Element | None, names: Names) -> bool:
    """Whether the letter parts its paragraphs with empty ones."""
    following = None if model is None else model.getnext()
    return (
        following is not None
        and following.tag == names.p
        and following.find(names.r) is None
        and following.find(names.ins) is None
    )


def _paragraph(
    text: str, model: etree._Element | None, stamp: Stamp, ids: Iterator[int], names: Names
) -> etree._Element:
    paragraph = etree.Element(names.p, nsmap={"w": names.namespace})
    looks = None if model is None else model.find(names.pPr)
    properties = etree.Element(names.pPr) if looks is None else deepcopy(looks)
    for name in _OWN:
        for element in properties.findall(names(name)):
            properties.remove(element)
    own = etree.SubElement(properties, names.rPr)
    own.append(mark("ins", stamp, next(ids), names))
    paragraph.append(properties)
    if text:
        run = None if model is None else model.find(names.r)
        paragraph.append(inserted(text, run, stamp, next(ids), names))
    return paragraph
