"""Words to say can be changed, and then copied, shown and taken over by a phone. Nothing of them is kept or sent."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.private_text import PrivateText
from desktop_app.ui.qr_code import QrCode
from desktop_app.ui.theme import Theme
from tests.ui.drawn import plain_look
from tests.ui.screens import find, press, says, seen, settle, step

CHANGE = "Change: To a parent"


@pytest.fixture
def sheet(window: MainWindow) -> MainWindow:
    step("tell")(window)
    press(window, CHANGE)
    return window


def editor(window: MainWindow) -> PrivateText:
    return next(widget for widget in seen(window) if isinstance(widget, PrivateText))


def test_the_sheet_begins_with_the_words_that_are_there(sheet: MainWindow) -> None:
    assert "blackmailing me" in editor(sheet).toPlainText()
    assert says(sheet, "Handrail sends nothing")


def test_changed_words_are_what_is_copied_shown_and_still_there_afterwards(sheet: MainWindow) -> None:
    editor(sheet).setPlainText("Mum, I need you.")
    press(sheet, "Copy the words: To a parent")
    assert QGuiApplication.clipboard().text() == "Mum, I need you."
    press(sheet, "Show large")
    assert says(sheet, "Mum, I need you.")
    press(sheet, "Close")
    press(sheet, "Close")
    assert says(sheet, "Mum, I need you.")
    press(sheet, CHANGE)
    assert editor(sheet).toPlainText() == "Mum, I need you."


def test_esc_closes_the_sheet_and_loses_nothing(sheet: MainWindow) -> None:
    editor(sheet).setPlainText("Mum, I need you.")
    QTest.keyClick(editor(sheet), Qt.Key.Key_Escape)
    settle(sheet)
    assert says(sheet, "Mum, I need you.")


def test_another_look_keeps_what_was_typed(sheet: MainWindow) -> None:
    editor(sheet).setPlainText("Mum, I need you.")
    sheet.use_look(200, Theme.DARK)
    settle(sheet)
    assert editor(sheet).toPlainText() == "Mum, I need you."


def test_a_phone_can_take_the_words_over(sheet: MainWindow) -> None:
    press(sheet, "QR for a phone")
    assert [code.isVisible() for code in sheet.findChildren(QrCode)] == [True]
    editor(sheet).insertPlainText("More. ")
    settle(sheet)
    assert not any(isinstance(widget, QrCode) for widget in seen(sheet))  # it would carry the words of before


@pytest.mark.parametrize(("words", "said"), [("  ", "There are no words yet"), ("é" * 400, "too long for a code")])
def test_words_that_no_code_can_carry_are_said_to_be_so(sheet: MainWindow, words: str, said: str) -> None:
    editor(sheet).setPlainText(words)
    press(sheet, "QR for a phone")
    assert says(sheet, said)


def test_the_tab_key_leaves_the_field(sheet: MainWindow) -> None:
    editor(sheet).setFocus()
    QTest.keyClick(editor(sheet), Qt.Key.Key_Tab)
    assert find(sheet, "Copy the words").hasFocus()


def test_a_keyboard_is_told_to_learn_nothing_from_a_longer_field(qtbot: QtBot) -> None:
    field = PrivateText(plain_look(), "Your words")
    qtbot.addWidget(field)
    wanted = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
    assert field.inputMethodHints() & wanted == wanted


@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_Insert])
def test_no_key_and_no_mouse_takes_words_out_of_a_longer_field(qtbot: QtBot, key: Qt.Key) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("from somewhere else")
    field = PrivateText(plain_look(), "Your words", "my secret words")
    qtbot.addWidget(field)
    field.show()
    field.selectAll()
    QTest.keyClick(field, key, Qt.KeyboardModifier.ControlModifier)
    QTest.mouseDClick(field.viewport(), Qt.MouseButton.LeftButton, pos=field.viewport().rect().center())
    assert "secret" not in clipboard.text()
    if clipboard.supportsSelection():
        assert "secret" not in clipboard.text(QClipboard.Mode.Selection)
