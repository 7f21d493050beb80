"""A mail as a letter: its subject, its text, what it answers, and what is attached.

Quoted mails are somebody else's words; they are read as blocks with the style »Citat«.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from traek.errors import DocumentError
from traek.hookspecs import Loader
from traek.loaders.decoding import file_name
from traek.loaders.docx import DocxLoader
from traek.loaders.html import HtmlLoader
from traek.loaders.odt import OdtLoader
from traek.loaders.plain import blocks_of_text
from traek.loaders.rtf import RtfLoader
from traek.loaders.txt import TextLoader
from traek.model import Block, BlockKind, Document

_QUOTED = re.compile(
    r"""
    (?:fra|from):\ .+                                     # Outlook's head
  | -{2,}\s*(?:oprindelig|videresendt|original|forwarded)
  | (?:den|på|on)\ .{6,90}(?:skrev|wrote)\b.{0,80}:$
  | >
    """,
    re.IGNORECASE | re.VERBOSE,
)
_READERS: tuple[Loader, ...] = (
    DocxLoader(),
    OdtLoader(),
    RtfLoader(),
    HtmlLoader(),
    TextLoader(),
)


class Attachment(NamedTuple):
    """A file that came with a mail."""

    name: str
    data: bytes


def mail_document(
    path: str, subject: str, text: str | None, html: bytes | None, attachments: list[Attachment]
) -> Document:
    """The mail as one document; `text` is preferred to `html` where there are both.

    Raises:
        DocumentError: there is nothing to read in it.
    """
    blocks: list[Block] = []
    warnings: list[str] = []
    if subject.strip():
        blocks.append(Block(subject.strip(), 1, BlockKind.HEADING, part="emne"))
    if text and text.strip():
        blocks += _with_quotes_marked(blocks_of_text(text.replace("\r\n", "\n")))
    elif html and html.strip():
        blocks += _with_quotes_marked(HtmlLoader().load(html, path).blocks)
    for attachment in attachments:
        _attach(attachment, blocks, warnings)
    if not blocks:
        raise DocumentError(
            f"»{file_name(path)}« har ingen tekst, som traek kan læse. "
            "Kopiér brevets tekst over i et Word-dokument, og prøv igen."
        )
    numbered = tuple(replace(block, number=at) for at, block in enumerate(blocks, start=1))
    return Document(path, numbered, tuple(warnings))


def _with_quotes_marked(blocks: tuple[Block, ...]) -> list[Block]:
    """Everything from the head of an older mail on, and lines that begin with »>«."""
    marked: list[Block] = []
    answered = False
    for block in blocks:
        quoted = _QUOTED.match(block.text)
        answered = answered or (quoted is not None and not block.text.startswith(">"))
        marked.append(replace(block, style="Citat") if quoted or answered else block)
    return marked


def _attach(attachment: Attachment, blocks: list[Block], warnings: list[str]) -> None:
    name = attachment.name.lower()
    reader = next((each for each in _READERS if name.endswith(each.extensions)), None)
    if reader is None:
        warnings.append(f"Den vedhæftede fil »{attachment.name}« er ikke læst.")
        return
    try:
        document = reader.load(attachment.data, attachment.name)
    except DocumentError as error:
        warnings.append(f"En vedhæftet fil er ikke læst: {error}")
        return
    part = f"bilag »{attachment.name}«"
    blocks += [replace(block, part=part) for block in document.blocks]
    warnings += document.warnings
