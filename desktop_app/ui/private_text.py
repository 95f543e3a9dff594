"""The field for longer words that a person types or changes. What is typed stays in it, as in `private_field.py`."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from desktop_app.ui.theme import Look

LINES = 6
PAD = 10


class PrivateText(QPlainTextEdit):
    """A field of several lines, without an edge: put it on a card.

    `name` is what a screen reader says, and what stands in it while it is empty.
    """

    def __init__(self, look: Look, name: str, words: str = "") -> None:
        super().__init__()
        self._look = look
        self.setFont(look.font("body"))
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        # SAFETY: keyboards that guess words remember what was typed, and offer it to the next person
        # (test_a_keyboard_is_told_to_learn_nothing_from_a_longer_field).
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhMultiLine
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)  # it would copy, too
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(look.fit(PAD))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, look.color("surface"))
        palette.setColor(QPalette.ColorRole.Text, look.color("ink"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, look.color("ink2"))
        self.setPalette(palette)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setPlainText(words)

    def sizeHint(self) -> QSize:
        """Room for a few lines; more of them scroll."""
        line = self.fontMetrics().lineSpacing()
        return QSize(self._look.px(300), LINES * line + 2 * self._look.fit(PAD))

    def minimumSizeHint(self) -> QSize:
        """As high, and some words wide."""
        return QSize(self._look.px(120), self.sizeHint().height())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Nothing, whatever is marked."""
        # SAFETY: Qt hands to every program what is marked, and clipboard managers keep what is copied without our Copy
        # button (test_no_key_and_no_mouse_takes_words_out_of_a_longer_field).
        return QMimeData()
