"""What the process that is killed does: one change after the other to a journal, each told before and after."""

from __future__ import annotations

import datetime as dt
import json
import os
import random
from pathlib import Path

from desktop_app.core.journal import shelf
from desktop_app.core.journal.backup import back_up
from desktop_app.core.journal.derivation import Cost, Derivation
from desktop_app.core.journal.exhibit import NewExhibit
from desktop_app.core.journal.journal import Journal
from desktop_app.core.journal.schema import MIGRATIONS, Migration
from desktop_app.core.journal.shelf import Ways
from desktop_app.core.journal.store import Store
from tests.torture.journal_state import Operation, State, choose, rare

TINY = Cost(1, 8192)
CHEAP = Derivation(TINY, TINY, TINY)


def step(number: int) -> Migration:
    """A change of version that touches every row."""
    return lambda connection: connection.execute(
        f"CREATE TABLE step_{number} AS SELECT n, text FROM revisions; DROP TABLE IF EXISTS step_{number - 1}"
    )


def ways(version: int) -> Ways:
    """As the program would open it, had it that many versions more."""
    migrations = (*MIGRATIONS, *(step(number) for number in range(1, version + 1)))
    return Ways(CHEAP, lambda: dt.datetime.now(dt.UTC), "0.0.0", migrations)


def work(seed: str, state: State, data_dir: Path, stick: Path, pipe: int) -> None:
    """Goes on until it is killed. `pipe`: where "begin" and "done" lines go."""
    rng = random.Random(seed)
    theme = rng.choices(("", "migrate", "back_up", "passphrase", "erase"), (5, 2, 2, 2, 1))[0]
    first = rare(rng, theme) if theme and state.started else None
    journal = shelf.unlock(data_dir, state.passphrase, ways(state.version)) if state.started else None
    while True:
        operation = first or choose(rng, state)
        first = None
        _tell(pipe, "begin", operation)
        journal = do(operation, state, journal, data_dir, stick)
        _tell(pipe, "done", operation)
        state = state.after(operation)


def _tell(pipe: int, word: str, operation: Operation) -> None:
    os.write(pipe, json.dumps([word, operation]).encode() + b"\n")


def do(operation: Operation, state: State, journal: Journal | None, data_dir: Path, stick: Path) -> Journal | None:
    """Do it, and give the journal that is then open."""
    if journal is None:
        return shelf.create(data_dir, operation["passphrase"], ways(0))
    match operation["do"]:
        case "passphrase":
            journal.change_passphrase(operation["passphrase"], CHEAP)
        case "recovery":
            journal.add_recovery_code()
        case "back_up":
            back_up(journal, stick, CHEAP)
        case "migrate":
            journal.close()
            return shelf.unlock(data_dir, state.passphrase, ways(state.version + 1))
        case "erase":
            journal.erase()
            return None
        case _:
            _write(operation, journal.store)
    return journal


def _write(operation: Operation, store: Store) -> None:
    number, what = operation.get("number", 0), operation.get("what", "")
    pictures = [NewExhibit(bytes(size), "image/png", "file", False) for size in operation.get("sizes", [])]
    match operation["do"]:
        case "add":
            store.add({"what": what}, pictures)
        case "revise":
            store.revise(number, {"what": what}, pictures)
        case "draft":
            store.save_draft({"what": what})
        case "remove":
            store.remove(number)
        case "erase_earlier":
            store.erase_earlier(number)
        case "remove_picture":
            store.remove_exhibit(operation["picture"])
