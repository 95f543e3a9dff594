"""What choices of which one holds do alike, where we draw them ourselves: the hand, Enter, and all of it counts."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QRadioButton


class Radio(QRadioButton):
    """A radio button whose drawing is ours."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter picks it, not only Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def hitButton(self, pos: object) -> bool:
        """All of it can be pressed."""
        return True
