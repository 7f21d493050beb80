"""Word documents, templates and their macro-carrying kin: a thin layer over `traek.word`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from traek.model import Document


class DocxLoader:
    """Reads `.docx` and its kin; each block's locator is a `traek.word.Place`.

    `read_hidden` reads text that Word hides; without it the document carries a warning.
    """

    name = "docx"
    extensions: tuple[str, ...] = (".docx", ".docm", ".dotx", ".dotm")

    def __init__(self, *, read_hidden: bool = False) -> None:
        """A loader that reads hidden text or leaves it out."""
        self.read_hidden = read_hidden

    def load(self, data: bytes, path: str, *, encoding: str | None = None) -> Document:  # noqa: ARG002 - Word files say it themselves
        """The letter in `data`.

        Raises:
            DocumentError: it is no Word file, is damaged, encrypted or dangerously large.
        """
        from traek.word import read_document  # noqa: PLC0415 - lxml, only when there is work

        return read_document(data, path, read_hidden=self.read_hidden)
