"""A printer that says nothing: Leave now leaves, the watchdog waits and watches again, and the person is told."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app import app
from desktop_app.core.resources import find_resources
from desktop_app.core.settings import Settings
from desktop_app.core.settings_file import Kept, SettingsFile
from desktop_app.ui import strings_print
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.print_desk import PrintDesk
from desktop_app.ui.print_pages import Paper
from desktop_app.ui.tasks import Tasks
from tests.desktop.presses import tap
from tests.ui.damage import title
from tests.ui.opening import OpenWindow
from tests.ui.paper import PaperPrinters, answered, choices, on_sheet, printers, wait_for
from tests.ui.screens import LEAVE, has, press, says, settle

__all__ = ["printers"]

LOOK, PRINT = strings_print.LOOK, strings_print.PRINT


@pytest.fixture
def slow(printers: PaperPrinters) -> Iterator[PaperPrinters]:
    """Printers that say nothing until the test lets them."""
    printers.answers.clear()
    yield printers
    printers.answers.set()


def test_leave_now_leaves_while_a_printer_says_nothing(
    open_window: OpenWindow, qtbot: QtBot, slow: PaperPrinters, left: list[str]
) -> None:
    window = on_sheet(open_window, qtbot)
    press(window, LOOK)
    assert says(window, strings_print.LOOKING)
    for _ in range(2):
        tap(window, Qt.Key.Key_Escape)
    assert left == ["left"]
    slow.answers.set()


def test_the_button_leaves_while_a_printer_says_nothing(
    open_window: OpenWindow, qtbot: QtBot, slow: PaperPrinters, left: list[str]
) -> None:
    window = on_sheet(open_window, qtbot)
    press(window, LOOK)
    press(window, LEAVE)
    assert left == ["left"]
    slow.answers.set()


def test_the_watchdog_pauses_while_a_printer_is_asked_and_watches_again(
    open_window: OpenWindow, qtbot: QtBot, slow: PaperPrinters
) -> None:
    pauses: list[str] = []

    @contextmanager
    def paused() -> Iterator[None]:
        pauses.append("paused")
        yield
        pauses.append("watching")

    window = on_sheet(open_window, qtbot)
    window.tasks.unwatched = paused
    press(window, LOOK)
    assert pauses == ["paused"]
    press(window, "Close")
    press(window, "Home")
    slow.answers.set()
    answered(window, qtbot)
    assert pauses == ["paused", "watching"], "also when its sheet is gone"
    assert title(window) == "What do you need right now?"


class Watchdog(QObject):
    """In the place of the one that ends the program."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.started = False

    def start(self) -> None:
        self.started = True

    @contextmanager
    def paused(self) -> Iterator[None]:
        assert self.started
        yield


def test_the_watchdog_that_pauses_is_the_one_of_the_program(
    open_window: OpenWindow, dressed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.ui.freeze_watchdog.FreezeWatchdog", Watchdog)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    window = open_window()
    app.settle(dressed, window, find_resources(), SettingsFile(None), Kept(Settings(), False, None))
    assert window.tasks.unwatched == window.findChildren(Watchdog)[0].paused
    with window.tasks.unwatched():
        pass


def test_an_answer_for_another_page_says_nothing(open_window: OpenWindow, qtbot: QtBot, slow: PaperPrinters) -> None:
    window = on_sheet(open_window, qtbot)
    press(window, LOOK)
    for name in ("Close", "Print"):
        press(window, name)
    slow.answers.set()
    answered(window, qtbot)
    assert has(window, LOOK)
    assert choices(window) == []


class Answers:
    """A desk with printers that take their time."""

    def __init__(self, printers: PaperPrinters) -> None:
        self.tasks = Tasks()
        self.desk = PrintDesk(printers, self.tasks, patience=1)
        self.desk.open("<p>Words</p>", Paper(letter=False, text_size=100))


def test_after_a_while_the_person_hears_that_nobody_answers(
    qtbot: QtBot, dressed: QApplication, slow: PaperPrinters
) -> None:
    answers = Answers(slow)
    desk = answers.desk
    qtbot.waitUntil(lambda: desk.pages == 1)
    desk.look()
    qtbot.waitUntil(lambda: desk.state == "slow-look")
    slow.answers.set()
    qtbot.waitUntil(lambda: desk.state == "found")
    slow.answers.clear()
    desk.choose("room-12")
    desk.send()
    qtbot.waitUntil(lambda: desk.state == "slow-send")
    slow.answers.set()
    qtbot.waitUntil(lambda: desk.state == "sent")
    answers.tasks.wait()


def test_while_it_is_slow_it_can_not_be_printed_twice(
    open_window: OpenWindow, qtbot: QtBot, printers: PaperPrinters
) -> None:
    window = on_sheet(open_window, qtbot, LOOK, "Room 12")
    printers.answers.clear()
    press(window, PRINT)
    desk_of(window)._tell_to_wait()
    settle(window)
    assert says(window, strings_print.PRINT_PROBLEMS["slow-send"])
    assert not has(window, PRINT)
    printers.answers.set()
    wait_for(window, qtbot, "Fetch the paper")


def desk_of(window: MainWindow) -> PrintDesk:
    [desk] = window._sheets.findChildren(PrintDesk)
    return desk
