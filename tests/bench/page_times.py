"""One visit, as a frightened person makes it, with the time of each click until its page is painted. Prints JSON.

`python page_times.py` gives a list of {"what", "seconds"}. The program is the real one in a real window; clicks enter
at the window as the system's own do. A time runs from the moment the mouse button is let go, which is what a click
waits for, until the last paint that follows without a pause. Each page is opened once, so first times count: nobody
opens the plan a second time before they have seen it once.
"""

import datetime as dt
import json
import os
import time
from collections.abc import Callable
from typing import NoReturn

from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.app import make_application, make_window, settle
from desktop_app.core.resources import find_resources
from desktop_app.core.settings_file import SettingsFile
from desktop_app.ui import strings
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.result_card import ResultCard
from desktop_app.ui.search_box import SearchBox

REST = 0.3  # seconds that a person looks at a page before the next click, at the very least
SETTLED = 0.8  # seconds after the window came up
STILL = 0.04  # seconds without a paint: the page is there
TYPED = "they want money"
FIRST_SEARCH, KEY = "the first search", "a key in the search box"


class Paints(QObject):
    """Notes each time that the window is about to be painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.count = 0
        # Qt asks for a paint in two ways: through the window, and through the widget that fills it.
        self.handle = window.windowHandle()
        self.handle.installEventFilter(self)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:
            self.count += 1
        return False


def rest(seconds: float) -> None:
    """Let the program go on as it does while nobody does anything."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def until_painted(paints: Paints) -> float:
    """Handle events until nothing is painted any more. Gives the moment when the last paint was done."""
    dispatcher = QAbstractEventDispatcher.instance()
    seen, painted = paints.count, time.perf_counter()
    while time.perf_counter() - painted < STILL:
        dispatcher.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        if paints.count != seen:
            seen, painted = paints.count, time.perf_counter()
    return painted


def until(there: Callable[[], bool]) -> None:
    """Let the program go on, its other threads too, until something is there."""
    loop, looking = QEventLoop(), QTimer(interval=1)
    looking.timeout.connect(lambda: loop.quit() if there() else None)
    looking.start()
    loop.exec()


def button(window: QWidget, words: str) -> QPushButton:
    """The first button that can be seen whose accessible name or text begins like this."""
    for one in window.findChildren(QPushButton):
        if one.isVisible() and (one.accessibleName() or one.text()).startswith(words):
            return one
    raise LookupError(f"no button here begins with {words!r}")


def visit(window: MainWindow, paints: Paints) -> list[dict[str, object]]:
    """Go through the program. Gives what was opened and the seconds that it took."""
    times: list[dict[str, object]] = []

    def click(words: str, what: str) -> None:
        target = button(window, words)
        spot = target.mapTo(window, target.rect().center())
        QTest.mousePress(paints.handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
        until_painted(paints)
        begin = time.perf_counter()
        QTest.mouseRelease(paints.handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
        times.append({"what": what, "seconds": until_painted(paints) - begin})
        rest(REST)

    code = strings.QR_NAME.format(name="")
    for words in (strings.TRY_IT, strings.WHAT_IT_CANT, code):
        click(words, "a sheet")
        click(strings.CLOSE, "back to what was there")
    click(strings.NOT_SAFE, "the crisis page")
    click(strings.BACK_TO_PLACE, "back to what was there")
    click(strings.BLACKMAILED, "Home to the plan")
    click(strings.NOT_SAFE, "the crisis page")
    click(strings.BACK_TO_PLACE, "back to what was there")
    for _ in range(7):
        click(strings.DONE_NEXT, "step to step")
    click(strings.HOME, "back to Home")
    click(strings.READ_AND_LEARN, "Read and learn")
    for page in list(window.session.library)[2:6]:  # as many as are in view
        click(page.title, "a page to read")
    return times + search(window, paints)


def search(window: MainWindow, paints: Paints) -> list[dict[str, object]]:
    """Somebody goes into the search and types at once. The first key waits for all that can be found to be read."""
    (box,) = window.findChildren(SearchBox)
    begin = time.perf_counter()
    box.field.setFocus()
    QTest.keyClicks(box.field, TYPED[0])
    until(lambda: any(card.isVisible() for card in window.findChildren(ResultCard)))
    times: list[dict[str, object]] = [{"what": FIRST_SEARCH, "seconds": until_painted(paints) - begin}]
    for letter in TYPED[1:]:
        rest(REST)
        begin = time.perf_counter()
        QTest.keyClicks(box.field, letter)
        times.append({"what": KEY, "seconds": until_painted(paints) - begin})
    return times


def main() -> NoReturn:
    resources = find_resources()
    app = make_application(resources)
    window, leave = make_window(app, resources, lambda: dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC))
    file = SettingsFile(None)
    window.first_painted.connect(lambda: settle(app, window, resources, file, file.read()))
    window.show()
    leave.watch()
    rest(SETTLED)
    print(json.dumps(visit(window, Paints(window))), flush=True)
    os._exit(0)  # as the program itself ends: nothing is taken apart


if __name__ == "__main__":
    main()
