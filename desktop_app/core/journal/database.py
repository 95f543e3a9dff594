"""One encrypted SQLite file: how it is opened, how it is changed, and what its errors mean.

docs/journal.md, "store". Every change is one explicit BEGIN IMMEDIATE ... COMMIT: apsw's `with connection:` would hold
Python's lock while the disk works. Nothing is acknowledged before COMMIT has come back.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.core.journal import files
from desktop_app.core.journal.errors import Code, JournalError
from desktop_app.core.journal.schema import APPLICATION_ID

if TYPE_CHECKING:
    import apsw

BUSY_MS = 1000
"""How long a second program may hold the store before we say so."""

_CODES: dict[str, Code] = {
    "BusyError": "busy",
    "LockedError": "busy",
    "CantOpenError": "read-only",  # of a file that is there: its journal cannot be made beside it
    "PermissionsError": "read-only",
    "AuthError": "read-only",
    "ReadOnlyError": "read-only",
    "FullError": "disk-full",
    "NoMemError": "no-memory",
    "ConnectionClosedError": "closed",
}
_READING = {"SQLITE_IOERR_READ", "SQLITE_IOERR_FSTAT", "SQLITE_IOERR_ACCESS", "SQLITE_IOERR_LOCK"}


def ask(connection: apsw.Connection, sql: str, *values: Any) -> list[Any]:
    """All rows of an answer, as tuples."""
    return connection.execute(sql, values).fetchall()


@contextmanager
def sqlite_errors() -> Iterator[None]:
    """Inside, an error of SQLite becomes a JournalError. A file that is not as it was is "store-damaged"."""
    import apsw

    try:
        yield
    except apsw.Error as error:
        kind = type(error).__name__
        if kind == "IOError":
            extended = apsw.mapping_extended_result_codes.get(getattr(error, "extendedresult", 0), "")
            raise JournalError("not-read" if extended in _READING else "not-written") from None
        # Also SQLError and the like: our own sentences are right, so then it is the tables that are not ours.
        raise JournalError(_CODES.get(kind, "store-damaged")) from None


class Database:
    """The file at `path`, opened with the raw key of 32 bytes. `path` None: in memory only, and nothing on any disk.

    `vfs`: SQLite's name of another way to the disk, for tests of failing disks.
    """

    def __init__(self, path: Path | None, key: bytes, *, make: bool = False, vfs: str | None = None) -> None:
        """Raises JournalError. `make`: the file is not there yet. Tables are not looked at."""
        import apsw

        self.path = path
        self.damaged = False
        """Something could not be read: from then on nothing is written."""
        if path is not None and make:
            files.make_empty(path)
        if path is not None:
            _refuse_what_is_no_file(path)
        name = ":memory:" if path is None else str(path)
        with sqlite_errors():
            self.connection = apsw.Connection(name, flags=apsw.SQLITE_OPEN_READWRITE, vfs=vfs)
        try:
            with sqlite_errors():
                self._set_up(key, make=make or path is None)
        except JournalError:
            self.close()
            raise

    def _set_up(self, key: bytes, *, make: bool) -> None:
        run = self.connection.pragma
        self.connection.set_busy_timeout(BUSY_MS)
        if self.path is not None:
            run("cipher", "chacha20")
            run("key", "raw:" + key.hex())
        run("temp_store", "MEMORY")
        if make:
            run("auto_vacuum", "INCREMENTAL")
        elif run("application_id") != APPLICATION_ID:
            raise JournalError("store-damaged")
        run("journal_mode", "DELETE")
        run("synchronous", "EXTRA")
        run("secure_delete", "ON")
        if make:
            run("application_id", APPLICATION_ID)

    @property
    def version(self) -> int:
        """The version of the tables, 0 for none."""
        return int(self.value("PRAGMA user_version"))

    @contextmanager
    def transaction(self) -> Iterator[apsw.Connection]:
        """All of it or nothing. Raises JournalError; then the file holds what it held before."""
        if self.damaged:
            raise JournalError("store-damaged")
        with self._noting_damage(), sqlite_errors():
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise
        self.make_calm()

    def _roll_back(self) -> None:
        import apsw

        # Some errors have rolled back already; and a disk that is gone cannot: the next to open the file does it.
        with suppress(apsw.Error):
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")

    @contextmanager
    def _noting_damage(self) -> Iterator[None]:
        try:
            yield
        except JournalError as error:
            self.damaged = self.damaged or error.code == "store-damaged"
            raise

    @contextmanager
    def reading(self) -> Iterator[apsw.Connection]:
        """For more than one question. Raises JournalError."""
        with self._noting_damage(), sqlite_errors():
            yield self.connection

    def rows(self, sql: str, *values: Any) -> list[Any]:
        """All rows, as tuples. Raises JournalError."""
        with self.reading() as connection:
            return ask(connection, sql, *values)

    def value(self, sql: str, *values: Any) -> Any:
        """The first column of the first row; None when there is no row. Raises JournalError."""
        found = self.rows(sql, *values)
        return found[0][0] if found else None

    def make_calm(self) -> None:
        """Times and modes as they must be. Never raises."""
        if self.path is not None:
            files.make_calm(self.path.parent)

    def shrink(self) -> None:
        """Give back the pages that a removal has freed; the removal itself is done, so this may fail. Never raises."""
        with suppress(JournalError):
            with sqlite_errors():
                self.connection.execute("PRAGMA incremental_vacuum").fetchall()
            self.make_calm()

    def copy_to(self, other: Database) -> None:
        """Everything, page by page, as it is at one moment. Raises JournalError."""
        with sqlite_errors(), other.connection.backup("main", self.connection, "main") as backup:
            backup.step(-1)

    def whole(self) -> bool:
        """Whether every page can be read and every table holds together. Reads the whole file."""
        with suppress(JournalError):
            if self.rows("PRAGMA quick_check(1)") == [("ok",)]:
                return True
            self.damaged = True
        return False

    def __enter__(self) -> Database:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file and the key. May be called twice. Never raises."""
        import apsw

        with suppress(apsw.Error):
            self.connection.close(True)
        self.make_calm()


def _refuse_what_is_no_file(path: Path) -> None:
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        raise JournalError("store-missing") from None
    except (OSError, ValueError):
        raise JournalError("not-read") from None
    if not stat.S_ISREG(mode):
        raise JournalError("in-the-way")
