"""An open journal: its store, its key, its folder, and what can be done to it as a whole.

docs/journal.md, "Passphrase", "Recovery code", "Deleting".
"""

from __future__ import annotations

from pathlib import Path

from desktop_app.core.durable import settle
from desktop_app.core.journal import files, keyring, slots
from desktop_app.core.journal.derivation import Derivation
from desktop_app.core.journal.errors import JournalError, system_errors
from desktop_app.core.journal.key_file import PASSPHRASE, RECOVERY, KeyFile, Slot
from desktop_app.core.journal.passphrase import normalized
from desktop_app.core.journal.recovery_code import code_of, new_secret
from desktop_app.core.journal.store import Store


class Journal:
    """One journal, opened. `folder` None: in memory only; there is no passphrase, no code and no copy of such a one."""

    def __init__(self, folder: Path | None, keys: KeyFile, store_key: bytes, store: Store) -> None:
        self.folder = folder
        self.keys = keys
        self.store_key = store_key
        self.store = store

    def close(self) -> None:
        """Let go of the file and of the key. What Python has copied of it is gone only with the process."""
        self.store.database.close()
        self.store_key = b""

    @property
    def on_disk(self) -> Path:
        """The folder. Raises JournalError: "closed"; "no-folder" for a journal in memory."""
        if not self.store_key:
            raise JournalError("closed")
        if self.folder is None:
            raise JournalError("no-folder")
        return self.folder

    @property
    def has_recovery_code(self) -> bool:
        """Whether a recovery code opens it too."""
        return self.keys.slot(RECOVERY) is not None

    def change_passphrase(self, passphrase: str, derivation: Derivation) -> None:
        """From now on this passphrase opens it, and the old one does not. Takes as long as the derivation.

        Salt and parameters are those of the journals beside it. Raises JournalError, also "passphrase-taken".
        """
        ring, derived = keyring.look(self.on_disk.parent, derivation), slots.Derived(normalized(passphrase))
        if ring.without(self.on_disk).opened_by_passphrase(derived) is not None:
            raise JournalError("passphrase-taken")
        self._wrap(*slots.new_passphrase_slot(derived, derivation, ring.like(derivation)))

    def strengthen(self, derived: slots.Derived, derivation: Derivation) -> None:
        """Wrap the key anew where this computer once had not the memory for it. `derived`: of the right passphrase.

        Raises JournalError when it still has not, or nothing can be written; then all is as it was.
        """
        slot = self.keys.slot(PASSPHRASE)
        if slot is None or not derivation.is_weak(slot.cost):
            return
        like = keyring.look(self.on_disk.parent, derivation).like(derivation)
        if like is not None and derivation.is_weak(like.cost):
            like = None
        stronger, by = slots.new_passphrase_slot(derived, derivation, like)
        if not derivation.is_weak(stronger.cost):
            self._wrap(stronger, by)

    def add_recovery_code(self) -> str:
        """A new recovery code, to be shown once. One that there was before opens nothing any more."""
        secret = new_secret()
        self._wrap(*slots.new_recovery_slot(secret))
        return code_of(secret)

    def remove_recovery_code(self) -> None:
        """No recovery code opens it any more."""
        self._write(self.keys.without(RECOVERY))

    def _wrap(self, slot: Slot, by: bytes) -> None:
        self._write(self.keys.with_slot(slots.wrap(slot, self.keys.store, self.store_key, by)))

    def _write(self, keys: KeyFile) -> None:
        files.write_whole(self.on_disk / files.KEYS, keys.as_bytes())
        self.keys = keys

    def erase(self) -> None:
        """Close it and take both files and the folder away. Raises JournalError; it is closed all the same.

        The folder gets another name first: if this is cut short there, no passphrase opens it any more, and the next
        start finishes it.
        """
        if self.folder is None:
            self.close()
            return
        folder = self.on_disk
        self.close()
        gone = folder.with_name(folder.name + files.GONE)
        with system_errors("not-written"):
            folder.rename(gone)
        settle(folder.parent)
        files.remove_folder(gone)
        settle(folder.parent)
        files.calm_times(folder.parent)
