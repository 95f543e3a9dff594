"""What every test gets: its own folders, its own clock, and a screen if there is one.

Qt's own warnings fail a test (`qt_log_level_fail` in pyproject.toml), and so does whatever a started program says.
"""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desktop.clock import Clock
from tests.desktop.program import Program, own_folders

HAS_SCREEN = bool(os.environ.get("DISPLAY"))
os.environ.setdefault("QT_QPA_PLATFORM", "xcb" if HAS_SCREEN else "offscreen")
if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"  # as the program does: else Qt starts a bus and leaves files

# Journeys press real keys with xdotool, which there is for X11 only.
collect_ignore = [] if sys.platform.startswith("linux") else ["journeys"]


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of this test alone, with the folders that programs put their files into."""
    folder = tmp_path_factory.mktemp("home")
    for name, value in own_folders(folder).items():
        monkeypatch.setenv(name, value)
    return folder


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still until the test moves it."""
    return Clock()


@pytest.fixture
def start(home: Path) -> Iterator[Callable[..., Program]]:
    """Starts programs in a real window. All are ended after the test, and none of them may have said anything."""
    assert HAS_SCREEN, "There is no screen: run this with build_scripts/dev.py test."
    started: list[Program] = []

    def start_one(*command: str, **environment: str) -> Program:
        program = Program(command, home, environment)
        started.append(program)
        program.wait_open()
        return program

    yield start_one
    for program in started:
        program.end()
    for program in started:
        assert program.said() == ""
