"""The log on disk: what it keeps, who can read it, and how older ones are brought up to date."""

from __future__ import annotations

import sqlite3
import stat
import sys
from datetime import date
from pathlib import Path

import pytest

from traek.errors import SettingsError
from traek.log import Entry, Outcome, SideCounts, log_file, opened
from traek.log.migrations import STEPS, migrate, version
from traek.model import Genre, Side, Situation

AFTER = {side: SideCounts(filled=True, escalates=1, deescalates=2) for side in Side}
BEFORE = {side: SideCounts(filled=False, escalates=3, deescalates=0) for side in Side}
ENTRY = Entry(
    date(2026, 11, 20),
    "afslag carport",
    Situation.SVAR,
    Genre.AFSLAG,
    AFTER,
    BEFORE,
    210,
    240,
    Outcome.CALLED,
    45,
)


def test_an_entry_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    file = tmp_path / "log.sqlite"
    with opened(file, create=True) as store:
        number = store.add(ENTRY)
        alone = store.add(Entry(date(2026, 11, 1), "", Situation.SKRIV_UD, None, AFTER))
    with opened(file) as store:
        first, second = store.entries()
    assert (first.number, first.before, first.outcome) == (alone, None, None)
    assert second.number == number
    assert second.after == AFTER
    assert second.before == BEFORE
    assert (second.escalates(before=True), second.escalates()) == (12, 4)
    assert (second.genre, second.outcome, second.minutes) == (Genre.AFSLAG, Outcome.CALLED, 45)
    assert (second.words_before, second.words_after) == (240, 210)


def test_what_came_of_it_can_be_told_later(tmp_path: Path) -> None:
    with opened(tmp_path / "log", create=True) as store:
        number = store.add(ENTRY)
        store.change(number, Outcome.WITHDRAWN, None)
        (entry,) = store.entries()
        assert (entry.outcome, entry.minutes) == (Outcome.WITHDRAWN, 45)
        with pytest.raises(SettingsError, match="intet brev nummer 99"):
            store.change(99, None, 3)


def test_what_is_deleted_is_gone_from_the_file(tmp_path: Path) -> None:
    file = tmp_path / "log"
    with opened(file, create=True) as store:
        number = store.add(ENTRY)
    assert b"afslag carport" in file.read_bytes()
    with opened(file) as store:
        store.delete(number)
        assert store.entries() == ()
    assert b"afslag carport" not in file.read_bytes()
    connection = sqlite3.connect(file)
    assert connection.execute("SELECT count(*) FROM side").fetchone() == (0,)
    connection.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_only_the_user_can_read_it(tmp_path: Path) -> None:
    file = tmp_path / "mappe" / "log"
    with opened(file, create=True) as store:
        store.add(ENTRY)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    file.chmod(0o644)
    with opened(file):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_there_is_no_log_until_someone_begins_one(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="Der er ingen log endnu"), opened(tmp_path / "log"):
        pass
    assert list(tmp_path.iterdir()) == []


OLDER = {
    1: "INSERT INTO entry VALUES (7, '2026-01-02', 'gammelt', 'svar', NULL, 'klage', 20);"
    "INSERT INTO side VALUES (7, 'after', 'sag', 1, 4, 0);",
}
"""What an earlier version of the tables may hold, by its number."""


@pytest.mark.parametrize("number", range(len(STEPS) + 1))
def test_a_log_of_any_earlier_version_is_brought_up_to_date(tmp_path: Path, number: int) -> None:
    file = tmp_path / "log"
    connection = sqlite3.connect(file)
    migrate(connection, STEPS[:number])
    connection.executescript(OLDER.get(number, ""))
    connection.close()
    with opened(file) as store:
        kept = store.entries()
        store.add(ENTRY)
        assert len(store.entries()) == len(kept) + 1
    if number in OLDER:
        assert [(e.number, e.label, e.outcome) for e in kept] == [(7, "gammelt", Outcome.COMPLAINT)]
        assert kept[0].after[Side.SAG] == SideCounts(filled=True, escalates=4, deescalates=0)
    connection = sqlite3.connect(file)
    assert version(connection) == len(STEPS)
    connection.close()


def test_every_earlier_version_has_something_in_it_to_bring_along() -> None:
    assert set(OLDER) == set(range(1, len(STEPS)))


def test_a_step_that_fails_leaves_the_version_before_it(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "log")
    with pytest.raises(sqlite3.Error):
        migrate(connection, (*STEPS, "CREATE TABLE halv (x); SELECT * FROM findes_ikke;"))
    connection.close()
    connection = sqlite3.connect(tmp_path / "log")
    assert version(connection) == len(STEPS)
    assert not connection.execute("SELECT * FROM sqlite_master WHERE name = 'halv'").fetchall()
    connection.close()


def test_a_log_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "log"
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(SettingsError, match="nyere udgave af traek"), opened(file):
        pass


def test_a_file_that_is_no_log_is_told_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "brev.txt"
    file.write_text("Kære Lise, " * 100, "utf-8")
    with pytest.raises(SettingsError, match="kan ikke bruges"), opened(file):
        pass
    assert file.read_text("utf-8").startswith("Kære Lise")


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "andet.sqlite"
    connection = sqlite3.connect(file)
    connection.executescript("CREATE TABLE post (x);")
    connection.close()
    data = file.read_bytes()
    with pytest.raises(SettingsError, match="fra et andet program"), opened(file):
        pass
    assert file.read_bytes() == data


def test_the_log_lies_in_the_users_own_data_folder() -> None:
    assert log_file({"XDG_DATA_HOME": "/data"}, "linux") == Path("/data/traek/log.sqlite")
    assert log_file({"HOME": "/h"}, "linux") == Path("/h/.local/share/traek/log.sqlite")
    assert "Application Support" in str(log_file({"HOME": "/h"}, "darwin"))
    assert log_file({"LOCALAPPDATA": "/l"}, "win32") == Path("/l/traek/log.sqlite")
