"""What is typed stays in its field: marking, copying keys and the menu take nothing out, and no keyboard learns."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QClipboard, QContextMenuEvent, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.ui.icons import Icons
from desktop_app.ui.private_field import PrivateField
from desktop_app.ui.theme import LIGHT, Look
from tests.desktop.program import ROOT

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def field(qtbot: QtBot) -> PrivateField:
    field = PrivateField(Look(LIGHT, 100, Icons(ROOT / "resources" / "icons")), "Words", "search")
    qtbot.addWidget(field)
    field.resize(400, 48)
    field.setText("they want money")
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        QGuiApplication.clipboard().clear(mode)
    field.show()
    field.setFocus()
    return field


def test_a_keyboard_is_told_to_learn_nothing_from_a_field(field: PrivateField) -> None:
    hints = field.inputMethodHints()
    assert hints & Qt.InputMethodHint.ImhSensitiveData
    assert hints & Qt.InputMethodHint.ImhNoPredictiveText


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_C, CONTROL),
        (Qt.Key.Key_Insert, CONTROL),
        (Qt.Key.Key_X, CONTROL),
        (Qt.Key.Key_Delete, SHIFT),
        (Qt.Key.Key_K, CONTROL),
        (Qt.Key.Key_U, CONTROL),
    ],
)
def test_no_key_takes_words_out_of_a_field(field: PrivateField, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    QTest.keyClick(field, Qt.Key.Key_A, CONTROL)
    assert field.selectedText() == "they want money"
    QTest.keyClick(field, key, modifier)
    QTest.keyClick(field, Qt.Key.Key_Home)
    QTest.keyClick(field, key, modifier)
    assert QGuiApplication.clipboard().text() == ""
    assert QGuiApplication.clipboard().text(QClipboard.Mode.Selection) == ""


def test_words_marked_in_a_field_reach_no_other_program(field: PrivateField, monkeypatch: pytest.MonkeyPatch) -> None:
    marked: list[str] = []
    release = QLineEdit.mouseReleaseEvent

    def let_go(line: QLineEdit, event: QMouseEvent) -> None:
        marked.append(line.selectedText())
        release(line, event)

    monkeypatch.setattr(QLineEdit, "mouseReleaseEvent", let_go)
    begin, end = QPoint(60, 24), QPoint(300, 24)
    for first, last in ((begin, end), (end, begin)):
        QTest.mousePress(field, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, first)
        QTest.mouseMove(field, last)
        QTest.mouseRelease(field, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, last)
    assert set(marked) == {""}  # Qt copies what is marked in exactly this moment
    assert QGuiApplication.clipboard().text(QClipboard.Mode.Selection) == ""


def test_words_can_be_marked_and_written_over_with_the_mouse(field: PrivateField) -> None:
    QTest.mouseDClick(field, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(60, 24))
    assert field.selectedText() == "they"
    QTest.keyClicks(field, "we")
    assert field.text() == "we want money"


def test_a_field_has_no_menu_that_copies(field: PrivateField) -> None:
    QApplication.sendEvent(field, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(60, 24), QPoint(60, 24)))
    assert QApplication.activePopupWidget() is None
