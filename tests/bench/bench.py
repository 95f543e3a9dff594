"""Measures Handrail against the limits we hold ourselves to, and prints tables. `dev.py bench [-- -n ROUNDS]` runs it.

With --peers also the start of the bundle beside KeePassXC's, which `dev.py bench --peers` installs.

Each round starts everything once, one after the other, the first of them taking turns, so that a slow minute of the
computer hits all alike. The first round only warms the disk up and does not count. Exit status 1 when a row fails: when
the lower quartile of its rounds is over the limit.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))  # before an installed package named `tests`

from desktop_app.ui import strings
from tests.bench import bundle
from tests.bench.rows import Rows
from tests.desktop.program import HANDRAIL as MODULE
from tests.desktop.program import Program, own_folders

HERE = Path(__file__).resolve().parent
BARE = [sys.executable, str(HERE / "bare.py")]
HANDRAIL = [str(Path(sys.executable).parent / "handrail")]
SETTLED = 1.2  # seconds from the first paint until the memory is read: whatever is loaded afterwards is there
PATIENCE = 30  # seconds until something will not happen any more
LOOKED_AT = 0.4  # seconds that a screen stands before it is left
WAYS: tuple[dict[str, Any], ...] = (
    {"keys": ["Escape", "Escape"]},
    {"at": "the button"},
    {"keys": ["Shift_L", "Shift_L", "Shift_L"]},
    {"keys": ["F12"]},
)


class Screen:
    """The watcher at the other end of a pipe, see screen_watcher.py."""

    def __init__(self) -> None:
        command = ["/usr/bin/python3", str(HERE / "screen_watcher.py")]
        self._watcher = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __call__(self, do: str, **more: object) -> dict[str, Any]:
        assert self._watcher.stdin is not None
        assert self._watcher.stdout is not None
        self._watcher.stdin.write(json.dumps({"do": do, **more}) + "\n")
        self._watcher.stdin.flush()
        answer: dict[str, Any] = json.loads(self._watcher.stdout.readline())
        return answer

    def close(self) -> None:
        """End the watcher."""
        self._watcher.kill()
        self._watcher.communicate()


@contextmanager
def fresh_home() -> Iterator[dict[str, str]]:
    """The environment of somebody in London who has never started the program."""
    home = Path(tempfile.mkdtemp(prefix="handrail-bench-"))
    environment = {**os.environ, **own_folders(home), "TZ": "Europe/London"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # everybody else's Python keeps what it has compiled
    try:
        yield environment
    finally:
        shutil.rmtree(home, ignore_errors=True)


def places() -> dict[str, list[int]]:
    """Where things on Home are, asked once as a screen reader would; the measured ones run without one."""
    with fresh_home() as environment:
        program = Program(MODULE, Path(environment["HOME"]), {**environment, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"})
        try:
            program.wait_open()
            words = {
                "the button": strings.LEAVE_NAME,
                "the plan": strings.BLACKMAILED,
                "an open menu": strings.TEXT_SIZE.format(percent=100),
                "a sheet": strings.TRY_IT,
            }
            found = {name: program.find(word) for name, word in words.items()}
            return {name: [control["x"], control["y"]] for name, control in found.items()}
        finally:
            program.end()


def memory(process: int) -> float:
    """The share of the memory that is this process's own (PSS), in MiB. It has no children."""
    for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise LookupError("the kernel does not say PSS")


def start(screen: Screen, command: list[str]) -> tuple[float, float]:
    """Seconds to the first painted window, and MiB a little later; the program stays open."""
    with fresh_home() as environment:
        started = screen("start", command=command, environment=environment)
        time.sleep(SETTLED)
        return started["painted"], memory(started["process"])


def by_turns(screen: Screen, commands: dict[str, list[str]], number: int) -> dict[str, tuple[float, float]]:
    """The start of each, who goes first taking turns."""
    measured = {}
    for name in sorted(commands, reverse=number % 2 == 0):
        measured[name] = start(screen, commands[name])
        screen("end")
    return measured


def starts(screen: Screen, rows: Rows, number: int) -> None:
    """Handrail beside the bare window, and the bundle beside KeePassXC if that is wanted."""
    measured = by_turns(screen, {"the bare window": BARE, "Handrail": HANDRAIL}, number)
    if not rows.peer.instead:
        beside = by_turns(screen, {"the bundle": [str(bundle.PROGRAM)], "KeePassXC": [bundle.PEER]}, number)
        rows.peer.add(beside["the bundle"][0] / beside["KeePassXC"][0])
        measured.update(beside)
    for name, (seconds, size) in measured.items():
        rows.plain.setdefault(name, []).append(seconds * 1000)
        rows.plain.setdefault(f"{name} MiB", []).append(size)
    rows.start.add(measured["Handrail"][0] / measured["the bare window"][0])
    rows.memory.add(measured["Handrail"][1] / measured["the bare window"][1])


def leave_everywhere(screen: Screen, rows: Rows, number: int, where: dict[str, list[int]]) -> None:
    """Leave from each screen, each time by another way."""
    for count, name in enumerate(rows.hidden):
        way = dict(WAYS[(number + count) % len(WAYS)])
        if "at" in way:
            way["at"] = where[way["at"]]
        with fresh_home() as environment:
            screen("start", command=HANDRAIL, environment=environment)
            time.sleep(LOOKED_AT)
            if name != "Home":
                screen("click", at=where[name], opens=name == "an open menu")
            time.sleep(LOOKED_AT)
            left = screen("leave", **way)
        if left["status"] != 0:
            raise RuntimeError(f"left {name} with status {left['status']}")
        rows.hidden[name].add(left["hidden"] * 1000)
        rows.gone[name].add(left["gone"] * 1000)


def cover(screen: Screen, rows: Rows) -> None:
    """The person turns to another window; then, on another day, starts the program a second time."""
    with fresh_home() as environment:
        screen("start", command=HANDRAIL, environment=environment)
        time.sleep(SETTLED)
        rows.covered.add(screen("look_elsewhere")["covered"] * 1000)
        screen("end")
    with fresh_home() as environment:
        screen("start", command=HANDRAIL, environment=environment)
        time.sleep(SETTLED)
        again = screen("start_again", command=HANDRAIL, environment=environment)
        screen("end")
    if again["status"] != 0:
        raise RuntimeError(f"a second start ended with status {again['status']}")
    rows.again.add(again["covered"] * 1000)


def said_by(script: str) -> Any:
    """What one of the scripts here measures, each in a home of its own."""
    with fresh_home() as environment:
        command = [sys.executable, str(HERE / script)]
        result = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(result.stdout)


def pages(rows: Rows) -> None:
    """One visit, see page_times.py."""
    times: dict[str, list[float]] = {}
    for click in said_by("page_times.py"):
        times.setdefault(click["what"], []).append(click["seconds"] * 1000)
    for name, row in rows.pages.items():
        row.add(*times[name])


def freeze(rows: Rows, number: int) -> None:
    """A window thread that is blocked for good, each time at another moment: the watchdog has to end it."""
    seconds = 1.5 + number % 10 / 20
    with fresh_home() as environment:
        command = [sys.executable, str(HERE / "freeze.py"), str(seconds)]
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as frozen:
            assert frozen.stdout is not None
            try:
                begin = float(frozen.stdout.readline())
                frozen.wait(PATIENCE)
                rows.watchdog.add((time.monotonic() - begin) * 1000)
            finally:
                frozen.kill()


def measure_bundle(rows: Rows) -> None:
    """How large it is, if it is there."""
    if bundle.PROGRAM.exists():
        files, disk = bundle.sizes(bundle.BUNDLE)
        rows.files.add(files)
        rows.installed.add(disk)


def one_round(screen: Screen, rows: Rows, number: int, where: dict[str, list[int]]) -> None:
    """Everything once."""
    starts(screen, rows, number)
    leave_everywhere(screen, rows, number, where)
    cover(screen, rows)
    pages(rows)
    rows.stalls.add(said_by("stall_walk.py"))
    freeze(rows, number)


def main(arguments: list[str]) -> int:
    """Measure and print. Gives 1 when a row fails."""
    parser = argparse.ArgumentParser(prog="bench", description="Handrail against its limits.")
    parser.add_argument("-n", dest="rounds", type=int, default=15, help="rounds that count (15)")
    parser.add_argument("--peers", action="store_true", help="the bundle beside KeePassXC")
    wanted = parser.parse_args(arguments)
    rounds = max(1, wanted.rounds)
    where = places()
    screen = Screen()
    rows = Rows(wanted.peers)
    measure_bundle(rows)
    try:
        one_round(screen, Rows(wanted.peers), 0, where)
        for number in range(1, rounds + 1):
            one_round(screen, rows, number, where)
            print(f"round {number} of {rounds}", file=sys.stderr, flush=True)
    finally:
        screen.close()
    print(rows.report())
    return 1 if rows.fail else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
