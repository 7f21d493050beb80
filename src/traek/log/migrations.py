"""The log's tables, step by step from an empty file; `PRAGMA user_version` tells how far it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

OURS = 0x7472616B
"""SQLite's »application_id« for a log, so that another program's file is never written to."""

STEPS: tuple[str, ...] = (
    f"""
    PRAGMA application_id = {OURS};
    CREATE TABLE entry (
        number INTEGER PRIMARY KEY,
        day TEXT NOT NULL,
        label TEXT NOT NULL,
        situation TEXT NOT NULL,
        genre TEXT,
        outcome TEXT,
        minutes INTEGER
    );
    CREATE TABLE side (
        entry INTEGER NOT NULL REFERENCES entry (number) ON DELETE CASCADE,
        draft TEXT NOT NULL CHECK (draft IN ('before', 'after')),
        side TEXT NOT NULL,
        filled INTEGER NOT NULL,
        escalates INTEGER NOT NULL,
        deescalates INTEGER NOT NULL,
        PRIMARY KEY (entry, draft, side)
    ) WITHOUT ROWID;
    """,
    """
    ALTER TABLE entry ADD COLUMN words_before INTEGER;
    ALTER TABLE entry ADD COLUMN words_after INTEGER NOT NULL DEFAULT 0;
    """,
)


def migrate(connection: sqlite3.Connection, steps: Sequence[str] = STEPS) -> int:
    """Bring the tables up to the last of `steps`, each step whole or not at all; the version before."""
    before = version(connection)
    for number, step in enumerate(steps[before:], before + 1):
        connection.executescript(f"BEGIN;{step};PRAGMA user_version = {number};COMMIT;")
    return before


def version(connection: sqlite3.Connection) -> int:
    """How many steps the file has taken."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_ours(connection: sqlite3.Connection) -> bool:
    """Whether the file is a log, or empty and can become one."""
    if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        return True
    return bool(connection.execute("PRAGMA application_id").fetchone()[0] == OURS)
