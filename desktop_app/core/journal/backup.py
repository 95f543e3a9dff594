"""A copy of a journal on a stick: the same two encrypted files, opened once to see that they hold the same.

docs/journal.md, "Backup". Copying again onto the same stick brings the copy there up to date; until the new one
has been opened, the old one is the one that counts.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from desktop_app.core.durable import settle
from desktop_app.core.journal import files, keyring
from desktop_app.core.journal.database import Database
from desktop_app.core.journal.derivation import Derivation
from desktop_app.core.journal.errors import JournalError, system_errors
from desktop_app.core.journal.journal import Journal


def back_up(journal: Journal, target: Path, derivation: Derivation, *, vfs: str | None = None) -> Path:
    """Copy the journal into a folder of its own in `target`, and give that folder. Raises JournalError; what was in
    `target` before is then as it was. `vfs`: SQLite's way to the disk of the copy, for tests.
    """
    if target == journal.on_disk.parent:
        raise JournalError("in-the-way")
    if not target.is_dir():
        raise JournalError("no-folder")
    there = _copy_of(journal, target, derivation)
    if there is not None:
        _fill(journal, there, vfs)
        return there
    with files.whole_folder(target) as (new, folder):
        _fill(journal, new, vfs)
    return folder


def _copy_of(journal: Journal, target: Path, derivation: Derivation) -> Path | None:
    """The folder in `target` that holds an earlier copy."""
    ring = keyring.look(target, derivation)
    return next((each.folder for each in ring.found if each.keys.store == journal.keys.store), None)


def _fill(journal: Journal, folder: Path, vfs: str | None) -> None:
    """The store before the keys: old keys open the new store, for its key never changes."""
    store, new = folder / files.STORE, folder / (files.STORE + files.NEW)
    journal_of_new = new.with_name(new.name + "-journal")
    try:
        with system_errors("not-written"):
            for left in (new, journal_of_new):
                left.unlink(missing_ok=True)
        with Database(new, journal.store_key, make=True, vfs=vfs) as copy:
            journal.store.database.copy_to(copy)
        with Database(new, journal.store_key, vfs=vfs) as copy:
            if not copy.whole() or _ends(copy) != _ends(journal.store.database):
                raise JournalError("not-verified")
        _take_place(new, store, journal.store_key, vfs)
    except JournalError:
        for left in (new, journal_of_new):
            with suppress(OSError):
                left.unlink(missing_ok=True)
        raise
    settle(folder)
    files.write_whole(folder / files.KEYS, journal.keys.as_bytes())


def _take_place(new: Path, store: Path, key: bytes, vfs: str | None) -> None:
    """Not while somebody writes to the old copy, and not with what a kill left of its last change beside it: SQLite
    would put that into the new one."""
    if store.exists():
        try:
            with Database(store, key, vfs=vfs) as old, old.transaction():
                pass
        except JournalError as error:
            if error.code != "store-damaged":  # the old copy is of no more use
                raise
    with system_errors("not-written"):
        store.with_name(files.HOT).unlink(missing_ok=True)
        new.replace(store)


def _ends(database: Database) -> tuple[object, ...]:
    """What two stores that hold the same agree on."""
    tables = ("entries", "revisions", "tombstones", "exhibits", "drafts", "settings", "meta")
    counts = [database.value(f"SELECT count(*) FROM {table}") for table in tables]
    ends = [database.rows(f"SELECT n, head FROM {table} ORDER BY n DESC LIMIT 1") for table in tables[1:3]]
    return (*counts, ends, database.version)
