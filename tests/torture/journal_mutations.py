"""Breaks key files and stores at random, and looks whether anything but a typed error comes out.

python tests/torture/journal_mutations.py [N] [--seed WORD] [--note]

Half of the files are keys, half stores (with and without SQLite's own journal beside them). What opens may say only
what was once written. `--note` adds a line to journal_mutations.md. Exit status 1 when anything else came out.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))  # before an installed package named `tests`

from desktop_app.core.journal import key_file, shelf  # noqa: E402 (found only now)
from desktop_app.core.journal.errors import JournalError  # noqa: E402
from desktop_app.core.journal.exhibit import NewExhibit  # noqa: E402
from desktop_app.core.journal.salvage import salvage  # noqa: E402
from desktop_app.core.journal.store import Store  # noqa: E402
from tests.torture.journal_child import ways  # noqa: E402

RESULTS = Path(__file__).resolve().parent / "journal_mutations.md"
DEFAULT = 1000
PASSPHRASE = "mutations"
WORDS = {f"entry {number} " * 40 for number in range(12)}
PICTURE = bytes(range(256)) * 60
PAGE = 4096
ODD: tuple[Any, ...] = (
    None,
    True,
    -1,
    0,
    2**70,
    "",
    "0",
    "00" * 16,
    [],
    {},
    1.5,
    "passphrase",
    "recovery",
    "argon2id",
    "\ud800",
    "ß" * 32,
)


class Victim:
    """A journal and everything that is broken in it."""

    def __init__(self) -> None:
        self.data_dir = Path(tempfile.mkdtemp(prefix="journal-mutations-")) / "data"
        journal = shelf.create(self.data_dir, PASSPHRASE, ways(0))
        for words in sorted(WORDS):
            journal.store.add({"what": words}, [NewExhibit(PICTURE, "image/png", "file", False)])
        journal.add_recovery_code()
        with journal.store.database.transaction() as connection:
            connection.pragma("cache_size", 1)
            connection.execute("INSERT INTO settings (name, text) VALUES ('x', zeroblob(60000))")
            (self.folder,) = self.data_dir.iterdir()
            self.hot = (self.folder / "store-journal").read_bytes()
            connection.execute("DELETE FROM settings")
        journal.close()
        self.keys = (self.folder / "keys").read_bytes()
        self.store = (self.folder / "store").read_bytes()

    def outcome(self) -> str:
        """The code, or "read" when it opens and says only what was written. Anything else is raised."""
        try:
            journal = shelf.unlock(self.data_dir, PASSPHRASE, ways(0))
        except JournalError as error:
            return error.code
        try:
            return _read(journal.store)
        except JournalError as error:
            found = salvage(journal.store)
            assert {revision.entry["what"] for revision in found.entries} <= WORDS
            return f"{error.code}, but {'some' if found.entries else 'nothing'} saved"
        finally:
            journal.close()

    def put_back(self, name: str) -> None:
        """The file as it was, and nothing beside it."""
        (self.folder / "store-journal").unlink(missing_ok=True)
        (self.folder / name).write_bytes(self.keys if name == "keys" else self.store)


def _read(store: Store) -> str:
    for number in store.numbers():
        for revision in store.revisions(number):
            assert revision.entry["what"] in WORDS, "words that nobody wrote"
        for exhibit in store.exhibits(number):
            assert store.exhibit_bytes(exhibit.number) == PICTURE, "a picture that nobody kept"
    store.links()
    store.draft()
    return "read"


def mutated(rng: random.Random, data: bytes, unit: int) -> bytes:
    """The same with some bits, bytes or pieces of `unit` bytes changed, moved, doubled or gone."""
    changed = bytearray(data)
    for _ in range(rng.choice((1, 1, 1, 2, 5))):
        at, end = sorted(rng.randrange(len(changed) + 1) // unit * unit for _ in range(2))
        match rng.randrange(6):
            case 0 | 1:
                place = rng.randrange(len(changed) or 1)
                changed[place : place + 1] = bytes([rng.randrange(256)])
            case 2:
                del changed[at:]
            case 3:
                del changed[at:end]
            case 4:
                changed[at:at] = changed[at:end] or rng.randbytes(unit)
            case 5:
                changed[at : at + unit], changed[end : end + unit] = (
                    changed[end : end + unit],
                    changed[at : at + unit],
                )
        changed = changed or bytearray(1)
    return bytes(changed)


def mutated_keys(rng: random.Random, keys: bytes) -> bytes:
    """Broken bytes, or whole JSON with a right sum that says something odd."""
    if rng.random() < 0.5:
        return mutated(rng, keys, 1)
    body: dict[str, Any] = json.loads(keys)
    del body["sum"]
    for _ in range(rng.choice((1, 1, 2))):
        slots = body.get("slots")
        whole = [slot for slot in slots if isinstance(slot, dict) and slot] if isinstance(slots, list) else []
        part: dict[str, Any] = rng.choice([body, *whole])
        name = rng.choice(sorted(part))
        if name == "slots" and isinstance(part[name], list) and part[name] and rng.random() < 0.7:
            part[name] = rng.choice((part[name] * 2, part[name][:1], part[name][1:], part[name][::-1]))
        elif rng.random() < 0.2 and len(part) > 1:
            del part[name]
        else:
            part[name] = rng.choice(ODD)
    return json.dumps({**body, "sum": key_file._sum(body)}, sort_keys=True).encode()


def one(rng: random.Random, victim: Victim) -> str:
    """Break one file, look, and put it back."""
    name = rng.choice(("keys", "store"))
    if name == "keys":
        (victim.folder / name).write_bytes(mutated_keys(rng, victim.keys))
    else:
        (victim.folder / name).write_bytes(mutated(rng, victim.store, rng.choice((1, 16, PAGE))))
        if rng.random() < 0.2:
            victim.put_back("store") if rng.random() < 0.5 else None
            (victim.folder / "store-journal").write_bytes(mutated(rng, victim.hot, rng.choice((1, 8, PAGE))))
    try:
        return f"{name}: {victim.outcome()}"
    finally:
        victim.put_back(name)


def main() -> int:
    """Breaks them all. Gives 0 when nothing but typed errors came out."""
    options = argparse.ArgumentParser()
    options.add_argument("files", nargs="?", type=int, default=DEFAULT)
    options.add_argument("--seed", default="")
    options.add_argument("--note", action="store_true")
    chosen = options.parse_args()
    seed = chosen.seed or f"{dt.datetime.now(dt.UTC):%m%d%H%M%S}"
    start, outcomes, found = time.monotonic(), Counter[str](), 0
    victim = Victim()
    assert victim.outcome() == "read"
    for number in range(chosen.files):
        try:
            outcomes[one(random.Random(f"{seed}.{number}"), victim)] += 1
        except Exception as error:
            found += 1
            print(f"{number}: {error!r}")
    shutil.rmtree(victim.data_dir.parent)
    what = ", ".join(f"{name} {count}" for name, count in sorted(outcomes.items()))
    moment = f"{dt.datetime.now(dt.UTC):%Y-%m-%d %H:%M}"
    line = f"| {moment} | {chosen.files} | {found} | {what} | {time.monotonic() - start:.0f} s | {seed} |"
    print(line)
    if chosen.note:
        with RESULTS.open("a", encoding="utf-8") as file:
            file.write(line + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
