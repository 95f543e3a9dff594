"""Find on this page: a small bar, every place marked, one after the other, and nothing kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.text import Text
from desktop_app.ui.theme import Theme
from tests.desktop.presses import tap
from tests.ui.opening import OpenWindow
from tests.ui.screens import (
    SMALL,
    find,
    focused,
    has,
    in_view,
    in_window,
    page,
    press,
    role,
    says,
    seen,
    settle,
    spoken,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True)

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PAY = "Don’t pay. If you already did"


def open_bar(window: MainWindow) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F, CONTROL)
    settle(window)
    assert isinstance(focused(), QLineEdit)


def type_in(window: MainWindow, words: str) -> None:
    QTest.keyClicks(focused(), words)
    settle(window)


def marked(window: MainWindow) -> list[str]:
    """The texts in which something is marked."""
    return [spoken(text) for text in seen(window) if isinstance(text, Text) and "background-color" in text.text()]


def here(window: MainWindow) -> Text:
    """The text with the place one is at."""
    accent = f"background-color:{window.look.tokens.accent}"
    (text,) = (text for text in seen(window) if isinstance(text, Text) and accent in text.text())
    return text


def test_words_are_found_while_they_are_typed_and_the_first_place_is_in_view(window: MainWindow) -> None:
    page(PAY)(window)
    open_bar(window)
    type_in(window, "where this comes")
    assert says(window, "1 of 1")
    assert spoken(here(window)) == "Where this comes from"
    assert in_view(here(window)) == in_window(here(window))


def test_enter_goes_on_shift_enter_back_and_both_come_round(window: MainWindow) -> None:
    page(PAY)(window)
    open_bar(window)
    type_in(window, "PAY")
    count = len(marked(window))
    assert count > 3
    assert says(window, "1 of ")
    QTest.keyClick(focused(), Qt.Key.Key_Return, SHIFT)
    settle(window)
    assert not says(window, "1 of ") or says(window, "1 of 1")
    tap(window, Qt.Key.Key_Return)
    settle(window)
    assert says(window, "1 of ")
    press(window, "Next")
    assert says(window, "2 of ")
    press(window, "Previous")
    assert says(window, "1 of ")
    assert in_view(here(window)).height() > 0


def test_words_that_are_not_there_say_so(window: MainWindow) -> None:
    page(PAY)(window)
    open_bar(window)
    type_in(window, "zebra")
    assert says(window, "Not on this page")
    assert marked(window) == []
    for name in ("Next", "Previous"):
        press(window, name)
    assert says(window, "Not on this page")


def test_esc_closes_the_bar_and_takes_all_marks_away(window: MainWindow, left: list[str]) -> None:
    page(PAY)(window)
    open_bar(window)
    type_in(window, "pay")
    assert marked(window)
    tap(window, Qt.Key.Key_Escape)
    settle(window)
    assert not has(window, "Previous")
    assert marked(window) == []
    assert spoken(focused()).startswith(PAY)
    assert not left
    press(window, "Find on this page")
    assert isinstance(field := focused(), QLineEdit)
    assert field.text() == ""


def test_words_in_links_and_in_folded_boxes_are_found_too(window: MainWindow) -> None:
    page(PAY)(window)
    link = next(each for each in ("People who want money",) if has(window, each))
    open_bar(window)
    type_in(window, link)
    assert says(window, " of ")


def test_the_bar_stays_for_the_next_page_and_looks_there(window: MainWindow) -> None:
    page(PAY)(window)
    open_bar(window)
    type_in(window, "pictures")
    press(window, "Keep their words and names")
    assert marked(window)
    assert spoken(focused()) == "Keep their words and names. Leave the pictures."
    assert says(window, f"{len(marked(window))} on this page")


def test_what_is_typed_leaves_the_field_by_no_way(window: MainWindow) -> None:
    page(PAY)(window)
    open_bar(window)
    QGuiApplication.clipboard().clear()
    type_in(window, "canary")
    for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X):
        QTest.keyClick(focused(), key, CONTROL)
    assert QGuiApplication.clipboard().text() == ""
    assert QGuiApplication.clipboard().text(QClipboard.Mode.Selection) == ""
    press(window, "Home")
    press(window, "Read and learn")
    open_bar(window)
    assert isinstance(field := focused(), QLineEdit)
    assert field.text() == ""


def test_a_page_that_is_long_to_type_for_takes_no_more_than_a_line(window: MainWindow) -> None:
    page(PAY)(window)
    open_bar(window)
    field = focused()
    assert isinstance(field, QLineEdit)
    field.insert("🙂‏“(.*)" * 2000)
    settle(window)
    assert says(window, "Not on this page")
    assert len(field.text()) <= 100


def test_esc_is_no_trap_and_tab_goes_on_from_the_field(window: MainWindow) -> None:
    page(PAY)(window)
    open_bar(window)
    for name in ("Previous", "Next", "Close", "Go back"):
        tap(window, Qt.Key.Key_Tab)
        assert spoken(focused()) == name


def test_ctrl_f_finds_nothing_where_no_page_is_shown(open_window: OpenWindow) -> None:
    window = open_window(size=SMALL)
    press(window, "Read and learn")
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F, CONTROL)
    settle(window)
    assert not has(window, "Previous")


@pytest.mark.parametrize("text_size", [100, 200])
def test_the_bar_is_whole_in_a_small_window(open_window: OpenWindow, text_size: int) -> None:
    window = open_window(size=SMALL)
    window.use_look(text_size, Theme.LIGHT)
    page(PAY)(window)
    open_bar(window)
    type_in(window, "pay")
    assert role(focused()) is QAccessible.Role.EditableText
    assert spoken(focused()) == "Words to find"
    for part in (focused(), *(find(window, name) for name in ("Previous", "Next", "Close"))):
        assert in_view(part) == in_window(part)
        assert part.height() >= 44
