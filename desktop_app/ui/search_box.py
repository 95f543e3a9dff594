"""The field for a search, with a cross in it that clears it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app.ui import strings
from desktop_app.ui.pressable import Pressable
from desktop_app.ui.private_field import HEIGHT, PrivateField
from desktop_app.ui.theme import Look

CROSS = 44
ICON = 20
LONGEST = 10_000
"""Letters. A whole chat may be pasted; more than that is no search."""


class SearchBox(QWidget):
    """Announces each change of what is typed, the wish to go down into the results, and to open the first one."""

    changed = Signal(str)
    down_pressed = Signal()
    enter_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._cross = _Cross(look, self)
        self.field = PrivateField(look, strings.SEARCH, "search", end=self._cross.width())
        self.field.setMaxLength(LONGEST)
        self.field.textChanged.connect(self._changed)
        self._cross.clicked.connect(self.clear)
        self._cross.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field)
        self.setTabOrder(self.field, self._cross)
        self._cross.raise_()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def clear(self) -> None:
        """Empties the field and goes back into it. What was typed cannot be brought back by Undo."""
        self.field.setText("")
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down, Enter and Esc; an Esc in an empty field is the window's."""
        if event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter_pressed.emit()
        elif event.key() == Qt.Key.Key_Escape and self.field.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the cross at the end of the field."""
        super().resizeEvent(event)
        x = self.width() - self._cross.width() if self.field.isLeftToRight() else 0
        self._cross.move(x, (self.height() - self._cross.height()) // 2)

    def _changed(self, text: str) -> None:
        self._cross.setVisible(bool(text))
        self.changed.emit(text)


class _Cross(Pressable):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__()
        self._look = look
        self.setParent(parent)
        self.setAccessibleName(strings.CLEAR_SEARCH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """As large as a finger."""
        return QSize(self._look.fit(CROSS), min(self._look.fit(CROSS), self._look.fit(HEIGHT)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the cross."""
        icon = self._look.fit(ICON)
        where = QRectF((self.width() - icon) / 2, (self.height() - icon) / 2, icon, icon)
        self._look.icons.paint(QPainter(self), "x", where, self._look.tokens.ink)
