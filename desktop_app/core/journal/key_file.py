"""The key file: JSON with a version, whose slots hold the store's key, each wrapped by another secret.

docs/journal.md, "keys". Reading it does no work beyond parsing: unknown versions and odd parameters are refused first.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from desktop_app.core.journal.derivation import SALT_BYTES, Cost, Derivation
from desktop_app.core.journal.errors import JournalError

VERSION = 1
PASSPHRASE = "passphrase"
RECOVERY = "recovery"
KDF = {PASSPHRASE: "argon2id", RECOVERY: "blake2b"}
ID_BYTES = 16
NONCE_BYTES = 24
WRAPPED_BYTES = 48
"""The key of 32 bytes and the seal of 16."""
FREE = Cost(0, 0)
"""The recovery code has 128 bits of its own and needs no costly derivation."""


class Slot(NamedTuple):
    """One way to the store's key. `kind`: PASSPHRASE or RECOVERY."""

    kind: str
    cost: Cost
    salt: bytes
    nonce: bytes = b""
    wrapped: bytes = b""

    def bound(self, store: bytes) -> bytes:
        """What the seal binds beside the key: the version, this slot's parameters and the store's id, as JSON."""
        return _json({"version": VERSION, "store": store.hex(), **self._parameters()})

    def _parameters(self) -> dict[str, object]:
        return {
            "type": self.kind,
            "kdf": KDF[self.kind],
            "opslimit": self.cost.opslimit,
            "memlimit": self.cost.memlimit,
            "salt": self.salt.hex(),
        }

    def as_json(self) -> dict[str, object]:
        """As it stands in the file."""
        return {**self._parameters(), "nonce": self.nonce.hex(), "wrapped": self.wrapped.hex()}


class KeyFile(NamedTuple):
    """`store`: the random id of the store that it opens; a slot for the passphrase, at most one for a recovery code."""

    store: bytes
    slots: tuple[Slot, ...]

    def slot(self, kind: str) -> Slot | None:
        """The slot of that kind, if there is one."""
        return next((slot for slot in self.slots if slot.kind == kind), None)

    def with_slot(self, new: Slot) -> KeyFile:
        """With `new` in place of the slot of its kind."""
        return KeyFile(self.store, (*self.without(new.kind).slots, new))

    def without(self, kind: str) -> KeyFile:
        """Without the slot of that kind."""
        return KeyFile(self.store, tuple(slot for slot in self.slots if slot.kind != kind))

    def as_bytes(self) -> bytes:
        """The whole file."""
        body = {"version": VERSION, "store": self.store.hex(), "slots": [slot.as_json() for slot in self.slots]}
        return _json({**body, "sum": _sum(body)})


def parse_keys(data: bytes, derivation: Derivation) -> KeyFile:
    """Raises JournalError: "keys-damaged", "keys-newer", "keys-refused"."""
    try:
        body = json.loads(data.decode())
    except (ValueError, RecursionError):
        raise JournalError("keys-damaged") from None
    if not isinstance(body, dict):
        raise JournalError("keys-damaged")
    version = body.get("version")
    if type(version) is not int or version < 1:
        raise JournalError("keys-damaged")
    # A flipped bit must not pass for a newer version: the sum stays the same in all of them.
    if body.pop("sum", None) != _sum(body):
        raise JournalError("keys-damaged")
    if version > VERSION:
        raise JournalError("keys-newer")
    keys = _key_file(body)
    # SAFETY: a file that was tampered with may neither weaken a passphrase nor stop the computer
    # (test_parameters_under_the_floor_or_over_the_top_are_refused_before_any_work).
    slot = keys.slot(PASSPHRASE)
    if slot is None or not derivation.allows(slot.cost):
        raise JournalError("keys-refused")
    return keys


def _key_file(body: Mapping[str, Any]) -> KeyFile:
    try:
        if set(body) != {"version", "store", "slots"} or not isinstance(body["slots"], list):
            raise ValueError
        keys = KeyFile(_hex(body["store"], ID_BYTES), tuple(_slot(each) for each in body["slots"]))
    except (KeyError, TypeError, ValueError, AttributeError):
        raise JournalError("keys-damaged") from None
    if len({slot.kind for slot in keys.slots}) != len(keys.slots):
        raise JournalError("keys-damaged")
    return keys


def _slot(body: Mapping[str, Any]) -> Slot:
    slot = Slot(
        body["type"],
        Cost(_number(body["opslimit"]), _number(body["memlimit"])),
        _hex(body["salt"], SALT_BYTES),
        _hex(body["nonce"], NONCE_BYTES),
        _hex(body["wrapped"], WRAPPED_BYTES),
    )
    if slot.as_json() != body or (slot.kind == RECOVERY and slot.cost != FREE):
        raise ValueError
    return slot


def _number(value: object) -> int:
    if type(value) is not int:
        raise ValueError
    return value


def _hex(value: object, length: int) -> bytes:
    if not isinstance(value, str) or len(value) != 2 * length:
        raise ValueError
    return bytes.fromhex(value)


def _sum(body: Mapping[str, object]) -> str:
    """Tells a damaged file from a wrong passphrase. It is no secret and protects nothing; the seals do."""
    return hashlib.sha256(_json(body)).hexdigest()


def _json(body: Mapping[str, object]) -> bytes:
    return json.dumps(body, sort_keys=True, separators=(",", ":")).encode()
