"""The whole plan with the keyboard alone, in the real window with real keys: to its end and out, on many ways.

What has the keyboard, and what is shown, is known as a screen reader knows it (`screen_reader.py`).
"""

import json
import select
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.desktop.program import HANDRAIL, PATIENCE, Program, wait_until
from tests.journeys.plan_ways import BIG_CHOICE, END, LONGEST, MAIL, MOST, NEXT, Way, asked, lacks, screens

# The tests' own windows are on the bus as well, and say this when `screen_reader.py` comes.
pytestmark = pytest.mark.qt_log_ignore("does not implement .GetApplicationBusAddress", extend=True)

Start = Callable[..., Program]
SEEN = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "TZ": "Europe/London"}
EYES = Path(__file__).resolve().parent / "screen_reader.py"
MOST_TABS = 90


class Eyes:
    """Sees what has the keyboard and what is on the screen of a program."""

    def __init__(self, program: Program) -> None:
        self._process = subprocess.Popen(
            ["/usr/bin/python3", str(EYES), str(program.process.pid)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
        )
        self._left_over = b""
        self.focus = ""
        self.shown: list[tuple[str, str]] = []
        self._ready = False
        self._wait(lambda: self._ready)

    def after(self, act: Callable[[], None], calm: float = 0.0, seconds: float = 1.0) -> str:
        """The name of what then gets the keyboard and keeps it for `calm` seconds; "" when nothing does."""
        self._read_all()
        self.focus = ""
        act()
        self._wait(lambda: bool(self.focus), seconds)
        while calm and self._read(calm):
            pass
        return self.focus

    def look(self) -> list[tuple[str, str]]:
        """(role, name) of all that is shown now."""
        assert self._process.stdin is not None
        self.shown = []
        self._process.stdin.write(b"\n")
        self._wait(lambda: bool(self.shown))
        return self.shown

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.kill()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def _wait(self, true: Callable[[], bool], seconds: float = PATIENCE) -> None:
        until = time.monotonic() + seconds
        while not true() and (left := until - time.monotonic()) > 0:
            self._read(left)

    def _read_all(self) -> None:
        while self._read(0):
            pass

    def _read(self, seconds: float) -> bool:
        stream = self._process.stdout
        assert stream is not None
        if not select.select([stream], [], [], seconds)[0]:
            return False
        *lines, self._left_over = (self._left_over + (stream.read(65536) or b"")).split(b"\n")
        for line in lines:
            message = json.loads(line)
            self._ready = self._ready or "ready" in message
            self.focus = message.get("focus", self.focus)
            if "shown" in message:
                self.shown = [(one["role"], one["name"]) for one in message["shown"]]
        return True


class Walker:
    """A person who has a keyboard and nothing else. `key` is the one to go on with: Tab, or Shift and Tab."""

    def __init__(self, program: Program, key: str) -> None:
        self._program = program
        self._key = key
        self.eyes = Eyes(program)

    def hit(self, key: str, calm: float = 0.0) -> str:
        """Press a key and give what has the keyboard then."""
        return self.eyes.after(lambda: self._program.keys(key, pause=0), calm)

    def go_to(self, name: str, key: str) -> None:
        """Go on by a key until what begins with `name` has the keyboard."""
        met: list[str] = []
        while len(met) < MOST_TABS:
            met.append(self.hit(key))
            if met[-1].startswith(name):
                return
        raise AssertionError(f"“{name}” is not among what {key} meets: {met}")

    def press(self, name: str) -> str:
        """Go there, press Enter, and give what has the keyboard then."""
        self.go_to(name, self._key)
        return self.hit("Return", calm=0.05)

    def tick(self, name: str) -> None:
        """Go there with Tab and press the space bar."""
        self.go_to(name, "Tab")
        self._program.keys("space", pause=0.05)


@pytest.fixture
def walker(start: Start) -> Iterator[Callable[[str], Walker]]:
    walkers: list[Walker] = []

    def begin(key: str) -> Walker:
        walker = Walker(start(*HANDRAIL, **SEEN), key)
        walkers.append(walker)
        wait_until(lambda: any(name.startswith(BIG_CHOICE) for _, name in walker.eyes.look()), "Home")
        time.sleep(0.2)  # what got the keyboard while the window came up has been told by then
        return walker

    yield begin
    for walker in walkers:
        walker.eyes.close()


def title(shown: Sequence[tuple[str, str]]) -> str:
    return next(name for role, name in shown if role == "heading")


@pytest.mark.parametrize("way", [(), (MAIL,), LONGEST], ids=["no answer", "a scam mail", "many answers"])
def test_the_plan_is_walked_to_its_end(walker: Callable[[str], Walker], way: Way) -> None:
    # With Tab alone on one of the ways; on the others backwards, which is shorter.
    person = walker("shift+Tab" if way else "Tab")
    titles = [person.hit("Return", calm=0.05)]
    given: list[str] = []
    for _ in range(MOST):
        shown = person.eyes.look()
        assert title(shown) == titles[-1]
        for answer in asked(way, given, [name for _, name in shown]):
            person.tick(answer)
            given.append(answer)
        names = [name for _, name in person.eyes.look()]
        assert lacks(names) == []
        if END in names:
            break
        titles.append(person.press(NEXT))
    assert given == list(way)
    assert len(set(titles)) == len(titles) == screens(way)
    assert person.press(END).startswith(BIG_CHOICE)
