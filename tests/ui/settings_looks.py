"""What the tests of the settings look at."""

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from desktop_app.core.settings import Settings
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.page import ScrollColumn
from tests.ui.screens import press, seen, settle

EXTRA_KEY, COVER, REMEMBER = "One more key for Leave now", "Cover this page", "Remember these on this computer"


def bar(window: MainWindow) -> ScrollColumn:
    return next(area for area in seen(window) if isinstance(area, ScrollColumn))


def pick_size(window: MainWindow, size: str) -> None:
    press(window, "Text size")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == size).trigger()
    menu.close()
    settle(window)


def in_use(window: MainWindow) -> Settings:
    return window.session.settings


@pytest.fixture
def settings(window: MainWindow) -> MainWindow:
    """The window at its settings."""
    press(window, "Settings")
    return window
