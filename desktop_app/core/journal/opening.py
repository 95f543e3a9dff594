"""Making a store, opening it, and bringing an older one up to date (docs/journal.md, "Opening", "Versions").

A newer store is refused and stays as it is. An older one is copied, the copy is changed and opened, and only then takes
its place: until that moment the old file is the one that counts.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from desktop_app.core.durable import settle
from desktop_app.core.journal import files
from desktop_app.core.journal.database import Database
from desktop_app.core.journal.errors import JournalError, system_errors
from desktop_app.core.journal.schema import MIGRATIONS, Migration


def make_store(
    path: Path | None, key: bytes, store: bytes, *, migrations: Sequence[Migration] = MIGRATIONS, vfs: str | None = None
) -> Database:
    """An empty store with the id `store`, open. `path` None: in memory only. Raises JournalError."""
    database = Database(path, key, make=True, vfs=vfs)
    try:
        _migrate(database, migrations)
        with database.transaction() as connection:
            connection.execute("INSERT INTO meta (name, value) VALUES ('store', ?)", (store,))
    except JournalError:
        database.close()
        raise
    return database


def open_store(
    path: Path, key: bytes, store: bytes, *, migrations: Sequence[Migration] = MIGRATIONS, vfs: str | None = None
) -> Database:
    """The store, of the newest version. `store`: the id that the key file gives.

    A store of which a part cannot be read is opened all the same, with `damaged` set: nothing will be written to it.
    Raises JournalError, among them "store-newer", "store-missing", "busy"; "store-damaged" when nothing can be read.
    """
    database = Database(path, key, vfs=vfs)
    try:
        version = database.version
        if version > len(migrations):
            raise JournalError("store-newer")
        if version < 1:
            raise JournalError("store-damaged")
        if version == len(migrations):
            _look(database, store)
            _tidy(database, path, version)
            return database
        _bring_up(database, path, key, store, migrations, vfs)
    except JournalError:
        database.close()
        raise
    return open_store(path, key, store, migrations=migrations, vfs=vfs)


def _look(database: Database, store: bytes) -> None:
    """Whether it is the store of these keys, and whether its small tables can be read. Sets `damaged`, or raises."""
    with suppress(JournalError):  # then `damaged` is set
        if database.value("SELECT value FROM meta WHERE name = 'store'") != store:
            raise JournalError("store-damaged")
    with suppress(JournalError):
        for table in ("entries", "revisions", "tombstones", "drafts", "settings"):
            database.value(f"SELECT 1 FROM {table} LIMIT 1")


def _tidy(database: Database, path: Path, version: int) -> None:
    """Take away what a kill has left. Under a lock: a second program may be at it now."""
    left = (path.with_name(files.STORE + files.NEW), path.with_name(files.STORE + files.NEW + "-journal"))
    if any(os.path.lexists(each) for each in (*left, path.with_name(files.HOT))):
        with suppress(JournalError, OSError), database.transaction() as connection:
            for each in left:
                each.unlink(missing_ok=True)
            # SQLite leaves a journal that holds nothing yet, until it has something to write. This always writes.
            connection.execute(f"PRAGMA user_version = {version}")
    database.make_calm()


def _bring_up(
    old: Database, path: Path, key: bytes, store: bytes, migrations: Sequence[Migration], vfs: str | None
) -> None:
    """Put a store of the newest version in the place of `old`. Raises JournalError; then nothing has changed."""
    new = path.with_name(files.STORE + files.NEW)
    try:
        with old.transaction():  # nobody writes to the old one any more
            _remove(new)
            # A second connection, because SQLite copies from none that is about to write.
            with Database(path, key, vfs=vfs) as source, Database(new, key, make=True, vfs=vfs) as copy:
                source.copy_to(copy)
                _migrate(copy, migrations)
            with Database(new, key, vfs=vfs) as copy:
                if copy.version != len(migrations) or not copy.whole():
                    raise JournalError("not-verified")
                _look(copy, store)
            if sys.platform != "win32":
                _replace(new, path)
        old.close()
        if sys.platform == "win32":
            _replace(new, path)  # there an open file cannot be replaced
    except JournalError:
        _remove(new)
        raise


def _migrate(database: Database, migrations: Sequence[Migration]) -> None:
    """All steps that are missing, in one transaction."""
    version = database.version
    with database.transaction() as connection:
        for migrate in migrations[version:]:
            migrate(connection)
        connection.execute(f"PRAGMA user_version = {len(migrations)}")


def _replace(new: Path, path: Path) -> None:
    with system_errors("not-written"):
        new.replace(path)
    settle(path.parent)
    files.make_calm(path.parent)


def _remove(new: Path) -> None:
    for each in (new, new.with_name(new.name + "-journal")):
        with system_errors("not-written"):
            each.unlink(missing_ok=True)
