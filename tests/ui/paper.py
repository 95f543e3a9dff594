"""Printers that are not there: what tests put in the place of the system's, and how they get to the sheets."""

import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui import print_desk, print_opener
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.print_choices import ChoiceRow
from desktop_app.ui.print_system import Job, Printer, PrintError, PrintProblem
from tests.ui.opening import OpenWindow
from tests.ui.screens import by, page, press, says, settle

TWO = (
    Printer("office", "Head office", "by the door", usual=True),
    Printer("room-12", "Room 12", "", usual=False),
)
PAGE = "Don’t pay. If you already did"


class PaperPrinters:
    """Printers whose paper is a list. `fails` is what the next question ends in; `answers` holds back every answer."""

    def __init__(self) -> None:
        self.there: tuple[Printer, ...] = TWO
        self.fails: PrintProblem | None = None
        self.answers = threading.Event()
        self.answers.set()
        self.asked = 0
        self.printed: list[tuple[str, Job]] = []
        self.threads: set[int] = set()

    def find(self) -> tuple[Printer, ...]:
        self._answer()
        if not self.there:
            raise PrintError("none")
        return self.there

    def send(self, printer_id: str, job: Job) -> None:
        self._answer()
        self.printed.append((printer_id, job))

    def _answer(self) -> None:
        self.asked += 1
        self.threads.add(threading.get_ident())
        assert self.answers.wait(20)
        if self.fails is not None:
            raise PrintError(self.fails)


@pytest.fixture
def printers(monkeypatch: pytest.MonkeyPatch) -> PaperPrinters:
    """The printers of this computer, from now on."""
    printers = PaperPrinters()
    monkeypatch.setattr(print_opener, "printers_of_this_system", lambda: printers)
    monkeypatch.setattr(print_desk, "SEEN", 0)
    return printers


@pytest.fixture
def folders(home: Path) -> Path:
    """A home with the usual folders."""
    for name in ("Documents", "Downloads", "Desktop"):
        (home / name).mkdir()
    return home


def on_page(open_window: OpenWindow, **how: object) -> MainWindow:
    """The window with a page to read."""
    window = open_window(**how)  # type: ignore[arg-type]
    page(PAGE)(window)
    return window


def on_sheet(open_window: OpenWindow, qtbot: QtBot, *then: str, **how: object) -> MainWindow:
    """The sheet that prints it, after these presses."""
    window = on_page(open_window, **how)
    for name in ("Print", *then):
        by(name)(window)
        answered(window, qtbot)
    return window


def answered(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until all work is done and shown."""
    qtbot.wait(1)
    window.tasks.wait()
    qtbot.wait(1)
    settle(window)


def go(window: MainWindow, qtbot: QtBot, *names: str) -> None:
    """Press one after another, and wait for each answer."""
    for name in names:
        press(window, name)
        answered(window, qtbot)


def wait_for(window: MainWindow, qtbot: QtBot, words: str) -> None:
    """Wait until that is said."""
    qtbot.waitUntil(lambda: says(window, words))
    settle(window)


def choices(window: QWidget) -> list[ChoiceRow]:
    """The rows to choose from."""
    return [row for row in window.findChildren(ChoiceRow) if row.isVisible()]
