"""The box “Say it in your own words”: a field and a button. What is typed stays in it, and goes with the page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui import strings_own_words
from desktop_app.ui.beside import Beside
from desktop_app.ui.buttons import Button
from desktop_app.ui.item_layout import held, wrapping
from desktop_app.ui.private_field import PrivateField
from desktop_app.ui.text import Text
from desktop_app.ui.theme import Look

LONGEST = 10_000
"""Letters. A whole chat may be pasted."""
LINE, ALL = 440, 760
"""Px at 100 % text from which the button stands beside the field, and the label, too."""


class OwnWordsBox(QWidget):
    """Announces what was typed, by Enter or by the button; never nothing."""

    said = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._field = PrivateField(look, strings_own_words.SAY_IT, "message-circle")
        self._field.setMaxLength(LONGEST)
        self._field.returnPressed.connect(self._say)
        self._hint(strings_own_words.WHAT_HAPPENED)
        go = Button(look, strings_own_words.GO_ON, "secondary", after="chevron-right")
        go.setAccessibleName(strings_own_words.GO_ON_NAME)
        go.clicked.connect(self._say)
        label = Text(look, strings_own_words.SAY_IT, "body-strong")
        label.setBuddy(self._field)
        line = Beside(look.px(LINE), 0, 12)
        line.addWidget(self._field)
        line.addWidget(go)
        whole = Beside(look.px(ALL), 1, 16)
        whole.addWidget(label)
        whole.addWidget(held(line))
        self.setLayout(whole)
        self.setSizePolicy(wrapping())

    def _hint(self, words: str) -> None:
        """Stands in the field while it is empty."""
        self._field.setPlaceholderText(words)
        self._field.setAccessibleDescription(words)

    def _say(self) -> None:
        text = self._field.text()
        if text.strip():
            self.said.emit(text)
            return
        self._field.clear()
        self._hint(strings_own_words.FIRST_WRITE)
        self._field.setFocus()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, strings_own_words.FIRST_WRITE))
