"""Only the letters that are new or changed: since an earlier report, or by a list of names."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from traek.audit.library import Library
from traek.audit.survey import data_in
from traek.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable

    from traek.audit.paths import Letters


def only_changed(letters: Letters, root: str, since: Path) -> Letters:
    """Those of `letters` that the report in the folder `since` does not have as they are now.

    Where `since` is a file, it names the changed letters, one a line, from the current folder or
    from the library's root; `git diff --name-only` writes such a list.

    Raises:
        SettingsError: `since` is not there, or is neither a report nor a list.
    """
    changed = _not_in_report(root, since) if since.is_dir() else _named_in(root, since)
    return replace(letters, paths=tuple(path for path in letters.paths if changed(path)))


def _not_in_report(root: str, folder: Path) -> Callable[[str], bool]:
    known = {(each.path, each.digest) for each in Library.open(data_in(folder)).templates}

    def changed(path: str) -> bool:
        name = os.path.relpath(path, root).replace(os.sep, "/")
        try:
            digest = hashlib.sha256(Path(path).read_bytes()).hexdigest()
        except OSError:
            return True  # the survey says what is the matter with it
        return (name, digest) not in known

    return changed


def _named_in(root: str, file: Path) -> Callable[[str], bool]:
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"--changed-since {file} kan ikke læses. Angiv mappen med en tidligere rapport, eller "
            "en tekstfil i UTF-8 med en sti på hver linje."
        ) from error
    names = [line.strip() for line in lines if line.strip()]
    wanted = {os.path.realpath(Path(base, name)) for name in names for base in (".", root)}
    return lambda path: os.path.realpath(path) in wanted
