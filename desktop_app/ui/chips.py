"""A row of choices of which one holds, as chips that begin a new line where there is no room."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.flow import Flow
from desktop_app.ui.item_layout import wrapping
from desktop_app.ui.radio import Radio
from desktop_app.ui.theme import Look

HEIGHT = 44
PAD = 15
ICON = 20
GAP = 8
RADIUS = 10
Focus = Qt.FocusPolicy


class Choice(NamedTuple):
    """One chip: the value that is announced, its icon ("" for none) and its words."""

    value: str
    icon: str
    words: str


class Chip(Radio):
    """One choice; the one that holds has a check where the others have their icon."""

    def __init__(self, look: Look, choice: Choice) -> None:
        super().__init__(choice.words)
        self._look = look
        self._icon = choice.icon
        self.setProperty("ring", RADIUS)
        self.setAccessibleName(choice.words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Its words with the icon or the check before them."""
        look = self._look
        width = 2 * look.fit(PAD) + look.fit(ICON) + look.fit(GAP) + self._words()
        return QSize(width, max(look.fit(HEIGHT), QFontMetrics(look.font("label")).height() + look.fit(14)))

    def minimumSizeHint(self) -> QSize:
        """It does not wrap."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the chip."""
        look, picked = self._look, self.isChecked()
        painter = QPainter(self)
        self.paint_ground(painter, look, RADIUS)
        ink = "accent" if picked else "ink"
        icon, size = "check" if picked else self._icon, look.fit(ICON)
        before = size + look.fit(GAP) if icon else 0
        start = (self.width() - before - self._words()) // 2
        if icon:
            where = QRectF(self._flip(start, size), (self.height() - size) / 2, size, size)
            look.icons.paint(painter, icon, where, getattr(look.tokens, ink))
        painter.setPen(look.color(ink))
        painter.setFont(look.font("label"))
        words = QRect(self._flip(start + before, self._words()), 0, self._words(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self.text())

    def _words(self) -> int:
        return QFontMetrics(self._look.font("label")).horizontalAdvance(self.text()) + 2

    def _flip(self, x: int, width: int) -> int:
        return self.width() - x - width if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else x


class Chips(QWidget):
    """The choices, one stop of the Tab key with arrow keys inside. Announces the value that was picked."""

    picked = Signal(str)

    def __init__(self, look: Look, choices: Iterable[Choice], holds: str) -> None:
        super().__init__()
        flow = Flow(10, 8)
        self.setLayout(flow)
        self.setSizePolicy(wrapping())
        for choice in choices:
            chip = Chip(look, choice)
            chip.setChecked(choice.value == holds)
            # The Tab key meets the one that holds; Qt itself sees to that only after the first time.
            chip.setFocusPolicy(Focus.StrongFocus if choice.value == holds else Focus.ClickFocus)
            chip.toggled.connect(lambda on, value=choice.value: self.picked.emit(value) if on else None)
            flow.addWidget(chip)
