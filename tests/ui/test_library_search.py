"""Searching in Read and learn: what is found stands in place of the list of pages, and opens beside it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.private_field import PrivateField
from desktop_app.ui.theme import Theme
from tests.ui.opening import OpenWindow
from tests.ui.screens import SMALL, find, focused, has, in_window, press, says, seen, settle

MONEY = "Don’t pay. If you already did, you can stop."


def field(window: MainWindow) -> PrivateField:
    return next(widget for widget in seen(window) if isinstance(widget, PrivateField))


def look_for(window: MainWindow, qtbot: QtBot, words: str, found: str) -> None:
    """Types into the search and waits for what is to be found."""
    field(window).setFocus()
    QTest.keyClicks(field(window), words)
    qtbot.waitUntil(lambda: has(window, found))
    settle(window)


@pytest.fixture
def library(window: MainWindow) -> MainWindow:
    press(window, "Read and learn")
    return window


def test_what_is_found_stands_in_place_of_the_pages(library: MainWindow, qtbot: QtBot) -> None:
    assert has(library, "Young people")
    look_for(library, qtbot, "they want mony", MONEY)
    assert not has(library, "Young people, ")
    field(library).clear()
    settle(library)
    assert has(library, "Young people, ")


def test_enter_opens_what_was_found_first(library: MainWindow, qtbot: QtBot) -> None:
    look_for(library, qtbot, "they want mony", MONEY)
    QTest.keyClick(field(library), Qt.Key.Key_Return)
    settle(library)
    assert says(library, MONEY)


def test_a_step_that_was_found_opens_in_the_plan(library: MainWindow, qtbot: QtBot) -> None:
    look_for(library, qtbot, "report remove", "Try to stop the picture spreading")
    press(library, "Try to stop the picture spreading")
    assert says(library, "Step 6 of 9")


def test_a_line_that_was_found_opens_with_all_that_is_known_of_it(library: MainWindow, qtbot: QtBot) -> None:
    look_for(library, qtbot, "childline", "Childline")
    press(library, "Childline")
    assert says(library, "Nobody has rung it yet")


def test_words_of_danger_find_the_people_first(library: MainWindow, qtbot: QtBot) -> None:
    look_for(library, qtbot, "i want to die", "I don’t feel safe. People you can talk to now")
    QTest.keyClick(field(library), Qt.Key.Key_Return)
    settle(library)
    assert says(library, "You matter more than any picture.")


def test_what_was_typed_stays_in_another_look(library: MainWindow, qtbot: QtBot) -> None:
    look_for(library, qtbot, "they want mony", MONEY)
    library.use_look(130, Theme.DARK)
    settle(library)
    assert field(library).text() == "they want mony"


def test_where_there_is_room_for_one_column_the_page_that_was_found_takes_it(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(size=SMALL)
    press(window, "Read and learn")
    look_for(window, qtbot, "they want mony", MONEY)
    press(window, MONEY)
    assert says(window, MONEY)
    assert focused().accessibleName() == MONEY


def test_the_field_stands_over_the_pages_and_takes_no_room_from_them(library: MainWindow, qtbot: QtBot) -> None:
    top = in_window(field(library)).top()
    assert in_window(find(library, "Young people, ")).top() - in_window(field(library)).bottom() < 60
    look_for(library, qtbot, "they want mony", MONEY)
    assert in_window(field(library)).top() == top
