"""The rail beside the settings and the page about Handrail: their parts, of which one is where the person is."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui import strings
from desktop_app.ui.item_layout import wrapping
from desktop_app.ui.page import paint
from desktop_app.ui.pressable import Pressable
from desktop_app.ui.theme import Look

WIDTH = 236
SIDE = 16
ROW = 48
PAD = 13
ICON = 20
GAP = 12
RADIUS = 10
WRAP = Qt.TextFlag.TextWordWrap


class Entry(NamedTuple):
    """One entry: what is announced when it is chosen, its icon and its words."""

    name: str
    icon: str
    words: str


PLACE, PRIVACY, ABOUT = "place", "privacy", "about"
ENTRIES = (
    Entry(PLACE, "globe", strings.PLACE_AND_READING),
    Entry(PRIVACY, "shield", strings.PRIVACY),
    Entry(ABOUT, "info", strings.ABOUT),
)


class RailRow(Pressable):
    """Draws one entry."""

    def __init__(self, look: Look, entry: Entry) -> None:
        super().__init__(entry.words)
        self._look = look
        self._icon = entry.icon
        self._here = False
        self.setSizePolicy(wrapping())

    def show_here(self, yes: bool) -> None:
        """Shows whether the person is here, and has a screen reader say it after the name."""
        self._here = yes
        self.setAccessibleDescription(strings.YOU_ARE_HERE if yes else "")
        self.update()

    def sizeHint(self) -> QSize:
        """The width of the rail."""
        width = self._look.fit(WIDTH) - 2 * SIDE - 1
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word beside the icon."""
        metrics = QFontMetrics(self._look.font("label"))
        widest = max(metrics.horizontalAdvance(word) for word in self.text().split())
        return QSize(self._start() + widest + PAD, self._look.fit(ROW))

    def hasHeightForWidth(self) -> bool:
        """Words that wrap make it higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in px at a width in px; the same, here or not."""
        room = QRect(0, 0, max(1, width - self._start() - PAD), 10_000)
        words = QFontMetrics(self._look.font("label")).boundingRect(room, WRAP, self.text())
        return max(self._look.fit(ROW), words.height() + self._look.fit(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the ground where the person is, the icon and the words."""
        look, icon = self._look, self._look.fit(ICON)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._here or self.isDown() or self.underMouse():
            painter.setBrush(look.color("surface" if self._here else "hover"))
            painter.setPen(QPen(look.color("line"), 1) if self._here else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        ink = "ink" if self._here else "ink2"
        where = QRectF(self.from_start(PAD, icon), (self.height() - icon) / 2, icon, icon)
        look.icons.paint(painter, self._icon, where, getattr(look.tokens, ink))
        room = self.width() - self._start() - PAD
        words = QRectF(self.from_start(self._start(), room), 0, room, self.height())
        painter.setPen(look.color(ink))
        painter.setFont(look.font("label" if self._here else "label-plain"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | WRAP, self.text())

    def _start(self) -> int:
        return PAD + self._look.fit(ICON) + self._look.fit(GAP)


class SettingsRail(QWidget):
    """The entries, one under the other. Announces the name of the one that was chosen."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: dict[str, RailRow] = {}
        paint(self, look, "sunken")
        self.setFixedWidth(look.fit(WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 20, SIDE + 1, 12)
        column.setSpacing(0)
        for entry in ENTRIES:
            row = RailRow(look, entry)
            row.clicked.connect(lambda _=False, name=entry.name: self.chosen.emit(name))
            self._rows[entry.name] = row
            column.addWidget(row)
        column.addStretch(1)

    def show_here(self, name: str) -> None:
        """Marks the entry where the person is."""
        for each, row in self._rows.items():
            row.show_here(each == name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line between the rail and the page."""
        painter = QPainter(self)
        at = self.width() - 1 if self.isLeftToRight() else 0
        painter.fillRect(at, 0, 1, self.height(), self._look.color("line"))
