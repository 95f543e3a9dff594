"""A few lines of text in one role, in which the words that were looked for are marked."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption

from desktop_app.core.search_table import Piece
from desktop_app.ui.theme import TYPES, Look


class MarkedText:
    """Lays text out and draws it. Much faster than a label, since a list is drawn anew with every key."""

    def __init__(self, look: Look, role: str, token: str) -> None:
        self._look = look
        self._token = token
        self._line = look.px(TYPES[role].line)
        self._layout = QTextLayout("", look.font(role))
        self._width = -1
        self._height = 0
        self._mark = QTextCharFormat()
        self._mark.setBackground(look.color("note"))
        self._mark.setForeground(look.color("note_ink"))
        self._mark.setFontUnderline(True)
        self._mark.setUnderlineColor(look.color("note_line"))

    def say(self, pieces: Iterable[Piece], direction: Qt.LayoutDirection) -> None:
        """Takes other words; they begin where reading begins."""
        text, ranges = "", []
        for piece in pieces:
            if piece.found:
                where = QTextLayout.FormatRange()
                # Qt counts as UTF-16 does: letters such as emoji are two.
                where.start, where.length = _size(text), _size(piece.text)
                where.format = self._mark
                ranges.append(where)
            text += piece.text
        option = QTextOption(Qt.AlignmentFlag.AlignLeading)
        option.setTextDirection(direction)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setText(text)
        self._layout.setFormats(ranges)
        self._width = -1

    def height(self, width: int) -> int:
        """The height in px at a width in px."""
        if width != self._width:
            self._width, self._height = width, 0
            self._layout.beginLayout()
            while (line := self._layout.createLine()).isValid():
                line.setLineWidth(width)
                line.setPosition(QPointF(0, self._height + (self._line - line.height()) / 2))
                self._height += self._line
            self._layout.endLayout()
        return self._height

    def draw(self, painter: QPainter, x: float, y: float, width: int) -> None:
        """Draws the text; `x` and `y` are its left and upper edge."""
        self.height(width)
        painter.setPen(self._look.color(self._token))
        self._layout.draw(painter, QPointF(x, y))


def _size(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
