"""Comments of a Word file that speak to traek: what they say, and the words that they hang on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traek.model import Note, Span
from traek.word.names import names_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from traek.word.names import Names
    from traek.word.passage import Passage
    from traek.word.stories import Story

_SOURCE = "kommentar i Word"
_CALL = b"traek"


def notes_in(story: Story) -> tuple[Note, ...]:
    """The comments to traek, by the numbers that blocks of the passages have.

    A comment over several paragraphs gives a note for each; one that hangs on a point is about
    the whole paragraph.
    """
    texts = dict(_texts(story))
    if not texts:
        return ()
    root, names = story.roots[story.main], story.names
    inside, points = _reach(root, names, set(texts))
    passages = [
        (number, passage)
        for number, passage in enumerate(story.passages, start=1)
        if passage.part == story.main and passage.attribute is None
    ]
    notes: list[Note] = []
    for identity, text in texts.items():
        about: list[tuple[int, Span | None]] = list(_spans(passages, inside.get(identity, set())))
        about = about or list(_whole(passages, points.get(identity)))
        notes += [Note(number, span, text, _SOURCE) for number, span in about]
    return tuple(sorted(notes, key=lambda note: (note.block, note.span or Span(0, 0))))


def _texts(story: Story) -> Iterator[tuple[str, str]]:
    """The comments that speak to traek, each with its id; the paragraph that does so, alone."""
    package = story.package
    for relation in package.relations(story.main).values():
        if relation.kind != "comments" or relation.external or not package.has(relation.target):
            continue
        raw = package.read(relation.target)
        if _CALL not in raw.lower() and b"\x00" not in raw[:4]:
            continue
        root = package.parsed(raw, relation.target)
        names = names_in(str(root.tag)[1:].partition("}")[0])
        for comment in root.iterchildren(names.comment):
            for paragraph in comment.iter(names.p):
                text = "".join(node.text or "" for node in paragraph.iter(names.t)).strip()
                if text.lower().replace(" ", "").startswith("traek:"):
                    yield comment.get(names("id"), ""), text
                    break


def _reach(
    root: etree._Element, names: Names, wanted: set[str]
) -> tuple[dict[str, set[etree._Element]], dict[str, etree._Element]]:
    """By comment the nodes between its marks, and the paragraph that it refers from."""
    start, end = names("commentRangeStart"), names("commentRangeEnd")
    reference = names("commentReference")
    inside: dict[str, set[etree._Element]] = {}
    points: dict[str, etree._Element] = {}
    open_now: set[str] = set()
    for node in root.iter("*"):
        if node.tag in {start, end, reference}:
            identity = node.get(names("id"), "")
            if identity not in wanted:
                continue
            if node.tag == start:
                open_now.add(identity)
            elif node.tag == end:
                open_now.discard(identity)
            if node.tag != end:
                paragraph = next(node.iterancestors(names.p), None)
                if paragraph is not None:
                    points[identity] = paragraph
        else:
            for identity in open_now:
                inside.setdefault(identity, set()).add(node)
    return inside, points


def _spans(
    passages: list[tuple[int, Passage]], nodes: set[etree._Element]
) -> Iterator[tuple[int, Span]]:
    """The blocks that hold text of these nodes, each with what of it they are."""
    if not nodes:
        return
    for number, passage in passages:
        pieces = [piece for piece in passage.raw if piece[2] in nodes and piece[0] < piece[1]]
        if pieces:
            yield number, Span(pieces[0][0], pieces[-1][1])


def _whole(
    passages: list[tuple[int, Passage]], paragraph: etree._Element | None
) -> Iterator[tuple[int, Span | None]]:
    """The blocks of a paragraph."""
    for number, passage in passages:
        if paragraph is not None and (
            passage.anchor is paragraph or paragraph in passage.paragraphs
        ):
            yield number, None
