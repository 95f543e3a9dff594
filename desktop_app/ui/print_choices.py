"""A short list of which one is picked, each with a line under its name: printers, or folders."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop_app.ui.item_layout import wrapping
from desktop_app.ui.radio import Radio
from desktop_app.ui.text import clear
from desktop_app.ui.theme import Look

PAD = 14
ICON = 20
GAP = 12
ROW = 50
RADIUS = 10
APART = 8
WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
Focus = Qt.FocusPolicy


class Row(NamedTuple):
    """One of the list: the value that is announced, its name, and a line under it or ""."""

    value: Hashable
    name: str
    line: str


class ChoiceRow(Radio):
    """One card of the list. Its words wrap."""

    def __init__(self, look: Look, row: Row) -> None:
        super().__init__(row.name.replace("&", "&&"))
        self._look = look
        self._parts = [(row.name, "label", "ink")] + ([(row.line, "small", "ink2")] if row.line else [])
        self.setProperty("ring", RADIUS)
        self.setAccessibleName(". ".join(filter(None, (row.name, row.line))))
        self.setSizePolicy(wrapping())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow key picks the one that it leads to, also the first time; Qt by itself does so only after that."""
        super().keyPressEvent(event)
        now = QApplication.focusWidget()
        if now is not self and isinstance(now, ChoiceRow):
            now.setChecked(True)

    def sizeHint(self) -> QSize:
        """All words in two lines."""
        widths = [QFontMetrics(self._look.font(role)).horizontalAdvance(words) for words, role, _ in self._parts]
        width = max(widths) + 2 + self._around()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Names of folders break anywhere, so a little room is enough."""
        return QSize(self._around() + self._look.px(120), self._look.fit(ROW))

    def hasHeightForWidth(self) -> bool:
        """Words that wrap make it higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in px at a width in px."""
        words = sum(place.height() for place in self._places(width))
        return max(self._look.fit(ROW), words + self._look.fit(2 * PAD))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the card, the mark of a radio button and the words."""
        look, picked = self._look, self.isChecked()
        painter = QPainter(self)
        self.paint_ground(painter, look, RADIUS)
        icon, pad = look.fit(ICON), look.fit(PAD)
        where = QRectF(self._flip(pad, icon), (self.height() - icon) / 2, icon, icon)
        ink = look.tokens.accent if picked else look.tokens.control
        look.icons.paint(painter, "circle-check" if picked else "circle", where, ink)
        places = self._places(self.width())
        top = (self.height() - sum(place.height() for place in places)) // 2
        for (words, role, token), place in zip(self._parts, places, strict=True):
            painter.setFont(look.font(role))
            painter.setPen(look.color(token))
            place = QRect(self._flip(pad + icon + look.fit(GAP), place.width()), top, place.width(), place.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeading | WRAP, words)
            top += place.height()

    def _places(self, width: int) -> list[QRect]:
        """The room of each part of the words, at a width of the card."""
        room = QRect(0, 0, max(1, width - self._around()), 10_000)
        boxes = [QFontMetrics(self._look.font(role)).boundingRect(room, WRAP, words) for words, role, _ in self._parts]
        return [QRect(0, 0, room.width(), box.height()) for box in boxes]

    def _around(self) -> int:
        return self._look.fit(2 * PAD) + self._look.fit(ICON) + self._look.fit(GAP)

    def _flip(self, x: int, width: int) -> int:
        return self.width() - x - width if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else x


class Choices(QWidget):
    """The list, one stop of the Tab key with arrow keys inside. Announces the value that was picked."""

    picked = Signal(object)

    def __init__(self, look: Look, after: QWidget) -> None:
        """The Tab key meets the list after the place of `after`: what is made last would come last otherwise."""
        super().__init__()
        self._look = look
        self._after = after
        self._cards: list[ChoiceRow] = []
        self._rows: tuple[Row, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(APART)
        self.setSizePolicy(wrapping())

    def show_rows(self, rows: Iterable[Row], holds: Hashable) -> None:
        """Shows these, with the one picked whose value is `holds`; none where no value is."""
        rows = tuple(rows)
        if rows == self._rows:
            return
        self._rows = rows
        clear(self._column)
        self._cards.clear()
        any_picked = any(row.value == holds for row in rows)
        for number, row in enumerate(rows):
            card = ChoiceRow(self._look, row)
            card.setChecked(row.value == holds)
            # The Tab key meets the one that holds, or the first; Qt itself sees to that only after a choice.
            meets = card.isChecked() if any_picked else number == 0
            card.setFocusPolicy(Focus.StrongFocus if meets else Focus.ClickFocus)
            card.toggled.connect(lambda on, value=row.value: self.picked.emit(value) if on else None)
            self._column.addWidget(card)
            self._cards.append(card)
        for before, after in pairwise((self._after, *self._cards)):
            QWidget.setTabOrder(before, after)
