"""One result of a search: what it is called, why it was found, and what kind of thing it is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen

from desktop_app.core.search import CRISIS, Hit
from desktop_app.core.search_table import Piece
from desktop_app.ui import strings
from desktop_app.ui.item_layout import wrapping
from desktop_app.ui.marked_text import MarkedText
from desktop_app.ui.pressable import Pressable
from desktop_app.ui.theme import Look

PAD = 14
RADIUS = 10
LEAST = 160
ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class ResultCard(Pressable):
    """A card that is a button. It is used again for other results: a new one for each key would take too long."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._first = False
        self.hit: Hit | None = None
        """What it shows now."""
        self._parts = (
            MarkedText(look, "label", "ink"),
            MarkedText(look, "small", "ink2"),
            MarkedText(look, "small", "ink2"),
        )
        self.setProperty("ring", RADIUS)
        self.setSizePolicy(wrapping())

    def show_hit(self, hit: Hit, first: bool) -> None:
        """Shows another result; `first`: Enter in the field opens it."""
        self.hit, self._first = hit, first
        title, snippet = hit.title, hit.snippet
        if hit.group == CRISIS:
            title, snippet = (Piece(strings.NOT_SAFE),), (Piece(strings.FOUND_CRISIS),)
        group = strings.FOUND_IN.get(hit.group) or strings.AUDIENCES.get(hit.group, "")
        lines = (title, snippet, (Piece(group),))
        for part, line in zip(self._parts, lines, strict=True):
            part.say(line, self.layoutDirection())
        spoken = ("".join(piece.text for piece in line) for line in lines)
        self.setAccessibleName(". ".join(words.strip(".… ") for words in spoken if words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the column beside a page."""
        width = self._look.fit(275)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A word or two."""
        return QSize(self._look.px(LEAST), self._look.fit(44))

    def hasHeightForWidth(self) -> bool:
        """Words that wrap make it higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in px at a width in px."""
        room = max(1, width - 2 * PAD)
        return sum(part.height(room) for part in self._parts) + 2 * self._look.fit(10)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves the arrow keys to the list: Qt's own button would hand the keyboard on to whatever comes next."""
        if event.key() in ARROWS:
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the ground, the edge and the three texts."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = 2 if self._first else 1
        painter.setPen(QPen(look.color("accent" if self._first else "line"), wide))
        painter.setBrush(look.color("hover" if self.underMouse() or self.isDown() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2), RADIUS, RADIUS)
        room, y = max(1, self.width() - 2 * PAD), look.fit(10)
        for part in self._parts:
            part.draw(painter, PAD, y, room)
            y += part.height(room)
