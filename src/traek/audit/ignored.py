"""What `.traekignore` files leave out, written as Git's own ignore files are."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from traek.errors import SettingsError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE_FILE = ".traekignore"


class Ignored:
    """The ignore files met on the way through `folder`; the nearest one has the last word."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._specs: list[tuple[str, GitIgnoreSpec]] = []

    def read(self, place: str) -> None:
        """Take in the ignore file of the folder `place`.

        Raises:
            SettingsError: it cannot be read, or a line in it is no pattern.
        """
        from pathspec import GitIgnoreSpec  # noqa: PLC0415  most folders have no such file

        file = Path(place, IGNORE_FILE)
        try:
            lines = _folded(file.read_text("utf-8-sig")).splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(
                f"{file} kan ikke læses. Gem filen som UTF-8, eller slet den."
            ) from error
        try:
            self._specs.append((place, GitIgnoreSpec.from_lines(lines)))
        except ValueError as error:
            raise SettingsError(f"{file}: {error}. Skriv linjerne som i .gitignore.") from error

    def names(self, path: str) -> bool:
        """Whether the file, or the folder with a slash at its end, is left out."""
        answer = False
        for place, spec in self._specs:
            inside = os.path.relpath(path, place).replace(os.sep, "/")
            if not inside.startswith("../"):
                ending = "/" if path.endswith("/") else ""
                said = spec.check_file(_folded(inside) + ending).include
                answer = answer if said is None else said
        return answer


def _folded(text: str) -> str:
    """One spelling for æ, ø and å, which a Mac stores in two parts."""
    return unicodedata.normalize("NFC", text)
