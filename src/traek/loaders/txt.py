"""Plain text: paragraphs with blank lines between them, in the encoding they were saved in."""

from __future__ import annotations

from traek.loaders.decoding import decoded
from traek.model import Document


class TextLoader:
    """Reads `.txt`; each block's locator is a `TextPlace` in the decoded text."""

    name = "txt"
    extensions: tuple[str, ...] = (".txt", ".text")

    def load(self, data: bytes, path: str, *, encoding: str | None = None) -> Document:
        """The letter in `data`.

        Raises:
            DocumentError: it is no text, has nothing in it, is too large, or not in `encoding`.
        """
        from traek.loaders.plain import blocks_of_text  # noqa: PLC0415 - when there is work

        return Document(path, blocks_of_text(decoded(data, path, encoding)))
