"""The drawing on Home: a few steps and the rail beside them."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme import Look

STEPS = 7
STEP = (42, 11)
POST = 34
WIDTH = 310
HEIGHT = 116


class Stairs(QWidget):
    """Decoration only: a screen reader passes over it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Always the same size in px."""
        return QSize(WIDTH, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws steps, posts and rail; mirrored where reading goes from right to left."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        wide, high = STEP
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("stair"))  # not fillRect: its first call takes PySide 4 ms
        for step in range(STEPS):
            top = HEIGHT - high * (step + 1)
            painter.drawRect(QRectF(2 + step * wide, top, wide, HEIGHT - top))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.color("soft_line"), 2))
        for step in range(STEPS):
            x, top = 2 + (step + 0.5) * wide, HEIGHT - high * (step + 1)
            painter.drawLine(QPointF(x, top - POST), QPointF(x, top))
        painter.setPen(
            QPen(
                self._look.color("accent"), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
            )
        )
        painter.drawPath(self._rail())

    @staticmethod
    def _rail() -> QPainterPath:
        wide, high = STEP
        first, last = HEIGHT - high - POST, HEIGHT - high * STEPS - POST
        rail = QPainterPath(QPointF(2, first + 11))
        rail.quadTo(QPointF(2, first + 4), QPointF(9, first + 3))
        rail.lineTo(QPointF(2 + (STEPS - 0.5) * wide, last + 2))
        rail.lineTo(QPointF(WIDTH - 3, last + 2))
        return rail
