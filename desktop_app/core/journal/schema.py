"""The tables of a store, and the steps from each version to the next (docs/journal.md, "store").

A step only ever goes forward, in one transaction, on a copy. Never change a step that has been released: add one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import apsw

APPLICATION_ID = 0x48524A31
"""Of SQLite's header, inside the encryption: "HRJ1"."""

Migration = Callable[["apsw.Connection"], object]

_FIRST = """
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE entries (
    number INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used twice
    latest INTEGER NOT NULL,                   -- n of its last revision
    moment INTEGER NOT NULL                    -- seconds of the epoch to sort by: when it happened, else when written
);
CREATE INDEX entries_by_moment ON entries (moment, number);

CREATE TABLE revisions (
    n INTEGER PRIMARY KEY,                     -- 1, 2, 3 ... through the whole journal
    entry INTEGER NOT NULL,
    digest BLOB NOT NULL,                      -- d(n)
    head BLOB NOT NULL,                        -- h(n)
    random BLOB NOT NULL,
    text BLOB NOT NULL                         -- canonical JSON
);
CREATE INDEX revisions_by_entry ON revisions (entry, n);

CREATE TABLE tombstones (
    n INTEGER PRIMARY KEY,
    digest BLOB NOT NULL,
    head BLOB NOT NULL,
    removed TEXT NOT NULL,                     -- the day, UTC
    what TEXT NOT NULL                         -- 'entry' or 'version'
);

CREATE TABLE drafts (
    entry INTEGER PRIMARY KEY,                 -- 0: of an entry that is not there yet
    text BLOB NOT NULL
);

CREATE TABLE exhibits (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    entry INTEGER NOT NULL,
    sha256 BLOB NOT NULL,
    size INTEGER NOT NULL,
    type TEXT NOT NULL,
    made TEXT NOT NULL,
    covered INTEGER NOT NULL,
    dated TEXT NOT NULL,
    added TEXT NOT NULL,
    bytes BLOB NOT NULL                        -- last, so that the others are read without it
);
CREATE INDEX exhibits_by_entry ON exhibits (entry, number);

CREATE TABLE removed_exhibits (
    number INTEGER PRIMARY KEY,
    sha256 BLOB NOT NULL,
    removed TEXT NOT NULL
);

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    text BLOB NOT NULL
) WITHOUT ROWID;
"""


def _first(connection: apsw.Connection) -> None:
    connection.execute(_FIRST)


MIGRATIONS: tuple[Migration, ...] = (_first,)
"""Step n leads from version n to n + 1; the newest version is their number."""
