"""Things to tick off, as rows of one card. Ticks are optional: nothing waits for them."""

from __future__ import annotations

from collections.abc import Sequence, Set

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from desktop_app.ui.card import Card
from desktop_app.ui.item_layout import wrapping
from desktop_app.ui.theme import Look

BOX = 24
PAD = 16
GAP = 14
ROW = 48
WRAP = Qt.TextFlag.TextWordWrap


class CheckRow(QCheckBox):
    """A check box that wraps its words and can be pressed anywhere in its row."""

    def __init__(self, look: Look, words: str, on: bool, line_above: bool) -> None:
        super().__init__(words.replace("&", "&&"))
        self._look = look
        self._line_above = line_above
        self._words = words
        self._found = False
        self.setChecked(on)
        self.setFont(look.font("body"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ring", 12)
        self.setSizePolicy(wrapping())

    def show_found(self, words: str, here: int) -> int:
        """Marks the row when these words stand in it; not for "". Gives how often."""
        from desktop_app.core.finding import places  # not above: Home does without

        found = len(places(self._words, words))
        if self._found is not bool(found):
            self._found = bool(found)
            self.update()
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks it, not only Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def hitButton(self, pos: object) -> bool:
        """The whole row can be pressed."""
        return True

    def sizeHint(self) -> QSize:
        """All words in one line."""
        width = QFontMetrics(self.font()).horizontalAdvance(self._words) + 2 + self._around()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word beside the box."""
        metrics = QFontMetrics(self.font())
        widest = max((metrics.horizontalAdvance(word) for word in self._words.split()), default=0)
        return QSize(widest + 2 + self._around(), self._look.fit(ROW))

    def hasHeightForWidth(self) -> bool:
        """Words that wrap make it higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in px at a width in px."""
        words = QFontMetrics(self.font()).boundingRect(
            QRect(0, 0, max(1, width - self._around()), 10_000), WRAP, self._words
        )
        return max(self._look.fit(ROW), words.height() + self._look.fit(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the box, its check and the words."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._found:
            painter.fillRect(self.rect().adjusted(2, 2, -2, -2), look.color("note"))
        if self._line_above:
            painter.setPen(QPen(look.color("line"), 1))
            painter.drawLine(0, 0, self.width(), 0)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        box = look.fit(BOX)
        x = self.width() - PAD - box if mirrored else PAD
        where = QRectF(x, (self.height() - box) / 2, box, box)
        on = self.isChecked()
        painter.setBrush(look.color("accent" if on else "surface"))
        painter.setPen(QPen(look.color("accent" if on else "control"), 2))
        painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), 6, 6)
        if on:
            inset = box / 6
            look.icons.paint(painter, "check", where.adjusted(inset, inset, -inset, -inset), look.tokens.on_accent)
        painter.setPen(look.color("ink2" if on else "ink"))
        painter.setFont(self.font())
        start = PAD + box + look.fit(GAP)
        words = self.rect().adjusted(PAD if mirrored else start, 0, -start if mirrored else -PAD, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | WRAP, self._words)

    def _around(self) -> int:
        return 2 * PAD + self._look.fit(BOX) + self._look.fit(GAP)


class CheckCard(Card):
    """A checklist. Announces (line, on)."""

    ticked = Signal(str, bool)

    def __init__(self, look: Look, lines: Sequence[str], on: Set[str]) -> None:
        super().__init__(look)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.setSpacing(0)
        for index, line in enumerate(lines):
            row = CheckRow(look, line, line in on, line_above=index > 0)
            row.toggled.connect(lambda state, line=line: self.ticked.emit(line, state))
            rows.addWidget(row)
