"""The server: bound to this machine alone, silent about letters, and gone when nobody asks."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import uvicorn

from traek.errors import SettingsError
from traek.web.app import application
from traek.web.guard import Guard
from traek.web.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp, Receive, Scope, Send

    from traek.audit import Library
    from traek.web.bench import Bench

HOST = "127.0.0.1"
_NAMES = (HOST, "localhost")
_QUIET = 1.0


@dataclass(frozen=True, slots=True)
class Choices:
    """How the page is to be served; `idle` are minutes, None for as long as it runs.

    `library` is an audit whose templates the page shows.
    """

    key: str
    port: int = 0
    idle: float | None = None
    programs: bool = False
    library: Library | None = None


@dataclass(slots=True)
class _Pulse:
    """Passes requests on, and knows when the last one was there."""

    app: ASGIApp
    last: float = field(default_factory=time.monotonic)
    open: int = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.open += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self.open -= 1
            self.last = time.monotonic()

    def silent(self, seconds: float) -> bool:
        """Whether nobody has asked for so long."""
        return not self.open and time.monotonic() - self.last > seconds


def run(bench: Bench, choices: Choices, ready: Callable[[str], None]) -> bool:
    """Serve until interrupted or idle; `ready` is given the page's address once it is there.

    True where it stopped because nobody had asked for `choices.idle` minutes.

    Raises:
        SettingsError: the port cannot be had.
    """
    with contextlib.closing(_bound(choices.port)) as door:
        port = door.getsockname()[1]
        turns = Turns()
        turns.begin(bench.warm)
        origins = [f"http://{name}:{port}" for name in _NAMES]
        app = application(bench, turns, library=choices.library, programs=choices.programs)
        pulse = _Pulse(app)
        guard = Guard(pulse, origins=origins, key=choices.key, programs=choices.programs)
        address = f"http://{HOST}:{port}/#{choices.key}"
        server = _Server(_quiet(guard), lambda: ready(address))
        try:
            return asyncio.run(_serve(server, door, pulse, choices.idle))
        finally:
            turns.end()


class _Server(uvicorn.Server):
    """A server that tells when it is there."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()


async def _serve(
    server: uvicorn.Server, door: socket.socket, pulse: _Pulse, idle: float | None
) -> bool:
    """True where it stopped by itself."""
    serving = asyncio.create_task(server.serve(sockets=[door]))
    while not serving.done():
        await asyncio.wait([serving], timeout=_QUIET)
        if idle is not None and pulse.silent(60 * idle):
            server.should_exit = True
            await serving
            return True
    await serving
    return False


def _bound(port: int) -> socket.socket:
    """A socket that this machine alone reaches."""
    # asyncio sends small answers at once (TCP_NODELAY) only where the protocol is named.
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        door.bind((HOST, port))
    except OSError as error:
        door.close()
        raise SettingsError(
            f"Port {port} er optaget. Vælg en anden med --port, eller udelad --port, "
            "så finder traek en ledig."
        ) from error
    return door


def _quiet(app: ASGIApp) -> uvicorn.Config:
    """No access log, no headers about the server, and no second protocol."""
    return uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        log_level="critical",
        lifespan="off",
        ws="none",
        http="h11",
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=1,
    )
