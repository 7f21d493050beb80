"""Whether somebody is writing in a folder right now, so that two surveys do not mix."""

from __future__ import annotations

import json
import os
import socket
import sys
from pathlib import Path

_MARK = "underway.json"


def claim(folder: Path) -> None:
    """Mark the folder as this process's."""
    (folder / _MARK).write_text(json.dumps({"host": socket.gethostname(), "process": os.getpid()}))


def release(folder: Path) -> None:
    """Take the mark away."""
    (folder / _MARK).unlink(missing_ok=True)


def is_underway(folder: Path) -> bool:
    """Whether another process of this machine has marked the folder and still runs.

    Of another machine, and on Windows, that cannot be told, and the answer is no.
    """
    try:
        mark = json.loads((folder / _MARK).read_bytes())
        host, process = mark["host"], int(mark["process"])
    except (OSError, ValueError, KeyError, TypeError):
        return False
    if host != socket.gethostname() or process == os.getpid() or sys.platform == "win32":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True  # somebody else's, and running
    return True
