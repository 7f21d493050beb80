"""Decisions carried out: in each template the sentences that were decided on, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from traek.audit.decisions.log import Log
from traek.audit.decisions.planning import Plan, Ruling
from traek.audit.library import Library
from traek.audit.reading import document_of, letter_bytes
from traek.audit.sentences import spans_of
from traek.errors import DocumentError
from traek.fixing import As, Edit, apply_edits
from traek.hookspecs import Loader
from traek.model import Block, Document, Span, SuggestionKind
from traek.settings import Settings


@dataclass(frozen=True, slots=True)
class Work:
    """How to read and write templates: where they are, and by which settings.

    `write` gets a path and bytes and writes all of them or nothing; None only looks.
    """

    root: Path
    loaders: Mapping[str, Loader]
    settings_for: Callable[[str], Settings]
    write: Callable[[str, bytes], None] | None
    as_: As = As.CHANGES
    author: str = "traek"


@dataclass(slots=True)
class Carried:
    """What came of it: edits by template, and Danish sentences on what was left.

    `documents` are the templates as they were read, where nothing was to be written.
    """

    edits: dict[str, tuple[Edit, ...]] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)

    @property
    def places(self) -> int:
        """How many sentences were changed."""
        return sum(map(len, self.edits.values()))


def carry_out(
    library: Library,
    plan: Plan,
    work: Work,
    log: Log,
    told: Callable[[int], None] = lambda _done: None,
) -> Carried:
    """Write the plan's rulings into the templates that they stand in, one file at a time.

    A template that cannot be read or written is told of, and the others go on. `told` hears how
    many are done, of the plan's `templates`.

    Raises:
        SettingsError: the log cannot be written.
    """
    wanted: dict[int, list[Ruling]] = {}
    for ruling in plan.rulings:
        for number in ruling.choice.templates:
            wanted.setdefault(number, []).append(ruling)
    carried = Carried()
    for done, number in enumerate(sorted(wanted), 1):
        path = library.templates[number].path
        try:
            _carry_out(path, wanted[number], work, log, carried)
        except DocumentError as error:
            carried.left.append(str(error))
        told(done)
    return carried


def _carry_out(
    name: str, rulings: Iterable[Ruling], work: Work, log: Log, carried: Carried
) -> None:
    path = str(work.root / name)
    settings = work.settings_for(path)
    data = letter_bytes(path, path, work.loaders)
    document = document_of(data, path, work.loaders, settings)
    by_text = {ruling.choice.text: ruling for ruling in rulings}
    edits, signs = edits_in(document, by_text)
    if not edits:
        carried.left.append(f"{path} er ændret, siden rapporten blev lavet; kør traek audit igen.")
        return
    outcome = apply_edits(
        data, path, edits, as_=work.as_, author=work.author, encoding=settings.encoding
    )
    carried.left += [f"{path}, afsnit {each.edit.block}: {each.reason}" for each in outcome.left]
    if not outcome.done:
        return
    if work.write is None:
        carried.documents[name] = document
    else:
        log.enter(Path(path), data, outcome.data, signs)
        work.write(path, outcome.data)
    carried.edits[name] = outcome.done


def edits_in(document: Document, by_text: Mapping[str, Ruling]) -> tuple[list[Edit], list[str]]:
    """The edits of a template, in reading order, and the signs of the sentences that they change."""
    edits, signs = [], dict[str, None]()
    for block in document.blocks:
        if not any(text in block.text for text in by_text):
            continue
        for span in spans_of(block.text, block.placeholders):
            ruling = by_text.get(block.text[slice(*span)])
            if ruling is not None:
                edits.append(_edit(block, span, ruling))
                signs[ruling.choice.sign] = None
    return edits, list(signs)


def _edit(block: Block, span: Span, ruling: Ruling) -> Edit:
    rules = tuple(dict.fromkeys(finding.rule for finding in ruling.choice.findings))
    edit = Edit(
        block.number, span, block.text[slice(*span)], ruling.text, SuggestionKind.REPLACE, rules
    )
    return edit if ruling.text else _deleted(block, edit)


def _deleted(block: Block, edit: Edit) -> Edit:
    """The edit with the space that a sentence leaves behind: the one after it, else the one before."""
    if edit.span is None:
        return edit
    start, end = edit.span
    text = block.text
    after = len(text[end:]) - len(text[end:].lstrip(" "))
    before = len(text[:start]) - len(text[:start].rstrip(" "))
    if after:
        end += after
    else:
        start -= before
    span = Span(start, end)
    return replace(edit, span=span, old=text[start:end], kind=SuggestionKind.DELETE)
