"""Edits in a plain text or Markdown file: all that is not edited stays byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from traek.differences import Hunk, hunks
from traek.errors import DocumentError
from traek.fixing.edit import Edit
from traek.loaders.decoding import decoded, encoded_like, file_name
from traek.loaders.plain import TextPlace

if TYPE_CHECKING:
    from traek.model import Block, Document


def edited_text(
    data: bytes, document: Document, edits: Iterable[Edit], encoding: str | None
) -> bytes:
    """The file with the edits made; `document` is what its loader made of `data`.

    Raises:
        DocumentError: the file cannot be written in its own encoding.
    """
    text = decoded(data, document.path, encoding)
    if encoded_like(text, data, document.path, encoding) != data:
        raise DocumentError(
            f"»{file_name(document.path)}« har tegn, som ikke kan skrives tilbage, som de var. "
            "Gem den som UTF-8, og prøv igen."
        )
    newline = "\r\n" if "\r\n" in text else "\n"
    blocks = {block.number: block for block in document.blocks}
    places = [place for edit in edits for place in _hunks(text, blocks, edit)]
    places.sort(key=lambda place: place.start)
    for start, end, new in reversed(places):  # of several at one place the last comes first
        text = text[:start] + new.replace("\r\n", "\n").replace("\n", newline) + text[end:]
    return encoded_like(text, data, document.path, encoding)


def _hunks(text: str, blocks: dict[int, Block], edit: Edit) -> Iterator[Hunk]:
    """What the edit does to the text of the whole file."""
    if edit.block is None:
        end = len(text.rstrip())
        yield Hunk(end, end, f"\n\n{edit.text}")
        return
    place = blocks[edit.block].locator
    assert isinstance(place, TextPlace)  # noqa: S101  the loaders of these files make no other
    if edit.span is None:
        start = max(text.rfind("\n", 0, place.start), text.rfind("\r", 0, place.start)) + 1
        above = text[:start]
        parted = not above.strip() or above.endswith(("\n\n", "\n\r\n"))
        yield Hunk(start, start, ("" if parted else "\n") + f"{edit.text}\n\n")
        return
    at = place.start + edit.span.start
    for hunk in hunks(edit.old, edit.text, wrapped=True):
        yield Hunk(at + hunk.start, at + hunk.end, hunk.text)
