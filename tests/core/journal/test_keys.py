"""The key file: what opens it, what is refused before any work, and that it is whole or not at all."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.journal import derivation, files, key_file, slots
from desktop_app.core.journal.derivation import MIB, REAL, Cost, Derivation
from desktop_app.core.journal.errors import JournalError
from desktop_app.core.journal.key_file import PASSPHRASE, RECOVERY, KeyFile, Slot, parse_keys
from tests.core.journal.tools import CHEAP, TINY
from tests.desktop.program import ROOT

STORE, STORE_KEY = bytes(range(16)), bytes(range(32))


def filled(cost: Cost = TINY, passphrase: bytes = b"secret") -> KeyFile:
    slot, by = slots.new_passphrase_slot(slots.Derived(passphrase), Derivation(cost, cost, cost), None)
    recovery, by_code = slots.new_recovery_slot(b"r" * 16)
    wrapped = slots.wrap(recovery, STORE, STORE_KEY, by_code)
    return KeyFile(STORE, (slots.wrap(slot, STORE, STORE_KEY, by), wrapped))


def slot_of(keys: KeyFile, kind: str = PASSPHRASE) -> Slot:
    slot = keys.slot(kind)
    assert slot is not None
    return slot


def asking_for(cost: Cost) -> bytes:
    """A whole key file that asks for this cost."""
    return KeyFile(STORE, (Slot(PASSPHRASE, cost, bytes(16), bytes(24), bytes(48)),)).as_bytes()


def code_of(data: bytes, derivation: Derivation = CHEAP) -> str:
    with pytest.raises(JournalError) as caught:
        parse_keys(data, derivation)
    return caught.value.code


def outcome(data: bytes) -> KeyFile | str:
    """What the file says, or the code of what is wrong with it."""
    try:
        return parse_keys(data, CHEAP)
    except JournalError as error:
        return error.code


def test_what_is_written_is_read() -> None:
    keys = filled()
    assert parse_keys(keys.as_bytes(), CHEAP) == keys


def test_the_right_secret_gives_the_key_and_another_gives_nothing() -> None:
    keys = filled()
    slot, code = slot_of(keys), slot_of(keys, RECOVERY)
    assert slots.unwrap(slot, STORE, slots.Derived(b"secret").key(slot)) == STORE_KEY
    assert slots.unwrap(slot, STORE, slots.Derived(b"Secret").key(slot)) is None
    assert slots.unwrap(code, STORE, slots.recovery_key(b"r" * 16, code.salt)) == STORE_KEY
    assert slots.unwrap(code, STORE, slots.recovery_key(b"s" * 16, code.salt)) is None


def test_the_seal_binds_the_store_and_every_parameter() -> None:
    slot = slot_of(filled())
    by = slots.Derived(b"secret").key(slot)
    assert slots.unwrap(slot, bytes(16), by) is None
    for changed in (
        slot._replace(kind=RECOVERY),
        slot._replace(cost=Cost(2, TINY.memlimit)),
        slot._replace(cost=Cost(1, 2 * TINY.memlimit)),
        slot._replace(salt=bytes(16)),
        slot._replace(nonce=bytes(24)),
    ):
        assert slots.unwrap(changed, STORE, by) is None


def test_a_key_is_wrapped_with_another_nonce_each_time() -> None:
    slot = slot_of(filled())
    twice = [slots.wrap(slot, STORE, STORE_KEY, bytes(32)) for _ in range(2)]
    assert twice[0].nonce != twice[1].nonce
    assert twice[0].wrapped != twice[1].wrapped


@pytest.mark.parametrize(
    "cost",
    [
        Cost(2, 64 * MIB),
        Cost(3, 64 * MIB - 1),
        Cost(3, 0),
        Cost(0, 256 * MIB),
        Cost(3, 1024 * MIB + 1),
        Cost(17, 64 * MIB),
        Cost(2**64, 2**64),
        Cost(-3, -256 * MIB),
    ],
)
def test_parameters_under_the_floor_or_over_the_top_are_refused_before_any_work(
    cost: Cost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slots, "derive", None)  # nobody may get as far as that
    assert code_of(asking_for(cost), REAL) == "keys-refused"


@pytest.mark.parametrize("cost", [Cost(3, 64 * MIB), Cost(3, 256 * MIB), Cost(4, 1024 * MIB)])
def test_parameters_between_are_accepted(cost: Cost) -> None:
    assert slot_of(parse_keys(asking_for(cost), REAL)).cost == cost


def test_the_real_cost_is_the_one_that_was_promised() -> None:
    assert Derivation(Cost(3, 256 * MIB), Cost(3, 64 * MIB), Cost(3, 64 * MIB)) == REAL
    assert derivation.MOST_MEMORY == 1024 * MIB


def test_a_newer_version_is_told_from_a_damaged_one() -> None:
    body = json.loads(filled().as_bytes())
    body["version"] = 2
    assert code_of(json.dumps(body).encode()) == "keys-damaged"  # the sum does not fit
    del body["sum"]
    body["ways"] = ["of the future"]
    body["sum"] = key_file._sum(body)
    assert code_of(json.dumps(body).encode()) == "keys-newer"


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", "nonsense", '{"version": true}', "[" * 50_000])
def test_what_is_no_key_file_is_damaged(text: str) -> None:
    assert code_of(text.encode()) == "keys-damaged"


def test_every_flipped_bit_of_a_key_file_is_noticed() -> None:
    whole = filled().as_bytes()
    for bit in range(8 * len(whole)):
        flipped = bytearray(whole)
        flipped[bit // 8] ^= 1 << bit % 8
        assert code_of(bytes(flipped)) == "keys-damaged", bit


@given(st.binary(max_size=200), st.integers(0, 800), st.integers(0, 800))
def test_a_mutated_key_file_gives_a_typed_error_only(junk: bytes, start: int, end: int) -> None:
    whole = asking_for(TINY)
    assert outcome(whole[:start] + junk + whole[end:]) in ("keys-damaged", parse_keys(whole, CHEAP))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=40),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
        max_leaves=8,
    ),
    st.sampled_from(["version", "store", "slots"]),
    st.sampled_from(["type", "kdf", "opslimit", "memlimit", "salt", "nonce", "wrapped"]),
)
def test_a_key_file_of_odd_values_with_a_right_sum_gives_a_typed_error_only(odd: object, key: str, part: str) -> None:
    for place in (key, part):
        body = json.loads(asking_for(TINY))
        (body if place == key else body["slots"][0])[place] = odd
        del body["sum"]
        body["sum"] = key_file._sum(body)
        found = outcome(json.dumps(body).encode())
        assert isinstance(found, KeyFile) or found in ("keys-damaged", "keys-newer", "keys-refused")


SCANT = """
import resource
from desktop_app.core.journal.derivation import Cost, Derivation, derive
from desktop_app.core.journal.errors import JournalError
from desktop_app.core.journal.slots import Derived, new_passphrase_slot

derive(b"x", bytes(16), Cost(1, 8192))
resource.setrlimit(resource.RLIMIT_AS, (256 * 2**20, 256 * 2**20))
try:
    derive(b"x", bytes(16), Cost(3, 256 * 2**20))
except JournalError as error:
    print(error.code)
tiny = Cost(1, 8192)
print(new_passphrase_slot(Derived(b"x"), Derivation(Cost(3, 256 * 2**20), tiny, tiny), None)[0].cost == tiny)
"""


def test_memory_that_cannot_be_had_has_its_own_code_and_a_fallback() -> None:
    done = subprocess.run([sys.executable, "-c", SCANT], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("no-memory\nTrue\n", "")


def test_a_file_is_replaced_whole_or_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / files.KEYS
    files.write_whole(path, b"old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        with pytest.raises(JournalError) as caught:
            files.write_whole(path, b"new")
    assert caught.value.code == "disk-full"
    assert [found.name for found in tmp_path.iterdir()] == [files.KEYS]
    assert path.read_bytes() == b"old"
