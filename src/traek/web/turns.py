"""One thread for all work with letters, one letter at a time: the grammar is made for one thread."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")


class GoneError(Exception):
    """Nobody waits for the answer any more."""


class Turns:
    """The thread, and the queue before it."""

    def __init__(self) -> None:
        """A thread that waits for work."""
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="traek")
        self._turn = asyncio.Lock()

    def begin(self, work: Callable[[], object]) -> None:
        """Do `work` before anything else, such as loading the grammar; nobody waits for it."""
        self._thread.submit(work)

    async def take(
        self,
        request: Request,
        work: Callable[_Given, _Made],
        *given: _Given.args,
        **named: _Given.kwargs,
    ) -> _Made:
        """What `work` gives, once it is this request's turn.

        Raises:
            GoneError: the asker gave up while waiting, so that nothing was done.
        """
        async with self._turn:
            if await request.is_disconnected():
                raise GoneError
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._thread, lambda: work(*given, **named))

    def end(self) -> None:
        """Stop; work that has begun is finished first."""
        self._thread.shutdown(wait=True, cancel_futures=True)
