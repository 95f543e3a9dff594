"""What can still be read of a damaged store, piece by piece (docs/journal.md, "Damage"). Nothing is written."""

from __future__ import annotations

import hashlib
from typing import Any, NamedTuple

from desktop_app.core.journal.errors import JournalError
from desktop_app.core.journal.exhibit import COLUMNS, Exhibit, exhibit_of
from desktop_app.core.journal.revision import Revision, read_revision
from desktop_app.core.journal.store import Store

_GIVE_UP = 2000
"""Where the end cannot be read: so many numbers in a row without a row, and there are no more."""


class Salvage(NamedTuple):
    """`entries`: of each entry the last revision that can be read, in the order of their numbers; `exhibits`: of which
    every byte can be read; `lost`: how many revisions and exhibits cannot, as far as that can be told."""

    entries: tuple[Revision, ...]
    exhibits: tuple[Exhibit, ...]
    lost: int


def salvage(store: Store) -> Salvage:
    """Reads everything once, also what is damaged. Raises JournalError only when the drive fails."""
    revisions, lost = _each(store, "revisions", "n", "n, text")
    latest: dict[int, Revision] = {}
    for n, text in revisions:
        try:
            revision = read_revision(n, text)
        except JournalError:
            lost += 1
            continue
        latest[revision.number] = revision
    rows, unread = _each(store, "exhibits", "number", COLUMNS)
    pictures = [exhibit_of(row) for row in rows]
    whole = tuple(picture for picture in pictures if _is_whole(store, picture))
    entries = tuple(latest[number] for number in sorted(latest))
    return Salvage(entries, whole, lost + unread + len(pictures) - len(whole))


def _each(store: Store, table: str, key: str, columns: str) -> tuple[list[Any], int]:
    """The rows by their numbers, one by one: what cannot be read does not hide the next. And how many cannot."""
    found, lost, behind, empty, number = [], 0, 0, 0, 0
    ends = _row(store, f"SELECT coalesce(max({key}), 0) FROM {table}")
    last = int(ends[0][0]) if ends else None
    while number < last if last is not None else empty < _GIVE_UP:
        number += 1
        rows = _row(store, f"SELECT {columns} FROM {table} WHERE {key} = ?", number)
        if rows:
            found += rows
            lost, behind, empty = lost + behind, 0, 0
        else:
            behind, empty = behind + (rows is None), empty + 1
    # Behind the last one that can be read nobody knows how many there were.
    return found, lost + (behind > 0)


def _row(store: Store, sql: str, *values: int) -> list[Any] | None:
    """None for what is damaged."""
    try:
        return store.database.rows(sql, *values)
    except JournalError as error:
        if error.code != "store-damaged":
            raise
        return None


def _is_whole(store: Store, picture: Exhibit) -> bool:
    try:
        return hashlib.sha256(store.exhibit_bytes(picture.number)).digest() == picture.sha256
    except JournalError as error:
        if error.code not in ("store-damaged", "not-there"):
            raise
        return False
