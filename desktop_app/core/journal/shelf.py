"""The folder that holds journals: starting one, and opening the one that a passphrase or a recovery code picks.

docs/journal.md, "Layout", "Opening". Nothing exists before `create`. The derivation, the clock and the program's
version are passed in; only `app.py` passes the real cost.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from desktop_app.core.journal import files, keyring, slots
from desktop_app.core.journal.derivation import KEY_BYTES, Derivation
from desktop_app.core.journal.errors import JournalError
from desktop_app.core.journal.journal import Journal
from desktop_app.core.journal.key_file import ID_BYTES, KeyFile
from desktop_app.core.journal.keyring import Found, Ring
from desktop_app.core.journal.opening import make_store, open_store
from desktop_app.core.journal.passphrase import normalized
from desktop_app.core.journal.recovery_code import secret_of
from desktop_app.core.journal.schema import MIGRATIONS, Migration
from desktop_app.core.journal.store import Store


class Ways(NamedTuple):
    """How journals are opened: what a passphrase's key costs, what time it is (with its zone), the program's version.

    `migrations` and `vfs` are for tests.
    """

    derivation: Derivation
    clock: Callable[[], dt.datetime]
    app: str
    migrations: Sequence[Migration] = MIGRATIONS
    vfs: str | None = None


def create(data_dir: Path, passphrase: str, ways: Ways) -> Journal:
    """Start a journal. It is there, whole, when this returns; before, or when it raises JournalError, nothing is.

    Raises "passphrase-taken" when that passphrase opens a journal that is there already.
    """
    ring, derived = keyring.look(data_dir, ways.derivation), slots.Derived(normalized(passphrase))
    if ring.opened_by_passphrase(derived) is not None:
        raise JournalError("passphrase-taken")
    slot, by = slots.new_passphrase_slot(derived, ways.derivation, ring.like(ways.derivation))
    store_key, store = os.urandom(KEY_BYTES), os.urandom(ID_BYTES)
    keys = KeyFile(store, (slots.wrap(slot, store, store_key, by),))
    with files.whole_folder(data_dir) as (new, folder):
        make_store(new / files.STORE, store_key, store, migrations=ways.migrations, vfs=ways.vfs).close()
        files.write_whole(new / files.KEYS, keys.as_bytes())
    files.calm_times(data_dir)
    return _open(Found(folder, keys), store_key, ways)


def in_memory(ways: Ways) -> Journal:
    """A journal that leaves nothing on any disk and is gone with the program."""
    store_key, store = os.urandom(KEY_BYTES), os.urandom(ID_BYTES)
    database = make_store(None, store_key, store, migrations=ways.migrations)
    return Journal(None, KeyFile(store, ()), store_key, Store(database, ways.clock, ways.app))


def unlock(data_dir: Path, passphrase: str, ways: Ways) -> Journal:
    """The journal that this passphrase opens. Derives once for all that share a salt, whichever it is.

    Raises JournalError: "no-journal", "passphrase-wrong" (with `also`: what is wrong with others here), or what is
    wrong with the only ones there are.
    """
    ring, derived = keyring.look(data_dir, ways.derivation), slots.Derived(normalized(passphrase))
    opened = ring.opened_by_passphrase(derived)
    if opened is None:
        raise _nothing_opened(ring, JournalError("passphrase-wrong", ring.wrong))
    journal = _open(*opened, ways)
    with suppress(JournalError):
        journal.strengthen(derived, ways.derivation)
    return journal


def unlock_with_code(data_dir: Path, code: str, ways: Ways) -> Journal:
    """The journal that this recovery code opens. Raises JournalError, also "recovery-mistyped", "recovery-wrong"."""
    secret, ring = secret_of(code), keyring.look(data_dir, ways.derivation)
    opened = ring.opened_by_code(secret)
    if opened is None:
        raise _nothing_opened(ring, JournalError("recovery-wrong", ring.wrong))
    return _open(*opened, ways)


def _nothing_opened(ring: Ring, refused: JournalError) -> JournalError:
    if ring.found:
        return refused
    if not ring.wrong:
        return JournalError("no-journal")
    first, *others = sorted(ring.wrong)
    return JournalError(first, frozenset(others))


def _open(found: Found, store_key: bytes, ways: Ways) -> Journal:
    database = open_store(
        found.folder / files.STORE, store_key, found.keys.store, migrations=ways.migrations, vfs=ways.vfs
    )
    return Journal(found.folder, found.keys, store_key, Store(database, ways.clock, ways.app))
