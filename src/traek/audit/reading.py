"""One letter, from its path or its bytes to a document."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from traek.audit.paths import STDIN
from traek.errors import DocumentError
from traek.model import Document

if TYPE_CHECKING:
    from collections.abc import Mapping

    from traek.hookspecs import Loader
    from traek.settings import Settings

SIZE_LIMIT = 50_000_000
"""Bytes; a letter is some thousand, and a template full of pictures some million."""


def read_letter(
    path: str, shown: str, loaders: Mapping[str, Loader], settings: Settings
) -> Document:
    """The letter at `path`, known as `shown`, without paragraphs in ignored styles.

    Raises:
        DocumentError: the letter cannot be read, is too large, or is empty.
    """
    return document_of(letter_bytes(path, shown, loaders), shown, loaders, settings)


def letter_bytes(path: str, shown: str, loaders: Mapping[str, Loader]) -> bytes:
    """The bytes of the letter at `path`, known as `shown`.

    Raises:
        DocumentError: the letter cannot be read, is too large, or is of an unknown kind.
    """
    kind = _kind(shown)
    try:
        if kind is not None and kind not in loaders and not Path(path).is_dir():
            _check_there(path)
            raise DocumentError(_unknown_kind(shown, kind, loaders))
        return _read(path, shown)
    except OSError as error:  # a share may be gone from one moment to the next
        raise DocumentError(_unreadable(shown, error)) from error


def document_of(
    data: bytes, shown: str, loaders: Mapping[str, Loader], settings: Settings
) -> Document:
    """The letter in `data`, known as `shown`, without paragraphs in ignored styles.

    Raises:
        DocumentError: the letter is damaged or empty, or of an unknown kind.
    """
    kind = _kind(shown)
    if kind is None:
        kind = ".docx" if data.startswith(b"PK\x03\x04") else ".txt"
    if kind not in loaders:
        raise DocumentError(_unknown_kind(shown, kind, loaders))
    document = loaders[kind].load(data, shown, encoding=settings.encoding)
    if not any(block.text.strip() for block in document.blocks):
        raise DocumentError(f"{shown} er tomt: Der er ingen tekst at læse. Se efter i filen.")
    blocks = tuple(b for b in document.blocks if b.style not in settings.ignored_styles)
    return replace(document, blocks=blocks)


def _kind(shown: str) -> str | None:
    """The ending that says how to read the letter; None for standard input, which has none."""
    return None if shown == STDIN else Path(shown).suffix.lower()


def _read(path: str, shown: str) -> bytes:
    if path == STDIN:
        data = sys.stdin.buffer.read(SIZE_LIMIT + 1)
    else:
        _check_there(path)
        if Path(path).stat().st_size > SIZE_LIMIT:
            raise DocumentError(_too_large(shown))
        data = Path(path).read_bytes()
    if len(data) > SIZE_LIMIT:
        raise DocumentError(_too_large(shown))
    return data


def _check_there(path: str) -> None:
    file = Path(path)
    if file.is_symlink() and not file.exists():
        raise DocumentError(
            f"{path} er en genvej til {file.readlink()}, som ikke findes. Ret eller slet genvejen."
        )
    if not file.is_file():
        raise DocumentError(f"{path} er ikke en fil, traek kan læse. Angiv en fil eller en mappe.")


def _unreadable(path: str, error: OSError) -> str:
    if isinstance(error, PermissionError):
        return (
            f"{path} kan ikke åbnes: adgang nægtet. Luk den, hvis den er åben i et andet "
            "program, eller bed om læseadgang."
        )
    return f"{path} kan ikke læses ({error.strerror}). Prøv igen, eller brug en kopi."


def _too_large(path: str) -> str:
    return (
        f"{path} fylder mere end {SIZE_LIMIT // 1_000_000} MB og er næppe et brev. "
        "Del den op, eller fjern store billeder."
    )


def _unknown_kind(path: str, kind: str, loaders: Mapping[str, Loader]) -> str:
    what = f"filer af typen {kind}" if kind else "filer uden endelse"
    return f"{path}: traek læser ikke {what}, men {', '.join(sorted(loaders))}."
