"""The program itself with the stall hunter inside, and a person who walks through all of it. Prints JSON.

`python stall_walk.py` gives {"places": [...], "stalls": [{"place", "seconds", "busy", "where", "seen_after", "stack"}],
"cost": s}; see stalls.py. `cost`: the seconds of each second that the window thread has the processor while nobody does
anything, nearly all of it for the hunter. Keys and clicks are real ones: they come from the X server, see hand.py.
"""

import json
import os
import subprocess
import sys
import threading
import time
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))  # before an installed package named `tests`

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop_app.command_line import main as run_handrail
from desktop_app.ui import strings
from tests.bench.stalls import StallHunter
from tests.bench.thread_times import ThreadTimes
from tests.bench.window_thread import WindowThread

HAND = Path(__file__).resolve().parent / "hand.py"
REST = 0.35  # seconds that a person looks at something, at the very least
POINTED = 0.1  # seconds from the mouse being there to the click
PATIENCE = 20.0
STEPS = 20  # more than any plan has
TURNS = 80  # of the wheel: more than any page has
WHEEL_UP, WHEEL_DOWN = "4", "5"

FIRST_WINDOW, LOADING, TEXT_SIZE, COLOURS = "the first window", "Home is read", "another text size", "other colours"


def buttons() -> dict[str, QAbstractButton]:
    """Those that are shown, scrolled out of sight or not, by accessible name or text. Of two alike it is the first."""
    found: dict[str, QAbstractButton] = {}
    for window in QApplication.topLevelWidgets():
        for button in window.findChildren(QAbstractButton):
            if button.isVisible():
                found.setdefault(button.accessibleName() or button.text(), button)
    return found


def shown(words: str) -> QAbstractButton | None:
    """The first of them that begins like this."""
    return next((button for name, button in buttons().items() if name.startswith(words)), None)


def spot(words: str) -> QPoint | None:
    """The middle of that button on the screen; None while it is scrolled out of sight, whole or in part."""
    button = shown(words)
    if button is None:
        raise LookupError(f"no button here begins with {words!r}")
    seen = button.visibleRegion().boundingRect()
    return button.mapToGlobal(seen.center()) if seen.height() >= min(button.height(), 40) else None


def middle() -> QPoint:
    """The middle of the window on the screen."""
    window: QWidget = QApplication.activeWindow() or QApplication.topLevelWidgets()[0]
    return window.mapToGlobal(window.rect().center())


class Person:
    """Walks. Lives on a thread of its own; what it must know of the window, it asks the thread of the windows."""

    def __init__(self, hunter: StallHunter, windows: WindowThread, times: ThreadTimes) -> None:
        self.places = [FIRST_WINDOW]  # all that it did, in order, each once
        self._text_is_plain = True
        self._hunter = hunter
        self._windows = windows
        self._times = times
        # One for all, started before anything is measured: starting a program stops this one for a moment.
        self._hand = subprocess.Popen(
            ["/usr/bin/python3", str(HAND)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )

    def walk(self) -> float:
        """From the first window to the last page and back. Gives the cost at rest, see above."""
        self._wait_for(strings.TRY_IT)
        self._begin(LOADING)
        time.sleep(4 * REST)
        cost = self._cost_at_rest()
        self._keys("the Tab key", *["Tab"] * 6)
        self._read("Home is scrolled")
        self._click(strings.COPY, "copying")
        for words in (strings.TRY_IT, strings.WHAT_IT_CANT, strings.QR_NAME.format(name="")):
            self._visit_sheet(words)
        self._visit_crisis()
        self._click(strings.BLACKMAILED, "Home to the plan")
        self._visit_crisis()
        self._click(strings.WHY, "the reasons")
        self._take_every_step()
        self._click(strings.HOME, "back to Home")
        self._change_looks()
        self._change_country()
        return cost

    # -- parts of the walk -----------------------------------------------------------------------------------------

    def _visit_sheet(self, words: str) -> None:
        self._click(words, "a sheet")
        self._read("a sheet is scrolled")
        self._click(strings.CLOSE, "back to what was there")

    def _visit_crisis(self) -> None:
        self._click(strings.NOT_SAFE, "the crisis page")
        self._read("the crisis page is scrolled")
        self._click(strings.BACK_TO_PLACE, "back to what was there")

    def _take_every_step(self) -> None:
        for _ in range(STEPS):
            self._read("a step is scrolled")
            if self._windows.do(lambda: shown(strings.DONE_NEXT)) is None:
                return
            self._click(strings.DONE_NEXT, "step to step")
        raise LookupError("the plan does not end")

    def _change_looks(self) -> None:
        self._choose(strings.TEXT_SIZE, ["Down"] * 5, TEXT_SIZE)
        self._text_is_plain = False
        self._click(strings.SETTINGS, "the settings")
        self._read("the settings are scrolled")
        self._click(strings.THEME_NAME.format(theme=strings.THEMES["dark"]), COLOURS)
        self._click(strings.REMEMBER, "remembering")
        self._click(strings.REMEMBER, "remembering")
        self._click(strings.ABOUT, "about and limits")
        self._read("about and limits is scrolled")
        self._click(strings.HOME, "back to Home")
        self._read("Home is scrolled")
        self._visit_sheet(strings.WHAT_IT_CANT)
        self._visit_crisis()
        self._click(strings.BLACKMAILED, "Home to the plan")
        self._read("a step is scrolled")
        self._click(strings.BACK, "step to step")
        self._click(strings.HOME, "back to Home")
        self._choose(strings.TEXT_SIZE, ["Up"] * 5, TEXT_SIZE)
        self._text_is_plain = True

    def _change_country(self) -> None:
        self._click(strings.SOMEWHERE_ELSE, "a sheet")
        self._click(strings.COUNTRY_OTHER, "another country")

    # -- eyes and hands --------------------------------------------------------------------------------------------

    def _choose(self, button: str, arrows: list[str], what: str) -> None:
        """Pick from a menu by arrow keys."""
        self._click(button.partition("{")[0], "a menu")
        self._keys("a menu", *arrows)
        self._keys(what, "Return")

    def _click(self, words: str, what: str) -> None:
        where = self._scroll_to(words)
        self._tell(f"point {where.x()} {where.y()}")
        time.sleep(POINTED)
        self._begin(what)
        self._tell("click 1")
        time.sleep(REST)

    def _scroll_to(self, words: str) -> QPoint:
        self._wait_for(words)
        for wheel in (WHEEL_DOWN, WHEEL_UP):
            for _ in range(TURNS):
                where = self._windows.do(lambda: spot(words))
                if where is not None:
                    return where
                self._turn(wheel, 1)
        raise LookupError(f"{words!r} cannot be scrolled to")

    def _read(self, what: str) -> None:
        """To the end of the page and back to its beginning."""
        self._begin(what)
        self._turn(WHEEL_DOWN, 10)
        self._turn(WHEEL_UP, 10)

    def _turn(self, wheel: str, times: int) -> None:
        where = self._windows.do(middle)
        self._tell(f"point {where.x()} {where.y()}")
        for _ in range(times):
            self._tell(f"click {wheel}")
            time.sleep(0.03)

    def _keys(self, what: str, *names: str) -> None:
        self._begin(what)
        for name in names:
            self._tell(f"key {name}")
            time.sleep(0.06)
        time.sleep(REST)

    def _begin(self, what: str) -> None:
        place = what if self._text_is_plain or what in (TEXT_SIZE, COLOURS) else f"{what}, large text"
        self._hunter.place = place
        if place not in self.places:
            self.places.append(place)

    def _tell(self, words: str) -> None:
        assert self._hand.stdin is not None
        assert self._hand.stdout is not None
        self._hand.stdin.write(words + "\n")
        if not self._hand.stdout.readline():
            raise RuntimeError(f"the hand could not: {words}")

    def _wait_for(self, words: str) -> None:
        until = time.monotonic() + PATIENCE
        while self._windows.do(lambda: shown(words)) is None:
            if time.monotonic() > until:
                raise LookupError(f"still no button that begins with {words!r}, only {list(self._windows.do(buttons))}")
            time.sleep(0.02)

    def _cost_at_rest(self) -> float:
        before = self._times()
        time.sleep(1)
        return self._times().since(before).busy


def main() -> int:
    # The program leaves the terminal; what is measured still has to get out.
    sys.stdout, sys.stderr = (os.fdopen(os.dup(stream), "w") for stream in (1, 2))
    windows, hunter = WindowThread(), StallHunter()
    person = Person(hunter, windows, ThreadTimes())

    def walk() -> None:
        try:
            cost = person.walk()
            hunter.stop()
            stalls = [
                {
                    "place": stall.place,
                    "seconds": stall.seconds,
                    "busy": stall.busy,
                    "where": stall.where,
                    "seen_after": stall.seen_after,
                    "stack": [str(frame) for frame in stall.stack],
                }
                for stall in hunter.stalls
            ]
            print(json.dumps({"places": person.places, "stalls": stalls, "cost": cost}), flush=True)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)  # as the program itself ends: nothing is taken apart

    threading.Thread(target=walk, daemon=True).start()
    hunter.place = FIRST_WINDOW
    hunter.start()
    return run_handrail([])


if __name__ == "__main__":
    sys.exit(main())
