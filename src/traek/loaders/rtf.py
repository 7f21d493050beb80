"""Rich text, as old case systems save it."""

from __future__ import annotations

import re

from traek.errors import DocumentError
from traek.loaders.decoding import LARGEST, file_name
from traek.loaders.missing import not_installed
from traek.model import Document


class RtfLoader:
    """Reads `.rtf`; a block's locator is a `TextPlace` in the text without its formatting."""

    name = "rtf"
    extensions: tuple[str, ...] = (".rtf",)

    def load(self, data: bytes, path: str, *, encoding: str | None = None) -> Document:
        """The letter in `data`.

        Raises:
            DocumentError: it is no such file, is empty or too large, or a library is missing.
        """
        from traek.loaders.plain import blocks_of_text  # noqa: PLC0415 - when there is work

        try:
            from striprtf import striprtf  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise not_installed(path, "formats") from error
        name = file_name(path)
        if not data.lstrip().startswith(b"{\\rtf") or len(data) > LARGEST:
            raise DocumentError(
                f"»{name}« er ikke et RTF-dokument, som traek kan læse. Gem det som .docx i Word."
            )
        try:
            text = striprtf.rtf_to_text(  # type: ignore[no-untyped-call]
                data.decode("latin-1"), encoding or "cp1252", errors="replace"
            )
        except (ValueError, LookupError, IndexError) as error:
            raise DocumentError(f"»{name}« er beskadiget. Gem den som .docx i Word.") from error
        # A table row is a line with a bar after each cell; nothing else ends in a bar.
        text = re.sub(r"^.*\|$", lambda row: row[0].replace("|", "\n"), text, flags=re.MULTILINE)
        blocks = blocks_of_text(text.replace("\n", "\n\n"))
        if not blocks:
            raise DocumentError(f"»{name}« er tom. Skriv eller indsæt brevets tekst, og prøv igen.")
        return Document(path, blocks)
