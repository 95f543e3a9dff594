"""What every page stands on: the ground of the window, and one column that scrolls up and down, never sideways."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QVBoxLayout, QWidget

from desktop_app.ui.theme import Look, scroll_bar_style

WIDEST = 1004


class Ground(QWidget):
    """What everything stands on. Says once that there is something to see."""

    first_painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground itself is filled by Qt; this only notices the first time."""
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, self.first_painted.emit)


class ScrollColumn(QScrollArea):
    """A scrolling column. `column` is the layout to put things into; `widest` caps it (px at 100 %)."""

    def __init__(
        self,
        look: Look,
        widest: int = WIDEST,
        top: int = 20,
        side: int | None = None,
        centred: bool = True,
        ground: str = "bg",
    ) -> None:
        super().__init__()
        self._look = look
        self._widest = look.fit(widest)
        self._top = top
        self._side = side
        self._centred = centred
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Our own bar, because asking Qt for the one it made takes PySide 14 ms the first time: it looks through all
        # kinds of widgets there are for the right name. The same for the viewport.
        self.bar = QScrollBar(Qt.Orientation.Vertical)
        self.bar.setSingleStep(look.px(26))
        self.bar.rangeChanged.connect(lambda: self._dress_bar(ground))
        self.setVerticalScrollBar(self.bar)
        inner = QWidget()
        self.column = QVBoxLayout(inner)
        self.column.setSpacing(0)
        self.setWidget(inner)
        paint(self, look, ground)
        self._fit(self.width())

    def _dress_bar(self, ground: str) -> None:
        # Only once there is something to scroll: a style sheet costs 3 ms, and Home is to be seen at once.
        if not self.bar.styleSheet():
            self.bar.setStyleSheet(scroll_bar_style(self._look.tokens, ground))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Chooses the margins."""
        self._fit(event.size().width())
        super().resizeEvent(event)

    def _fit(self, width: int) -> None:
        side = self._look.margin(width) if self._side is None or width < self._look.fit(560) else self._side
        spare = max(0, width - 2 * side - self._widest)
        left, right = (spare // 2, spare - spare // 2) if self._centred else (0, spare)
        if self.isRightToLeft():
            left, right = right, left
        self.column.setContentsMargins(side + left, self._top, side + right, 24)


def paint(widget: QWidget, look: Look, token: str) -> None:
    """Gives a widget a plain ground of a colour token."""
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.Window, look.color(token))
    widget.setPalette(palette)
    widget.setAutoFillBackground(True)
