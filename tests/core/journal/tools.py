"""A cheap derivation, a clock that is moved, and short ways to make journals."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from desktop_app.core.journal import shelf
from desktop_app.core.journal.derivation import Cost, Derivation
from desktop_app.core.journal.journal import Journal
from desktop_app.core.journal.schema import MIGRATIONS, Migration
from desktop_app.core.journal.shelf import Ways

TINY = Cost(1, 8192)
"""The least that libsodium does: half a millisecond."""
CHEAP = Derivation(TINY, TINY, TINY)
BERLIN = dt.timezone(dt.timedelta(hours=1))
PASSPHRASE = "Four words, not for real use"


class Calendar:
    """The time and its zone, until it is moved."""

    def __init__(self) -> None:
        self.now = dt.datetime(2026, 11, 24, 21, 30, 5, tzinfo=BERLIN)

    def __call__(self) -> dt.datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += dt.timedelta(**by)


def ways(
    calendar: Calendar | None = None,
    derivation: Derivation = CHEAP,
    migrations: Sequence[Migration] = MIGRATIONS,
    vfs: str | None = None,
) -> Ways:
    return Ways(derivation, calendar or Calendar(), "0.0.1", migrations, vfs)


def started(data_dir: Path, *, passphrase: str = PASSPHRASE, calendar: Calendar | None = None) -> Journal:
    return shelf.create(data_dir, passphrase, ways(calendar))


def opened(data_dir: Path, *, passphrase: str = PASSPHRASE) -> Journal:
    return shelf.unlock(data_dir, passphrase, ways())


def everything(folder: Path) -> dict[str, bytes | None]:
    """Every file with its bytes and every folder with None, by its place."""
    return {
        found.relative_to(folder).as_posix(): found.read_bytes() if found.is_file() else None
        for found in sorted(folder.rglob("*"))
    }
