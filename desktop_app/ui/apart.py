"""A layout of two things at the two ends of a line; one under the other where there is no room for both."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem

from desktop_app.ui.item_layout import ItemLayout, height_of


class Apart(ItemLayout):
    """The first thing where reading begins, the last at the end of the line.

    `least`: px to which the first may shrink by wrapping before the last goes under it; None: it never wraps for that.
    """

    def __init__(self, gap: int, line_gap: int, least: int | None = None) -> None:
        super().__init__()
        self._gap = gap
        self._line_gap = line_gap
        self._least = least

    def sizeHint(self) -> QSize:
        """Both in one line."""
        margins = self.contentsMargins()
        width = sum(item.sizeHint().width() for item in self.shown()) + self._gap
        width += margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))

    def cells(self, inner: QRect) -> Iterator[tuple[QLayoutItem, QRect]]:
        """In a line or in a column."""
        items = self.shown()
        if len(items) == 2:
            first, last = items
            wanted, taken = first.sizeHint().width(), last.sizeHint().width()
            if self._least is not None:
                wanted = max(min(wanted, self._least), first.minimumSize().width())
            room = inner.width() - taken - self._gap
            if room >= wanted:
                heights = height_of(first, room), height_of(last, taken)
                high = max(heights)
                yield first, QRect(inner.x(), inner.y() + (high - heights[0]) // 2, room, heights[0])
                x = inner.x() + room + self._gap
                yield last, QRect(x, inner.y() + (high - heights[1]) // 2, taken, heights[1])
                return
        top = inner.y()
        for item in items:
            width = min(inner.width(), max(item.sizeHint().width(), item.minimumSize().width()))
            height = height_of(item, width)
            yield item, QRect(inner.x(), top, width, height)
            top += height + self._line_gap
