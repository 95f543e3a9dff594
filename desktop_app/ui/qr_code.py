"""A QR code on the screen: always black on a white plate, four modules of margin, whole pixels a module."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.core.qr import modules

MARGIN = 4
INK = QColor("#1C1A17")
PLATE = QColor("#FFFFFF")


class QrCode(QWidget):
    """Shows `payload` ("tel:08001111") in a square of about `size` px; `spoken` is what a screen reader says of it."""

    def __init__(self, payload: str, size: int, spoken: str) -> None:
        super().__init__()
        self._rows = modules(payload)
        self._module = max(2, round(size / (len(self._rows) + 2 * MARGIN)))
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Whole pixels a module."""
        side = self._module * (len(self._rows) + 2 * MARGIN)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the plate and the dark modules."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), PLATE)
        painter.setPen(Qt.PenStyle.NoPen)
        for y, row in enumerate(self._rows):
            for x, dark in enumerate(row):
                if dark:
                    size = self._module
                    painter.fillRect(QRect((x + MARGIN) * size, (y + MARGIN) * size, size, size), INK)
