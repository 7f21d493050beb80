"""Mails saved as `.eml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traek.errors import DocumentError
from traek.loaders.decoding import LARGEST, decoded, file_name

if TYPE_CHECKING:
    from email.message import EmailMessage

    from traek.loaders.mail import Attachment
    from traek.model import Document


class EmlLoader:
    """Reads `.eml`; attached letters are read with it."""

    name = "eml"
    extensions: tuple[str, ...] = (".eml",)

    def load(self, data: bytes, path: str, *, encoding: str | None = None) -> Document:
        """The mail in `data`; `encoding` is for text parts that do not name theirs.

        Raises:
            DocumentError: it is no mail, is too large, or has nothing to read.
        """
        from email import message_from_bytes, policy  # noqa: PLC0415 - when there is work

        from traek.loaders.mail import mail_document  # noqa: PLC0415 - lxml comes with it

        if len(data) > LARGEST:
            raise DocumentError(
                f"»{file_name(path)}« er for stor til at læse. Gem brevet uden store bilag."
            )
        message = message_from_bytes(data, policy=policy.default)
        if not any(name in message for name in ("From", "Subject", "Date")):
            raise _no_mail(path)
        try:
            text = _text(message, "plain", path, encoding)
            html = _text(message, "html", path, encoding)
            subject = str(message.get("Subject") or "")
            attachments = _attachments(message)
        except (AttributeError, LookupError, TypeError, ValueError) as error:
            # What the standard library raises on headers that it cannot make sense of.
            raise _no_mail(path) from error
        as_bytes = None if html is None else html.encode("utf-8", "replace")
        return mail_document(path, subject, text, as_bytes, attachments)


def _no_mail(path: str) -> DocumentError:
    return DocumentError(
        f"»{file_name(path)}« ligner ikke en gemt mail. Gem mailen igen, eller kopiér "
        "teksten over i et Word-dokument."
    )


def _text(message: EmailMessage, kind: str, path: str, encoding: str | None) -> str | None:
    body = message.get_body((kind,))
    if body is None:
        return None
    payload = body.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload.strip():
        return None
    said = body.get_content_charset() or encoding
    try:
        return decoded(payload, path, said)
    except DocumentError:
        return decoded(payload, path)


def _attachments(message: EmailMessage) -> list[Attachment]:
    from traek.loaders.mail import Attachment  # noqa: PLC0415 - as above

    found = []
    for part in message.iter_attachments():
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and part.get_content_disposition() == "attachment":
            found.append(Attachment(part.get_filename() or "uden navn", payload))
    return found
