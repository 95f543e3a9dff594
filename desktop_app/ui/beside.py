"""A layout that puts its things side by side where there is room, and one under the other where there is not."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem

from desktop_app.ui.item_layout import ItemLayout, height_of


class Beside(ItemLayout):
    """Things stand beside each other from `least` px of width on; the one at `wide` (an index) then takes what is left.

    `centred`: they are centred on one height, else they begin at the top.
    """

    def __init__(self, least: int, wide: int, gap: int, centred: bool = True) -> None:
        super().__init__()
        self._least = least
        self._wide = wide
        self._gap = gap
        self._centred = centred

    def sizeHint(self) -> QSize:
        """Just wide enough to stand side by side."""
        return QSize(self._least, self.heightForWidth(self._least))

    def cells(self, inner: QRect) -> Iterator[tuple[QLayoutItem, QRect]]:
        """In a row or in a column."""
        margins = self.contentsMargins()
        if inner.width() + margins.left() + margins.right() >= self._least:
            return self._row(inner)
        return self._column(inner)

    def _row(self, inner: QRect) -> Iterator[tuple[QLayoutItem, QRect]]:
        wide, items = self._items[self._wide], self.shown()
        widths = [0 if item is wide else item.sizeHint().width() for item in items]
        spare = inner.width() - sum(widths) - self._gap * (len(items) - 1)
        widths = [max(spare, 1) if item is wide else width for item, width in zip(items, widths, strict=True)]
        heights = [height_of(item, width) for item, width in zip(items, widths, strict=True)]
        room = max([inner.height(), *heights])
        x = inner.x()
        for item, width, height in zip(items, widths, heights, strict=True):
            down = (room - height) // 2 if self._centred else 0
            yield item, QRect(x, inner.y() + down, width, height)
            x += width + self._gap

    def _column(self, inner: QRect) -> Iterator[tuple[QLayoutItem, QRect]]:
        top = inner.y()
        for item in self.shown():
            width = min(inner.width(), item.maximumSize().width())
            height = height_of(item, width)
            yield item, QRect(inner.x(), top, width, height)
            top += height + self._gap
