"""The kinds of file that traek reads, one module each; a plugin like anyone's."""

from __future__ import annotations

from traek.hookspecs import Loader, hookimpl
from traek.loaders.docx import DocxLoader
from traek.loaders.markdown import MarkdownLoader
from traek.loaders.txt import TextLoader


@hookimpl
def traek_loaders() -> list[Loader]:
    """Our own loaders, in the order in which they are listed to the user."""
    return [DocxLoader(), TextLoader(), MarkdownLoader()]
