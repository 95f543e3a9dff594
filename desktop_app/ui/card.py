"""A card: a ground with a thin edge and round corners, for things that belong together."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme import Look


class Card(QWidget):
    """Paints `fill` and an edge of `edge` (colour tokens) behind what it holds."""

    def __init__(self, look: Look, fill: str = "surface", edge: str = "line", radius: int = 14) -> None:
        super().__init__()
        self._look = look
        self._fill = fill
        self._edge = edge
        self._radius = radius
        self._width = 1.0

    def set_edge(self, edge: str, width: float) -> None:
        """Another edge: the chosen one of several cards."""
        self._edge, self._width = edge, width
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the ground and the edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._look.color(self._fill))
        painter.setPen(QPen(self._look.color(self._edge), self._width))
        half = self._width / 2
        where = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(where, self._radius, self._radius)
