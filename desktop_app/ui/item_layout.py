"""What our own layouts share: they keep their items in order, and their height follows from their width."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class ItemLayout(QLayout):
    """A layout in which where things stand depends on the width alone, so that the height is always the true one.

    A subclass says in `cells` where everything stands for an inner rectangle. Heights are kept until Qt says that
    something has changed, as Qt's own layouts do: with layouts in layouts they are asked for over and over again.
    """

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._widest: int | None = None
        self.setContentsMargins(0, 0, 0, 0)

    def cells(self, inner: QRect) -> Iterable[tuple[QLayoutItem, QRect]]:
        """Where each item stands when reading goes from left to right. The height of `inner` may be used or not."""
        raise NotImplementedError

    def shown(self) -> list[QLayoutItem]:
        """The items that are not hidden."""
        return [item for item in self._items if not item.isEmpty()]

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
        """Less width makes it higher."""
        return True

    def invalidate(self) -> None:
        """Something in it has changed."""
        self._heights.clear()
        self._widest = None
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        """The height in px at a width in px."""
        if width not in self._heights:
            self._heights[width] = self._height(width)
        return self._heights[width]

    def _height(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = QRect(0, 0, max(1, width - margins.left() - margins.right()), 0)
        bottom = max((cell.bottom() + 1 for _, cell in self.cells(inner)), default=0)
        return bottom + margins.top() + margins.bottom()

    def setGeometry(self, rect: QRect) -> None:
        """Places every item; mirrored where reading goes from right to left."""
        super().setGeometry(rect)
        margins = self.contentsMargins()
        inner = rect.adjusted(margins.left(), margins.top(), -margins.right(), -margins.bottom())
        parent = self.parentWidget()
        mirrored = isinstance(parent, QWidget) and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for item, cell in self.cells(inner):
            if mirrored:
                cell.moveLeft(inner.left() + inner.right() - cell.right())
            item.setGeometry(cell)

    def minimumSize(self) -> QSize:
        """The widest of the items alone."""
        margins = self.contentsMargins()
        if self._widest is None:
            self._widest = max((item.minimumSize().width() for item in self._items), default=0)
        return QSize(self._widest + margins.left() + margins.right(), 0)


def height_of(item: QLayoutItem, width: int) -> int:
    """The height in px of an item at a width in px."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def wrapping(across: QSizePolicy.Policy = QSizePolicy.Policy.Preferred) -> QSizePolicy:
    """The size policy of everything that gets higher when it gets narrower."""
    policy = QSizePolicy(across, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


def held(layout: QLayout) -> QWidget:
    """A plain widget around a layout."""
    widget = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    widget.setLayout(layout)
    widget.setSizePolicy(wrapping())
    return widget
