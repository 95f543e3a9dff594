"""Line icons in the colour of the text beside them.

Every icon is an SVG file with `currentColor` strokes; the colour is put into the text before it is drawn, because Qt's
renderer does not know `currentColor`. Drawn pictures are kept for as long as the `Icons` lives.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

STROKES = ((28, "1.6"), (24, "1.75"), (0, "2"))


class Icons:
    """Draws the icons in a folder of SVG files; a file that is missing draws nothing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._texts: dict[str, str] = {}
        self._drawn: dict[tuple[str, int, str, float], QPixmap] = {}

    def pixmap(self, name: str, size: int, color: str, ratio: float) -> QPixmap:
        """The icon as a square picture of `size` px in `color` ("#RRGGBB") for a screen of this device pixel ratio."""
        key = (name, size, color, ratio)
        if key not in self._drawn:
            self._drawn[key] = self._draw(name, size, color, ratio)
        return self._drawn[key]

    def paint(self, painter: QPainter, name: str, where: QRectF, color: str, mirrored: bool = False) -> None:
        """Draws the icon into a square of a painter; mirrored for arrows where reading goes from right to left."""
        picture = self.pixmap(name, round(where.width()), color, painter.device().devicePixelRatio())
        if mirrored:
            picture = picture.transformed(QTransform(-1, 0, 0, 1, 0, 0))
        painter.drawPixmap(where.topLeft(), picture)

    def _draw(self, name: str, size: int, color: str, ratio: float) -> QPixmap:
        picture = QPixmap(round(size * ratio), round(size * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        text = self._text(name).replace("currentColor", color)
        if text:
            stroke = next(width for least, width in STROKES if size >= least)
            text = text.replace('stroke-width="2"', f'stroke-width="{stroke}"')
            painter = QPainter(picture)
            QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, size, size))
            painter.end()
        return picture

    def _text(self, name: str) -> str:
        if name not in self._texts:
            try:
                self._texts[name] = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError):
                self._texts[name] = ""
        return self._texts[name]
