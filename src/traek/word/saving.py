"""A Word file written anew: the parts that changed, and all the others byte for byte."""

from __future__ import annotations

import posixpath
import zipfile
from copy import copy
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from traek.word.package import Package

_TYPES = "[Content_Types].xml"
_TYPES_SPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS_SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"


def saved(package: Package, changed: Mapping[str, bytes]) -> bytes:
    """The file with these parts in place of its own, and new parts at its end."""
    left = dict(changed)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for info in package.parts:
            data = left.pop(info.filename, None)
            archive.writestr(copy(info), package.read(info.filename) if data is None else data)
        for name, data in left.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def serialised(root: etree._Element) -> bytes:
    """A part's XML as Word writes it: UTF-8, standalone."""
    return etree.tostring(
        root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )


def with_relation(package: Package, source: str, kind: str, target: str) -> tuple[str, bytes]:
    """The relations part of `source` with one more relation: its name and its new bytes."""
    folder, base = posixpath.split(source)
    name = posixpath.join(folder, "_rels", f"{base}.rels")
    if package.has(name):
        root = package.xml(name)
    else:
        root = etree.fromstring(f'<Relationships xmlns="{_RELATIONS_SPACE}"/>')
    taken = {element.get("Id") for element in root}
    number = next(at for at in range(1, len(taken) + 2) if f"rIdTraek{at}" not in taken)
    element = etree.SubElement(root, f"{{{_RELATIONS_SPACE}}}Relationship")
    element.set("Id", f"rIdTraek{number}")
    element.set("Type", kind)
    element.set("Target", posixpath.relpath(target, folder or "."))
    return name, serialised(root)


def with_content_type(package: Package, part: str, content_type: str) -> tuple[str, bytes]:
    """The content types with one more part: the name of that list and its new bytes."""
    root = package.xml(_TYPES)
    element = etree.SubElement(root, f"{{{_TYPES_SPACE}}}Override")
    element.set("PartName", f"/{part}")
    element.set("ContentType", content_type)
    return _TYPES, serialised(root)
