"""A program started in a window of its own, and the keyboard and mouse of the person before it.

Knows nothing of our code: keys and clicks come from xdotool and reach whatever has the focus.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypedDict

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 15.0  # seconds; only how long a failing test takes


HANDRAIL = ("-X", "dev", "-m", "desktop_app")
"""In Python's development mode, in which the program keeps its words: a mistake it would swallow fails the test."""


class Control(TypedDict):
    """Something in the window that has a name for screen readers. `x` and `y` are its middle, in px."""

    name: str
    role: str
    x: int
    y: int


def own_folders(folder: Path) -> dict[str, str]:
    """The environment that keeps a program's files inside `folder`. Makes the one folder that must be there."""
    run = folder / "run"
    run.mkdir(mode=0o700, exist_ok=True)
    return {
        "HOME": str(folder),
        "XDG_CACHE_HOME": str(folder / ".cache"),
        "XDG_CONFIG_HOME": str(folder / ".config"),
        "XDG_DATA_HOME": str(folder / ".local" / "share"),
        "XDG_STATE_HOME": str(folder / ".local" / "state"),
        "XDG_RUNTIME_DIR": str(run),
    }


def xdotool(*words: str) -> str:
    """Run xdotool and give what it says. A search that finds nothing gives ""."""
    return subprocess.run(["xdotool", *words], capture_output=True, text=True, check=False).stdout.strip()


def wait_until(true: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
    """Wait for `true`. Fails the test with `what` after `patience` seconds."""
    until = time.monotonic() + patience
    while not true():
        assert time.monotonic() < until, f"still waiting: {what}"
        time.sleep(0.01)


class Program:
    """One started program. `command` is what comes after the name of the Python that runs the tests."""

    def __init__(self, command: Sequence[str], home: Path, environment: dict[str, str] | None = None) -> None:
        # A file and not a pipe: a pipe that nobody reads could stop the program. Closed by `end`.
        self._output = tempfile.TemporaryFile()  # noqa: SIM115
        self.window = ""
        self.process = subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), **own_folders(home), **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=self._output,
            stderr=subprocess.STDOUT,
        )

    # -- looking ---------------------------------------------------------------------------------------------------

    def wait_open(self) -> None:
        """Wait until its window is there and has the keyboard."""
        wait_until(lambda: not self.is_running() or self._has_keyboard(), "a window with the keyboard")
        assert self.is_running(), f"ended before it had a window, and said: {self.said()}"

    def _has_keyboard(self) -> bool:
        self.window = xdotool("getactivewindow")
        return bool(self.window) and xdotool("getwindowpid", self.window) == str(self.process.pid)

    def windows(self) -> list[str]:
        """The ids of all its windows that can be seen, menus and lists too."""
        return xdotool("search", "--onlyvisible", "--pid", str(self.process.pid)).split()

    def has_popup(self, seconds: float = 3.0) -> bool:
        """Whether a menu or list comes within so many seconds."""
        until = time.monotonic() + seconds
        while len(self.windows()) < 2 and time.monotonic() < until:
            time.sleep(0.05)
        return len(self.windows()) > 1

    def wait_for_popup(self) -> None:
        """Wait until a menu or list is open over the window."""
        wait_until(lambda: len(self.windows()) > 1, "a menu or list")

    def size(self) -> tuple[int, int]:
        """Width and height of its window, in px."""
        lines = dict(line.split("=") for line in xdotool("getwindowgeometry", "--shell", self.window).splitlines())
        return int(lines["WIDTH"]), int(lines["HEIGHT"])

    def controls(self) -> list[Control]:
        """What a screen reader meets in its window now. Needs QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 in its environment."""
        script = str(ROOT / "tests" / "desktop" / "controls_on_screen.py")
        result = subprocess.run(
            ["/usr/bin/python3", script, str(self.process.pid)], capture_output=True, text=True, check=True
        )
        found: list[Control] = json.loads(result.stdout)
        return found

    def find(self, words: str) -> Control:
        """The first control whose name begins with `words`; waits until there is one."""
        found: list[Control] = []

        def look() -> bool:
            found[:] = [control for control in self.controls() if control["name"].startswith(words)]
            return bool(found)

        wait_until(look, f"something called {words!r}")
        return found[0]

    def is_running(self) -> bool:
        return self.process.poll() is None

    def stays(self, seconds: float = 0.3) -> bool:
        """Whether it is still there, window and all, a moment from now."""
        time.sleep(seconds)
        return self.is_running() and self.window in self.windows()

    def wait_gone(self) -> int:
        """Wait for its end. Gives the exit status; then nothing of it may be left on the screen."""
        status = self.process.wait(PATIENCE)
        assert self.windows() == []
        return status

    def said(self) -> str:
        """All it wrote so far, on both of its outputs."""
        if not self._output.closed:
            self._output.seek(0)
            self._said = self._output.read().decode(errors="replace")
        return self._said

    # -- acting ----------------------------------------------------------------------------------------------------

    def keys(self, *names: str, pause: float = 0.06) -> None:
        """Press and let go of keys, one after the other ("Escape", "shift+a"), `pause` seconds apart."""
        for name in names:
            xdotool("key", name)
            time.sleep(pause)

    def key_down(self, name: str) -> None:
        xdotool("keydown", name)

    def key_up(self, name: str) -> None:
        xdotool("keyup", name)

    def types(self, text: str) -> None:
        xdotool("type", "--delay", "15", text)

    def point(self, x: int, y: int) -> None:
        """Move the mouse into its window; numbers below zero count from the right and the bottom."""
        width, height = self.size()
        xdotool("mousemove", "--window", self.window, str(x % width), str(y % height))

    def click(self, x: int, y: int) -> None:
        self.point(x, y)
        xdotool("click", "1")

    def click_on(self, words: str) -> None:
        """Click on the control whose name begins with `words`."""
        control = self.find(words)
        self.click(control["x"], control["y"])

    def mouse_down(self) -> None:
        xdotool("mousedown", "1")

    def mouse_up(self) -> None:
        xdotool("mouseup", "1")

    def wheel(self) -> None:
        xdotool("click", "5")

    def end(self) -> None:
        """Kill it, if it is still there, and let go of the mouse and the keys."""
        xdotool("mouseup", "1", "keyup", "Shift_L", "keyup", "Escape")
        if self.is_running():
            self.process.kill()
        self.process.wait()
        self.said()
        self._output.close()
