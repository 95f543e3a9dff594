"""A card on Home that leads to another part of the program: an icon tile, a title, and a line on what is there."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from desktop_app.ui.item_layout import wrapping
from desktop_app.ui.pressable import Pressable
from desktop_app.ui.theme import Look

RADIUS = 14
PAD = 20
AROUND = 12
"""Px above and below the tile or the words."""
GAP = 20
TILE = 48
ICON = 24
ARROW = 20
TILE_FROM = 420
"""Width in px at 100 % text from which there is room for the tile beside the words."""
WRAP = Qt.TextFlag.TextWordWrap


class WayCard(Pressable):
    """A card that is a button."""

    def __init__(self, look: Look, icon: str, title: str, line: str) -> None:
        super().__init__()
        self._look = look
        self._icon = icon
        self._title = title
        self._line = line
        self.setProperty("ring", RADIUS)
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        self.setSizePolicy(wrapping(QSizePolicy.Policy.Expanding))

    def sizeHint(self) -> QSize:
        """As wide as a page likes it."""
        return QSize(600, self.heightForWidth(600))

    def minimumSizeHint(self) -> QSize:
        """The longest word beside the arrow."""
        title, line = self._metrics()
        words = [title.horizontalAdvance(word) for word in self._title.split()]
        words += [line.horizontalAdvance(word) for word in self._line.split()]
        return QSize(self._around(0) + max(words) + 2, self.heightForWidth(10_000))

    def hasHeightForWidth(self) -> bool:
        """Words that wrap make it higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in px at a width in px."""
        tile = self._look.fit(TILE) if self._has_tile(width) else 0
        return max(tile, sum(self._heights(width))) + 2 * AROUND

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the card."""
        look, tokens, width = self._look, self._look.tokens, self.width()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.color("sunken" if self.isDown() else "hover" if self.underMouse() else "surface"))
        painter.setPen(QPen(look.color("line"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        middle = self.height() / 2
        if self._has_tile(width):
            self._paint_tile(painter, middle)
        arrow = look.fit(ARROW)
        where = QRectF(self.from_start(width - PAD - arrow, arrow), middle - arrow / 2, arrow, arrow)
        look.icons.paint(painter, "chevron-right", where, tokens.ink2, self.mirrored())
        start, room = self._start(width), width - self._around(width)
        x = round(self.from_start(start, room))
        high, low = self._heights(width)
        top = round(middle - (high + low) / 2)
        flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading | WRAP
        for role, token, words, y, height in (
            ("card-title", "ink", self._title, top, high),
            ("small", "ink2", self._line, top + high, low),
        ):
            painter.setFont(look.font(role))
            painter.setPen(look.color(token))
            painter.drawText(QRect(x, y, room, height), flags, words)

    def _paint_tile(self, painter: QPainter, middle: float) -> None:
        tile, icon = self._look.fit(TILE), self._look.fit(ICON)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("soft"))
        where = QRectF(self.from_start(PAD, tile), middle - tile / 2, tile, tile)
        painter.drawRoundedRect(where, 12, 12)
        inset = (tile - icon) / 2
        inner = where.adjusted(inset, inset, -inset, -inset)
        self._look.icons.paint(painter, self._icon, inner, self._look.tokens.accent)

    def _metrics(self) -> tuple[QFontMetrics, QFontMetrics]:
        return QFontMetrics(self._look.font("card-title")), QFontMetrics(self._look.font("small"))

    def _heights(self, width: int) -> tuple[int, int]:
        """The heights in px of title and line."""
        room = QRect(0, 0, max(1, width - self._around(width)), 10_000)
        title, line = self._metrics()
        return title.boundingRect(room, WRAP, self._title).height(), line.boundingRect(room, WRAP, self._line).height()

    def _has_tile(self, width: int) -> bool:
        return width >= self._look.px(TILE_FROM)

    def _start(self, width: int) -> int:
        return PAD + (self._look.fit(TILE) + GAP if self._has_tile(width) else 0)

    def _around(self, width: int) -> int:
        return self._start(width) + GAP + self._look.fit(ARROW) + PAD
