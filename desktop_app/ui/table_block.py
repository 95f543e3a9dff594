"""A small table as native labels: a grid where there is room, else one line "what: how" for each cell.

To a screen reader every cell says its column first, so that no cell is met without its meaning.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.core.blocks import TableBlock, inline_text
from desktop_app.core.span import Inline, Span
from desktop_app.ui import strings
from desktop_app.ui.card import Card
from desktop_app.ui.item_layout import wrapping
from desktop_app.ui.text import Text
from desktop_app.ui.theme import Look

COLUMN = 150
"""The least width of a column, in px at 100 %."""
WIDEST_SHARE = 4
"""How many times as wide as the narrowest column another may be."""
ROW_GAP = 16


class TableCard(Card):
    """One table. `words` draws the text of a cell, with its links and source marks."""

    def __init__(self, look: Look, table: TableBlock, words: Callable[[Inline], QWidget]) -> None:
        super().__init__(look)
        self._table = table
        self._words = words
        self._grid: QWidget | None = None
        self._lines: QWidget | None = None
        self._row_starts: list[QWidget] = []
        self.setSizePolicy(wrapping())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        self._arrange(wide=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Chooses between the grid and the lines."""
        super().resizeEvent(event)
        self._arrange(event.size().width() >= self._look.px(COLUMN) * len(self._table.head))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the card, and a line over each row of the grid."""
        super().paintEvent(event)
        if self._grid is None or self._grid.isHidden():
            return
        painter = QPainter(self)
        painter.setPen(self._look.color("line"))
        for start in self._row_starts:
            y = self._grid.y() + start.y() - ROW_GAP // 2
            painter.drawLine(1, y, self.width() - 2, y)

    def _arrange(self, wide: bool) -> None:
        column = self.layout()
        assert column is not None
        if wide and self._grid is None:
            self._grid = self._make_grid()
            column.addWidget(self._grid)
        if not wide and self._lines is None:
            self._lines = self._make_lines()
            column.addWidget(self._lines)
        for part, shown in ((self._grid, wide), (self._lines, not wide)):
            if part is not None:
                part.setVisible(shown)

    def _make_grid(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(ROW_GAP)
        for place, head in enumerate(self._table.head):
            grid.addWidget(Text(self._look, inline_text(head), "small-strong", "ink2"), 0, place)
        for number, row in enumerate(self._table.rows, 1):
            cells = {place: self._cell(cell, self._table.head[place]) for place, cell in enumerate(row) if cell}
            for place, words in cells.items():
                grid.addWidget(words, number, place, Qt.AlignmentFlag.AlignTop)
            self._row_starts += list(cells.values())[:1]
        for place, share in enumerate(self._shares()):
            grid.setColumnStretch(place, share)
        return holder

    def _cell(self, cell: Inline, head: Inline) -> QWidget:
        words = self._words(cell)
        label = words if isinstance(words, Text) else words.findChild(Text)
        if label is not None:
            label.setAccessibleName(strings.CELL.format(head=inline_text(head), cell=label.accessibleName()))
        return words

    def _make_lines(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for number, row in enumerate(self._table.rows):
            if number:
                column.addSpacing(ROW_GAP)
            for head, cell in zip(self._table.head, row, strict=True):
                if cell:
                    said = strings.CELL.format(head=inline_text(head), cell="")
                    column.addWidget(self._words((Span(said, strong=True), *cell)))
        return holder

    def _shares(self) -> list[int]:
        """How much of the width each column gets: as its longest cell, within reason."""
        lengths = [max(len(inline_text(cell)) for cell in column) for column in zip(*self._all_rows(), strict=True)]
        least = max(1, max(lengths) // WIDEST_SHARE)
        return [max(length, least) for length in lengths]

    def _all_rows(self) -> tuple[tuple[Inline, ...], ...]:
        return (self._table.head, *self._table.rows)
