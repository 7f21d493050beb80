"""Which settings file holds for a letter: named, nearest above the letter, the user's own or none."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from traek.settings.files import traek_table

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMES = ("traek.toml", "pyproject.toml")


def config_file(folder: Path, named: Path | None, environment: Mapping[str, str]) -> Path | None:
    """The settings file for letters in `folder`, or None where only the built-in ones hold.

    First the file that `--config` or `TRAEK_CONFIG` names, then the nearest traek.toml or
    pyproject.toml with `[tool.traek]` in `folder` and above, then the user's own. The search
    starts at the letter, not at the current folder, so that two people get the same findings.

    Raises:
        SettingsError: a pyproject.toml on the way is not TOML.
    """
    if named is not None:
        return named
    if environment.get("TRAEK_CONFIG"):
        return Path(environment["TRAEK_CONFIG"])
    start = folder.resolve()
    for place in (start, *start.parents):
        for name in NAMES:
            file = place / name
            if file.is_file() and (name != "pyproject.toml" or traek_table(file) is not None):
                return file
    own = user_config_file(environment)
    return own if own.is_file() else None


def user_config_file(environment: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Where a user's own settings stand, whether or not they are there."""
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or Path.home())
    if platform == "win32":
        folder = Path(environment.get("APPDATA") or home / "AppData" / "Roaming")
    elif platform == "darwin":
        folder = home / "Library" / "Application Support"
    else:
        folder = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
    return folder / "traek" / "traek.toml"
