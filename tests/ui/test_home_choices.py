"""Country and text size: chosen on Home, applied at once; and the way to the settings."""

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from desktop_app.ui.main_window import MainWindow
from tests.ui.home_looks import ANYWHERE, BIG_CHOICE, numbers
from tests.ui.screens import (
    NOT_SAFE,
    find,
    focused,
    has,
    press,
    says,
    settle,
    spoken,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True)


def open_menu(window: MainWindow, opener: str) -> QMenu:
    press(window, opener)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(window: MainWindow, opener: str, choice: str) -> None:
    menu = open_menu(window, opener)
    action = next(action for action in menu.actions() if action.text() == choice)
    action.trigger()
    menu.close()
    settle(window)


@pytest.mark.parametrize("opener", ["United Kingdom", "Somewhere else?"])
def test_another_country_has_other_numbers(window: MainWindow, opener: str) -> None:
    press(window, opener)
    assert says(window, "Where are you?")
    press(window, "Another country")
    assert says(window, ANYWHERE)
    assert "0800 1111 for Childline" not in numbers(window)
    press(window, "Choose your country")
    press(window, "United Kingdom")
    assert "0800 1111 for Childline" in numbers(window)


def test_the_country_that_holds_is_marked(window: MainWindow) -> None:
    press(window, "United Kingdom")
    assert find(window, "United Kingdom").isChecked()
    assert not find(window, "Another country").isChecked()


def test_another_country_changes_the_plan_too(window: MainWindow) -> None:
    press(window, "Go there first")
    assert "childline.org.uk for Report Remove" in numbers(window)
    press(window, "Home")
    press(window, "United Kingdom")
    press(window, "Another country")
    press(window, "I’m being blackmailed")
    assert says(window, "Step 6 of 9")
    assert "childline.org.uk for Report Remove" not in numbers(window)
    assert any(number.endswith("Take It Down") for number in numbers(window))


def test_another_text_size_applies_at_once(window: MainWindow) -> None:
    before = find(window, "Go there first").font().pixelSize()
    choose(window, "Text size: 100%", "200%")
    assert find(window, "Go there first").font().pixelSize() == 2 * before
    assert has(window, "Text size: 200%")
    assert spoken(focused()) == BIG_CHOICE


def test_a_menu_marks_the_choice_that_holds(window: MainWindow) -> None:
    menu = open_menu(window, "Text size")
    chosen = [action.text() for action in menu.actions() if action.isChecked()]
    menu.close()
    assert chosen == ["100%"]


def test_a_menu_opens_inside_the_screen(window: MainWindow) -> None:
    room = window.screen().availableGeometry()
    window.move(room.topLeft())
    window.resize(room.width(), min(window.height(), room.height()))
    settle(window)
    menu = open_menu(window, "Text size")
    where = menu.geometry()
    menu.close()
    assert room.contains(where)


def test_a_text_size_holds_on_every_other_screen(window: MainWindow) -> None:
    choose(window, "Text size", "150%")
    for name in ("I’m being blackmailed", NOT_SAFE):
        press(window, name)
        assert find(window, NOT_SAFE).font().pixelSize() == 24


def test_the_settings_are_one_press_away(window: MainWindow) -> None:
    press(window, "Settings")
    assert spoken(focused()) == "Settings"
    assert has(window, "Theme: light")
