"""What tests of the windows share: a plain stage for Leave now, and the real window with a fixed day and country."""

import datetime as dt
import gc
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QFontDatabase
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.app import make_window
from desktop_app.core.place import Place
from desktop_app.core.resources import find_resources
from desktop_app.ui.accessible import accessible
from desktop_app.ui.leave_now import LeaveNow
from desktop_app.ui.main_window import MainWindow
from tests.desktop.clock import Clock
from tests.desktop.stage import Stage
from tests.ui.damage import content
from tests.ui.opening import NOON, OpenWindow
from tests.ui.plan_looks import plan
from tests.ui.screens import GB, WIDE, has, settle
from tests.ui.settings_looks import settings
from tests.ui.visits import visited, visits

# The printing system of those tests listens on a socket in a folder, which Windows does not have.
collect_ignore = [] if sys.platform != "win32" else ["test_print_cups.py"]
__all__ = ["content", "plan", "settings", "visited", "visits"]


@pytest.fixture
def stage(qtbot: QtBot, clock: Clock) -> Iterator[Stage]:
    stage = Stage()
    body = QWidget()
    column = QVBoxLayout(body)
    stage.button.setFixedSize(160, 44)
    stage.choices.addItems(["one", "two", "three"])
    for control in (stage.button, stage.text, stage.choices):
        column.addWidget(control)
    column.addStretch()
    stage.window.setCentralWidget(body)
    stage.window.setGeometry(100, 100, 500, 400)
    stage.window.show()
    leave = LeaveNow(stage.leave, clock, stage.window)
    leave.shift_counted.connect(stage.dots.append)
    leave.guard(stage.button)
    leave.watch()
    stage.text.setFocus()
    with qtbot.waitActive(stage.window):
        pass
    yield stage
    stage.window.hide()
    stage.window.deleteLater()


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application of the tests with the style, fonts and roles that the program gives its own."""
    gc.enable()  # the program starts without
    qapp.setStyle("Fusion")
    for face in (find_resources() / "fonts").glob("*.ttf"):
        QFontDatabase.addApplicationFont(str(face))
    QAccessible.installFactory(accessible)
    return qapp


@pytest.fixture
def left() -> list[str]:
    """Gets an entry each time the program would have ended."""
    return []


@pytest.fixture
def open_window(qtbot: QtBot, dressed: QApplication, left: list[str]) -> Iterator[OpenWindow]:
    """For tests that need another day, country, content or size than `window` has."""
    opened: list[tuple[MainWindow, LeaveNow]] = []
    palette, font = dressed.palette(), dressed.font()

    def open_one(
        place: Place = GB,
        at: dt.datetime = NOON,
        resources: Path | None = None,
        size: tuple[int, int] = WIDE,
        prepare: Callable[[MainWindow], None] = lambda window: None,
    ) -> MainWindow:
        for window, _ in opened:
            window.hide()
        window, leave = make_window(
            dressed, resources or find_resources(), lambda: at, place, lambda clear: left.append("left")
        )
        opened.append((window, leave))
        prepare(window)
        window.resize(*size)
        window.show()
        leave.watch()
        window.watch_keys()
        with qtbot.waitActive(window):
            pass
        qtbot.waitUntil(lambda: has(window, "Try it"))  # Home is whole only after its first picture
        settle(window)
        return window

    yield open_one
    for window, leave in opened:
        window.hide()
        window.tasks.wait()  # the program ends at once; here what still runs would outlive its window
        window.deleteLater()
        leave.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    dressed.setPalette(palette)
    dressed.setFont(font)
    dressed.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """The real window at Home: noon on a Tuesday, in the United Kingdom."""
    return open_window()
