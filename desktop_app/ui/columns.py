"""A layout of equal columns that becomes one column when there is no room for more."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem

from desktop_app.ui.item_layout import ItemLayout, height_of


class Columns(ItemLayout):
    """Rows of at most `most` equal columns of at least `least` px, `gap` px apart; all in a row are equally high.

    `stretched`: things that are fewer than the columns take all the width, else the place of those that are not there
    stays empty.
    """

    def __init__(self, most: int, least: int, gap: int, stretched: bool = True) -> None:
        super().__init__()
        self._most = most
        self._least = least
        self._gap = gap
        self._stretched = stretched

    def sizeHint(self) -> QSize:
        """Wide enough for all columns."""
        width = self._least * self._most + self._gap * (self._most - 1)
        return QSize(width, self.heightForWidth(width))

    def cells(self, inner: QRect) -> Iterator[tuple[QLayoutItem, QRect]]:
        """Row by row."""
        items = self.shown()
        fit = (inner.width() + self._gap) // (self._least + self._gap)
        count = max(1, min(self._most, fit, len(items) or 1 if self._stretched else self._most))
        width = (inner.width() - self._gap * (count - 1)) // count
        top = inner.y()
        for start in range(0, len(items), count):
            row = items[start : start + count]
            height = max(height_of(item, width) for item in row)
            for place, item in enumerate(row):
                yield item, QRect(inner.x() + place * (width + self._gap), top, width, height)
            top += height + self._gap
