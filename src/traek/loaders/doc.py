"""Word's old `.doc` files, through LibreOffice where it is installed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from traek.errors import DocumentError
from traek.loaders.decoding import file_name
from traek.loaders.docx import DocxLoader

if TYPE_CHECKING:
    from traek.model import Document

_SECONDS = 60
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_STREAM = "WordDocument".encode("utf-16-le")  # LibreOffice reads noise without it as text
_PROGRAMS = ("soffice", "libreoffice")


class DocLoader:
    """Reads `.doc` and `.dot`; a block's locator leads into the converted file and not back."""

    name = "doc"
    extensions: tuple[str, ...] = (".doc", ".dot")

    def load(self, data: bytes, path: str, *, encoding: str | None = None) -> Document:
        """The letter in `data`.

        Raises:
            DocumentError: it cannot be read here; the sentence says to save it as .docx.
        """
        import shutil  # noqa: PLC0415 - when there is work

        from traek.loaders.html import HtmlLoader  # noqa: PLC0415 - lxml comes with it
        from traek.loaders.rtf import RtfLoader  # noqa: PLC0415 - as above

        head = data[:1024].lstrip().lower()
        if data.startswith(b"PK"):
            return DocxLoader().load(data, path)
        if head.startswith(b"{\\rtf"):
            return RtfLoader().load(data, path, encoding=encoding)
        if head.startswith((b"<html", b"<!doctype html")):
            return HtmlLoader().load(data, path, encoding=encoding)
        program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
        if not data.startswith(_OLE) or _STREAM not in data or program is None:
            raise DocumentError(
                f"»{file_name(path)}« er i Words gamle format (.doc). "
                "Åbn den i Word, og gem som .docx."
            )
        document = DocxLoader().load(_converted(data, path, program), path)
        return replace(
            document,
            blocks=tuple(replace(block, locator=None) for block in document.blocks),
        )


def _converted(data: bytes, path: str, program: str) -> bytes:
    """The same letter as .docx; every trace of it on disk is gone afterwards."""
    import subprocess  # noqa: PLC0415 - LibreOffice is a program
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - with it

    with TemporaryDirectory(prefix="traek-") as folder:
        source, target = Path(folder, "brev.doc"), Path(folder, "ud")
        source.write_bytes(data)
        profile = Path(folder, "profil").as_uri()
        options = [f"-env:UserInstallation={profile}", "--headless", "--norestore"]
        try:
            subprocess.run(  # noqa: S603 - a fixed program, no shell
                [program, *options, "--convert-to", "docx", "--outdir", str(target), str(source)],
                check=True,
                capture_output=True,
                timeout=_SECONDS,
            )
            return (target / "brev.docx").read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise DocumentError(
                f"LibreOffice kunne ikke åbne »{file_name(path)}«. "
                "Åbn den i Word, og gem som .docx."
            ) from error
