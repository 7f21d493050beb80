"""Edits written into the bytes of the letter's own file, by its kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from traek.errors import DocumentError
from traek.fixing.edit import Edit
from traek.fixing.outcome import As, Outcome
from traek.loaders.decoding import file_name
from traek.model import Document

_MARKDOWN = (".md", ".markdown")
_TEXT = (".txt", ".text")
_WORD = (".docx", ".docm", ".dotx", ".dotm")
WRITABLE = (*_WORD, *_TEXT, *_MARKDOWN)
"""The endings of the files that edits can be written into."""


def apply_edits(
    data: bytes,
    path: str,
    edits: Iterable[Edit],
    *,
    as_: As = As.CHANGES,
    author: str = "traek",
    encoding: str | None = None,
) -> Outcome:
    """The letter in `data` with the edits made; `path` tells its kind and is not opened.

    `author` is who changes a Word file; `encoding` that of a text, where it was given.

    Raises:
        DocumentError: the file is of a kind that is only read, cannot be read or written, or is
            not the one that the edits were made for.
    """
    wanted = tuple(edits)
    kind = PurePath(path).suffix.lower()
    if kind not in WRITABLE:
        raise DocumentError(read_only(path))
    if not wanted:
        return Outcome(data, ())
    if kind in _WORD:
        from traek.fixing.wordfile import edited_word  # noqa: PLC0415 - lxml, when there is work

        return edited_word(data, path, wanted, as_, author)
    from traek.fixing.textfile import edited_text  # noqa: PLC0415

    document = _text_document(data, path, kind, encoding)
    check_unchanged(document, wanted)
    return Outcome(edited_text(data, document, wanted, encoding), wanted)


def read_only(path: str) -> str:
    """The sentence for a letter of a kind that traek does not write."""
    return (
        f"{file_name(path)}: traek kan læse filer af den type, men ikke rette i dem. "
        "Gem brevet som .docx eller .txt, eller se forslagene med traek check."
    )


def check_unchanged(document: Document, edits: Sequence[Edit]) -> None:
    """Stop unless the words that the edits replace still stand where they stood.

    Raises:
        DocumentError: they do not.
    """
    blocks = {block.number: block.text for block in document.blocks}
    for edit in edits:
        if edit.block is None:
            continue
        text = blocks.get(edit.block)
        if text is None or (edit.span is not None and text[slice(*edit.span)] != edit.old):
            raise DocumentError(
                f"»{file_name(document.path)}« er ændret, siden traek læste den. Kør kommandoen igen."
            )


def _text_document(data: bytes, path: str, kind: str, encoding: str | None) -> Document:
    if kind in _MARKDOWN:
        from traek.loaders.markdown import MarkdownLoader  # noqa: PLC0415

        return MarkdownLoader().load(data, path, encoding=encoding)
    from traek.loaders.txt import TextLoader  # noqa: PLC0415

    return TextLoader().load(data, path, encoding=encoding)
