"""What a screen reader knows of one program: what is on the screen, what has the keyboard, and how to press something.

For the system's own Python, which has pyatspi; needs a session bus. Knows nothing of our code.

`/usr/bin/python3 screen_reader.py PROCESS` writes a line of JSON for each thing that gets the keyboard, and one with
everything that is shown for each line that it reads.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pyatspi
from gi.repository import Atspi, GLib

PATIENCE = 15.0
"""Seconds; only how long something that fails takes."""
PRESSES = ("Press", "Toggle")
"""What Qt calls the action of a button and of a check box."""


ALONE = ("push button", "check box", "radio button", "label", "heading", "list", "list item", "link", "icon")
"""Roles whose parts are not looked at: there are none, or, in the rail, there are the same steps again."""


class LostError(Exception):
    """Something that should be on the screen is not."""


class ScreenReader:
    """Meets the window of one process through the accessibility bus, and through nothing else."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._root: Any = None
        self.wait(self._find_root, "the program on the bus")

    def _find_root(self) -> bool:
        for one in pyatspi.Registry.getDesktop(0):
            if one is not None and one.get_process_id() == self._process and one.childCount:
                one.set_cache_mask(Atspi.Cache.NONE)  # else it tells what was there a moment ago
                self._root = one
                return True
        return False

    def shown(self) -> Iterator[tuple[str, str, Any]]:
        """Role, name and the thing itself for all that is shown and has a name, from first to last."""
        waiting = [self._root]
        while waiting:
            node = waiting.pop()
            try:
                if node is None or (node is not self._root and not node.getState().contains(pyatspi.STATE_SHOWING)):
                    continue
                role, name = node.getRoleName(), node.name
                if role not in ALONE:
                    waiting.extend(reversed([node.getChildAtIndex(place) for place in range(node.childCount)]))
            except GLib.GError:
                continue  # it went away while we looked
            if name:
                yield role, name, node

    def look(self) -> list[tuple[str, str, Any]]:
        """All that is shown now, as `shown` gives it."""
        return list(self.shown())

    def press(self, wanted: str, on: Sequence[tuple[str, str, Any]] | None = None) -> None:
        """Press what begins with this name, as a screen reader does: by its action, never by a key or the mouse.

        Raises LostError. `on` is what was shown when looked last; without it, it is waited for.
        """
        pressed: list[bool] = []

        def try_it() -> bool:
            for _, name, node in on if on is not None and not pressed else self.shown():
                action = self._action(node) if name.startswith(wanted) else None
                if action is not None:
                    interface, place = action
                    pressed.append(interface.doAction(place))
                    return True
            return False

        self.wait(try_it, f"“{wanted}”")

    def title(self) -> str:
        """The first heading."""
        return next((name for role, name, _ in self.shown() if role == "heading"), "")

    def wait(self, true: Callable[[], bool], what: str) -> None:
        """Wait for something. Raises LostError."""
        until = time.monotonic() + PATIENCE
        while not true():
            if time.monotonic() > until:
                raise LostError(f"still waiting: {what}; there is {self._said()}")
            time.sleep(0.02)

    def _said(self) -> list[str]:
        return [f"{role} {name}" for role, name, _ in self.shown()] if self._root is not None else []

    @staticmethod
    def _action(node: Any) -> tuple[Any, int] | None:
        try:
            interface = node.queryAction()
        except (NotImplementedError, GLib.GError):
            return None
        for place in range(interface.nActions):
            if interface.getName(place) in PRESSES:
                return interface, place
        return None


def watch(process: int) -> None:
    """Say what gets the keyboard and, when asked, what is shown, until the asking ends."""
    reader = ScreenReader(process)

    def focused(event: Any) -> None:
        try:
            if event.detail1 and event.source is not None:
                say({"focus": event.source.name, "role": event.source.getRoleName()})
        except GLib.GError:
            pass  # what had the keyboard is gone already; what has it now comes as an event of its own

    def asked(stream: Any, condition: Any) -> bool:
        if not sys.stdin.readline():
            pyatspi.Registry.stop()
            return False
        say({"shown": [{"role": role, "name": name} for role, name, _ in reader.shown()]})
        return True

    pyatspi.Registry.registerEventListener(focused, "object:state-changed:focused")
    GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, asked)
    say({"ready": True})
    pyatspi.Registry.start()


def say(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    watch(int(sys.argv[1]))
