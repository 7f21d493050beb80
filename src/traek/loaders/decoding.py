"""Bytes as Danish text, whatever program saved them.

Guessing libraries get short Danish letters wrong more often than right, so this is a ladder:
byte order mark, UTF-16 by its NULs, strict UTF-8, else the Windows code page.
"""

from __future__ import annotations

import codecs
import re
from pathlib import PurePath

from traek.errors import DocumentError

LARGEST = 64 * 1024 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MARKED = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_LOOKED_AT = 4096
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_DISGUISES = (
    (b"PK\x03\x04", "ligner et Word- eller zip-dokument"),
    (_OLE, "ligner et gammelt Word-dokument"),
    (b"%PDF", "er en PDF"),
    (b"{\\rtf", "er et RTF-dokument"),
)


def file_name(path: str) -> str:
    """The last part of a path, as messages show it."""
    return PurePath(path.replace("\\", "/")).name or path


def decoded(data: bytes, path: str, encoding: str | None = None) -> str:
    """The text in `data`, in `encoding` if one is given, else in the one it was saved in.

    Raises:
        DocumentError: it is no text, has nothing in it, is too large, or not in `encoding`.
    """
    name = file_name(path)
    if len(data) > LARGEST:
        raise DocumentError(
            f"»{name}« er på {len(data) // 1024**2} MB, og traek læser tekster på op til "
            f"{LARGEST // 1024**2} MB. Del den op i mindre filer."
        )
    _refuse_disguises(data, name)
    text = _given(data, name, encoding) if encoding else _guessed(data)
    if _NOT_TEXT.search(text, 0, 1_000_000):
        raise DocumentError(
            f"»{name}« ser ikke ud til at være ren tekst. "
            "Åbn den i det program, den er lavet i, og gem som .docx eller .txt."
        )
    if not text.strip("\ufeff \t\r\n\f\v\u00a0"):
        raise DocumentError(f"»{name}« er tom. Skriv eller indsæt brevets tekst, og prøv igen.")
    return text


def encoded_like(text: str, data: bytes, path: str, encoding: str | None = None) -> bytes:
    """`text` in the encoding, and with the byte order mark, that `decoded` found in `data`.

    Raises:
        DocumentError: the encoding has no place for a character.
    """
    mark = next((mark for mark, _ in _MARKS if data.startswith(mark)), b"")
    codec = _MARKED.get(mark) or encoding or _unmarked(data)
    try:
        return mark + text.encode(codec)
    except UnicodeEncodeError as error:
        raise DocumentError(
            f"»{file_name(path)}« har et tegn, der ikke kan skrives i den tegnkodning, filen har. "
            "Gem den som UTF-8, og prøv igen."
        ) from error


def _refuse_disguises(data: bytes, name: str) -> None:
    for signature, kind in _DISGUISES:
        if data.startswith(signature):
            raise DocumentError(
                f"»{name}« {kind}, selv om den har et andet filnavn. "
                "Giv filen den endelse, der passer til indholdet, eller gem som .docx eller .txt."
            )


def _given(data: bytes, name: str, encoding: str) -> str:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except LookupError as error:
        raise DocumentError(
            f"Tegnkodningen »{encoding}« findes ikke. Prøv for eksempel utf-8, cp1252 eller utf-16."
        ) from error
    except UnicodeError as error:
        raise DocumentError(
            f"»{name}« er ikke gemt med tegnkodningen »{encoding}«. "
            "Udelad kodningen, så finder traek den selv, eller gem som UTF-8."
        ) from error


def _guessed(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    return data.decode(_unmarked(data), errors="replace")


def _unmarked(data: bytes) -> str:
    """The encoding of bytes without a byte order mark."""
    head = data[:_LOOKED_AT]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > len(head) // 4 and even <= odd // 8:
        return "utf-16-le"
    if even > len(head) // 4 and odd <= even // 8:
        return "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
