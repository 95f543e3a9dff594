"""Starts a program and sees, from outside, when its window is painted and when it is gone. For the system's own Python.

Reads one request a line on standard input and answers with one line, both JSON; times are in seconds:

{"do": "start", "command": [...], "environment": {...}}  ->  {"process": id, "mapped": s, "painted": s}
{"do": "click", "at": [x, y]}       from the corner of the window  ->  {}
{"do": "click", "at": [x, y], "opens": true}    waits for one more window (a menu)  ->  {}
{"do": "keys", "names": [...]}      pressed and let go of, one by one  ->  {}
{"do": "leave", "keys": [...]} or {"do": "leave", "at": [x, y]}  ->  {"hidden": s, "gone": s, "status": n}
{"do": "look_elsewhere"}            another window takes the keyboard  ->  {"covered": s}
{"do": "start_again", "command": [...], "environment": {...}}  ->  {"covered": s, "status": n}
{"do": "end"}                       kills what was started  ->  {}

How it sees: the X server tells it when windows are made, shown and hidden, so it sleeps and costs nothing until then.
Only from the moment that a window is shown it looks, every half millisecond, at one row and one column of its pixels:
the window is painted once they are not all alike. A whole picture each time would keep the second processor busy.
Needs python3-xlib.
"""

import json
import os
import select
import subprocess
import sys
import time
from typing import Any

from Xlib import XK, X, display, error
from Xlib.ext import xtest

LEAST = (200, 150)  # px; smaller windows are helpers of the toolkit
BAR = 70  # px; what is higher up belongs to the bar, which stays
PATIENCE = 30.0


class Watcher:
    def __init__(self) -> None:
        self.screen = display.Display()
        self.screen.set_error_handler(lambda *_: None)  # windows go while we ask about them
        self.root = self.screen.screen().root
        self.root.change_attributes(event_mask=X.SubstructureNotifyMask)
        self.shown: dict[int, Any] = {}
        self.program: subprocess.Popen[bytes] | None = None
        self.window: Any = None

    # -- requests --------------------------------------------------------------------------------------------------

    def start(self, command: list[str], environment: dict[str, str]) -> dict[str, object]:
        self.shown.clear()
        self._take_events()
        begin = time.perf_counter()
        self.program = subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._wait(lambda: any(map(self._is_big, self.shown.values())), begin)
        mapped = time.perf_counter() - begin
        self.window = next(window for window in self.shown.values() if self._is_big(window))
        while not self._is_painted():
            self._still(begin)
            time.sleep(0.0005)
        return {"process": self.program.pid, "mapped": mapped, "painted": time.perf_counter() - begin}

    def click(self, at: list[int], opens: bool = False) -> dict[str, object]:
        before = len(self.shown)
        self._move(at)
        self._button(X.ButtonPress)
        self._button(X.ButtonRelease)
        if opens:
            self._wait(lambda: len(self.shown) > before, time.perf_counter())
        return {}

    def keys(self, names: list[str]) -> dict[str, object]:
        for name in names:
            self._key(name, X.KeyPress)
            self._key(name, X.KeyRelease)
        return {}

    def leave(self, keys: list[str] | None = None, at: list[int] | None = None) -> dict[str, object]:
        """The clock starts with the last thing that the person does: the press, or for Shift the letting go."""
        assert self.program is not None
        if at is not None:
            self._move(at)
            time.sleep(0.05)
            begin = time.perf_counter()
            self._button(X.ButtonPress)
        else:
            *first, last = keys or []
            for name in first:
                self.keys([name])
                time.sleep(0.1)
            if last.startswith("Shift"):
                self._key(last, X.KeyPress)
                time.sleep(0.05)
                begin = time.perf_counter()
                self._key(last, X.KeyRelease)
            else:
                begin = time.perf_counter()
                self._key(last, X.KeyPress)
        # Gone from the screen or gone altogether: both end being shown.
        self._wait(lambda: not self.shown, begin)
        hidden = time.perf_counter() - begin
        handle = os.pidfd_open(self.program.pid)
        select.select([handle], [], [], PATIENCE)
        gone = time.perf_counter() - begin
        os.close(handle)
        if at is not None:
            self._button(X.ButtonRelease)
        elif keys:
            self._key(keys[-1], X.KeyRelease)
        return {"hidden": hidden, "gone": gone, "status": self.program.wait(PATIENCE)}

    def look_elsewhere(self) -> dict[str, object]:
        """The clock starts when the other window has the keyboard."""
        # In a corner far from the program's window, and no business of the window manager's.
        other = self.root.create_window(0, 0, 40, 40, 0, X.CopyFromParent, override_redirect=True)
        other.map()
        other.set_input_focus(X.RevertToPointerRoot, X.CurrentTime)
        self.screen.sync()
        covered = self._wait_for_cover(time.perf_counter())
        other.destroy()
        return {"covered": covered}

    def start_again(self, command: list[str], environment: dict[str, str]) -> dict[str, object]:
        """The clock starts with the second start; its end, which says nothing, is waited for too."""
        begin = time.perf_counter()
        again = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL)
        return {"covered": self._wait_for_cover(begin), "status": again.wait(PATIENCE)}

    def end(self) -> dict[str, object]:
        if self.program is not None:
            self.program.kill()
            self.program.wait()
            self._wait(lambda: not self.shown, time.perf_counter())
        return {}

    # -- the screen ------------------------------------------------------------------------------------------------

    def _take_events(self) -> None:
        while self.screen.pending_events():
            event = self.screen.next_event()
            if event.type == X.CreateNotify:
                # Told about itself too: the window manager soon puts it into a frame, and it is no child of the root.
                event.window.change_attributes(event_mask=X.StructureNotifyMask)
                if self._is_shown(event.window) and self._is_of_program(event.window):  # shown before we had asked
                    self.shown[event.window.id] = event.window
            elif event.type == X.MapNotify and event.event == event.window and self._is_of_program(event.window):
                self.shown[event.window.id] = event.window
            elif event.type in (X.UnmapNotify, X.DestroyNotify):
                self.shown.pop(event.window.id, None)

    @staticmethod
    def _is_shown(window: Any) -> bool:
        try:
            return bool(window.get_attributes().map_state != X.IsUnmapped)
        except error.XError:
            return False

    def _is_of_program(self, window: Any) -> bool:
        try:
            owner = window.get_full_property(self.screen.intern_atom("_NET_WM_PID"), X.AnyPropertyType)
        except error.XError:
            return False
        return owner is not None and self.program is not None and owner.value[0] == self.program.pid

    def _wait(self, true: Any, begin: float) -> None:
        self._take_events()
        while not true():
            self._still(begin)
            select.select([self.screen.fileno()], [], [], 0.1)
            self._take_events()

    def _still(self, begin: float) -> None:
        if time.perf_counter() - begin > PATIENCE:
            raise TimeoutError("nothing happened on the screen")

    @staticmethod
    def _is_big(window: Any) -> bool:
        try:
            box = window.get_geometry()
        except error.XError:
            return False
        return bool(box.width >= LEAST[0] and box.height >= LEAST[1])

    def _is_painted(self) -> bool:
        try:
            box = self.window.get_geometry()
            row = self.window.get_image(0, box.height // 2, box.width, 1, X.ZPixmap, 0xFFFFFFFF).data
            column = self.window.get_image(box.width // 2, 0, 1, box.height, X.ZPixmap, 0xFFFFFFFF).data
        except error.XError:
            return False
        pixels = row + column
        return len({pixels[at : at + 4] for at in range(0, len(pixels), 4)}) > 3

    def _wait_for_cover(self, begin: float) -> float:
        while not self._is_covered():
            self._still(begin)
            time.sleep(0.0005)
        return time.perf_counter() - begin

    def _is_covered(self) -> bool:
        """Whether the page is as empty as the cover at its sides, under the bar; no page is."""
        box = self.window.get_geometry()
        columns = [
            self.window.get_image(box.width * at // 10, BAR, 1, box.height - BAR, X.ZPixmap, 0xFFFFFFFF).data
            for at in (1, 2, 8)
        ]
        return len({column[at : at + 4] for column in columns for at in range(0, len(column), 4)}) == 1

    # -- the hand --------------------------------------------------------------------------------------------------

    def _move(self, at: list[int]) -> None:
        corner = self.window.translate_coords(self.root, 0, 0)
        xtest.fake_input(self.screen, X.MotionNotify, x=at[0] - corner.x, y=at[1] - corner.y)
        self.screen.sync()

    def _button(self, what: int) -> None:
        xtest.fake_input(self.screen, what, 1)
        self.screen.flush()

    def _key(self, name: str, what: int) -> None:
        xtest.fake_input(self.screen, what, self.screen.keysym_to_keycode(XK.string_to_keysym(name)))
        self.screen.flush()


def main() -> None:
    watcher = Watcher()
    for line in sys.stdin:
        request = json.loads(line)
        answer = getattr(watcher, request.pop("do"))(**request)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
