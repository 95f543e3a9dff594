"""Somebody at the keyboard and mouse who does anything at all, the same again for the same number.

With eyes (the accessibility bus) most presses meet something; blind, keys and clicks land where they land.
"""

import json
import random
import subprocess
import time
from pathlib import Path
from typing import Any

from desktop_app.ui import strings
from tests.desktop.program import Program, xdotool
from tests.torture.traces import Canaries

KEYS = (
    *("Tab", "Tab", "Tab", "shift+Tab", "Return", "Return", "space", "Down", "Up", "Right", "Left", "Next", "Prior"),
    *("Home", "End", "Escape", "Menu", "ctrl+a", "ctrl+c", "ctrl+Insert", "alt+Left", "F1", "plus", "ctrl+f"),
)
TEXT_ROLES = frozenset(("text", "entry", "password text"))
OFTEN = {strings.COPY: 4, strings.BLACKMAILED: 4, strings.DONE_NEXT: 4, strings.HOME: 0.5, strings.APP: 0.5}
"""How much likelier than others something is to be pressed, by the beginning of its name."""


class Eyes:
    """The other end of eyes.py. Ask for nothing that it does not know."""

    def __init__(self) -> None:
        script = str(Path(__file__).resolve().parent / "eyes.py")
        self._process = subprocess.Popen(
            ["/usr/bin/python3", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __call__(self, do: str, **more: object) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"do": do, **more}) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()


class Person:
    """`seeing` only where the program is on the bus. What was met and done is kept, for who asks afterwards."""

    def __init__(self, chance: random.Random, program: Program, eyes: Eyes, seeing: bool) -> None:
        self._chance = chance
        self._program = program
        self._eyes = eyes
        self._seeing = seeing
        self.canaries = Canaries()
        self.titles: set[str] = set()
        self.pressed: list[str] = []
        self.copied: set[str] = set()
        self.fields = 0
        self.remembered = not seeing
        """Whether remembering may have been chosen. The blind cannot know."""

    def walk(self, seconds: float) -> list[str]:
        """Do anything for so long, or until the program has ended. Gives what should not have been seen meanwhile."""
        acts = (*[self._press] * 6, self._key, self._key, self._scroll, self._drag)
        found: list[str] = []
        until = time.monotonic() + seconds
        while time.monotonic() < until and self._program.is_running():
            self._chance.choice(acts)()
            time.sleep(self._chance.uniform(0.02, 0.15))
            found += self._look_at_what_is_copied()
        if self._seeing:
            self._look()
        return found

    def _look_at_what_is_copied(self) -> list[str]:
        copied = self._eyes("copied")
        if copied["CLIPBOARD"]:
            self.copied.add(copied["CLIPBOARD"])
            self.canaries.add(copied["CLIPBOARD"])
        return [] if copied["PRIMARY"] is None else [f"PRIMARY holds {copied['PRIMARY']!r}"]

    def _look(self) -> list[dict[str, Any]]:
        controls: list[dict[str, Any]] = self._eyes("controls", process=self._program.process.pid)
        for title in self._eyes("titles"):
            self.titles.add(title)
            self.canaries.add(title)
        self.remembered |= any(one["checked"] and one["name"].startswith(strings.REMEMBER) for one in controls)
        left, top, width, height = self._window()
        return [
            one
            for one in controls
            if left < one["x"] < left + width and top < one["y"] < top + height and one["name"] != strings.LEAVE_NAME
        ]

    def _window(self) -> tuple[int, int, int, int]:
        """Left, top, width and height of the window, in px of the screen; all 0 when it has gone."""
        said = dict(
            line.split("=") for line in xdotool("getwindowgeometry", "--shell", self._program.window).splitlines()
        )
        return (int(said.get("X", 0)), int(said.get("Y", 0)), int(said.get("WIDTH", 0)), int(said.get("HEIGHT", 0)))

    def _point(self, x: int, y: int) -> None:
        """Into the window: where it stands on the screen xdotool gets wrong by the height of its frame."""
        xdotool("mousemove", "--window", self._program.window, str(x), str(y))

    def _press(self) -> None:
        controls = self._look() if self._seeing else []
        if controls:
            one = self._chance.choices(controls, [_likely(control["name"]) for control in controls])[0]
            self.pressed.append(one["name"])
            xdotool("mousemove", str(one["x"]), str(one["y"]), "click", "1")
            if one["role"] in TEXT_ROLES:
                self.fields += 1
                self._type()
            return
        _, _, width, height = self._window()
        if width > 300:
            # Not into the corner of Leave now: how it ends is chosen beforehand.
            x, y = self._chance.randrange(width), self._chance.randrange(80, height)
            self.pressed.append(f"{x}, {y}")
            self._point(x, y)
            xdotool("click", "1")
            if self._chance.random() < 0.2:
                self._type()

    def _type(self) -> None:
        text = "canary" + "".join(self._chance.choices("bcdfghjk", k=8))
        self.canaries.add(text)
        self._program.types(text)

    def _key(self) -> None:
        for _ in range(self._chance.randrange(1, 4)):
            key = self._chance.choice(KEYS)
            self.pressed.append(key)
            self._program.keys(key, pause=0.02)

    def _drag(self) -> None:
        """Over the words, as somebody does who wants to mark them."""
        _, _, width, height = self._window()
        if width > 300:
            for button in ("mousedown", "mouseup"):
                x, y = self._chance.randrange(width), self._chance.randrange(80, height)
                self._point(x, y)
                xdotool(button, "1")
            self.pressed.append("a drag")

    def _scroll(self) -> None:
        _, _, width, height = self._window()
        self._point(width // 2, height // 2)
        xdotool("click", "--repeat", "3", "--delay", "5", self._chance.choice(("4", "5", "5")))


def _likely(name: str) -> float:
    return next((weight for words, weight in OFTEN.items() if name.startswith(words)), 1)
