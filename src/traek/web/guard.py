"""Who may ask: this machine's own page, by its own name, with the key of this start.

A browser tells the Host it was sent to and the Origin it comes from. A page elsewhere can neither
forge them nor read our key, and a name that was made to point at this machine is not ours.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse

if TYPE_CHECKING:
    from collections.abc import Collection

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LIMIT = 25_000_000
"""Bytes of one request; a letter is some thousand, and a Word file full of pictures some million."""
KEY_HEADER = "x-traek-token"
_SAFE = ("GET", "HEAD")

HEADERS = {
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
CLOSED = "default-src 'none'; frame-ancestors 'none'"


class TooLargeError(Exception):
    """A body grew beyond the limit while it was read."""


class Guard:
    """Lets through what comes from our own page, and refuses the rest with a Danish sentence.

    `origins` are the addresses that are ours, such as `http://127.0.0.1:8700`. Where `programs`
    may ask, a request without an Origin is let through as well; it still needs the key.
    """

    def __init__(
        self, app: ASGIApp, *, origins: Collection[str], key: str, programs: bool = False
    ) -> None:
        """A guard before `app`."""
        self._app = app
        self._origins = frozenset(origins)
        self._hosts = frozenset(origin.removeprefix("http://") for origin in origins)
        self._key = key.encode()
        self._programs = programs

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        sender = _with_headers(send)
        refused = self._refusal(scope["method"], Headers(scope=scope))
        if refused is not None:
            await refused(scope, receive, sender)
            return
        await self._app(scope, _limited(receive), sender)

    def _refusal(self, method: str, headers: Headers) -> JSONResponse | None:
        if headers.get("host", "") not in self._hosts:
            return _no(421, "Siden svarer kun på adressen fra traek serve. Åbn den derfra.")
        origin = headers.get("origin")
        if origin is not None and origin not in self._origins:
            return _no(403, "Forespørgslen kom fra en anden side og blev afvist.")
        return None if method in _SAFE else self._refused_question(origin, headers)

    def _refused_question(self, origin: str | None, headers: Headers) -> JSONResponse | None:
        if origin is None and not self._programs:
            return _no(403, "Andre programmer kan spørge, når siden er startet med --api.")
        if not secrets.compare_digest(headers.get(KEY_HEADER, "").encode(), self._key):
            return _no(403, "Nøglen passer ikke. Åbn siden fra den adresse, traek serve viser.")
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > LIMIT:
            return too_large()
        return None


def _no(status: int, message: str) -> JSONResponse:
    return JSONResponse({"error": message}, status)


def too_large() -> JSONResponse:
    """The answer to a body beyond the limit."""
    most = LIMIT // 1_000_000
    return _no(413, f"Det er mere end {most} MB. Del brevet op, eller gør billederne i det mindre.")


def _with_headers(send: Send) -> Send:
    async def sender(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("content-security-policy", CLOSED)
        await send(message)

    return sender


def _limited(receive: Receive) -> Receive:
    """A body that says no length is counted as it comes."""
    taken = 0

    async def receiver() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > LIMIT:
            raise TooLargeError
        return message

    return receiver
