"""What stands at the end of a row of the settings: a button that opens a list, and a few choices side by side."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app.ui.buttons import RADIUS, Button
from desktop_app.ui.radio import Radio
from desktop_app.ui.theme import Look

WIDTH = 262
HEIGHT = 44
PAD = 15
TICK = 16
WRAP = Qt.TextFlag.TextWordWrap
Focus = Qt.FocusPolicy


class ChoiceButton(Button):
    """Shows what holds, and opens the list of what else there is. `spoken` is its name, with what holds in it."""

    def __init__(self, look: Look, icon: str, words: str, spoken: str) -> None:
        super().__init__(look, words, "compact", before=icon, after="chevron-down")
        self.setAccessibleName(spoken)
        self.setFont(look.font("body"))
        self.setMaximumWidth(look.px(WIDTH))

    def sizeHint(self) -> QSize:
        """As wide as all that stand under each other."""
        width = self._look.px(WIDTH)
        return QSize(width, self.heightForWidth(width))

    def _paint_words(self, painter: QPainter, color: str) -> None:
        """The arrow stands at the end of the button, not of the words."""
        icon, pad = self._icon(), self._look.fit(PAD)
        start = pad + icon + self._gap()
        for name, x in ((self._before, pad), (self._after, self.width() - pad - icon)):
            where = QRectF(self.from_start(x, icon), (self.height() - icon) / 2, icon, icon)
            self._look.icons.paint(painter, name, where, color)
        room = self.width() - 2 * start
        place = QRectF(self.from_start(start, room), 0, room, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | WRAP, self.words())

    def _around(self) -> int:
        return 2 * (self._look.fit(PAD) + self._icon() + self._gap())


class Segment(Radio):
    """One of several choices side by side."""

    def __init__(self, look: Look, words: str, spoken: str, first: bool, last: bool) -> None:
        super().__init__(words)
        self._look = look
        self._first = first
        self._last = last
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A third of the row, or as wide as its words and the check beside them."""
        return QSize(max(self._look.px(WIDTH) // 3, self.minimumSizeHint().width()), self._look.fit(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Its words and the check beside them."""
        return QSize(self._tick() + self._words() + 2 * self._look.fit(8), self._look.fit(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws its part of the frame, the check where it is picked, and the words."""
        look, picked = self._look, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.color(self.ground))
        painter.setPen(QPen(look.color("control"), 1))
        painter.drawPath(self._frame())
        tick = self._tick() if picked else 0
        start = (self.width() - tick - self._words()) // 2
        ink = "accent" if picked else "ink"
        if picked:
            size = look.fit(TICK)
            where = QRectF(self._flip(start, size), (self.height() - size) / 2, size, size)
            look.icons.paint(painter, "check", where, getattr(look.tokens, ink))
        painter.setPen(look.color(ink))
        painter.setFont(look.font("label"))
        words = QRect(self._flip(start + tick, self._words()), 0, self._words(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self.text())

    def _frame(self) -> QPainterPath:
        """The outline; round at the ends of the row, and drawn over the edge of its neighbour."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        round_left, round_right = (self._last, self._first) if mirrored else (self._first, self._last)
        inner = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5 if round_right else 0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(inner, RADIUS, RADIUS)
        for plain, x in ((not round_left, inner.left()), (not round_right, inner.right() - inner.width() / 2)):
            if plain:
                half = QPainterPath()
                half.addRect(QRectF(x, inner.top(), inner.width() / 2, inner.height()))
                path = path.united(half)
        return path

    def _words(self) -> int:
        return QFontMetrics(self._look.font("label")).horizontalAdvance(self.text()) + 2

    def _tick(self) -> int:
        return self._look.fit(TICK) + self._look.fit(6)

    def _flip(self, x: int, width: int) -> int:
        return self.width() - x - width if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else x


class Segments(QWidget):
    """A few choices of which one holds. Announces the value that was picked."""

    picked = Signal(str)

    def __init__(self, look: Look, choices: Mapping[str, tuple[str, str]], holds: str) -> None:
        """`choices` goes from a value to its words and to what a screen reader says."""
        super().__init__()
        self._segments: list[Segment] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        last = list(choices)[-1]
        for value, (words, spoken) in choices.items():
            segment = Segment(look, words, spoken, first=not self._segments, last=value == last)
            segment.setChecked(value == holds)
            # The Tab key meets the one that holds; Qt itself sees to that only after the first time.
            segment.setFocusPolicy(Focus.StrongFocus if value == holds else Focus.ClickFocus)
            segment.toggled.connect(lambda on, value=value: self._pick(value) if on else None)
            self._segments.append(segment)
            row.addWidget(segment)
        self.setMaximumWidth(max(look.px(WIDTH), self.sizeHint().width()))

    def holds(self) -> Segment:
        """The one that is picked."""
        return next(segment for segment in self._segments if segment.isChecked())

    def _pick(self, value: str) -> None:
        # Not at once: after an arrow key Qt gives this segment the focus, and by then it would stand on a page that was
        # put away, because another theme makes the page anew.
        QTimer.singleShot(0, self, lambda: self.picked.emit(value))
