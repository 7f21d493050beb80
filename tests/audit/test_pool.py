"""Work shared out to processes: in order, and whatever a piece does to its worker."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from traek.audit.pool import Failure, Pool
from traek.errors import SettingsError


def _do(folder: str, piece: str) -> str:
    match piece:
        case "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "kill once":
            if not Path(folder, "killed").exists():
                Path(folder, "killed").touch()
                os.kill(os.getpid(), signal.SIGKILL)
        case "hang":
            time.sleep(60)
        case "mistake":
            raise SettingsError("Noget er galt.")
    return piece.upper()


def doing(folder: str) -> Callable[[str], str]:
    return partial(_do, folder)


def results(tmp_path: Path, pieces: list[str], seconds: float = 20) -> list[str | Failure]:
    pool = Pool(partial(doing, str(tmp_path)), jobs=2, seconds=seconds)
    return list(pool.results(pieces))


def test_results_come_in_order_and_a_deadly_piece_is_named(tmp_path: Path) -> None:
    pieces = [f"piece {n}" for n in range(30)]
    pieces[4], pieces[9] = "kill", "kill once"
    expected: list[str | Failure] = [piece.upper() for piece in pieces]
    expected[4] = Failure(hung=False)
    assert results(tmp_path, pieces) == expected


def test_a_piece_that_never_ends_is_given_up(tmp_path: Path) -> None:
    assert results(tmp_path, ["a", "hang", "b"], seconds=1) == ["A", Failure(hung=True), "B"]


def test_a_mistake_of_the_users_stops_everything(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="Noget er galt"):
        results(tmp_path, ["a", "mistake", "b"])


def test_no_pieces_start_no_workers(tmp_path: Path) -> None:
    assert results(tmp_path, []) == []
