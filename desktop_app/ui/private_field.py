"""The one field for words that a person types. What is typed stays in it: nothing learns it, marking copies nothing."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QClipboard,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from desktop_app.ui.theme import Look

HEIGHT = 48
PAD = 16
ICON = 20
GAP = 10
RADIUS = 10
COPYING = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.DeleteCompleteLine,
    QKeySequence.StandardKey.DeleteEndOfLine,
)
"""Keys that copy what stands in a field, the last two while they delete it."""


class PrivateField(QLineEdit):
    """A field of one line. `name` is what a screen reader says, and what stands in it while it is empty.

    `end` px are kept free at its end, for a button.
    """

    def __init__(self, look: Look, name: str, icon: str = "", end: int = 0) -> None:
        super().__init__()
        self._look = look
        self._icon = icon
        self.setFont(look.font("body"))
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        # SAFETY: keyboards that guess words remember what was typed, and offer it to the next person
        # (test_a_keyboard_is_told_to_learn_nothing_from_a_field).
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)  # it would copy, too
        self.setFrame(False)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)  # its ground is drawn below
        self.setPalette(palette)
        pad = look.fit(PAD)
        before, after = pad + (look.fit(ICON) + look.fit(GAP) if icon else 0), pad + end
        self.setTextMargins(*((before, 0, after, 0) if self.isLeftToRight() else (after, 0, before, 0)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a button."""
        return QSize(super().sizeHint().width(), self._look.fit(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(self._look.px(120), self._look.fit(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """All keys of a field but those that copy."""
        # SAFETY: what is copied without our Copy button is kept by clipboard managers
        # (test_no_key_takes_words_out_of_a_field).
        if any(event.matches(key) for key in COPYING):
            event.ignore()
            return
        super().keyPressEvent(event)
        # SAFETY: what keys have marked Qt offers to every X11 program at once. Nobody is given it before this has
        # returned (test_no_key_takes_words_out_of_a_field).
        clipboard = QGuiApplication.clipboard()
        if self.hasSelectedText() and clipboard.ownsSelection():
            clipboard.clear(QClipboard.Mode.Selection)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ends marking with the mouse."""
        # SAFETY: Qt hands what is marked when the button is let go to every X11 program; nothing is marked then
        # (test_words_marked_in_a_field_reach_no_other_program).
        start, length, cursor = self.selectionStart(), self.selectionLength(), self.cursorPosition()
        self.deselect()
        super().mouseReleaseEvent(event)
        if length and not self.hasSelectedText() and event.button() is Qt.MouseButton.LeftButton:
            backwards = cursor == start
            self.setSelection(start + length if backwards else start, -length if backwards else length)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the ground, the edge and the icon, then what stands in it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._look.color("surface"))
        painter.setPen(QPen(self._look.color("control"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if self._icon:
            icon, pad = self._look.fit(ICON), self._look.fit(PAD)
            x = pad if self.isLeftToRight() else self.width() - pad - icon
            where = QRectF(x, (self.height() - icon) / 2, icon, icon)
            self._look.icons.paint(painter, self._icon, where, self._look.tokens.ink2)
        painter.end()
        super().paintEvent(event)
