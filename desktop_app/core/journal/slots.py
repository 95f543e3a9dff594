"""Wrapping the store's key and unwrapping it: XChaCha20-Poly1305, by a passphrase's key or a recovery code's.

docs/journal.md, "keys".
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress

from desktop_app.core.journal.derivation import KEY_BYTES, SALT_BYTES, Cost, Derivation, derive
from desktop_app.core.journal.errors import JournalError
from desktop_app.core.journal.key_file import FREE, NONCE_BYTES, PASSPHRASE, RECOVERY, Slot


def wrap(slot: Slot, store: bytes, store_key: bytes, by: bytes) -> Slot:
    """The slot with the store's key sealed in it by the key `by`; its nonce is new."""
    from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt as seal

    nonce = os.urandom(NONCE_BYTES)
    return slot._replace(nonce=nonce, wrapped=bytes(seal(store_key, slot.bound(store), nonce, by)))


def unwrap(slot: Slot, store: bytes, by: bytes) -> bytes | None:
    """The store's key; None when `by` is not the key, or the slot was changed in any way."""
    from nacl import exceptions
    from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as unseal

    try:
        key = bytes(unseal(slot.wrapped, slot.bound(store), slot.nonce, by))
    except exceptions.CryptoError:
        return None
    return key if len(key) == KEY_BYTES else None


class Derived:
    """Derives a passphrase's key once for every salt and cost that it meets."""

    def __init__(self, passphrase: bytes) -> None:
        self._passphrase = passphrase
        self._keys: dict[tuple[bytes, Cost], bytes] = {}

    def key(self, slot: Slot) -> bytes:
        """The key for this slot. Raises JournalError "no-memory"."""
        at = (slot.salt, slot.cost)
        if at not in self._keys:
            self._keys[at] = derive(self._passphrase, slot.salt, slot.cost)
        return self._keys[at]


def new_passphrase_slot(derived: Derived, derivation: Derivation, like: Slot | None) -> tuple[Slot, bytes]:
    """An empty slot and the key to fill it with. Takes as long as the derivation does. Raises JournalError "no-memory".

    `like`: a slot of a journal in the same folder, whose salt and parameters are copied, so that one derivation opens
    any of them and the time tells nothing.
    """
    salt = os.urandom(SALT_BYTES)
    tries = [Slot(PASSPHRASE, derivation.wanted, salt), Slot(PASSPHRASE, derivation.fallback, salt)]
    if like is not None:
        tries.insert(0, Slot(PASSPHRASE, like.cost, like.salt))
    for slot in tries[:-1]:
        with suppress(JournalError):
            return slot, derived.key(slot)
    return tries[-1], derived.key(tries[-1])


def new_recovery_slot(secret: bytes) -> tuple[Slot, bytes]:
    """An empty slot for a recovery code's secret, and the key to fill it with."""
    slot = Slot(RECOVERY, FREE, os.urandom(SALT_BYTES))
    return slot, recovery_key(secret, slot.salt)


def recovery_key(secret: bytes, salt: bytes) -> bytes:
    """BLAKE2b: fast is fine, for the secret has 128 bits of its own."""
    return hashlib.blake2b(secret, digest_size=KEY_BYTES, salt=salt, person=b"handrail-recover").digest()
