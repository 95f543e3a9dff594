"""What the tests of the plan page look at."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.text import Title
from tests.ui.screens import (
    buttons,
    press,
    seen,
    spoken,
    words,
)

PLAN, DONE, SKIP = "I’m being blackmailed", "Done, next step", "Skip for now"


def title(window: MainWindow) -> str:
    return next(spoken(widget) for widget in seen(window) if isinstance(widget, Title))


def place(window: MainWindow) -> str:
    """ "Step 2 of 8", wherever it stands on this layout."""
    said = [*words(window), *(spoken(button) for button in buttons(window))]
    return next(found[0] for text in said if (found := re.match(r"Step \d+ of \d+", text)))


def rail(window: MainWindow) -> QListView:
    return next(widget for widget in seen(window) if isinstance(widget, QListView))


def rail_rows(window: MainWindow) -> list[str]:
    model = rail(window).model()
    return [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]


@pytest.fixture
def plan(window: MainWindow) -> MainWindow:
    """The window at the first step."""
    press(window, PLAN)
    return window
