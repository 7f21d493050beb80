"""Work shared out to processes of our own; a piece that kills or hangs its worker is named.

Spawned, not forked, so it is the same on every system. A worker does one piece after the other and
sends each result at once, so it is always known which piece it is at. A piece whose worker dies is
tried once more, in case something else killed it; then it is given up and the rest goes on.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, Generic, TypeVar

from traek.errors import SettingsError, TraekError

Piece = TypeVar("Piece")
Result = TypeVar("Result")

SECONDS = 60.0
"""How long one piece may take; a letter takes a hundredth of one."""
_BATCH = 4
"""Pieces that a worker is sent at a time, so that it never waits for the next."""
_START_SECONDS = 120.0
_TRIES = 2


@dataclass(frozen=True, slots=True)
class Failure:
    """A piece that was given up: its worker `hung` past the time limit, or died of it."""

    hung: bool


@dataclass(slots=True)
class _Worker(Generic[Piece]):
    """A process, the way to it, and the pieces that it has been sent and not answered."""

    process: SpawnProcess
    line: Connection
    sent: deque[tuple[int, Piece]] = field(default_factory=deque)
    ready: bool = False
    since: float = field(default_factory=time.monotonic)

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.line.close()


class Pool(Generic[Piece, Result]):
    """Does pieces of work in `jobs` processes.

    `make` is called once in each process and gives what does the work; both must be picklable. A
    `TraekError` that either raises stops everything and is raised here.
    """

    def __init__(
        self,
        make: Callable[[], Callable[[Piece], Result]],
        jobs: int,
        seconds: float = SECONDS,
    ) -> None:
        self._make = make
        self._jobs = jobs
        self._seconds = seconds
        self._workers: list[_Worker[Piece]] = []
        self._waiting: deque[tuple[int, Piece]] = deque()
        self._tries: dict[int, int] = {}
        self._failed_starts = 0

    def results(self, pieces: Iterable[Piece]) -> Iterator[Result | Failure]:
        """The result of each piece, in the order of the pieces.

        Raises:
            TraekError: a worker said that the user must put something right.
        """
        numbered = enumerate(pieces)
        done: dict[int, Result | Failure] = {}
        due = 0
        try:
            self._fill(numbered, due)
            while self._waiting or any(worker.sent for worker in self._workers):
                done |= dict(self._heard())
                while due in done:
                    yield done.pop(due)
                    due += 1
                self._fill(numbered, due)
        finally:
            for worker in self._workers:
                worker.stop()

    def _fill(self, numbered: Iterator[tuple[int, Piece]], due: int) -> None:
        """Keep every worker busy, but not so far ahead that one slow piece fills the memory."""
        ahead = due + 16 * _BATCH * self._jobs
        while len(self._waiting) < self._jobs * _BATCH:
            piece = next(numbered, None)
            if piece is None:
                break
            self._waiting.append(piece)
        while len(self._workers) < self._jobs and len(self._waiting) > len(self._workers):
            self._workers.append(self._worker())
        for worker in self._workers:
            while worker.ready and self._waiting and len(worker.sent) < _BATCH:
                if self._waiting[0][0] > ahead:
                    return
                if not worker.sent:
                    worker.since = time.monotonic()
                worker.sent.append(self._waiting.popleft())
                with contextlib.suppress(OSError):  # it has died, and is heard of as such
                    worker.line.send(worker.sent[-1][1])

    def _worker(self) -> _Worker[Piece]:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(self._make, theirs), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _heard(self) -> Iterator[tuple[int, Result | Failure]]:
        """What workers have answered since, and what became of those who will not answer."""
        wait([worker.line for worker in self._workers], timeout=self._patience())
        for worker in list(self._workers):
            try:
                while worker.line.poll():
                    answer = self._answer(worker, worker.line.recv())
                    if answer is not None:
                        yield answer
            except (EOFError, OSError):
                yield from self._lost(worker, hung=False)
                continue
            limit = self._seconds if worker.ready else _START_SECONDS
            if (worker.sent or not worker.ready) and time.monotonic() - worker.since > limit:
                yield from self._lost(worker, hung=True)

    def _patience(self) -> float:
        """Seconds until the first worker is past its limit."""
        now = time.monotonic()
        limits = [
            worker.since + (self._seconds if worker.ready else _START_SECONDS) - now
            for worker in self._workers
            if worker.sent or not worker.ready
        ]
        return max(0.01, min(limits, default=1.0))

    def _answer(self, worker: _Worker[Piece], said: Any) -> tuple[int, Result] | None:
        worker.since = time.monotonic()
        if isinstance(said, TraekError):
            raise said
        if not worker.ready:
            worker.ready = True
            return None
        number, _ = worker.sent.popleft()
        return number, said[0]

    def _lost(self, worker: _Worker[Piece], *, hung: bool) -> Iterator[tuple[int, Failure]]:
        """Replace a worker; the piece that it was at is tried again or given up."""
        worker.stop()
        self._workers.remove(worker)
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts > self._jobs:
                raise SettingsError(
                    "traek kunne ikke starte flere processer her. Kør igen med --jobs 1."
                )
            return
        if not worker.sent:
            return
        number, piece = worker.sent.popleft()
        self._waiting.extendleft(reversed(worker.sent))
        self._tries[number] = self._tries.get(number, 0) + 1
        if hung or self._tries[number] >= _TRIES:
            yield number, Failure(hung)
        else:
            self._waiting.appendleft((number, piece))


def _work(make: Callable[[], Callable[[Any], Any]], line: Connection) -> None:
    """A worker's whole life: get ready, then answer until the line is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who shares out the work
    try:
        do = make()
        line.send("ready")
        while True:
            line.send((do(line.recv()),))
    except TraekError as error:
        line.send(error)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
