"""What choices of which one holds do alike, where we draw them ourselves: the hand, Enter, and all of it counts."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QRadioButton

from desktop_app.ui.theme import Look


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

    @property
    def ground(self) -> str:
        """The colour of what the words stand on."""
        if self.isChecked():
            return "soft"
        return "sunken" if self.isDown() else "hover" if self.underMouse() else "surface"

    def paint_ground(self, painter: QPainter, look: Look, radius: int) -> None:
        """Draws what the words stand on, with a strong edge when it is picked."""
        picked = self.isChecked()
        width = 2.0 if picked else 1.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.color(self.ground))
        painter.setPen(QPen(look.color("accent" if picked else "control"), width))
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)

    def hitButton(self, pos: object) -> bool:
        """All of it can be pressed."""
        return True
