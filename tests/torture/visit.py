"""One visit: started in folders of its own, walked at random, ended somehow, and looked for traces of."""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.desktop import system_calls
from tests.desktop.program import ROOT, Program, wait_until
from tests.desktop.ways_out import WAYS
from tests.torture import traces
from tests.torture.person import Eyes, Person

GONE_WITHIN = 5.0
"""Seconds from the way out to the end. Generous: how fast it is, the bench measures."""
REAL = ("-m", "desktop_app")
TALKATIVE = ("-X", "dev", "-m", "desktop_app")
"""In Python's development mode, in which the program keeps its words: a mistake that it would swallow is found."""


def by_signal(sign: signal.Signals) -> Callable[[Program], None]:
    return lambda program: program.process.send_signal(sign)


@dataclass(frozen=True)
class Ending:
    """How a visit ends, and the exit status that it then has."""

    kind: str
    act: Callable[[Program], None]
    status: int = 0


def by_keys(*names: str) -> Callable[[Program], None]:
    return lambda program: program.keys(*names)


ENDINGS = {
    **{name: Ending("close" if name == "closing the window" else "Leave now", act) for name, act in WAYS.items()},
    **{
        sign.name: Ending(kind, by_signal(sign), -sign)
        for sign, kind in {
            signal.SIGKILL: "kill",
            signal.SIGSEGV: "crash",
            signal.SIGTERM: "kill",
            signal.SIGABRT: "crash",
            signal.SIGHUP: "kill",
            signal.SIGINT: "kill",
        }.items()
    },
    "Ctrl+W": Ending("close", by_keys("ctrl+w")),
    "Ctrl+Q": Ending("close", by_keys("ctrl+q")),
}


@dataclass(frozen=True)
class Plan:
    """What a visit is like. Everything about it follows from its `word`."""

    word: str
    ending: str
    bus: bool
    talkative: bool
    data_dir: bool
    lived_in: bool
    seconds: float

    @classmethod
    def make(cls, word: str, number: int) -> "Plan":
        """The plan of the visit called `word`; the endings take turns, from `number` on."""
        chance = random.Random(word)
        ending = list(ENDINGS)[number % len(ENDINGS)]
        # A crash in development mode is told on the terminal, by Python.
        talkative = chance.random() < 0.3 and ENDINGS[ending].kind != "crash"
        seconds = chance.uniform(0.5, 2.5)
        bus, data_dir, lived_in = (chance.random() < share for share in (0.7, 0.3, 0.5))
        return cls(word, ending, bus, talkative, data_dir, lived_in, seconds)


@dataclass
class Report:
    """What a visit came to. `found` are the traces; everything else is how far the person came."""

    plan: Plan
    found: list[str] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    copied: int = 0
    fields: int = 0
    left_early: bool = False
    remembered: bool = False
    pressed: list[str] = field(default_factory=list)


class Watched(Program):
    """A program in exactly this environment, whose every call to the kernel is written down, and who may dump core."""

    def __init__(self, command: Sequence[str], environment: dict[str, str], folder: Path, failing: str = "") -> None:
        """`failing`: see `system_calls.watched`."""
        self._output = tempfile.TemporaryFile()  # noqa: SIM115 (closed by `end`)
        self.window = ""
        self.log = folder / "calls"
        (folder / "here").mkdir()
        self.process = subprocess.Popen(
            system_calls.watched([sys.executable, *command], self.log, failing),
            cwd=folder / "here",
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=self._output,
            stderr=subprocess.STDOUT,
            preexec_fn=_allow_cores,
        )

    def calls(self) -> list[system_calls.Call]:
        """What it asked for. Once it has ended."""
        return system_calls.read_calls(self.log, self.process.pid)


def _allow_cores() -> None:
    # As on a computer of somebody who looks for mistakes: what the program forbids must be its own doing.
    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))


class Visit:
    """One visit in `folder`, which is empty and ours. `program` is what comes after the name of the Python."""

    def __init__(self, plan: Plan, folder: Path, eyes: Eyes, program: Sequence[str] = ()) -> None:
        self._plan = plan
        self._chance = random.Random(plan.word + " walk")
        self._eyes = eyes
        self._program = tuple(program) or (TALKATIVE if plan.talkative else REAL)
        self._mark = "canary" + "".join(self._chance.choices("bcdfghjk", k=12))
        self._folder = folder
        self._homes = [folder / part for part in ("home", "tmp", "run", "here")]

    def make(self) -> Report:
        """Start, walk, end, look. Never raises because of what is found."""
        report = Report(self._plan)
        for home in self._homes[:3]:
            home.mkdir(mode=0o700)
        home = self._folder / "home"
        theirs = traces.live_in(home) if self._plan.lived_in else {}
        data = home / f"{self._mark}-kept"
        self._kept = (data if self._plan.data_dir else home / ".local/share/handrail") / "handrail.ini"
        words = ("--data-dir", str(data)) if self._plan.data_dir else ()
        shared = {folder: traces.names_in(folder) for folder in traces.SHARED}
        program = Watched([*self._program, *words], self._environment(), self._folder)
        try:
            self._walk_and_end(program, report)
        except AssertionError as error:
            report.found.append(str(error))
        finally:
            program.end()
        self._look(program, report, shared, list(theirs))
        report.found += traces.changed_belongings(theirs, traces.belongings(home))
        return report

    def _environment(self) -> dict[str, str]:
        """What a desktop gives, and a mark. The folders of XDG are mostly not named; then they are inside HOME."""
        environment = {
            "HANDRAIL_CANARY": self._mark,
            "HOME": str(self._folder / "home"),
            "TMPDIR": str(self._folder / "tmp"),
            "XDG_RUNTIME_DIR": str(self._folder / "run"),
            "PATH": f"{self._browser()}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "DISPLAY": os.environ["DISPLAY"],
            "LANG": "C.UTF-8",
            "TZ": self._chance.choice(("Europe/London", "Europe/Paris", "UTC")),
            "XDG_CURRENT_DESKTOP": self._chance.choice(("", "GNOME", "KDE")),
            "QT_IM_MODULE": self._chance.choice(("", "ibus")),
        }
        if self._plan.bus:
            environment["DBUS_SESSION_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]
            environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        return environment

    def _browser(self) -> Path:
        """A folder with a browser that does nothing: whoever presses “Open” has asked for one."""
        programs = self._folder / "programs"
        programs.mkdir(exist_ok=True)
        browser = programs / "xdg-open"
        browser.write_text("#!/bin/sh\nexit 0\n")
        browser.chmod(0o700)
        return programs

    def _walk_and_end(self, program: Watched, report: Report) -> None:
        program.wait_open()
        process = program.process.pid
        person = self._person = Person(self._chance, program, self._eyes, self._plan.bus)
        person.canaries.add(self._mark)
        report.found += person.walk(self._plan.seconds)
        report.titles, report.copied, report.fields = person.titles, len(person.copied), person.fields
        report.pressed = person.pressed
        report.remembered = self._kept.exists()
        ending = ENDINGS[self._plan.ending]
        if program.is_running():
            report.found += traces.core_allowed(process)
            texts = "\n".join(self._eyes("texts", process=process)).encode()
            report.found += [
                f"{text!r} can be read on the screen's windows" for text in person.canaries.in_bytes(texts)
            ]
            ending.act(program)
        else:
            report.left_early = True
        wait_until(lambda: not program.is_running(), f"its end by {self._plan.ending}", GONE_WITHIN)
        status = program.process.returncode
        if status != (0 if report.left_early else ending.status):
            report.found.append(f"ended with status {status}")

    def _look(self, program: Watched, report: Report, shared: dict[Path, frozenset[str]], theirs: list[Path]) -> None:
        person = self._person
        allowed = [self._kept] if person.remembered else []
        process = program.process.pid
        if program.said():
            report.found.append(f"said {program.said()!r}")
        _let_go(self._mark)
        report.found += traces.left_processes(f"HANDRAIL_CANARY={self._mark}")
        for name, copied in self._eyes("copied").items():
            if copied is not None:
                report.found.append(f"{name} still holds {copied!r}")
        texts = "\n".join(self._eyes("texts", process=process)).encode()
        report.found += [f"{text!r} still stands on the screen" for text in person.canaries.in_bytes(texts)]
        for home in self._homes:
            report.found += traces.left_files(home, [*self._homes, *theirs], allowed, person.canaries)
        if allowed:
            report.found += traces.settings_kept(self._kept)
        report.found += traces.left_beside_others(shared, process, person.canaries)
        report.found += traces.changed_paths(system_calls.changed(program.calls()), allowed)


def _let_go(mark: str) -> None:
    """What was asked to open a page ends by itself; give it a moment."""
    until = time.monotonic() + 1
    while traces.left_processes(f"HANDRAIL_CANARY={mark}") and time.monotonic() < until:
        time.sleep(0.05)


def visit(plan: Plan, eyes: Eyes, program: Sequence[str] = ()) -> Report:
    """One visit in a new folder, which is gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="handrail-visit-"))
    try:
        return Visit(plan, folder, eyes, program).make()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
