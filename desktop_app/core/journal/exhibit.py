"""A kept picture: its original bytes and what is known about them (docs/journal.md, "Exhibits")."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any, Literal, NamedTuple, get_args

from desktop_app.core.journal.errors import JournalError

LARGEST_EXHIBIT = 15 * 1024 * 1024
"""Bytes."""
MOST_EXHIBITS = 200
"""In one journal."""

Type = Literal["image/png", "image/jpeg", "image/webp"]
Made = Literal["screenshot", "photo", "file"]
"""`photo`: of a screen, by a phone; `file`: one that was saved."""


class NewExhibit(NamedTuple):
    """A picture to keep. `dated`: the date in the file, as it stands there, which can be wrong; "" for none."""

    data: bytes
    type: Type
    made: Made
    covered: bool
    dated: str = ""


class Exhibit(NamedTuple):
    """What is known about a kept picture without reading it. `added`: UTC, ISO 8601; `sha256`: of its bytes."""

    number: int
    entry: int
    sha256: bytes
    size: int
    type: str
    made: str
    covered: bool
    dated: str
    added: str

    def as_json(self) -> dict[str, Any]:
        """As it stands in its entry's revisions, and so in the chain."""
        found = self._asdict()
        del found["entry"]
        return {**found, "sha256": self.sha256.hex()}


COLUMNS = ", ".join(Exhibit._fields)


def exhibit_of(row: Sequence[Any]) -> Exhibit:
    """From a row of COLUMNS."""
    number, entry, sha256, size, kind, made, covered, dated, added = row
    return Exhibit(number, entry, bytes(sha256), size, kind, made, bool(covered), dated, added)


def checked_exhibit(new: NewExhibit) -> bytes:
    """The SHA-256 of its bytes. Raises JournalError: "exhibit-empty", "exhibit-too-large", "exhibit-type"."""
    if not new.data:
        raise JournalError("exhibit-empty")
    if len(new.data) > LARGEST_EXHIBIT:
        raise JournalError("exhibit-too-large")
    if new.type not in get_args(Type) or new.made not in get_args(Made) or len(new.dated) > 100:
        raise JournalError("exhibit-type")
    return hashlib.sha256(new.data).digest()
