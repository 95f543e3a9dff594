"""The key files in one folder: which there are, which of them a passphrase or a code opens.

docs/journal.md, "Layout": several people at one account can each have a journal, and the passphrase picks it. Nothing
here says how many there are, whose they are, or which was tried.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from desktop_app.core.journal import files, slots
from desktop_app.core.journal.derivation import Derivation
from desktop_app.core.journal.errors import Code, JournalError
from desktop_app.core.journal.key_file import PASSPHRASE, RECOVERY, KeyFile, Slot, parse_keys


class Found(NamedTuple):
    """The folder of a journal and what its key file says."""

    folder: Path
    keys: KeyFile


class Ring(NamedTuple):
    """`wrong`: what keeps the other folders' key files from being used."""

    found: tuple[Found, ...]
    wrong: frozenset[Code]

    def opened_by_passphrase(self, derived: slots.Derived) -> tuple[Found, bytes] | None:
        """The journal that this passphrase opens, and its store's key. Raises JournalError "no-memory"."""
        for each in self.found:
            slot = each.keys.slot(PASSPHRASE)
            if slot is not None and (key := slots.unwrap(slot, each.keys.store, derived.key(slot))) is not None:
                return each, key
        return None

    def opened_by_code(self, secret: bytes) -> tuple[Found, bytes] | None:
        """The journal that this recovery code's secret opens, and its store's key."""
        for each in self.found:
            slot = each.keys.slot(RECOVERY)
            if slot is not None:
                key = slots.unwrap(slot, each.keys.store, slots.recovery_key(secret, slot.salt))
                if key is not None:
                    return each, key
        return None

    def without(self, folder: Path) -> Ring:
        """The others."""
        return Ring(tuple(each for each in self.found if each.folder != folder), self.wrong)

    def like(self, derivation: Derivation) -> Slot | None:
        """The slot whose salt and parameters a new one copies: one that is strong enough, else any, else None."""
        there = [slot for each in self.found if (slot := each.keys.slot(PASSPHRASE)) is not None]
        return min(there, key=lambda slot: derivation.is_weak(slot.cost), default=None)


def look(data_dir: Path, derivation: Derivation) -> Ring:
    """Every journal in the folder. Raises JournalError when the folder itself cannot be read."""
    return _ring(files.journal_folders(data_dir), derivation)


def _ring(folders: Iterable[Path], derivation: Derivation) -> Ring:
    found, wrong = [], set()
    for folder in folders:
        try:
            found.append(Found(folder, read_keys(folder, derivation)))
        except JournalError as error:
            if error.code != "no-folder":  # erased at this moment, or an empty folder that is not ours
                wrong.add(error.code)
    return Ring(tuple(found), frozenset(wrong))


def read_keys(folder: Path, derivation: Derivation) -> KeyFile:
    """The key file of one journal. Raises JournalError; "no-folder" when there is neither keys nor store."""
    try:
        data = files.read_whole(folder / files.KEYS)
    except JournalError as error:
        if error.code == "no-folder" and os.path.lexists(folder / files.STORE):
            raise JournalError("keys-missing") from None
        raise
    return parse_keys(data, derivation)
