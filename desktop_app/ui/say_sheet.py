"""Words to say to somebody, to change as one likes: then to copy, to show, or to take over with a phone.

Handrail sends nothing itself.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui import strings, strings_plan
from desktop_app.ui.buttons import Button
from desktop_app.ui.card import Card
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.copy_button import CopyButton
from desktop_app.ui.private_text import PrivateText
from desktop_app.ui.qr_code import QrCode
from desktop_app.ui.sheet import Sheet
from desktop_app.ui.text import Text, at_start, clear
from desktop_app.ui.theme import Look

CODE = 250
LONGEST_CODE = 600
"""Bytes of text that a phone still reads well from a screen: a code of about 85 squares a side."""


class SaySheet(Sheet):
    """Announces every change, so that nothing is lost when it closes."""

    large_pressed = Signal(str, str)
    words_changed = Signal(str)

    def __init__(self, look: Look, title: str, words: str, clipboard: Clipboard) -> None:
        self._look = look
        self._title = title
        self._editor = PrivateText(look, strings_plan.YOUR_WORDS, words)
        self._code = QVBoxLayout()
        self._code.setContentsMargins(0, 0, 0, 0)
        code = QWidget()
        code.setLayout(self._code)
        large = Button(look, strings.SHOW_LARGE, "secondary", before="eye")
        self._copy = CopyButton(
            look, clipboard, words, f"{strings.COPY_WORDS}: {title}", strings.COPY_WORDS, "secondary"
        )
        phone = Button(look, strings_plan.TO_PHONE, "secondary", before="qr-code")
        hint = Text(look, strings_plan.NOTHING_SENT, "small", "ink2")
        field = Card(look, edge="control", radius=10)
        edge = QVBoxLayout(field)
        edge.setContentsMargins(2, 2, 2, 2)
        edge.addWidget(self._editor)
        super().__init__(look, title, (hint, field, code), (self._copy, large, phone))
        self._editor.textChanged.connect(self._changed)
        large.clicked.connect(lambda: self.large_pressed.emit(title, self._editor.toPlainText()))
        phone.clicked.connect(self._show_code)

    def _changed(self) -> None:
        words = self._editor.toPlainText()
        self._copy.use_text(words)
        clear(self._code)
        self.words_changed.emit(words)

    def _show_code(self) -> None:
        words = self._editor.toPlainText().strip()
        clear(self._code)
        if not words:
            self._code.addWidget(Text(self._look, strings_plan.NO_WORDS, "body"))
        elif len(words.encode()) > LONGEST_CODE:
            self._code.addWidget(Text(self._look, strings_plan.TOO_LONG_FOR_CODE, "body"))
        else:
            self._code.addWidget(Text(self._look, strings_plan.PHONE_GETS_WORDS, "small", "ink2"))
            self._code.addLayout(at_start(QrCode(words, CODE, strings_plan.CODE_SPOKEN.format(title=self._title))))
