"""The kinds of file that traek reads, one module each; a plugin like anyone's."""

from __future__ import annotations

from traek.hookspecs import Loader, hookimpl
from traek.loaders.doc import DocLoader
from traek.loaders.docx import DocxLoader
from traek.loaders.eml import EmlLoader
from traek.loaders.html import HtmlLoader
from traek.loaders.markdown import MarkdownLoader
from traek.loaders.msg import MsgLoader
from traek.loaders.odt import OdtLoader
from traek.loaders.pdf import PdfLoader
from traek.loaders.rtf import RtfLoader
from traek.loaders.txt import TextLoader


@hookimpl
def traek_loaders() -> list[Loader]:
    """Our own loaders, in the order in which they are listed to the user."""
    return [
        DocxLoader(),
        TextLoader(),
        MarkdownLoader(),
        HtmlLoader(),
        OdtLoader(),
        RtfLoader(),
        EmlLoader(),
        MsgLoader(),
        PdfLoader(),
        DocLoader(),
    ]
