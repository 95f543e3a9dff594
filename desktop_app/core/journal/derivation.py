"""From a passphrase to a key: Argon2id, what it costs, and what of it is refused (docs/journal.md, "Passphrase").

The cost is an argument of everything that opens a journal. Only `app.py` passes REAL; tests pass a cheap one.
"""

from __future__ import annotations

from typing import NamedTuple

from desktop_app.core.journal.errors import JournalError

MIB = 1024 * 1024
KEY_BYTES = 32
SALT_BYTES = 16
MOST_MEMORY = 1024 * MIB
"""Above this a key file is refused before any work: it would only be there to stop the program."""
MOST_PASSES = 16
"""The same for time: sixteen passes over 1 GiB are some ten seconds."""


class Cost(NamedTuple):
    """What a derivation costs: `opslimit` in passes over the memory, `memlimit` in bytes."""

    opslimit: int
    memlimit: int


class Derivation(NamedTuple):
    """`wanted` for a new journal; `fallback` when that memory cannot be had; nothing below `floor` is ever used."""

    wanted: Cost
    fallback: Cost
    floor: Cost

    def allows(self, cost: Cost) -> bool:
        """Whether a key file may ask for this cost."""
        return (
            self.floor.opslimit <= cost.opslimit <= MOST_PASSES and self.floor.memlimit <= cost.memlimit <= MOST_MEMORY
        )

    def is_weak(self, cost: Cost) -> bool:
        """Whether a slot of this cost should be wrapped again, stronger."""
        return cost.opslimit < self.wanted.opslimit or cost.memlimit < self.wanted.memlimit


REAL = Derivation(wanted=Cost(3, 256 * MIB), fallback=Cost(3, 64 * MIB), floor=Cost(3, 64 * MIB))
"""libsodium's MODERATE; in need 64 MiB, never below."""


def derive(passphrase: bytes, salt: bytes, cost: Cost) -> bytes:
    """The key of 32 bytes. Takes `cost.memlimit` bytes for as long as it runs. Raises JournalError "no-memory"."""
    from nacl import bindings, exceptions

    try:
        return bytes(
            bindings.crypto_pwhash_alg(
                KEY_BYTES, passphrase, salt, cost.opslimit, cost.memlimit, bindings.crypto_pwhash_ALG_ARGON2ID13
            )
        )
    except (exceptions.RuntimeError, MemoryError):
        # libsodium says no more than that it failed; every parameter has been looked at before.
        raise JournalError("no-memory") from None
