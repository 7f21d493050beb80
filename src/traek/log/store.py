"""The log on disk: SQLite in a file that only its user can read."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from traek.errors import SettingsError
from traek.log.entry import Entry, Outcome, SideCounts
from traek.log.migrations import STEPS, is_ours, migrate, version
from traek.model import Genre, Side, Situation

_ONLY_MINE = 0o600
_FOLDER = 0o700
_COLUMNS = "day, label, situation, genre, outcome, minutes, words_before, words_after"


class Store:
    """An open log."""

    def __init__(self, connection: sqlite3.Connection, file: Path) -> None:
        self._connection = connection
        self.file = file

    def add(self, entry: Entry) -> int:
        """Keep an entry; the number that it got."""
        values = (
            entry.day.isoformat(),
            entry.label,
            entry.situation,
            entry.genre,
            entry.outcome,
            entry.minutes,
            entry.words_before,
            entry.words_after,
        )
        with self._connection:
            cursor = self._connection.execute(
                f"INSERT INTO entry ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
                [None if value is None else _plain(value) for value in values],
            )
            number = int(cursor.lastrowid or 0)
            for draft, sides in (("before", entry.before), ("after", entry.after)):
                for side, counts in (sides or {}).items():
                    self._connection.execute(
                        "INSERT INTO side VALUES (?, ?, ?, ?, ?, ?)",
                        (number, draft, str(side), int(counts.filled), *counts[1:]),
                    )
        return number

    def entries(self) -> tuple[Entry, ...]:
        """All entries, the oldest day first."""
        rows = self._connection.execute(
            f"SELECT number, {_COLUMNS} FROM entry ORDER BY day, number"  # noqa: S608
        )
        return tuple(self._entry(*row) for row in rows.fetchall())

    def change(self, number: int, outcome: Outcome | None, minutes: int | None) -> None:
        """Tell later what came of a letter; None leaves what stands.

        Raises:
            SettingsError: there is no such entry.
        """
        with self._connection:
            cursor = self._connection.execute(
                "UPDATE entry SET outcome = coalesce(?, outcome), minutes = coalesce(?, minutes) "
                "WHERE number = ?",
                (None if outcome is None else str(outcome), minutes, number),
            )
        self._must_be(number, cursor.rowcount)

    def delete(self, number: int) -> None:
        """Take an entry out for good.

        Raises:
            SettingsError: there is no such entry.
        """
        with self._connection:
            cursor = self._connection.execute("DELETE FROM entry WHERE number = ?", (number,))
        self._must_be(number, cursor.rowcount)

    def _must_be(self, number: int, found: int) -> None:
        if not found:
            raise SettingsError(
                f"Der er intet brev nummer {number} i loggen. Se numrene med »traek log show«."
            )

    def _entry(
        self,
        number: int,
        day: str,
        label: str,
        situation: str,
        genre: str | None,
        outcome: str | None,
        minutes: int | None,
        words_before: int | None,
        words_after: int,
    ) -> Entry:
        return Entry(
            date.fromisoformat(day),
            label,
            Situation(situation),
            None if genre is None else Genre(genre),
            self._sides(number, "after") or {},
            self._sides(number, "before"),
            words_after,
            words_before,
            None if outcome is None else Outcome(outcome),
            minutes,
            number,
        )

    def _sides(self, number: int, draft: str) -> Mapping[Side, SideCounts] | None:
        rows = self._connection.execute(
            "SELECT side, filled, escalates, deescalates FROM side WHERE entry = ? AND draft = ?",
            (number, draft),
        ).fetchall()
        found = {Side(side): SideCounts(bool(filled), up, down) for side, filled, up, down in rows}
        return {side: found[side] for side in Side if side in found} or None


@contextmanager
def opened(file: Path, *, create: bool = False) -> Iterator[Store]:
    """The log in `file`, closed when done; with `create` it is made where there is none.

    Raises:
        SettingsError: there is no log, it is none of ours, or it cannot be read or written.
    """
    if not file.exists() and not create:
        raise SettingsError(
            f"Der er ingen log endnu ({file}). Begynd den med »traek log add foer.docx efter.docx«."
        )
    connection: sqlite3.Connection | None = None
    try:
        _make(file)
        connection = sqlite3.connect(file)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")  # what is deleted is gone from the file
        _check(connection, file)
        file.chmod(_ONLY_MINE)
        migrate(connection)
        yield Store(connection, file)
    except (sqlite3.Error, ValueError) as error:
        raise SettingsError(
            f"Loggen {file} kan ikke bruges ({error}). Vælg en anden fil med --file."
        ) from error
    except OSError as error:
        raise SettingsError(
            f"Loggen {file} kan ikke åbnes ({error.strerror}). Vælg et andet sted med --file."
        ) from error
    finally:
        if connection is not None:
            connection.close()


def _make(file: Path) -> None:
    """The file, empty and readable only by its user, where there is none; SQLite lets others read."""
    if not file.parent.exists():
        file.parent.mkdir(mode=_FOLDER, parents=True)
    os.close(os.open(file, os.O_CREAT | os.O_RDWR, _ONLY_MINE))


def _check(connection: sqlite3.Connection, file: Path) -> None:
    if not is_ours(connection):
        raise SettingsError(
            f"{file} er en database fra et andet program. Vælg en anden fil til loggen med --file."
        )
    if version(connection) > len(STEPS):
        raise SettingsError(
            f"Loggen {file} er skrevet af en nyere udgave af traek. Opdatér traek, og prøv igen."
        )


def _plain(value: Any) -> Any:
    """An enum's value as plain text; SQLite takes nothing else."""
    return str(value) if isinstance(value, str) else value
