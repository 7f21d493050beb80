"""Where a user's log lies."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path


def log_file(environment: Mapping[str, str], platform: str = sys.platform) -> Path:
    """The log's file in the user's own data folder, whether or not it is there."""
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or Path.home())
    if platform == "win32":
        folder = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif platform == "darwin":
        folder = home / "Library" / "Application Support"
    else:
        folder = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share")
    return folder / "traek" / "log.sqlite"
