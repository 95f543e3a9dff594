"""From one version to the next: on a copy, all or nothing; what is newer stays as it is."""

import os
from collections.abc import Sequence
from pathlib import Path

import apsw
import pytest

from desktop_app.core.journal import shelf
from desktop_app.core.journal.database import Database
from desktop_app.core.journal.errors import JournalError
from desktop_app.core.journal.journal import Journal
from desktop_app.core.journal.schema import MIGRATIONS, Migration
from tests.core.journal.tools import PASSPHRASE, everything, opened, ways


def colour(connection: apsw.Connection) -> None:
    connection.execute("ALTER TABLE entries ADD COLUMN colour TEXT NOT NULL DEFAULT 'none'")


def broken(connection: apsw.Connection) -> None:
    connection.execute("DROP TABLE revisions")
    connection.execute("INSERT INTO never_heard_of VALUES (1)")


def full(connection: apsw.Connection) -> None:
    raise apsw.FullError("disk full")


NEXT = (*MIGRATIONS, colour, lambda connection: connection.execute("CREATE TABLE more (x)"))


def unlocked(data_dir: Path, migrations: Sequence[Migration]) -> Journal:
    return shelf.unlock(data_dir, PASSPHRASE, ways(migrations=migrations))


@pytest.fixture
def old(journal: Journal, data_dir: Path) -> Path:
    """The folder with a journal of version 1, closed."""
    journal.store.add({"what": "it"})
    journal.close()
    return data_dir


def code_of(data_dir: Path, migrations: Sequence[Migration]) -> str:
    with pytest.raises(JournalError) as caught:
        unlocked(data_dir, migrations)
    return caught.value.code


def test_an_older_store_is_brought_up_and_opened(old: Path) -> None:
    for _ in range(2):
        journal = unlocked(old, NEXT)
        assert journal.store.database.version == 3
        assert journal.store.database.rows("SELECT number, colour FROM entries") == [(1, "none")]
        assert journal.store.entries([1])[0].entry == {"what": "it"}
        assert journal.store.database.value("PRAGMA auto_vacuum") == 2
        journal.close()
        (folder,) = old.iterdir()
        assert {path.name for path in folder.iterdir()} == {"keys", "store"}
        assert (folder / "store").stat().st_mode & 0o777 == 0o600


def test_a_newer_store_is_refused_and_not_touched(old: Path) -> None:
    unlocked(old, NEXT).close()
    before = everything(old)
    assert code_of(old, MIGRATIONS) == "store-newer"
    assert everything(old) == before


@pytest.mark.parametrize(("step", "code"), [(broken, "store-damaged"), (full, "disk-full")])
def test_a_step_that_fails_leaves_the_old_store(old: Path, step: Migration, code: str) -> None:
    before = everything(old)
    assert code_of(old, (*MIGRATIONS, colour, step)) == code
    assert everything(old) == before
    opened(old).close()


def test_a_copy_that_does_not_hold_together_never_takes_the_place(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = everything(old)
    with monkeypatch.context() as bad:
        bad.setattr(Database, "whole", lambda database: False)
        assert code_of(old, NEXT) == "not-verified"
    assert everything(old) == before


def test_what_a_kill_left_of_a_change_of_version_goes(old: Path) -> None:
    (folder,) = old.iterdir()
    for left in ("store.new", "store.new-journal"):
        (folder / left).write_bytes(os.urandom(5000))
    opened(old).close()
    assert {path.name for path in folder.iterdir()} == {"keys", "store"}
    (folder / "store.new").write_bytes(os.urandom(5000))
    unlocked(old, NEXT).close()
    assert {path.name for path in folder.iterdir()} == {"keys", "store"}


def test_nobody_can_write_while_the_version_changes(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop_app.core.journal import database

    monkeypatch.setattr(database, "BUSY_MS", 20)
    other = opened(old)
    codes = []

    def write_meanwhile(connection: apsw.Connection) -> None:
        try:
            other.store.add({"what": "lost?"})
        except JournalError as error:
            codes.append(error.code)

    journal = unlocked(old, (*MIGRATIONS, write_meanwhile))
    assert codes == ["busy"]
    assert journal.store.numbers() == (1,)
    journal.close()
    other.close()


def test_a_store_of_no_version_is_none_of_ours(old: Path) -> None:
    journal = opened(old)
    with journal.store.database.transaction() as connection:
        connection.execute("PRAGMA user_version = 0")
    journal.close()
    assert code_of(old, MIGRATIONS) == "store-damaged"


@pytest.mark.parametrize("left", [b"", bytes(512), bytes(5000)])
def test_a_journal_of_sqlite_that_holds_nothing_yet_goes_when_the_journal_is_opened(old: Path, left: bytes) -> None:
    (folder,) = old.iterdir()
    (folder / "store-journal").write_bytes(left)
    opened(old).close()
    assert {path.name for path in folder.iterdir()} == {"keys", "store"}
