"""A copy of the file that was dropped, with what was made of it on the page.

Three copies of a Word file can be had: with comments, with tracked changes, and with the words of
the page written in. Text files know the last one only.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING

from traek.errors import DocumentError
from traek.fixing import WRITABLE, As, Edit, Outcome, apply_edits, settled
from traek.loaders.decoding import decoded, encoded_like
from traek.model import Document, Span, SuggestionKind
from traek.web.answer import named
from traek.web.sheet import GAP, Sheet, laid_out

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from traek.model import Block
    from traek.web.asked import Letter
    from traek.web.bench import Bench

WORD = (".docx", ".docm", ".dotx", ".dotm")
PLAIN = (".txt", ".text")


class Way(StrEnum):
    """What a copy shows."""

    COMMENTS = "comments"
    CHANGES = "changes"
    DIRECT = "direct"


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy's bytes, its name, and a Danish sentence about what is in it and what is not."""

    data: bytes
    name: str
    told: str


def ways(name: str) -> tuple[Way, ...]:
    """The copies that can be had of a file of that name; none of one that is only read."""
    kind = PurePath(name).suffix.lower()
    if kind in WORD:
        return tuple(Way)
    return (Way.DIRECT,) if kind in WRITABLE else ()


def is_plain(name: str) -> bool:
    """Whether the file is nothing but its text, which the page then shows as it is."""
    return PurePath(name).suffix.lower() in PLAIN


def copy_of(bench: Bench, data: bytes, asked: Letter, way: Way) -> Copy:
    """The copy of the file in `data` that `way` asks for, with the text as it stands on the page.

    Tracked changes are those that were made on the page, or all that traek suggests where none
    were made.

    Raises:
        DocumentError: the file cannot be read, or no such copy can be written of it.
    """
    name = asked.name
    if way not in ways(name):
        raise DocumentError(
            f"»{name}« kan traek læse, men ikke skrive i. Kopiér teksten i stedet, "
            "eller gem brevet som .docx."
        )
    if is_plain(name):
        return _plain(data, asked, bench.settings.encoding)
    document = bench.read(data, name)
    edits = edits_made(document.blocks, laid_out(asked.text, document.blocks))
    if way is Way.COMMENTS:
        return _commented(bench, data, document, edits, asked)
    if way is Way.CHANGES and not edits:
        edits = settled(bench.engine, bench.reported(document, asked.situation, asked.genre))
    as_ = As.CHANGES if way is Way.CHANGES else As.DIRECT
    outcome = apply_edits(data, name, edits, as_=as_, encoding=bench.settings.encoding)
    return Copy(outcome.data, _named(name), _told(outcome, way))


def edits_made(blocks: Sequence[Block], sheet: Sheet) -> tuple[Edit, ...]:
    """What was done on the page to the blocks of the file, in reading order."""
    made = list(_rewritten(blocks, sheet)) + list(_new(blocks, sheet))
    return tuple(sorted(made, key=lambda edit: (edit.block is None, edit.block or 0)))


def _plain(data: bytes, asked: Letter, encoding: str | None) -> Copy:
    """The text of the page in the encoding and with the line endings of the file."""
    old = decoded(data, asked.name, encoding)
    text = asked.text.replace("\n", "\r\n") if "\r\n" in old else asked.text
    written = encoded_like(text, data, asked.name, encoding)
    return Copy(written, _named(asked.name), "Kopien har teksten, som den står på siden.")


def _commented(
    bench: Bench, data: bytes, document: Document, edits: Sequence[Edit], asked: Letter
) -> Copy:
    """The words of the page written in, and comments on what is found in them."""
    from traek.word.review import review  # noqa: PLC0415  lxml, when there is work

    outcome = apply_edits(data, document.path, edits, as_=As.DIRECT)
    now = bench.read(outcome.data, document.path)
    report = bench.reported(now, asked.situation, asked.genre)
    shown = tuple(each for name, each in named(report.findings) if name not in asked.left)
    written = review(outcome.data, replace(report, findings=shown))
    return Copy(written, _named(document.path), _told(outcome, Way.COMMENTS))


def _rewritten(blocks: Sequence[Block], sheet: Sheet) -> Iterator[Edit]:
    """Blocks whose words changed, and those that were taken out."""
    now = {
        origin: block.text
        for block, origin in zip(sheet.blocks, sheet.origins, strict=True)
        if origin is not None
    }
    for block in blocks:
        new = now.get(block.number, "")
        if new != block.text:
            kind = SuggestionKind.REPLACE if new else SuggestionKind.DELETE
            yield Edit(block.number, Span(0, len(block.text)), block.text, new, kind)


def _new(blocks: Sequence[Block], sheet: Sheet) -> Iterator[Edit]:
    """Paragraphs that the page brought, together where they stand together.

    One that ends the letter itself is last in the letter, not first in the footer.
    """
    parts = {block.number: block.part for block in blocks}
    waiting: list[str] = []
    part = "hoveddel"
    for block, origin in zip(sheet.blocks, sheet.origins, strict=True):
        if origin is None:
            waiting.append(block.text)
            continue
        if waiting:
            yield _addition(origin if parts[origin] == part else None, waiting)
        waiting, part = [], parts[origin]
    if waiting:
        yield _addition(None, waiting)


def _addition(before: int | None, texts: Sequence[str]) -> Edit:
    return Edit(before, None, "", GAP.join(texts), SuggestionKind.ADD)


def _named(name: str) -> str:
    path = PurePath(name)
    return f"{path.stem}.traek{path.suffix}"


def _told(outcome: Outcome, way: Way) -> str:
    """What the copy holds."""
    done = len(outcome.done)
    made = f"{done} {'rettelse' if done == 1 else 'rettelser'}"
    if way is Way.COMMENTS:
        told = "Kopien har kommentarer" + (f" og {made} skrevet ind." if done else ".")
    elif not done:
        told = "Kopien er magen til brevet; der er ingen rettelser at skrive ind."
    elif way is Way.CHANGES:
        told = f"Kopien har {made}, som du kan godkende eller afvise i Word."
    else:
        told = f"Kopien har {made} skrevet ind."
    if outcome.left:
        reasons = sorted({left.reason for left in outcome.left})
        told += f" {len(outcome.left)} kunne ikke skrives ind: {'; '.join(reasons)}."
    return told
