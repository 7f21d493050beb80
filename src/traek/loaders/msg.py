"""Mails saved from Outlook as `.msg`."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from traek.errors import DocumentError
from traek.loaders.decoding import file_name
from traek.loaders.missing import not_installed

if TYPE_CHECKING:
    from olefile import OleFileIO

    from traek.loaders.mail import Attachment
    from traek.model import Document

_SUBJECT, _BODY, _HTML, _RTF = "0037", "1000", "1013", "1009"
_LONG_NAME, _SHORT_NAME, _CONTENT = "3707", "3704", "3701"


class MsgLoader:
    """Reads `.msg`; attached letters are read with it."""

    name = "msg"
    extensions: tuple[str, ...] = (".msg",)

    def load(self, data: bytes, path: str, *, encoding: str | None = None) -> Document:
        """The mail in `data`; `encoding` is for mails older than Unicode.

        Raises:
            DocumentError: it is no Outlook mail, has nothing to read, or a library is missing.
        """
        try:
            import olefile  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise not_installed(path, "formats") from error
        from traek.loaders.mail import mail_document  # noqa: PLC0415 - lxml comes with it

        try:
            with olefile.OleFileIO(BytesIO(data)) as file:
                subject = _string(file, [], _SUBJECT, encoding) or ""
                text = _string(file, [], _BODY, encoding)
                html = (_stream(file, [], f"{_HTML}0102") or b"").rstrip(b"\0")
                packed = _stream(file, [], f"{_RTF}0102")
                attachments = _attachments(file, encoding)
        except (OSError, ValueError, LookupError, RecursionError) as error:
            raise DocumentError(
                f"»{file_name(path)}« er ikke en Outlook-mail, eller den er beskadiget. "
                "Gem den igen fra Outlook."
            ) from error
        if packed and not (text and text.strip()) and not html:
            raise DocumentError(
                f"»{file_name(path)}« har kun tekst i Outlooks eget format. "
                "Åbn mailen, vælg Gem som, og gem den som .html eller .txt."
            )
        return mail_document(path, subject, text, html, attachments)


def _stream(file: OleFileIO, folder: list[str], key: str) -> bytes | None:
    name = [*folder, f"__substg1.0_{key}"]
    return bytes(file.openstream(name).read()) if file.exists(name) else None


def _string(file: OleFileIO, folder: list[str], key: str, encoding: str | None) -> str | None:
    wide = _stream(file, folder, f"{key}001F")
    if wide is not None:
        return wide.decode("utf-16-le", "replace").rstrip("\0")
    narrow = _stream(file, folder, f"{key}001E")
    return None if narrow is None else narrow.decode(encoding or "cp1252", "replace").rstrip("\0")


def _attachments(file: OleFileIO, encoding: str | None) -> list[Attachment]:
    from traek.loaders.mail import Attachment  # noqa: PLC0415 - lxml comes with it

    folders = {entry[0] for entry in file.listdir() if entry[0].startswith("__attach_version1.0")}
    found = []
    for folder in sorted(folders):
        content = _stream(file, [folder], f"{_CONTENT}0102")
        long_name = _string(file, [folder], _LONG_NAME, encoding)
        name = long_name or _string(file, [folder], _SHORT_NAME, encoding) or "uden navn"
        if content is not None:
            found.append(Attachment(name, content))
    return found
