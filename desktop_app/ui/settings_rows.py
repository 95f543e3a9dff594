"""The rows of the settings: cards of them, each with its words at the start and what can be chosen at the end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.beside import Beside
from desktop_app.ui.card import Card
from desktop_app.ui.heading import HeadingText
from desktop_app.ui.item_layout import held, wrapping
from desktop_app.ui.text import Text
from desktop_app.ui.theme import ONE_COLUMN_SIZE, Look

ROW = 60
PAD = 20
SIDE_BY_SIDE = 500


class GroupHead(HeadingText):
    """The heading of a card. It can take the focus, so that a screen reader goes on reading there."""

    def __init__(self, look: Look, words: str) -> None:
        super().__init__(look, words)
        self.use_role("body-strong")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)


class SettingRow(QWidget):
    """What is chosen, a line about it where one helps, and the control; under the words where it is narrow."""

    def __init__(self, look: Look, words: str, control: QWidget, what: str = "") -> None:
        super().__init__()
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Text(look, words, "body-strong"))
        if what:
            column.addWidget(Text(look, what, "small", "ink2"))
        row = Beside(look.px(SIDE_BY_SIDE), wide=0, gap=8)
        room = 12 if look.text_size >= ONE_COLUMN_SIZE else 5
        row.setContentsMargins(PAD, room, 16, room)
        row.addWidget(held(column))
        row.addWidget(control)
        self.setLayout(row)
        self.setMinimumHeight(look.fit(ROW))
        self.setSizePolicy(wrapping())


class RowCard(Card):
    """Rows in one card, with a line between them."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)

    def add_row(self, row: QWidget) -> None:
        """Puts one more at the end."""
        self._rows.append(row)
        self._column.addWidget(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the card and the lines."""
        super().paintEvent(event)
        painter = QPainter(self)
        for row in self._rows[1:]:
            painter.fillRect(1, row.y(), self.width() - 2, 1, self._look.color("line"))
