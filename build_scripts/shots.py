"""Writes a picture of every screen, light and dark, at 100 and 200 % text, into a folder. Run by `dev.py shots DIR`.

The pictures show the client area at 1100 x 760, with a fixed date, so that two runs can be compared. Each screen is
also taken once at 640 x 480 and once mirrored, where clipping shows first.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea

from desktop_app.app import make_application, make_window
from desktop_app.core.place import Place
from desktop_app.core.resources import find_resources
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import Theme, load_fonts

NOON = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)
SIZE = (1100, 760)
SMALL = (640, 480)
SETTLED = 60
"""Milliseconds for new parts to find their places."""
PATIENCE = 5000
"""Milliseconds for Home to be whole; only how long a broken program takes to fail."""


@dataclass(frozen=True)
class Shot:
    """One screen: the name of its picture and how to get there from a fresh window."""

    name: str
    go: Callable[[MainWindow], None]


def press(words: str) -> Callable[[MainWindow], None]:
    """Presses the first visible button whose accessible name or words begin like this."""

    def act(window: MainWindow) -> None:
        for button in window.findChildren(QPushButton):
            name = button.accessibleName() or button.text().replace("&&", "&")
            if button.isVisible() and name.startswith(words):
                button.click()
                QApplication.processEvents()  # what comes then is shown, and can be pressed
                return
        raise LookupError(f"no button on this screen begins with “{words}”")

    return act


def screens() -> Iterator[Shot]:
    """Every screen of the program."""
    yield Shot("home", lambda window: None)
    yield Shot("crisis", lambda window: window.show_crisis())
    yield Shot("sheet-qr", press("Show a QR code for Childline"))
    yield Shot("sheet-qr-address", after(MainWindow.show_picture_tools, press("Show a QR code for Report Remove")))
    yield Shot("sheet-open-here", open_here)
    yield Shot("sheet-country", press("United Kingdom"))
    yield Shot("settings", lambda window: window.show_settings())
    yield Shot("sheet-one-more-key", after(MainWindow.show_settings, press("One more key")))
    yield Shot("about", lambda window: window.show_about())
    yield Shot("sheet-licence", after(MainWindow.show_about, press("Qt 6")))
    yield Shot("sheet-try-it", press("Try it"))
    yield Shot("sheet-cannot", press("What it can"))
    yield Shot("sheet-breath", after(MainWindow.show_crisis, press("Take one slow breath")))
    yield Shot("sheet-talk", after(MainWindow.show_plan, press("Talk to someone now")))
    yield Shot("find-help", lambda window: window.show_directory())
    yield Shot("sheet-more", after(MainWindow.show_directory, press("More about Childline")))
    yield Shot("library", lambda window: window.show_library())
    for page in ("first-ten-minutes", "recording-and-reporting", "form-ceop"):
        yield Shot(f"page-{page}", read(page))
    yield Shot("page-find", find_on_page)
    yield Shot("sheet-print", after(read("dont-pay"), press("Print")))
    yield Shot("go-there-first", lambda window: window.show_picture_tools())
    yield Shot("step-stop-answered", answered)
    for number in range(1, 13):
        yield Shot(f"step-{number:02}", step(number))
    yield Shot("step-fits-adult", at("Done", "18 or over"))
    yield Shot("step-keep-apps", at("Done", "Done", "Instagram", "Snapchat"))
    yield Shot("step-tell-unsafe", at(*["Done"] * 4, "Telling at home"))
    yield Shot("step-mail", at("Done", "It is an email", "Done"))
    yield Shot("sheet-who", press("Someone I know"))
    for name, who in (("parent", "I’m their parent"), ("friend", "I’m their friend"), ("school", "I work at")):
        yield Shot(f"plan-{name}", helper(who))


def after(first: Callable[[MainWindow], None], then: Callable[[MainWindow], None]) -> Callable[[MainWindow], None]:
    """One thing and then another."""

    def act(window: MainWindow) -> None:
        first(window)
        then(window)

    return act


def open_here(window: MainWindow) -> None:
    """The sheet that asks before an address is opened on this computer."""
    window.show_picture_tools()
    for words in ("Show a QR code for Report Remove", "Open here"):
        press(words)(window)


def read(page: str) -> Callable[[MainWindow], None]:
    """A page of the library."""
    return lambda window: window.show_library(page)


def find_on_page(window: MainWindow) -> None:
    """A page with the places of a word marked."""
    window.show_library("dont-pay")
    press("Find on this page")(window)
    QTest.keyClicks(window.focusWidget(), "pay")


def answered(window: MainWindow) -> None:
    """The first step with its reasons open and two answers picked."""
    window.show_plan()
    for words in ("Why?", "I already paid", "They are ringing"):
        press(words)(window)
    QTest.qWait(SETTLED)
    area = next(area for area in window.findChildren(QScrollArea) if area.isVisible())
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


def step(number: int) -> Callable[[MainWindow], None]:
    """The step of that number on the longest path."""

    def act(window: MainWindow) -> None:
        window.show_plan()
        urgent = ("They are ringing", "I already paid", "I already sent more", "It is already posted")
        # What fits is asked on the third step, after the one about the ringing.
        for words in (*urgent, "Done", "Done", "I know them"):
            press(words)(window)
        for _ in range(abs(number - 3)):
            press("Back" if number < 3 else "Done")(window)

    return act


def at(*presses: str) -> Callable[[MainWindow], None]:
    """In the plan, after these presses."""

    def act(window: MainWindow) -> None:
        window.show_plan()
        for words in presses:
            press(words)(window)

    return act


def helper(who: str) -> Callable[[MainWindow], None]:
    """The plan for somebody who helps."""
    return after(press("Someone I know"), press(who))


def take(app: QApplication, folder: Path) -> int:
    """Takes all pictures and says how many there are."""
    looks = [
        (f"{theme}-{size}", Theme(theme), size, SIZE, Qt.LayoutDirection.LeftToRight)
        for theme in ("light", "dark")
        for size in (100, 200)
    ]
    looks.append(("small-100", Theme.LIGHT, 100, SMALL, Qt.LayoutDirection.LeftToRight))
    looks.append(("small-200", Theme.LIGHT, 200, SMALL, Qt.LayoutDirection.LeftToRight))
    looks.append(("mirrored-100", Theme.LIGHT, 100, SIZE, Qt.LayoutDirection.RightToLeft))
    count = 0
    for name, theme, text_size, size, direction in looks:
        app.setLayoutDirection(direction)
        for shot in screens():
            window, _ = make_window(app, find_resources(), lambda: NOON, Place("GB", known=True, guessed=True), stay)
            window.use_look(text_size, theme)
            window.resize(*size)
            painted = QSignalSpy(window.first_painted)
            window.show()
            painted.wait(PATIENCE)
            QTest.qWait(SETTLED)
            shot.go(window)
            QTest.qWait(SETTLED)
            window.grab().save(str(folder / f"{shot.name}-{name}.png"))
            window.deleteLater()
            window.hide()
            count += 1
    return count


def stay(clear_clipboard: Callable[[], None]) -> None:
    """Pictures are taken of a program that does not leave."""


def main() -> int:
    """Takes the folder as its one argument."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = make_application(find_resources())
    load_fonts(find_resources(), first=False)
    print(f"{take(app, folder)} pictures in {folder}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
