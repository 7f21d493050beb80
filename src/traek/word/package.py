"""A Word file as a package of parts, opened only after its directory has been looked over.

Nothing is unpacked before the sizes in the zip directory have been judged, only parts that are
asked for are read, and XML is parsed without entities, network or unbounded depth.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import PurePath
from typing import TYPE_CHECKING

from lxml import etree

from traek.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_PARTS = 5_000
LARGEST_PART = 64 * 1024**2
LARGEST_XML = 256 * 1024**2
LARGEST_FILE = 512 * 1024**2
_RATIO = 200
_RATIO_FROM = 1024**2
_XML_NAMES = (".xml", ".rels", ".vml")
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    OSError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Relation:
    """How a part points to another: `kind` is the last word of the relation's type."""

    id: str
    kind: str
    target: str
    external: bool


@dataclass(slots=True)
class Package:
    """The parts of one Word file; names are zip names without a leading slash."""

    name: str
    data: bytes
    archive: zipfile.ZipFile
    _names: dict[str, str] = field(default_factory=dict)
    _relations: dict[str, dict[str, Relation]] = field(default_factory=dict)

    @property
    def parts(self) -> Iterator[zipfile.ZipInfo]:
        """Every part in the order of the file."""
        return iter(self.archive.infolist())

    def has(self, part: str) -> bool:
        """Whether the file has such a part; letter case does not count."""
        return part.lower() in self._names

    def read(self, part: str) -> bytes:
        """The bytes of a part.

        Raises:
            DocumentError: the part is missing or damaged.
        """
        try:
            return self.archive.read(self._names[part.lower()])
        except KeyError as error:
            raise self.damaged(f"delen »{part}« mangler") from error
        except _UNREADABLE as error:
            raise self.damaged(f"delen »{part}« kan ikke pakkes ud") from error

    def xml(self, part: str) -> etree._Element:
        """The root element of an XML part.

        Raises:
            DocumentError: the part is missing, damaged, too deep, or has a DTD.
        """
        return self.parsed(self.read(part), part)

    def parsed(self, data: bytes, part: str) -> etree._Element:
        """The root element of the XML in `data`, which came from `part`.

        Raises:
            DocumentError: as for `xml`.
        """
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise self._not_xml(str(error), part) from error
        except ValueError as error:
            raise self.damaged(f"delen »{part}« er ikke gyldig XML") from error
        info = root.getroottree().docinfo
        if info.internalDTD is not None or info.doctype:
            raise self._has_dtd()
        return root

    def relations(self, part: str) -> dict[str, Relation]:
        """What `part` points to, by relation id; the package's own relations for ``""``."""
        if part not in self._relations:
            self._relations[part] = self._read_relations(part)
        return self._relations[part]

    def _read_relations(self, part: str) -> dict[str, Relation]:
        folder, base = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{base}.rels")
        if not self.has(rels):
            return {}
        found = {}
        for element in self.xml(rels):
            target, external = element.get("Target", ""), element.get("TargetMode") == "External"
            if not external:
                joined = target if target.startswith("/") else posixpath.join("/", folder, target)
                target = posixpath.normpath(joined).lstrip("/")
            kind = element.get("Type", "").rsplit("/", 1)[-1]
            identity = element.get("Id", "")
            found[identity] = Relation(identity, kind, target, external)
        return found

    def main_part(self) -> str:
        """The name of the part that holds the letter itself.

        Raises:
            DocumentError: the package is no Word file.
        """
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and self.has(relation.target):
                return self._word_part(relation.target)
        if self.has("word/document.xml"):
            return "word/document.xml"
        raise self._no_word_file()

    def _word_part(self, target: str) -> str:
        if target.lower().startswith(("xl/", "ppt/", "visio/")):
            raise self._no_word_file()
        return target

    def damaged(self, what: str) -> DocumentError:
        """An error that says what is wrong with the file and how to mend it."""
        return DocumentError(
            f"»{self.name}« er beskadiget: {what}. Åbn filen i Word, lad Word reparere den, "
            "og gem den igen."
        )

    def _has_dtd(self) -> DocumentError:
        return DocumentError(
            f"»{self.name}« indeholder en DTD, og det har Word-filer aldrig. Af hensyn til "
            "sikkerheden læser traek den ikke. Åbn den i Word, og gem den igen som .docx."
        )

    def _not_xml(self, problem: str, part: str) -> DocumentError:
        if "Excessive depth" in problem:
            return DocumentError(
                f"»{self.name}« har indhold, der ligger inden i hinanden i flere hundrede lag. "
                "Kopiér teksten over i et nyt dokument, og gem det som .docx."
            )
        if "Entity" in problem or "entity" in problem or "amplification" in problem:
            return self._has_dtd()
        return self.damaged(f"delen »{part}« er ikke gyldig XML")

    def _no_word_file(self) -> DocumentError:
        kinds = {
            "xl/": "et regneark",
            "ppt/": "en præsentation",
            "visio/": "en tegning",
            "content.xml": "et OpenDocument-dokument (.odt)",
        }
        kind = next((kinds[start] for start in kinds if self._starts(start)), "en zip-fil")
        return DocumentError(
            f"»{self.name}« er {kind} og ikke et Word-dokument. "
            "Gem teksten som .docx, eller giv filen den endelse, der passer til indholdet."
        )

    def _starts(self, start: str) -> bool:
        return any(name.startswith(start) for name in self._names)


def open_package(data: bytes, path: str) -> Package:
    """The package in `data`; `path` is for messages and is not opened.

    Raises:
        DocumentError: it is no zip file, is encrypted, or unpacks to more than is safe.
    """
    name = PurePath(path.replace("\\", "/")).name or path
    _refuse_other_files(data, name)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _UNREADABLE as error:
        raise DocumentError(
            f"»{name}« kan ikke åbnes: filen er afkortet eller beskadiget. Hent den igen, "
            "eller åbn den i Word, og gem den på ny."
        ) from error
    package = Package(name, data, archive)
    _look_over(package)
    package._names = {info.filename.lower(): info.filename for info in archive.infolist()}  # noqa: SLF001 - its maker
    return package


def _refuse_other_files(data: bytes, name: str) -> None:
    if len(data) > LARGEST_FILE:
        raise DocumentError(
            f"»{name}« er på {len(data) // 1024**2} MB, og det er mere, end traek læser. "
            "Gør billederne mindre i Word, eller del dokumentet op."
        )
    if data.startswith(b"PK"):
        return
    if not data:
        raise DocumentError(f"»{name}« er helt tom (0 byte). Hent eller gem filen igen.")
    if data.startswith(_OLE):
        raise DocumentError(_about_ole(data, name))
    kinds = ((b"%PDF", "en PDF", ".pdf"), (b"{\\rtf", "et RTF-dokument", ".rtf"))
    for signature, kind, ending in kinds:
        if data.startswith(signature):
            raise DocumentError(
                f"»{name}« er {kind}, selv om filnavnet siger noget andet. "
                f"Giv filen endelsen {ending}, eller gem den som .docx i Word."
            )
    raise DocumentError(
        f"»{name}« er ikke et Word-dokument. Er det ren tekst, så giv filen endelsen .txt; "
        "åbn den ellers i Word, og gem som .docx."
    )


def _about_ole(data: bytes, name: str) -> str:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return (
            f"»{name}« er beskyttet med adgangskode eller rettigheder, så traek ikke kan læse "
            "den. Fjern beskyttelsen i Word under Filer > Oplysninger, og gem en kopi."
        )
    if holds("WordDocument"):
        return (
            f"»{name}« er i Words gamle format (.doc), uanset hvad filnavnet siger. "
            "Åbn den i Word, og gem som .docx."
        )
    return f"»{name}« er ikke et Word-dokument. Åbn den i det rette program, og gem som .docx."


def _look_over(package: Package) -> None:
    """Refuse what is dangerous to unpack, by the directory alone."""
    infos = package.archive.infolist()
    if len(infos) > MOST_PARTS:
        raise DocumentError(
            f"»{package.name}« består af {len(infos)} dele, og et almindeligt brev har under "
            "hundrede. Kopiér teksten over i et nyt dokument, og gem det som .docx."
        )
    if len({info.filename.lower() for info in infos}) < len(infos):
        raise package.damaged("den har to dele med samme navn")
    if any(info.flag_bits & 0x1 for info in infos):
        raise DocumentError(
            f"»{package.name}« er en zip-fil med adgangskode. Pak den ud, og gem som .docx."
        )
    xml = [info for info in infos if info.filename.lower().endswith(_XML_NAMES)]
    largest = max((info.file_size for info in xml), default=0)
    if largest > LARGEST_PART or sum(info.file_size for info in xml) > LARGEST_XML:
        raise _too_much_text(package.name)
    if any(
        info.file_size > _RATIO_FROM and info.file_size > _RATIO * max(info.compress_size, 1)
        for info in xml
    ):
        raise _too_much_text(package.name)


def _too_much_text(name: str) -> DocumentError:
    return DocumentError(
        f"»{name}« fylder urimeligt meget, når den pakkes ud, så traek lader den ligge. "
        "Er det et rigtigt brev, så kopiér teksten over i et nyt dokument, og gem det som .docx."
    )
