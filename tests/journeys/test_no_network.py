"""A whole visit, watched by strace: no socket but those of the screen and the message bus, and no file is written."""

import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.ui import strings
from tests.desktop import system_calls
from tests.desktop.program import ROOT, wait_until
from tests.torture.person import Eyes
from tests.torture.traces import changed_paths
from tests.torture.visit import REAL, Watched

MOST_STEPS = 12
ANSWERS = ("I already paid", "It is already posted")
OURS = re.compile(r'sun_path=@?"(/tmp/\.X11-unix/X\d+|[^"]*dbus-[^"]*|[^"]*/at-spi/bus[^"]*)"')
"""Where the screen, the session bus and the accessibility bus listen."""


class Visitor:
    """Presses what has a name."""

    def __init__(self, program: Watched, eyes: Eyes) -> None:
        self._process = program.process.pid
        self._eyes = eyes

    def has(self, words: str) -> bool:
        """Whether something can be used whose name begins so."""
        return any(one["name"].startswith(words) for one in self._eyes("controls", process=self._process))

    def press(self, words: str, then: str = "") -> None:
        """Press what begins with `words`, once it is there, and wait for something that begins with `then`."""
        wait_until(lambda: self._eyes("press", process=self._process, name=words), f"“{words}”")
        if then:
            wait_until(lambda: self.has(then), f"“{then}” after “{words}”")


def visit_everything(person: Visitor) -> None:
    for sheet in (strings.TRY_IT, strings.WHAT_IT_CANT):
        person.press(sheet, strings.CLOSE)
        person.press(strings.CLOSE, sheet)
    person.press("Copy ", strings.COPIED)
    person.press(strings.QR_NAME.partition("{")[0], strings.CLOSE)
    person.press(strings.CLOSE, strings.NOT_SAFE)
    person.press(strings.NOT_SAFE, strings.BACK_TO_PLACE)
    person.press("Copy ")
    person.press(strings.BACK_TO_PLACE, strings.BLACKMAILED)
    person.press(strings.SETTINGS, strings.LESS_MOVEMENT)
    person.press(strings.LESS_MOVEMENT)
    person.press(strings.ABOUT)
    person.press(strings.HOME, strings.BLACKMAILED)
    person.press(strings.BLACKMAILED, strings.DONE_NEXT)
    for answer in ANSWERS:
        person.press(answer)
    for _ in range(MOST_STEPS):
        if person.has(strings.DONE_FOR_TONIGHT):
            break
        person.press(strings.DONE_NEXT)
        time.sleep(0.1)  # the next step has the same button
    person.press(strings.DONE_FOR_TONIGHT, strings.BLACKMAILED)


@pytest.fixture
def eyes() -> Iterator[Eyes]:
    eyes = Eyes()
    yield eyes
    eyes.close()


@pytest.fixture
def program(tmp_path: Path, home: Path) -> Iterator[Watched]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TZ": "Europe/London"}
    program = Watched(REAL, {**environment, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}, tmp_path)
    program.wait_open()
    yield program
    program.end()


def test_a_whole_visit_reaches_nothing_but_the_screen_and_the_bus(program: Watched, eyes: Eyes) -> None:
    visit_everything(Visitor(program, eyes))
    program.keys("F12")
    program.wait_gone()
    calls = program.calls()
    kinds = {one for one in system_calls.reached(calls) if not one.startswith("{")}
    assert kinds == {"AF_UNIX"}
    addresses = [one for one in system_calls.reached(calls) if one.startswith("{")]
    assert len(addresses) >= 3
    assert [one for one in addresses if not OURS.search(one)] == []
    assert len(system_calls.started(calls)) == 1
    assert changed_paths(system_calls.changed(calls), []) == []
    assert program.said() == ""


NETWORK = """
import os, socket
one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
one.connect(("127.0.0.1", 9))
socket.socket(socket.AF_INET6, socket.SOCK_STREAM)
socket.socket(socket.AF_UNIX).connect_ex("\\0nobody")
os.system("true")
"""


def test_a_program_that_does_reach_out_is_seen(tmp_path: Path) -> None:
    program = Watched(("-c", NETWORK), dict(os.environ), tmp_path)
    assert program.process.wait() == 0
    calls = program.calls()
    program.end()
    reached = system_calls.reached(calls)
    assert {"AF_INET", "AF_INET6", "AF_UNIX"} <= set(reached)
    assert any('inet_addr("127.0.0.1")' in one for one in reached)
    assert len(system_calls.started(calls)) > 1
