"""A whole Word file, walked: letter, notes, headers, footers, figures, then building blocks."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from traek.model import Block, BlockKind, Document, Note
from traek.word.names import DRAWING, names_in
from traek.word.numbering import Numbering
from traek.word.package import Package, open_package
from traek.word.setting import Seen, Setting
from traek.word.styles import Styles
from traek.word.walker import Walker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from traek.word.names import Names
    from traek.word.passage import Passage

_NOTES = {"footnotes": "fodnote", "endnotes": "slutnote"}
_FRAMES = {"header": "sidehoved", "footer": "sidefod"}
_FIGURES = ("diagramData", "chart")
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")


@dataclass(slots=True)
class Story:
    """A Word file while it is open: its parts' XML and the passages in reading order."""

    package: Package
    main: str
    names: Names
    roots: dict[str, etree._Element] = field(default_factory=dict)
    passages: list[Passage] = field(default_factory=list)
    seen: Seen = field(default_factory=Seen)
    read_hidden: bool = False


def read_document(data: bytes, path: str, *, read_hidden: bool = False) -> Document:
    """The letter in a `.docx`, `.docm`, `.dotx` or `.dotm`, with a `Place` for each block.

    Raises:
        DocumentError: it is no Word file, is damaged, encrypted or dangerously large.
    """
    with _uncollected():
        story = read_story(data, path, read_hidden=read_hidden)
        blocks = tuple(_blocks(story.passages))
        return Document(path, blocks, tuple(_warnings(story)), _notes(story))


def read_story(data: bytes, path: str, *, read_hidden: bool = False) -> Story:
    """The same file kept open, for writing into it.

    Raises:
        DocumentError: as for `read_document`.
    """
    package = open_package(data, path)
    main = package.main_part()
    raw = package.read(main)
    root = package.parsed(raw, main)
    names = names_in(root.tag[1:].partition("}")[0])
    if root.tag != names("document"):
        raise package.damaged("der er ikke noget brev i den")
    story = Story(package, main, names, read_hidden=read_hidden)
    with _uncollected():
        _Reader(story).read(root, raw)
    return story


@contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage collection meanwhile: all that is made here stays, and looking takes as long."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Reader:
    """Walks the parts of one file in order."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._relations = story.package.relations(story.main)
        self._styles = self._read_styles()
        self._numbering = Numbering(self._numbering_root, story.names)

    def read(self, root: etree._Element, raw: bytes) -> None:
        story, names = self._story, self._story.names
        setting = self._setting(story.main, raw, "hoveddel", names)
        self._walk_all(root, root.iterchildren(names.body), setting)
        for kind, where in _NOTES.items():
            for part in self._targets(kind):
                self._walk(part, where, ("footnote", "endnote"))
        for kind, where in _FRAMES.items():
            for part in self._targets(kind, root):
                self._walk(part, where)
        for kind in _FIGURES:
            for part in self._targets(kind):
                self._figure(part)
        for part in self._targets("glossaryDocument"):
            self._building_blocks(part)

    def _read_styles(self) -> Styles:
        package = self._story.package
        part = next(iter(self._targets("styles")), "")
        raw = package.read(part) if part else b""
        return Styles(raw, lambda data: package.parsed(data, part), self._story.names)

    def _numbering_root(self) -> etree._Element | None:
        parts = self._targets("numbering")
        return self._story.package.xml(parts[0]) if parts else None

    def _targets(self, kind: str, root: etree._Element | None = None) -> list[str]:
        """Parts of a kind that the letter points to; of headers only those that are in use."""
        found = [
            each
            for each in self._relations.values()
            if each.kind == kind and not each.external and self._story.package.has(each.target)
        ]
        if root is not None:
            names = self._story.names
            used = {
                next((value for key, value in reference.items() if str(key).endswith("}id")), None)
                for reference in root.iter(names.headerReference, names.footerReference)
            }
            found = [each for each in found if each.id in used]
        return list(dict.fromkeys(each.target for each in found))

    def _walk(self, part: str, where: str, kinds: tuple[str, ...] = ()) -> None:
        """Walk a part: its children of these kinds, or all of it."""
        raw = self._story.package.read(part)
        root = self._story.package.parsed(raw, part)
        names = self._story.names
        containers = [root]
        if kinds:
            notes = root.iterchildren(*(names(kind) for kind in kinds))
            containers = [each for each in notes if each.get(names.type_, "normal") == "normal"]
        self._walk_all(root, containers, self._setting(part, raw, where, names))

    def _walk_all(
        self, root: etree._Element, containers: Iterable[etree._Element], setting: Setting
    ) -> None:
        walker = Walker(root, setting)
        self._story.roots[setting.part] = root
        for container in containers:
            walker.walk(container)

    def _setting(self, part: str, raw: bytes, where: str, names: Names) -> Setting:
        wide = raw[:2] in _WIDE
        return Setting(
            names=names,
            styles=self._styles,
            numbering=self._numbering,
            part=part,
            where=where,
            seen=self._story.seen,
            read_hidden=self._story.read_hidden,
            may_hide=wide or b"vanish" in raw or b"rStyle" in raw,
            may_delete=wide or b"del" in raw or b"moveFrom" in raw,
            passages=self._story.passages,
        )

    def _figure(self, part: str) -> None:
        raw = self._story.package.read(part)
        root = self._story.package.parsed(raw, part)
        space = next((space for space in DRAWING if space in root.nsmap.values()), DRAWING[0])
        self._walk_all(root, [root], self._setting(part, raw, "figur", names_in(space)))

    def _building_blocks(self, part: str) -> None:
        """What a template offers to insert; prompts of content controls are no such thing."""
        names = self._story.names
        raw = self._story.package.read(part)
        root = self._story.package.parsed(raw, part)
        setting = self._setting(part, raw, "byggeblok", names)
        walker = Walker(root, setting)
        self._story.roots[part] = root
        for block in root.iter(names.docPart):
            properties = block.find(names.docPartPr)
            named = None if properties is None else properties.find(names.name)
            kinds = () if properties is None else properties.iter(names.type_)
            if any(kind.get(names.val) == "bbPlcHdr" for kind in kinds):
                continue
            name = "" if named is None else named.get(names.val, "")
            setting.latent = f"som byggeblokken »{name}«" if name else "som byggeblok"
            for body in block.iterchildren(names.docPartBody):
                walker.walk(body)


def _blocks(passages: list[Passage]) -> Iterator[Block]:
    headings: dict[int, str] = {}
    part = ""
    for number, passage in enumerate(passages, start=1):
        if passage.part != part and passage.attribute is None:
            part, headings = passage.part, {}
        if passage.kind is BlockKind.HEADING:
            level = passage.level or 0
            headings = {at: text for at, text in headings.items() if at < level}
        yield Block(
            text=passage.text,
            number=number,
            kind=passage.kind,
            part=passage.where,
            headings=tuple(headings.values()),
            style=passage.style,
            placeholders=passage.gaps,
            latent=passage.latent,
            locator=passage.place(),
        )
        if passage.kind is BlockKind.HEADING:
            headings[passage.level or 0] = " ".join(passage.text.split())


def _notes(story: Story) -> tuple[Note, ...]:
    relations = story.package.relations(story.main).values()
    if not any(relation.kind == "comments" for relation in relations):
        return ()
    from traek.word.notes import notes_in  # noqa: PLC0415 - most letters have no comments

    return notes_in(story)


def _warnings(story: Story) -> Iterator[str]:
    if is_signed(story.package):
        yield "Filen er digitalt underskrevet. Underskriften gælder ikke for en gennemgået kopi."
    if story.seen.changes:
        yield (
            "Filen har ændringer, som ingen har godkendt endnu. "
            "traek læser den, som om de alle er godkendt."
        )
    if story.seen.hidden and not story.read_hidden:
        yield f"Filen har skjult tekst ({story.seen.hidden} steder), som traek ikke har læst."
    if story.seen.outside:
        yield "Filen henter tekst fra en anden fil (altChunk), som traek ikke har læst."


def is_signed(package: Package) -> bool:
    """Whether the file carries a digital signature, which any change makes invalid."""
    return any(each.kind == "origin" for each in package.relations("").values())
