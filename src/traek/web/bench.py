"""What the page works with: the engine, the loaders and the settings that hold where it was started."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from traek.errors import DocumentError
from traek.model import Document

if TYPE_CHECKING:
    from collections.abc import Mapping

    from traek.engine import Engine
    from traek.hookspecs import Loader
    from traek.model import Genre, Report, Situation
    from traek.settings import Settings

MOST_TEXT = 400_000
"""Characters; some 130 pages, which is more than a letter."""


@dataclass(frozen=True, slots=True)
class Bench:
    """The same engine as the command line's, loaded once."""

    engine: Engine
    loaders: Mapping[str, Loader]
    settings: Settings

    def warm(self) -> None:
        """Load what is loaded at the first letter."""
        from traek.loaders.plain import blocks_of_text  # noqa: PLC0415  with the first letter

        self.engine.report(Document("", blocks_of_text("Kære Anne\n\nTak for dit brev.\n\nHilsen")))

    def read(self, data: bytes, name: str) -> Document:
        """The letter in a file that was dropped on the page.

        Raises:
            DocumentError: it cannot be read, is of an unknown kind, empty or too long.
        """
        kind = PurePath(name).suffix.lower()
        if kind not in self.loaders:
            kinds = ", ".join(sorted(self.loaders))
            raise DocumentError(f"»{name}« er ikke et brev, traek kan læse. Vælg {kinds}.")
        document = self.loaders[kind].load(data, name, encoding=self.settings.encoding)
        blocks = tuple(
            block
            for block in document.blocks
            if block.text.strip() and block.style not in self.settings.ignored_styles
        )
        if not blocks:
            raise DocumentError(f"»{name}« har ingen tekst at læse. Se efter i filen.")
        check_length(sum(len(block.text) for block in blocks))
        return replace(document, blocks=blocks)

    def reported(
        self, document: Document, situation: Situation | None, genre: Genre | None
    ) -> Report:
        """What the engine finds; what was not chosen on the page the settings choose."""
        return self.engine.report(
            document, situation or self.settings.situation, genre or self.settings.genre
        )


def check_length(characters: int) -> None:
    """Nothing, when a text is no longer than a letter may be.

    Raises:
        DocumentError: it is longer.
    """
    if characters > MOST_TEXT:
        raise DocumentError(
            "Teksten er for lang til siden. Del den i flere breve, eller brug traek check på filen."
        )
