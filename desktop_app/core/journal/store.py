"""The store of one journal: entries and their revisions, exhibits, drafts and settings, each change one transaction.

docs/journal.md, "store", "Revisions", "Deleting". What returns has been written to the disk; what raises has
changed nothing.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from desktop_app.core.journal import chain
from desktop_app.core.journal.chain import Link
from desktop_app.core.journal.database import Database, ask
from desktop_app.core.journal.entry import LARGEST_ENTRY, Entry, checked, checked_draft
from desktop_app.core.journal.errors import JournalError
from desktop_app.core.journal.exhibit import COLUMNS, MOST_EXHIBITS, Exhibit, NewExhibit, checked_exhibit, exhibit_of
from desktop_app.core.journal.revision import Revision, moment_of, read_revision, text_of, utc

if TYPE_CHECKING:
    import apsw

NEW_ENTRY = 0
"""Stands for the entry that is not there yet, among drafts."""

_LINKS = (
    "SELECT n, digest, head, '' AS removed, '' AS what FROM revisions UNION ALL SELECT * FROM tombstones ORDER BY n"
)


class Store:
    """`clock` gives the time with its zone; `app`: the program's version, kept in every revision."""

    def __init__(self, database: Database, clock: Callable[[], dt.datetime], app: str) -> None:
        self.database = database
        self._clock = clock
        self._app = app

    @property
    def damaged(self) -> bool:
        """Whether something in the file could not be read; then nothing is written any more (see `salvage`)."""
        return self.database.damaged

    # Entries

    def numbers(self) -> tuple[int, ...]:
        """The numbers of all entries, the latest moment first. Rows are read page by page, with `entries`."""
        return tuple(
            number for (number,) in self.database.rows("SELECT number FROM entries ORDER BY moment DESC, number DESC")
        )

    def entries(self, numbers: Sequence[int]) -> tuple[Revision, ...]:
        """The last revisions of these entries, in this order; those that are not there are left out."""
        found = {}
        for number in numbers:
            rows = self.database.rows(
                "SELECT n, text FROM revisions WHERE n = (SELECT latest FROM entries WHERE number = ?)", number
            )
            if rows:
                found[number] = self._read(*rows[0])
        return tuple(found[number] for number in numbers if number in found)

    def revisions(self, number: int) -> tuple[Revision, ...]:
        """All revisions of an entry that are still there, the first first."""
        rows = self.database.rows("SELECT n, text FROM revisions WHERE entry = ? ORDER BY n", number)
        return tuple(self._read(*row) for row in rows)

    def add(self, entry: Entry, exhibits: Iterable[NewExhibit] = ()) -> int:
        """Keep a new entry, and give its number. The draft of a new entry is dropped with it."""
        kept, pictures = checked(entry), _checked(exhibits)
        with self.database.transaction() as connection:
            connection.execute("INSERT INTO entries (latest, moment) VALUES (0, 0)")
            number = connection.last_insert_rowid()
            self._write(connection, number, kept, pictures)
            connection.execute("DELETE FROM drafts WHERE entry = ?", (NEW_ENTRY,))
        return number

    def revise(self, number: int, entry: Entry, exhibits: Iterable[NewExhibit] = ()) -> None:
        """Keep a new revision of an entry; its earlier ones stay. Its draft is dropped. Raises also "not-there"."""
        kept, pictures = checked(entry), _checked(exhibits)
        with self.database.transaction() as connection:
            _need(connection, number)
            self._write(connection, number, kept, pictures)
            connection.execute("DELETE FROM drafts WHERE entry = ?", (number,))

    def _write(
        self, connection: apsw.Connection, number: int, entry: Entry, pictures: Sequence[tuple[NewExhibit, bytes]]
    ) -> None:
        now = self._clock()
        there = ask(connection, "SELECT count(*) FROM exhibits")[0][0]
        if pictures and there + len(pictures) > MOST_EXHIBITS:
            raise JournalError("exhibits-full")
        for new, sha256 in pictures:
            connection.execute(
                "INSERT INTO exhibits (entry, sha256, size, type, made, covered, dated, added, bytes) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (number, sha256, len(new.data), new.type, new.made, new.covered, new.dated, utc(now), new.data),
            )
        before = _meta(connection, "written")
        text = text_of(
            number,
            entry,
            now,
            earlier=bool(before) and utc(now).encode() < before,
            app=self._app,
            exhibits=_exhibits(connection, number),
        )
        n, head = _last_link(connection)
        random = os.urandom(chain.RANDOM_BYTES)
        digest = chain.digest(random, text)
        connection.execute(
            "INSERT INTO revisions (n, entry, digest, head, random, text) VALUES (?, ?, ?, ?, ?, ?)",
            (n + 1, number, digest, chain.link(head, digest), random, text),
        )
        moment = moment_of(entry.get("when"), now)
        connection.execute("UPDATE entries SET latest = ?, moment = ? WHERE number = ?", (n + 1, moment, number))
        connection.execute("INSERT OR REPLACE INTO meta (name, value) VALUES ('written', ?)", (utc(now).encode(),))

    def _read(self, n: int, text: bytes) -> Revision:
        try:
            return read_revision(n, text)
        except JournalError:
            self.database.damaged = True
            raise

    # Removing

    def remove(self, number: int) -> None:
        """Remove an entry with its revisions, pictures and draft. What stays is a tombstone for each revision: its hash
        and the day."""
        with self.database.transaction() as connection:
            _need(connection, number)
            self._bury(connection, number, keep_latest=False)
            for table in ("exhibits", "drafts"):
                connection.execute(f"DELETE FROM {table} WHERE entry = ?", (number,))
            connection.execute("DELETE FROM entries WHERE number = ?", (number,))
        self.database.shrink()

    def erase_earlier(self, number: int) -> None:
        """Erase every revision of an entry but the last. Raises also "not-there"."""
        with self.database.transaction() as connection:
            _need(connection, number)
            self._bury(connection, number, keep_latest=True)
        self.database.shrink()

    def _bury(self, connection: apsw.Connection, number: int, *, keep_latest: bool) -> None:
        ((latest,),) = ask(connection, "SELECT latest FROM entries WHERE number = ?", number)
        last_to_go = latest - 1 if keep_latest else latest
        connection.execute(
            "INSERT INTO tombstones (n, digest, head, removed, what) "
            "SELECT n, digest, head, ?, iif(n = ?, 'entry', 'version') FROM revisions WHERE entry = ? AND n <= ?",
            (self._today(), 0 if keep_latest else latest, number, last_to_go),
        )
        connection.execute("DELETE FROM revisions WHERE entry = ? AND n <= ?", (number, last_to_go))

    def _today(self) -> str:
        return utc(self._clock())[:10]

    # Exhibits

    def exhibits(self, number: int) -> tuple[Exhibit, ...]:
        """The pictures of an entry, without their bytes."""
        with self.database.reading() as connection:
            return _exhibits(connection, number)

    def exhibit_bytes(self, exhibit: int) -> bytes:
        """The original bytes of a picture, at most 15 MiB. Raises also "not-there"."""
        found = self.database.value("SELECT bytes FROM exhibits WHERE number = ?", exhibit)
        if found is None:
            raise JournalError("not-there")
        return bytes(found)

    def remove_exhibit(self, exhibit: int) -> None:
        """Remove a picture; its entry gets a new revision without it. What stays is its hash and the day."""
        with self.database.transaction() as connection:
            found = ask(connection, "SELECT entry, sha256 FROM exhibits WHERE number = ?", exhibit)
            if not found:
                raise JournalError("not-there")
            ((number, sha256),) = found
            connection.execute("INSERT INTO removed_exhibits VALUES (?, ?, ?)", (exhibit, sha256, self._today()))
            connection.execute("DELETE FROM exhibits WHERE number = ?", (exhibit,))
            sql = "SELECT n, text FROM revisions WHERE n = (SELECT latest FROM entries WHERE number = ?)"
            (row,) = ask(connection, sql, number)
            self._write(connection, number, self._read(*row).entry, ())
        self.database.shrink()

    # Drafts and settings

    def save_draft(self, entry: dict[str, Any], number: int = NEW_ENTRY) -> None:
        """Keep what is typed so far, of a new entry or of the one with that number. It need not say what happened."""
        self._put("INSERT OR REPLACE INTO drafts (entry, text) VALUES (?, ?)", number, checked_draft(entry))

    def draft(self, number: int = NEW_ENTRY) -> dict[str, Any] | None:
        """What was typed and never kept; None for nothing."""
        return self._json("SELECT text FROM drafts WHERE entry = ?", number)

    def drop_draft(self, number: int = NEW_ENTRY) -> None:
        """Forget a draft."""
        with self.database.transaction() as connection:
            connection.execute("DELETE FROM drafts WHERE entry = ?", (number,))

    def keep(self, name: str, value: dict[str, Any] | None) -> None:
        """Keep something under a name, such as the state of a plan; None forgets it."""
        if value is not None:
            self._put("INSERT OR REPLACE INTO settings (name, text) VALUES (?, ?)", name, value)
            return
        with self.database.transaction() as connection:
            connection.execute("DELETE FROM settings WHERE name = ?", (name,))

    def kept(self, name: str) -> dict[str, Any] | None:
        """What was kept under that name; None for nothing."""
        return self._json("SELECT text FROM settings WHERE name = ?", name)

    def _put(self, sql: str, at: int | str, value: dict[str, Any]) -> None:
        try:
            text = chain.canonical(value)
        except (TypeError, ValueError, RecursionError):
            raise JournalError("entry-odd") from None
        if len(text) > LARGEST_ENTRY:
            raise JournalError("entry-too-large")
        with self.database.transaction() as connection:
            connection.execute(sql, (at, text))

    def _json(self, sql: str, at: object) -> dict[str, Any] | None:
        found = self.database.value(sql, at)
        return None if found is None else dict(json.loads(found))

    # The chain

    def links(self) -> tuple[Link, ...]:
        """The whole chain, removed revisions too."""
        return tuple(Link(*row) for row in self.database.rows(_LINKS))

    def fingerprint(self) -> bytes:
        """h of the last revision: 32 bytes to write down."""
        with self.database.reading() as connection:
            return _last_link(connection)[1]


def _checked(exhibits: Iterable[NewExhibit]) -> tuple[tuple[NewExhibit, bytes], ...]:
    """Outside of any transaction: the SHA-256 of 15 MiB takes a while."""
    return tuple((new, checked_exhibit(new)) for new in exhibits)


def _need(connection: apsw.Connection, number: int) -> None:
    if not ask(connection, "SELECT 1 FROM entries WHERE number = ?", number):
        raise JournalError("not-there")


def _last_link(connection: apsw.Connection) -> tuple[int, bytes]:
    """n and h of the last revision, there or removed."""
    ends = [
        row
        for table in ("revisions", "tombstones")
        for row in ask(connection, f"SELECT n, head FROM {table} ORDER BY n DESC LIMIT 1")
    ]
    return max(ends, default=(0, chain.FIRST))


def _meta(connection: apsw.Connection, name: str) -> bytes:
    found = ask(connection, "SELECT value FROM meta WHERE name = ?", name)
    return bytes(found[0][0]) if found else b""


def _exhibits(connection: apsw.Connection, number: int) -> tuple[Exhibit, ...]:
    sql = f"SELECT {COLUMNS} FROM exhibits WHERE entry = ? ORDER BY number"
    return tuple(map(exhibit_of, ask(connection, sql, number)))
