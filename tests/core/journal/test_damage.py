"""Flipped bits, cut files, files that are missing or held by somebody else: a code each, and nothing is changed."""

import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from desktop_app.core.journal import shelf
from desktop_app.core.journal.errors import CODES, JournalError
from desktop_app.core.journal.exhibit import NewExhibit
from desktop_app.core.journal.journal import Journal
from desktop_app.core.journal.salvage import salvage
from tests.core.journal.tools import PASSPHRASE, everything, opened, started, ways
from tests.desktop.program import ROOT

PAGE = 4096


@pytest.fixture
def folder(journal: Journal, data_dir: Path) -> Path:
    """Of a journal with forty entries and three pictures, closed."""
    for number in range(40):
        journal.store.add({"what": f"entry {number} " * 60})
    for number in (1, 20, 40):
        journal.store.revise(
            number, {"what": "with a picture"}, [NewExhibit(bytes(30_000), "image/png", "file", False)]
        )
    journal.close()
    (folder,) = data_dir.iterdir()
    return folder


def code_of(data_dir: Path, passphrase: str = PASSPHRASE) -> str:
    with pytest.raises(JournalError) as caught:
        shelf.unlock(data_dir, passphrase, ways())
    return caught.value.code


def flip(path: Path, bit: int) -> None:
    data = bytearray(path.read_bytes())
    data[bit // 8] ^= 1 << bit % 8
    path.write_bytes(data)


def read_all(journal: Journal) -> None:
    """Every text and every byte of every picture. Raises JournalError."""
    store = journal.store
    for number in store.numbers():
        assert store.revisions(number)
        for exhibit in store.exhibits(number):
            assert len(store.exhibit_bytes(exhibit.number)) == exhibit.size
    store.links()


def code_of_reading(journal: Journal) -> str:
    try:
        read_all(journal)
    except JournalError as error:
        return error.code
    return ""


def test_every_flipped_bit_of_the_store_is_noticed_and_nothing_is_written(folder: Path, data_dir: Path) -> None:
    store = folder / "store"
    whole = store.read_bytes()
    rng = random.Random(6)
    pages = len(whole) // PAGE
    # In each page somewhere, and in its first and last byte: there are nonces, seals and, in the first, the salt.
    bits = [8 * PAGE * page + bit for page in range(pages) for bit in (0, rng.randrange(8 * PAGE), 8 * PAGE - 1)]
    saved = 0
    for bit in bits:
        store.write_bytes(whole)
        flip(store, bit)
        damaged = store.read_bytes()
        if bit < 8 * PAGE:
            assert code_of(data_dir) == "store-damaged"
        else:
            journal = opened(data_dir)
            assert not journal.store.database.whole()
            assert code_of_reading(journal) in ("store-damaged", "")  # some pages are only there for writing
            assert journal.store.damaged
            with pytest.raises(JournalError) as caught:
                journal.store.add({"what": "never"})
            assert caught.value.code == "store-damaged"
            found = salvage(journal.store)
            saved += len(found.entries)
            assert found.lost > 0 or (len(found.entries), len(found.exhibits)) == (40, 3)
            journal.close()
        assert store.read_bytes() == damaged
    assert saved > 30 * (len(bits) - 3)


def test_a_store_that_was_cut_says_so(folder: Path, data_dir: Path) -> None:
    store = folder / "store"
    whole = store.read_bytes()
    for length in (0, 1, 100, PAGE - 1, PAGE, PAGE + 1, 3 * PAGE, len(whole) // 2, len(whole) - PAGE, len(whole) - 1):
        store.write_bytes(whole[:length])
        with pytest.raises(JournalError) as caught:
            read_all(opened(data_dir))
        assert caught.value.code == "store-damaged"
        assert store.read_bytes() == whole[:length]


def test_pages_of_another_time_or_place_are_noticed(folder: Path, data_dir: Path) -> None:
    store = folder / "store"
    whole = store.read_bytes()
    swapped = whole[: 2 * PAGE] + whole[3 * PAGE : 4 * PAGE] + whole[2 * PAGE : 3 * PAGE] + whole[4 * PAGE :]
    store.write_bytes(swapped)
    assert not opened(data_dir).store.database.whole()
    store.write_bytes(whole)
    assert opened(data_dir).store.database.whole()


def test_every_flipped_bit_of_the_keys_says_that_the_keys_are_damaged(folder: Path, data_dir: Path) -> None:
    keys = folder / "keys"
    whole = keys.read_bytes()
    for bit in range(0, 8 * len(whole), 61):
        keys.write_bytes(whole)
        flip(keys, bit)
        before = everything(data_dir)
        assert code_of(data_dir) == "keys-damaged"
        assert everything(data_dir) == before


def test_keys_without_a_store_and_the_reverse(folder: Path, data_dir: Path) -> None:
    keys, store = folder / "keys", folder / "store"
    kept = store.rename(data_dir / "kept")
    before = everything(data_dir)
    assert code_of(data_dir) == "store-missing"
    assert code_of(data_dir, "another") == "passphrase-wrong"
    assert everything(data_dir) == before
    kept.rename(store)
    keys.unlink()
    before = everything(data_dir)
    assert code_of(data_dir) == "keys-missing"
    assert everything(data_dir) == before


def test_one_damaged_journal_does_not_keep_another_closed(folder: Path, data_dir: Path) -> None:
    started(data_dir, passphrase="second").close()
    flip(folder / "keys", 100)
    opened(data_dir, passphrase="second").close()
    with pytest.raises(JournalError) as caught:
        shelf.unlock(data_dir, PASSPHRASE, ways())
    assert caught.value.code == "passphrase-wrong"
    assert set(caught.value.also) == {"keys-damaged"}


def test_the_store_of_another_journal_is_not_taken_for_ones_own(folder: Path, data_dir: Path, tmp_path: Path) -> None:
    started(tmp_path / "other").close()
    (other,) = (tmp_path / "other").iterdir()
    (other / "store").replace(folder / "store")
    before = everything(data_dir)
    assert code_of(data_dir) == "store-damaged"
    assert everything(data_dir) == before


def test_a_second_program_that_writes_is_waited_for_and_then_named(
    folder: Path, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.core.journal import database

    monkeypatch.setattr(database, "BUSY_MS", 20)
    one, two = opened(data_dir), opened(data_dir)
    two.store.add({"what": "two at the same time are fine"})
    with one.store.database.transaction():
        assert len(two.store.numbers()) == 41
        for do in (lambda: two.store.add({"what": "not now"}), lambda: two.store.save_draft({"what": "nor that"})):
            with pytest.raises(JournalError) as caught:
                do()
            assert caught.value.code == "busy"
    two.store.add({"what": "now it goes"})
    with one.store.database.reading() as connection:
        connection.execute("BEGIN EXCLUSIVE")
        assert code_of(data_dir) == "busy"
        connection.execute("ROLLBACK")
    assert len(one.store.numbers()) == 42
    one.close()
    two.close()


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that is in no folder of root's: nobody may write into one of root's, but root always may."""
    # Not where temporary files go: our own tests keep those in a folder that is closed to everybody else.
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        Path(name).chmod(0o755)
        yield Path(name)


READ_ONLY = """
import os, sys
from pathlib import Path
from desktop_app.core.journal import shelf
from desktop_app.core.journal.errors import JournalError
from tests.core.journal.tools import CHEAP, opened, ways

if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
data_dir = Path(sys.argv[1])
journal = opened(data_dir)
print(len(journal.store.numbers()))
tries = [lambda: journal.store.add({"what": "it"}), lambda: journal.change_passphrase("x", CHEAP), journal.erase]
for do in [*tries, lambda: shelf.create(data_dir, "y", ways())]:
    try:
        print(do())
    except JournalError as error:
        print(error.code)
"""


def test_a_read_only_folder_can_be_read_and_says_so(folder: Path, data_dir: Path, open_to_all: Path) -> None:
    data_dir = data_dir.rename(open_to_all / "handrail")
    folder = data_dir / folder.name
    paths = (folder / "keys", folder / "store", folder, data_dir)
    modes = [path.stat().st_mode for path in paths]
    for path in paths:
        path.chmod(0o555)
    before = everything(data_dir)
    command = [sys.executable, "-c", READ_ONLY, str(data_dir)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert everything(data_dir) == before
    for path, mode in zip(paths, modes, strict=True):
        path.chmod(mode)
    assert (done.stderr, done.stdout.split()) == ("", ["40", *["read-only"] * 4])


def test_every_error_of_sqlite_has_a_code() -> None:
    from desktop_app.core.journal.database import sqlite_errors

    for kind in vars(apsw).values():
        if isinstance(kind, type) and issubclass(kind, apsw.Error):
            with pytest.raises(JournalError) as caught, sqlite_errors():
                raise kind("x")
            assert caught.value.code in CODES
