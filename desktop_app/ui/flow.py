"""A layout that puts things one after the other and begins a new line where there is no room, as words do."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem

from desktop_app.ui.item_layout import ItemLayout, height_of


class Flow(ItemLayout):
    """Items side by side, `gap` px apart, `line_gap` px between lines, each line's items centred on one height."""

    def __init__(self, gap: int, line_gap: int) -> None:
        super().__init__()
        self._gap = gap
        self._line_gap = line_gap

    def sizeHint(self) -> QSize:
        """Everything in one line."""
        margins = self.contentsMargins()
        items = self.shown()
        width = sum(item.sizeHint().width() for item in items) + self._gap * max(0, len(items) - 1)
        width += margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))

    def cells(self, inner: QRect) -> Iterator[tuple[QLayoutItem, QRect]]:
        """Line by line."""
        top = inner.y()
        for line in self._lines(inner.width()):
            height = max(high for _, _, high in line)
            x = inner.x()
            for item, wide, high in line:
                yield item, QRect(x, top + (height - high) // 2, wide, high)
                x += wide + self._gap
            top += height + self._line_gap

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, int, int]]]:
        lines: list[list[tuple[QLayoutItem, int, int]]] = []
        used = 0
        for item in self.shown():
            wide = min(item.sizeHint().width(), max(1, width))
            high = height_of(item, wide)
            if not lines or used + self._gap + wide > width:
                lines.append([])
                used = wide
            else:
                used += self._gap + wide
            lines[-1].append((item, wide, high))
        return lines
