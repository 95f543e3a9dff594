"""A check box in a row of its own, with a line under its words that says what it does."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen

from desktop_app.ui.checklist import BOX, CheckRow
from desktop_app.ui.theme import Look

GAP = 14
AROUND = 16
"""Px at 100 % above and under the words together."""
WRAP = Qt.TextFlag.TextWordWrap


class TickRow(CheckRow):
    """With `at_end` the box stands at the end of a row that is `pad` px away from its edges, else before the words; the
    line then stands beside the words where there is room.
    """

    def __init__(self, look: Look, words: str, what: str, on: bool, role: str, pad: int, at_end: bool = False) -> None:
        super().__init__(look, words, on, line_above=False)
        self._what = what
        self._pad = pad
        self._at_end = at_end
        self.setFont(look.font(role))
        self.setAccessibleDescription(what)

    def show_on(self, yes: bool) -> None:
        """Shows whether it is on, without announcing it: `toggled` is for what the person does."""
        self.blockSignals(True)
        self.setChecked(yes)
        self.blockSignals(False)
        self.update()

    def sizeHint(self) -> QSize:
        """All words in one line."""
        words, what = self._metrics()
        widths = words.horizontalAdvance(self._words), what.horizontalAdvance(self._what)
        width = (max(widths) if self._at_end else sum(widths) + self._look.fit(GAP)) + 4 + self._around()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word beside the box."""
        words, what = self._metrics()
        widest = max(
            max(words.horizontalAdvance(word) for word in self._words.split()),
            max(what.horizontalAdvance(word) for word in self._what.split()),
        )
        return QSize(widest + 2 + self._around(), self._least())

    def heightForWidth(self, width: int) -> int:
        """The height in px at a width in px."""
        words, what = self._places(width)
        return max(self._least(), max(words.bottom(), what.bottom()) + 1 + self._look.fit(AROUND))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the box, its check and the words."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = look.fit(BOX)
        where = QRectF(self._flip(self._box_at(), box), (self.height() - box) / 2, box, box)
        on = self.isChecked()
        painter.setBrush(look.color("accent" if on else "surface"))
        painter.setPen(QPen(look.color("accent" if on else "control"), 2))
        painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), 6, 6)
        if on:
            inset = box / 6
            look.icons.paint(painter, "check", where.adjusted(inset, inset, -inset, -inset), look.tokens.on_accent)
        words, what = self._places(self.width())
        down = (self.height() - max(words.bottom(), what.bottom()) - 1) // 2
        for text, place, font, ink in (
            (self._words, words, self.font(), "ink"),
            (self._what, what, look.font("small"), "ink2"),
        ):
            place = place.translated(0, down)
            place.moveLeft(self._flip(place.x(), place.width()))
            painter.setFont(font)
            painter.setPen(look.color(ink))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | WRAP, text)

    def _places(self, width: int) -> tuple[QRect, QRect]:
        """Where the words and the line stand in a row of a width in px that begins at height 0, read from the left."""
        words, what = self._metrics()
        room = max(1, width - self._around())
        start = self._pad if self._at_end else self._pad + self._look.fit(BOX) + self._look.fit(GAP)
        first = words.boundingRect(QRect(0, 0, room, 10_000), WRAP, self._words)
        beside = words.horizontalAdvance(self._words) + self._look.fit(GAP)
        if not self._at_end and beside + what.horizontalAdvance(self._what) + 2 <= room:
            height = max(first.height(), what.height())
            return QRect(start, 0, beside, height), QRect(start + beside, 0, room - beside, height)
        second = what.boundingRect(QRect(0, 0, room, 10_000), WRAP, self._what)
        return QRect(start, 0, room, first.height()), QRect(start, first.height(), room, second.height())

    def _metrics(self) -> tuple[QFontMetrics, QFontMetrics]:
        return QFontMetrics(self.font()), QFontMetrics(self._look.font("small"))

    def _box_at(self) -> int:
        return self.width() - self._pad - self._look.fit(BOX) if self._at_end else self._pad

    def _around(self) -> int:
        return 2 * self._pad + self._look.fit(BOX) + self._look.fit(GAP)

    def _least(self) -> int:
        return self._look.fit(60 if self._at_end else 48)

    def _flip(self, x: int, width: int) -> int:
        return self.width() - x - width if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else x
