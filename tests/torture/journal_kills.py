"""Kills a program that writes a journal at random moments, and looks whether anything that it had saved is lost.

python tests/torture/journal_kills.py [N] [--seed WORD] [--note]

The store alone, without Qt and with a cheap derivation: a fork of this process writes, revises, removes, copies to a
stick, changes passphrases and versions, erases, and is ended by SIGKILL. Then the journal is opened and held against
what had been acknowledged. What was under way at the kill may be done or not, but not half. `--note` adds a line to
journal_results.md. Exit status 1 when anything was lost or damaged.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))  # before an installed package named `tests`

from desktop_app.core.journal import files, shelf  # noqa: E402 (found only now)
from desktop_app.core.journal.chain import is_whole  # noqa: E402
from desktop_app.core.journal.errors import JournalError  # noqa: E402
from desktop_app.core.journal.store import Store  # noqa: E402
from tests.torture.journal_child import ways, work  # noqa: E402
from tests.torture.journal_state import SAVES, Operation, State  # noqa: E402

RESULTS = Path(__file__).resolve().parent / "journal_results.md"
DEFAULT = 500
LONGEST = 0.02
"""Seconds from the fork to the kill. Most changes take one millisecond, the longest some fifteen."""
LONGEST_START = 0.03
"""More, for each kill since there was a journal: making one takes twenty, and longer on a computer with much to do."""
RUNS_OF_ONE_FOLDER = 40


@dataclass
class Tally:
    """What came of it. `under_way`: what was being done at the kill."""

    kills: int = 0
    acknowledged: int = 0
    saves: int = 0
    lost: int = 0
    damaged: int = 0
    under_way: Counter[str] = field(default_factory=Counter)
    findings: list[str] = field(default_factory=list)

    def row(self, seed: str, seconds: float) -> str:
        """One line of journal_results.md."""
        rare = ", ".join(f"{kind} {number}" for kind, number in sorted(self.under_way.items()))
        moment = dt.datetime.now(dt.UTC)
        cells = (f"{moment:%Y-%m-%d %H:%M}", self.kills, self.acknowledged, self.saves, self.lost, self.damaged)
        return f"| {' | '.join(map(str, cells))} | {rare} | {seconds:.0f} s | {seed} |"


class Torture:
    """One journal after the other, killed again and again."""

    def __init__(self, seed: str) -> None:
        self.seed = seed
        self.tally = Tally()
        self.without = 0
        self._fresh()

    def _fresh(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="journal-kills-"))
        self.data_dir, self.stick = self.folder / "data", self.folder / "stick"
        self.stick.mkdir()
        self.state = State()
        self.copy: State | None = None

    def clean(self) -> None:
        """Take the folder away."""
        shutil.rmtree(self.folder)

    def run(self, number: int) -> None:
        """One kill, and the look afterwards."""
        if number % RUNS_OF_ONE_FOLDER == 0:
            self.clean()
            self._fresh()
        self.without = 0 if self.state.started else self.without + 1
        longest = LONGEST + self.without * LONGEST_START
        when = random.Random(f"{self.seed}.{number}.when").uniform(0, longest)
        told = self._kill(f"{self.seed}.{number}", when)
        current: Operation | None = None
        for word, operation in told:
            current = operation if word == "begin" else None
            if word == "done":
                self._done(operation)
        self.tally.kills += 1
        self.tally.under_way[current["do"] if current else "nothing"] += 1
        try:
            self._look(current)
        except (JournalError, AssertionError) as error:
            lost = isinstance(error, AssertionError)
            self.tally.lost += lost
            self.tally.damaged += not lost
            self.tally.findings.append(f"{number}: {type(error).__name__} {error} during {str(current)[:80]}")
            self.clean()
            self._fresh()

    def _kill(self, seed: str, after: float) -> list[tuple[str, Operation]]:
        """What the child had told when it was killed."""
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                work(seed, self.state, self.data_dir, self.stick, writing)
            except BaseException as error:
                os.write(writing, json.dumps(["failed", {"do": repr(error)}]).encode() + b"\n")
            finally:
                os._exit(1)
        os.close(writing)
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(reading, "rb") as pipe:
            told = [json.loads(line) for line in pipe.read().splitlines()]
        for word, operation in told:
            if word == "failed":
                raise RuntimeError(operation["do"])
        return [(word, operation) for word, operation in told]

    def _done(self, operation: Operation) -> None:
        self.tally.acknowledged += 1
        self.tally.saves += operation["do"] in SAVES
        if operation["do"] == "back_up":
            self.copy = self.state
        self.state = self.state.after(operation)
        if operation["do"] == "erase":
            self.copy = None  # it stays on the stick, with a passphrase that nobody will try again

    def _look(self, current: Operation | None) -> None:
        """Raises AssertionError for what is lost, JournalError for what is damaged."""
        files.mend(self.data_dir)
        possible = [self.state] if current is None else [self.state, self.state.after(current)]
        self._look_at_copy(current)
        self.state = _found(self.data_dir, possible)
        if not self.state.started:
            assert not self.data_dir.exists() or list(self.data_dir.iterdir()) == [], "something stayed"
            self.copy = None
            return
        (folder,) = self.data_dir.iterdir()
        names = sorted(path.name for path in folder.iterdir())
        assert names == ["keys", "store"], f"something half stayed: {names}"
        for path in (folder, *folder.iterdir()):
            assert path.stat().st_mtime == files.CALM, f"the time of {path.name}"

    def _look_at_copy(self, current: Operation | None) -> None:
        files.mend(self.stick)
        possible = [] if self.copy is None else [self.copy]
        if current is not None and current["do"] == "back_up":
            # The store is replaced before the keys are: then the old passphrase opens the new words.
            possible += [] if self.copy is None else [_with_passphrase_of(self.copy, self.state)]
            possible += [self.state]
        try:
            self.copy = _found(self.stick, possible, newest=self.state.version + 1) if possible else None
        except JournalError as error:
            if self.copy is not None or error.code not in ("passphrase-wrong", "no-journal"):
                raise


def _with_passphrase_of(copy: State, state: State) -> State:
    return State(**{**state.__dict__, "passphrase": copy.passphrase})


def _found(data_dir: Path, possible: list[State], newest: int | None = None) -> State:
    """Which of these states is there. Raises JournalError, AssertionError for none."""
    for state in possible:
        if not state.started:
            if not files.journal_folders(data_dir):
                return state
            continue
        version = state.version if newest is None else newest
        try:
            journal = shelf.unlock(data_dir, state.passphrase, ways(version))
        except JournalError as error:
            if error.code in ("passphrase-wrong", "store-newer", "no-journal") and state is not possible[-1]:
                continue
            raise
        with journal.store.database as database:
            content = _content(journal.store)
            assert database.whole(), "does not hold together"
            assert is_whole(journal.store.links()), "the chain is broken"
        if content == state.content():
            return state
    raise AssertionError(f"none of {len(possible)} in {data_dir.name}")


def _content(store: Store) -> tuple[object, ...]:
    numbers = store.numbers()
    entries = {number: [revision.entry["what"] for revision in store.revisions(number)] for number in numbers}
    pictures = {number: {each.number: each.size for each in store.exhibits(number)} for number in numbers}
    for sizes in pictures.values():
        for number, size in sizes.items():
            assert store.exhibit_bytes(number) == bytes(size), "a picture is not the same"
    draft = store.draft()
    return (entries, pictures, None if draft is None else draft["what"])


def torture(runs: range, seed: str) -> Tally:
    """Kill it as often as `runs` says."""
    shelf.in_memory(ways(0)).close()  # so that SQLite and libsodium are there before the forks
    gc.freeze()  # a fork then copies less
    victim = Torture(seed)
    for number in runs:
        victim.run(number)
    victim.clean()
    return victim.tally


def main() -> int:
    """Runs them all. Gives 0 when nothing was lost."""
    options = argparse.ArgumentParser()
    options.add_argument("kills", nargs="?", type=int, default=DEFAULT)
    options.add_argument("--seed", default="")
    options.add_argument("--note", action="store_true")
    chosen = options.parse_args()
    seed = chosen.seed or f"{dt.datetime.now(dt.UTC):%m%d%H%M%S}"
    start = time.monotonic()
    tally = torture(range(chosen.kills), seed)
    for finding in tally.findings:
        print(finding)
    line = tally.row(seed, time.monotonic() - start)
    print("| when (UTC) | kills | acknowledged | saves | lost | damaged | under way at the kill | took | seed |")
    print(line)
    if chosen.note:
        with RESULTS.open("a", encoding="utf-8") as file:
            file.write(line + "\n")
    return 1 if tally.lost or tally.damaged else 0


if __name__ == "__main__":
    sys.exit(main())
