"""A small word with an icon that says a state: "Open now", "Closed. Opens Mon 10:00"."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop_app.ui.theme import Look

ICON = 16
PAD = 10


class Badge(QLabel):
    """Soft and green when `open_now`, quiet otherwise; the words carry the state, never the colour alone."""

    def __init__(self, look: Look, words: str, open_now: bool) -> None:
        super().__init__(words)
        self._look = look
        self._open = open_now
        self.setFont(look.font("small-strong"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The icon and the words in one line."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(2 * PAD + self._look.fit(ICON) + self._look.fit(6) + words + 1, self._look.px(26))

    def minimumSizeHint(self) -> QSize:
        """It does not wrap."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws it."""
        look, size = self._look, self._look.fit(ICON)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("soft" if self._open else "sunken"))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        ink = "accent" if self._open else "ink2"
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = self.width() - PAD - size if mirrored else PAD
        where = QRectF(x, (self.height() - size) / 2, size, size)
        look.icons.paint(painter, "clock" if self._open else "moon", where, getattr(look.tokens, ink))
        painter.setPen(look.color(ink))
        start = PAD + size + look.fit(6)
        words = self.rect().adjusted(0 if mirrored else start, 0, -start if mirrored else 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self.text())
