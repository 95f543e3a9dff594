"""What every button that we draw ourselves does alike: the hand, the hover, Enter as well as Space, and mirroring."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton


class Pressable(QPushButton):
    """A push button whose drawing is ours. `words` may be empty where the drawing says more than words."""

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button, as people expect, not only Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Draws the hovered colours."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Draws the resting colours."""
        self.update()
        super().leaveEvent(event)

    def mirrored(self) -> bool:
        """Whether reading goes from right to left."""
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def from_start(self, x: float, width: float) -> float:
        """The left edge in px of something `width` wide that begins `x` px after where reading begins."""
        return self.width() - x - width if self.mirrored() else x
