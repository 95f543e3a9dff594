"""Sees a window as others do: a screen reader what is in it, other programs its titles and what it has copied.

For the system's own Python, which has pyatspi and Xlib. Reads a JSON request a line and answers with one:

{"do": "controls", "process": 1}  [{"role", "name", "checked", "x", "y"}]: all that can be used now; the middle, in px
                                  of the screen
{"do": "press", "process": 1, "name": "Copy"}  whether something whose name begins so is there; it is pressed, no mouse
{"do": "words", "process": 1}     everything that is shown and has words
{"do": "titles"}                  headings on the screen now, of the process that was asked for last
{"do": "copied"}                  {"CLIPBOARD": text or null, "PRIMARY": text or null}; null: nobody owns it
{"do": "texts", "process": 1}     every text that is kept with a window of the process, or with the screen itself
"""

import json
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pyatspi
from gi.repository import Atspi, GLib
from Xlib import X, display, error

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 1.0
"""Seconds that a program gets to hand over what it has copied, and to join the accessibility bus."""
PRESSES = ("Press", "Toggle")
"""What Qt calls the action of a button and of a check box."""
BUTTONS = ("push button", "check box", "radio button", "toggle button", "combo box", "link", "list item", "page tab")
MENUS = ("menu item", "check menu item", "radio menu item")
FIELDS = ("text", "entry", "password text", "slider", "spin button")
USED = (*BUTTONS, *MENUS, *FIELDS)


class Eyes:
    """Keeps its connections, so that looking costs little."""

    def __init__(self) -> None:
        self._display = display.Display()
        self._screen = self._display.screen()
        self._window = self._screen.root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        self._display.set_error_handler(lambda *_: None)  # windows come and go while we look at them
        self._titles: list[str] = []
        self._process = 0
        self._root: Any = None

    def controls(self, process: int) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        self._titles = []
        for role, name, node in self._shown(process):
            if role == "heading":
                self._titles.append(name)
            if role in USED:
                with suppress(GLib.GError, NotImplementedError):  # it went away while we looked
                    box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
                    middle = {"x": box.x + box.width // 2, "y": box.y + box.height // 2}
                    checked = node.getState().contains(pyatspi.STATE_CHECKED)
                    found.append({"role": role, "name": name, "checked": checked, **middle})
        return found

    def press(self, process: int, name: str) -> bool:
        for _, called, node in self._shown(process):
            if not called.startswith(name):
                continue
            try:
                actions = node.queryAction()
                for place in range(actions.nActions):
                    if actions.getName(place) in PRESSES:
                        return bool(actions.doAction(place))
            except (GLib.GError, NotImplementedError):
                continue  # it went away while we looked, or it is no button
        return False

    def words(self, process: int) -> list[str]:
        return [name for _, name, _ in self._shown(process) if name]

    def titles(self) -> list[str]:
        return self._titles

    def _shown(self, process: int) -> Iterator[tuple[str, str, Any]]:
        waiting = [self._application(process)]
        while waiting:
            node = waiting.pop()
            try:
                if node is None or (node is not self._root and not node.getState().contains(pyatspi.STATE_SHOWING)):
                    continue
                waiting.extend(reversed([node.getChildAtIndex(place) for place in range(node.childCount)]))
                if node is not self._root:
                    yield node.getRoleName(), node.name or "", node
            except (GLib.GError, NotImplementedError):
                continue  # it went away while we looked

    def _application(self, process: int) -> Any:
        if process == self._process:
            return self._root
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            for one in pyatspi.Registry.getDesktop(0):
                if one is not None and one.get_process_id() == process and one.childCount:
                    one.set_cache_mask(Atspi.Cache.NONE)  # else it tells what was there a moment ago
                    self._process, self._root = process, one
                    return one
            time.sleep(0.02)
        return None

    def copied(self) -> dict[str, str | None]:
        return {name: self._selection(name) for name in ("CLIPBOARD", "PRIMARY")}

    def _selection(self, name: str) -> str | None:
        atom, place = self._display.intern_atom(name), self._display.intern_atom("HELD")
        self._display.sync()
        if self._display.get_selection_owner(atom) == X.NONE:
            return None
        self._window.convert_selection(atom, self._display.intern_atom("UTF8_STRING"), place, X.CurrentTime)
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if not self._display.pending_events():
                time.sleep(0.005)
                continue
            event = self._display.next_event()
            if event.type == X.SelectionNotify:
                held = self._window.get_full_property(place, X.AnyPropertyType) if event.property else None
                return bytes(held.value).decode("utf-8", "replace") if held else ""
        return ""

    def texts(self, process: int) -> list[str]:
        found: list[str] = []
        waiting = [self._screen.root]
        while waiting:
            window = waiting.pop()
            try:
                waiting.extend(window.query_tree().children)
                if window == self._screen.root or self._belongs(window, process):
                    for atom in window.list_properties():
                        kept = window.get_full_property(atom, X.AnyPropertyType)
                        if kept is not None and kept.format == 8:
                            found.append(kept.value.decode("utf-8", "replace") if kept.value else "")
            except (error.BadWindow, error.BadDrawable, AttributeError):
                continue  # it went away while we looked
        return found

    def _belongs(self, window: Any, process: int) -> bool:
        kept = window.get_full_property(self._display.intern_atom("_NET_WM_PID"), X.AnyPropertyType)
        return kept is not None and list(kept.value) == [process]


def main() -> None:
    eyes = Eyes()
    for line in sys.stdin:
        request = json.loads(line)
        answer = getattr(eyes, request.pop("do"))(**request)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
