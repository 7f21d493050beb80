"""The sentence for a file whose library is not installed."""

from __future__ import annotations

from traek.errors import DocumentError
from traek.loaders.decoding import file_name


def not_installed(path: str, extra: str) -> DocumentError:
    """An error that says how to install what is missing, or how to do without."""
    return DocumentError(
        f"»{file_name(path)}« kræver en ekstra pakke, som ikke er installeret. "
        f'Skriv pip install "traek[{extra}]", eller gem brevet som .docx.'
    )
