"""A layout that puts things one after the other and begins a new line where there is no room, as words do."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Items side by side, `gap` px apart, `line_gap` px between lines, each line's items centred on one height."""

    def __init__(self, gap: int, line_gap: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._line_gap = line_gap
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
        """Less width makes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in px at a width in px."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Places every item."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Everything in one line."""
        margins = self.contentsMargins()
        items = [item for item in self._items if not item.isEmpty()]
        width = sum(item.sizeHint().width() for item in items) + self._gap * max(0, len(items) - 1)
        width += margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """The widest of the items alone in a line."""
        margins = self.contentsMargins()
        widest = max((item.minimumSize().width() for item in self._items), default=0)
        return QSize(widest + margins.left() + margins.right(), 0)

    def _place(self, rect: QRect, move: bool) -> int:
        margins = self.contentsMargins()
        inner = rect.adjusted(margins.left(), margins.top(), -margins.right(), -margins.bottom())
        top = inner.y()
        for line in self._lines(inner.width()):
            height = max(high for _, _, high in line)
            x = inner.x()
            for item, wide, high in line:
                if move:
                    item.setGeometry(self._mirrored(QRect(x, top + (height - high) // 2, wide, high), inner))
                x += wide + self._gap
            top += height + self._line_gap
        return max(0, top - self._line_gap - inner.y()) + margins.top() + margins.bottom()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, int, int]]]:
        lines: list[list[tuple[QLayoutItem, int, int]]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wide = min(item.sizeHint().width(), max(1, width))
            high = item.heightForWidth(wide) if item.hasHeightForWidth() else item.sizeHint().height()
            if not lines or used + self._gap + wide > width:
                lines.append([])
                used = wide
            else:
                used += self._gap + wide
            lines[-1].append((item, wide, high))
        return lines

    def _mirrored(self, cell: QRect, inner: QRect) -> QRect:
        parent = self.parentWidget()
        if isinstance(parent, QWidget) and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            cell.moveLeft(inner.left() + inner.right() - cell.right())
        return cell
