"""One row of the contents: a group that opens and closes, or a page. The page that is open has a bar beside it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen

from desktop_app.ui import strings
from desktop_app.ui.item_layout import wrapping
from desktop_app.ui.pressable import Pressable
from desktop_app.ui.theme import Look

ROW = 44
START = 12
"""Px from the edge of a row to its chevron or bar."""
ICON = 18
GAP = 8
END = 8
BAR = 4
AROUND = 16
"""Px at 100 % above and under the words together."""
RADIUS = 8
WRAP = Qt.TextFlag.TextWordWrap


class ContentsRow(Pressable):
    """With `group` it has a chevron and is set in bold; a page stands under it."""

    def __init__(self, look: Look, words: str, group: bool) -> None:
        super().__init__(words.replace("&", "&&"))
        self._look = look
        self._words = words
        self._group = group
        self._on = False
        self.setAccessibleName(words)
        self.setProperty("ring", RADIUS)
        self.setSizePolicy(wrapping())

    def show_on(self, yes: bool) -> None:
        """A group is open or folded away; a page is the one that is read or not. A screen reader says it, too."""
        self._on = yes
        here = strings.YOU_ARE_HERE if yes else ""
        self.setAccessibleDescription((strings.UNFOLDED if yes else strings.GROUP_FOLDED) if self._group else here)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All words in one line."""
        width = QFontMetrics(self._font()).horizontalAdvance(self._words) + 2 + self._around()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        metrics = QFontMetrics(self._look.font("label"))
        widest = max(metrics.horizontalAdvance(word) for word in self._words.split())
        return QSize(widest + 2 + self._around(), self._look.fit(ROW))

    def hasHeightForWidth(self) -> bool:
        """Words that wrap make it higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in px at a width in px."""
        room = QRect(0, 0, max(1, width - self._around()), 10_000)
        words = QFontMetrics(self._font()).boundingRect(room, WRAP, self._words)
        return max(self._look.fit(ROW), words.height() + self._look.fit(AROUND))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the ground of the page that is read, the chevron or the bar, and the words."""
        look, here = self._look, self._on and not self._group
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if here or self.isDown() or self.underMouse():
            painter.setBrush(look.color("surface" if here else "hover"))
            painter.setPen(QPen(look.color("line"), 1) if here else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if self._group:
            icon = look.fit(ICON)
            where = QRectF(self.from_start(START, icon), (self.height() - icon) / 2, icon, icon)
            name = "chevron-down" if self._on else "chevron-right"
            look.icons.paint(painter, name, where, look.tokens.ink, self.mirrored() and not self._on)
        elif here:
            high = look.fit(ROW) // 2
            bar = QRectF(self.from_start(START, BAR), (self.height() - high) / 2, BAR, high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent"))
            painter.drawRoundedRect(bar, BAR / 2, BAR / 2)
        room = self.width() - self._around()
        words = QRectF(self.from_start(self._start(), room), 0, room, self.height())
        painter.setPen(look.color("ink" if self._strong() else "ink2"))
        painter.setFont(self._font())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | WRAP, self._words)

    def _strong(self) -> bool:
        return self._on or self._group

    def _font(self) -> QFont:
        return self._look.font("label" if self._strong() else "label-plain")

    def _start(self) -> int:
        return START + self._look.fit(ICON) + self._look.fit(GAP)

    def _around(self) -> int:
        return self._start() + END
