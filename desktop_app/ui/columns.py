"""A layout of equal columns that becomes one column when there is no room for more."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Columns(QLayout):
    """Lays its widgets in rows of at most `most` equal columns, each at least `least` px wide and all in a row equally
    high. Rows follow the direction of reading.
    """

    def __init__(self, most: int, least: int, gap: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._most = most
        self._least = least
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Takes one more item, as Qt asks."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at an index, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Removes and gives the item at an index, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes the width it is given."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Fewer columns make it higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in px at a width in px."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Places every item."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Wide enough for all columns."""
        width = self._least * self._most + self._gap * (self._most - 1)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """One column of the widest of its items."""
        widths = [item.minimumSize().width() for item in self._items]
        return QSize(max(widths, default=0), 0)

    def columns(self, width: int) -> int:
        """How many columns stand side by side at a width in px."""
        fit = (width + self._gap) // (self._least + self._gap)
        return max(1, min(self._most, fit, len(self._items) or 1))

    def _place(self, rect: QRect, move: bool) -> int:
        count = self.columns(rect.width())
        width = (rect.width() - self._gap * (count - 1)) // count
        top = rect.y()
        shown = [item for item in self._items if not item.isEmpty()]
        for start in range(0, len(shown), count):
            row = shown[start : start + count]
            height = max(self._height(item, width) for item in row)
            if move:
                for place, item in enumerate(row):
                    item.setGeometry(self._mirrored(QRect(rect.x() + place * (width + self._gap), top, width, height)))
            top += height + self._gap
        return max(0, top - self._gap - rect.y())

    def _mirrored(self, cell: QRect) -> QRect:
        parent = self.parentWidget()
        if isinstance(parent, QWidget) and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            cell.moveLeft(self.geometry().left() + self.geometry().right() - cell.right())
        return cell

    @staticmethod
    def _height(item: QLayoutItem, width: int) -> int:
        return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
