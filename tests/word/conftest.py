"""Tiny Word files made by hand, so that a test says exactly what stands in them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

import pytest

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "r": RELATIONS,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    }.items()
)
MAIN_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "dotx": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
    "dotm": "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_ROOTS = {
    "header": "hdr",
    "footer": "ftr",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "styles": "styles",
    "numbering": "numbering",
    "comments": "comments",
    "glossary": "glossaryDocument",
    "settings": "settings",
}

MakeDocx = Callable[..., bytes]


def docx_file(
    body: str,
    *,
    kind: str = "docx",
    strict: bool = False,
    raw: Mapping[str, str | bytes] | None = None,
    relations: str = "",
    package_relations: str = "",
    **parts: str,
) -> bytes:
    """A Word file with this body; `header="…"` and so on add parts of those kinds.

    `raw` adds parts as they stand, `relations` adds to the letter's own relations.
    """
    w, space = (STRICT_W, STRICT_RELATIONS) if strict else (W, RELATIONS)
    files: dict[str, str | bytes] = {}
    overrides = [("word/document.xml", MAIN_TYPES[kind])]
    links = []
    for name, content in parts.items():
        plain = name.rstrip("123456789")
        path = f"word/{name}.xml" if plain != "glossary" else "word/glossary/document.xml"
        root, link = _ROOTS[plain], "glossaryDocument" if plain == "glossary" else plain
        files[path] = f'{_HEAD}<w:{root} xmlns:w="{w}" {NAMESPACES}>{content}</w:{root}>'
        kind_of_part = "document.glossary" if plain == "glossary" else plain
        overrides.append((path, _PART.format(kind_of_part)))
        target = path.removeprefix("word/")
        links.append(f'<Relationship Id="{name}" Type="{space}/{link}" Target="{target}"/>')
    files["word/document.xml"] = (
        f'{_HEAD}<w:document xmlns:w="{w}" {NAMESPACES}><w:body>{body}</w:body></w:document>'
    )
    files["[Content_Types].xml"] = _content_types(overrides)
    files["_rels/.rels"] = _relations(
        f'<Relationship Id="main" Type="{space}/officeDocument" Target="word/document.xml"/>'
        + package_relations
    )
    files["word/_rels/document.xml.rels"] = _relations("".join(links) + relations)
    return zipped({**files, **(raw or {})})


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A zip file of these parts, the content types first as Word writes them."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files, key=lambda each: each != "[Content_Types].xml"):
            archive.writestr(name, files[name])
    return buffer.getvalue()


def _content_types(overrides: list[tuple[str, str]]) -> str:
    parts = "".join(f'<Override PartName="/{n}" ContentType="{t}"/>' for n, t in overrides)
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _relations(content: str) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_HEAD}<Relationships xmlns="{space}">{content}</Relationships>'


@pytest.fixture(scope="session")
def make_docx() -> MakeDocx:
    return docx_file


@pytest.fixture(scope="session")
def make_zip() -> Callable[[Mapping[str, str | bytes]], bytes]:
    return zipped
