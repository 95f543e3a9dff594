"""Home: the first rule before any click, two lines to talk to, and no dead button."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from desktop_app.core.place import Place
from desktop_app.ui.badge import Badge
from desktop_app.ui.main_window import MainWindow
from tests.desktop.presses import tap
from tests.ui.home_looks import ANYWHERE, BIG_CHOICE, numbers
from tests.ui.opening import NOON, OpenWindow
from tests.ui.screens import (
    ADULT,
    FIRST_STEP,
    GB,
    LEAVE,
    NOT_SAFE,
    NOWHERE,
    buttons,
    described,
    focused,
    has,
    press,
    says,
    seen,
    settle,
    spoken,
    words,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True)


UNKNOWN = Place("XX", known=False, guessed=True)


THREE_AT_NIGHT = dt.datetime(2026, 11, 25, 3, 0, tzinfo=dt.UTC)


def badges(window: QWidget) -> list[str]:
    return [badge.text() for badge in seen(window) if isinstance(badge, Badge)]


def traces(window: MainWindow, left: list[str]) -> object:
    """What a person could notice: the words, the states, menus, the clipboard, and that the program is gone."""
    states = [(spoken(button), described(button), button.isChecked()) for button in buttons(window)]
    hints = [field.placeholderText() for field in seen(window) if isinstance(field, QLineEdit)]
    return words(window), hints, states, QApplication.activePopupWidget(), QApplication.clipboard().text(), len(left)


def dead(open_here: Callable[[], MainWindow], left: list[str]) -> list[str]:
    """The names of the buttons of a screen that do nothing when they are pressed."""
    found = []
    for name in [spoken(button) for button in buttons(open_here()) if button.isEnabled()]:
        window = open_here()
        QApplication.clipboard().clear()
        before = traces(window, left)
        press(window, name)
        if traces(window, left) == before:
            found.append(name)
        if isinstance(menu := QApplication.activePopupWidget(), QMenu):
            menu.close()
    return found


def test_the_first_rule_is_there_before_any_click(window: MainWindow) -> None:
    assert spoken(focused()) == BIG_CHOICE


def test_home_names_no_topic_in_its_title_and_window(window: MainWindow) -> None:
    assert window.windowTitle() == "Handrail"
    assert says(window, "What do you need right now?")


def test_home_says_what_leave_now_does_and_what_it_cannot(window: MainWindow) -> None:
    assert says(window, "Leave now, or Esc twice, closes this at once. It can’t hide that it was open.")
    assert has(window, "Try it")
    assert has(window, "What it can’t do")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_one_key_opens_the_plan(window: MainWindow, key: Qt.Key) -> None:
    tap(window, key)
    settle(window)
    assert spoken(focused()) == FIRST_STEP.title
    assert says(window, "Step 1 of 9")


def test_two_keys_open_the_right_tool_for_pictures(window: MainWindow) -> None:
    tap(window, Qt.Key.Key_Tab)
    tap(window, Qt.Key.Key_Return)
    settle(window)
    assert says(window, "Step 6 of 9")
    assert "childline.org.uk for Report Remove" in numbers(window)
    assert has(window, "Next, come back to: ")


def test_two_lines_are_shown_with_their_numbers(window: MainWindow) -> None:
    assert numbers(window) == ["0800 1111 for Childline", "85258 for Shout"]
    assert badges(window) == ["Open now", "Open now"]
    assert says(window, "Numbers for the United Kingdom.")


@pytest.mark.parametrize(
    ("at", "lines", "states"),
    [
        (NOON, ["0345 6000 459 for Revenge Porn Helpline", "85258 for Shout"], ["Open until 16:00", "Open now"]),
        (THREE_AT_NIGHT, ["85258 for Shout", "116 123 for Samaritans"], ["Open now", "Open now"]),
    ],
    ids=["at noon", "at three at night"],
)
def test_open_lines_come_first(open_window: OpenWindow, at: dt.datetime, lines: list[str], states: list[str]) -> None:
    window = open_window(at=at)
    press(window, "I’m being blackmailed")
    press(window, "Done, next step")
    press(window, ADULT)
    press(window, "Home")
    assert numbers(window) == lines
    assert badges(window) == states


def test_a_line_that_cannot_be_placed_by_the_clock_has_no_badge(open_window: OpenWindow) -> None:
    window = open_window(at=dt.datetime(1980, 1, 1, 12, 0, tzinfo=dt.UTC))
    press(window, "I’m being blackmailed")
    press(window, "Done, next step")
    press(window, ADULT)
    press(window, "Home")
    assert len(numbers(window)) == 2
    assert "Closed" not in "".join(badges(window))


@pytest.mark.parametrize("line", ["Childline", "Shout"])
def test_a_line_can_be_copied_and_says_so(window: MainWindow, line: str) -> None:
    number = next(number for number in numbers(window) if number.endswith(line))
    press(window, f"Copy {number}")
    assert QApplication.clipboard().text() == number.removesuffix(f" for {line}")
    assert has(window, "Copied")
    QApplication.clipboard().clear()


@pytest.mark.parametrize("place", [UNKNOWN, NOWHERE], ids=["unknown country", "no country"])
def test_without_a_country_of_ours_home_offers_what_works_anywhere_and_says_so(
    open_window: OpenWindow, place: Place
) -> None:
    window = open_window(place)
    assert says(window, ANYWHERE)
    assert numbers(window) == [
        "childhelplineinternational.org/helplines for Child Helpline International",
        "findahelpline.com for Find A Helpline",
    ]
    assert spoken(focused()) == BIG_CHOICE


def test_with_no_country_at_all_home_asks_for_it(open_window: OpenWindow) -> None:
    window = open_window(NOWHERE)
    press(window, "Choose your country")
    press(window, "United Kingdom")
    assert numbers(window) == ["0800 1111 for Childline", "85258 for Shout"]
    assert says(window, "Numbers for the United Kingdom.")


@pytest.mark.parametrize("place", [GB, NOWHERE], ids=["country", "no country"])
def test_no_button_on_home_is_dead(open_window: OpenWindow, left: list[str], place: Place) -> None:
    assert dead(lambda: open_window(place), left) == []


def test_no_button_on_the_first_step_is_dead(open_window: OpenWindow, left: list[str]) -> None:
    def first_step() -> MainWindow:
        window = open_window()
        press(window, "I’m being blackmailed")
        return window

    assert dead(first_step, left) == []


def test_no_button_on_the_crisis_page_is_dead_but_the_one_that_led_there(
    open_window: OpenWindow, left: list[str]
) -> None:
    def crisis() -> MainWindow:
        window = open_window()
        press(window, NOT_SAFE)
        return window

    # The code that is shown already stays when it is pressed again.
    assert dead(crisis, left) == [NOT_SAFE, "Show a QR code for Childline"]


def test_leave_now_leaves(window: MainWindow, left: list[str]) -> None:
    press(window, LEAVE)
    assert left == ["left"]
