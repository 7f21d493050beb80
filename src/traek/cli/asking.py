"""A line from whoever sits at the keyboard, or from a pipe."""

from __future__ import annotations

import contextlib
import sys

from traek.cli.output import write


def ask(question: str) -> str | None:
    """What is written after `question`, without the blanks around it; None where nothing comes.

    In a pipe the answer is shown too, so that the output reads as a conversation.
    """
    if not sys.stdin.isatty():
        write(question)
        line = _decoded(sys.stdin.buffer.readline())
        write(f"{line.strip()}\n")
        return line.strip() if line else None
    with contextlib.suppress(ImportError):  # arrows move in the line; Windows does so by itself
        import readline  # noqa: F401, PLC0415
    try:
        return input(question).strip()
    except EOFError:
        write("\n")
        return None


def _decoded(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
