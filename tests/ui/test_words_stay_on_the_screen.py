"""Words leave the screen by Copy and by nothing else: neither to the clipboard nor to X11's PRIMARY."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.span import Span
from desktop_app.ui.icons import Icons
from desktop_app.ui.text import Text, Title
from desktop_app.ui.theme import LIGHT, Look
from tests.desktop.program import ROOT

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("kind", [Text, Title])
def test_no_key_takes_words_off_the_screen(qtbot: QtBot, kind: type[Text]) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    window = QWidget()
    qtbot.addWidget(window)
    words = kind(Look(LIGHT, 100, Icons(ROOT / "resources" / "icons")), [Span("Words"), Span(" to keep", strong=True)])
    words.setParent(window)
    words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.show()
    words.setFocus()
    QTest.keyClick(words, Qt.Key.Key_A, CONTROL)
    assert words.selectedText() == ""
    QTest.keyClick(words, Qt.Key.Key_C, CONTROL)
    QTest.keyClick(words, Qt.Key.Key_Insert, CONTROL)
    assert clipboard.text() == ""
    assert clipboard.text(QClipboard.Mode.Selection) == ""
