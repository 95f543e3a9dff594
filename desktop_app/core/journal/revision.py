"""One revision of an entry: what is written down, and what is read back (docs/journal.md, "Revisions")."""

from __future__ import annotations

import datetime as dt
import json
from contextlib import suppress
from typing import Any, NamedTuple, cast

from desktop_app.core.journal import chain
from desktop_app.core.journal.entry import LARGEST_ENTRY, Entry, When
from desktop_app.core.journal.errors import JournalError
from desktop_app.core.journal.exhibit import Exhibit

FORMAT = 1
"""Of the JSON of a revision."""


class Revision(NamedTuple):
    """One revision as it was written. `written`: with the offset of that day; `clock_earlier`: the computer's clock
    stood before the revision that was written just before, so one of the two is wrong."""

    n: int
    number: int
    entry: Entry
    written: dt.datetime
    clock_earlier: bool
    app: str
    exhibits: tuple[dict[str, Any], ...]


def text_of(
    number: int, entry: Entry, written: dt.datetime, *, earlier: bool, app: str, exhibits: tuple[Exhibit, ...]
) -> bytes:
    """The canonical JSON. Raises JournalError "entry-too-large"."""
    offset = written.utcoffset() or dt.timedelta()
    text = chain.canonical(
        {
            "format": FORMAT,
            "number": number,
            "entry": entry,
            "written": {"utc": utc(written), "offset": int(offset.total_seconds()) // 60},
            "clock_earlier": earlier,
            "app": app,
            "exhibits": [exhibit.as_json() for exhibit in exhibits],
        }
    )
    if len(text) > LARGEST_ENTRY:
        raise JournalError("entry-too-large")
    return text


def read_revision(n: int, text: bytes) -> Revision:
    """Raises JournalError "store-damaged" for what is no such JSON."""
    try:
        body = json.loads(text)
        zone = dt.timezone(dt.timedelta(minutes=body["written"]["offset"]))
        return Revision(
            n=n,
            number=int(body["number"]),
            entry=cast("Entry", dict(body["entry"])),
            written=dt.datetime.fromisoformat(body["written"]["utc"]).astimezone(zone),
            clock_earlier=bool(body["clock_earlier"]),
            app=str(body["app"]),
            exhibits=tuple(body["exhibits"]),
        )
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        raise JournalError("store-damaged") from None


def utc(moment: dt.datetime) -> str:
    """ISO 8601 to the second, in UTC, ended by "Z"."""
    return f"{moment.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"


def moment_of(when: When | None, written: dt.datetime) -> int:
    """Seconds of the epoch to sort by: when it happened as far as that is known, else when it was written."""
    if when is not None and "at" in when:
        with suppress(ValueError, OverflowError):
            happened = dt.datetime.fromisoformat(when["at"])
            if happened.tzinfo is None:
                happened = happened.replace(tzinfo=_zone(when.get("zone", "")) or written.tzinfo)
            return int(happened.timestamp())
    return int(written.timestamp())


def _zone(name: str) -> dt.tzinfo | None:
    if name[:1] in "+-":
        try:
            return dt.datetime.fromisoformat(f"2000-01-01T00:00{name}").tzinfo
        except ValueError:
            return None
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
