"""The bar at the top of every screen: where you are, the crisis page, and Leave now in the same corner always.

It wraps before it cuts: first the key beside Leave now goes, then the name of the place, then a second row comes.
"""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from desktop_app.ui import strings
from desktop_app.ui.buttons import Button
from desktop_app.ui.leave_button import LeaveButton
from desktop_app.ui.text import Text
from desktop_app.ui.theme import Look

HEIGHT = 64
SIDE = 24
GAP = 20


class HomeButton(Button):
    """The mark with "Home" beside it, or "Handrail" on Home itself."""

    def __init__(self, look: Look, words: str) -> None:
        super().__init__(look, words, "plain")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The mark, a gap and the word."""
        words = QFontMetrics(self._look.font("card-title")).horizontalAdvance(self.words())
        return QSize(self._look.fit(30) + 10 + words + 4, self._look.fit(44))

    def minimumSizeHint(self) -> QSize:
        """It does not wrap."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the mark and the word."""
        look, size = self._look, self._look.fit(30)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        where = QRectF(self.width() - size if mirrored else 0, (self.height() - size) / 2, size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("accent"))
        painter.drawRoundedRect(where, 8, 8)
        look.icons.paint(painter, "mark", where, look.tokens.on_accent)
        painter.setPen(look.color("ink"))
        painter.setFont(look.font("card-title"))
        edge = -(size + 10) if mirrored else 0
        words = self.rect().adjusted(0 if mirrored else size + 10, 0, edge, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self.words())


class CrisisLink(Button):
    """The quiet way to the crisis page, in the ink of the text and underlined."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, strings.NOT_SAFE, "plain", before="life-buoy")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The icon and the words, in one line."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.words())
        return QSize(self._look.fit(20) + self._look.fit(8) + words + 2, self._look.fit(44))

    def minimumSizeHint(self) -> QSize:
        """It does not wrap."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the icon and the underlined words."""
        look, size = self._look, self._look.fit(20)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        where = QRectF(self.width() - size if mirrored else 0, (self.height() - size) / 2, size, size)
        look.icons.paint(painter, "life-buoy", where, look.tokens.ink2)
        painter.setPen(look.color("ink"))
        painter.setFont(self.font())
        start = size + look.fit(8)
        words = self.rect().adjusted(0 if mirrored else start, 0, -start if mirrored else 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self.words())
        y = (self.height() + QFontMetrics(self.font()).height()) // 2 + 2
        painter.drawLine(words.left(), y, words.right(), y)


class TopBar(QWidget):
    """Announces what was pressed; the window decides."""

    leave_pressed = Signal()
    crisis_pressed = Signal()
    home_pressed = Signal()
    back_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        # The order of making is the order of the Tab key: leave first, then help, then home.
        self.leave = LeaveButton(look)
        self.leave.setParent(self)
        self.leave.clicked.connect(self.leave_pressed)
        self._crisis = CrisisLink(look)
        self._crisis.setParent(self)
        self._crisis.clicked.connect(self.crisis_pressed)
        self._home = HomeButton(look, strings.APP)
        self._home.setParent(self)
        self._home.clicked.connect(self.home_pressed)
        self._back = Button(look, strings.BACK_TO_PLACE, "compact", before="arrow-left")
        self._back.setParent(self)
        self._back.clicked.connect(self.back_pressed)
        self._place = Text(look, "", "label-plain", "ink2", wrap=False)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(SIDE, 6, SIDE, 7)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(2, 1)
        self._rows = 0
        self.show_place("", at_home=True)

    def show_place(self, place: str, at_home: bool = False, over: bool = False) -> None:
        """Names the screen. `over` is a screen laid over another: its way back stands where Home stands."""
        self._home.say(strings.APP if at_home else strings.HOME)
        self._home.setEnabled(not at_home)
        self._home.setVisible(not over)
        self._back.setVisible(over)
        self._place.say(place)
        self._named = bool(place) and not over
        self._arrange(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wraps or unwraps."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line under the bar and the one between Home and the place."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("bg"))
        painter.setPen(QPen(self._look.color("line"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        if self._place.isVisible():
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            x = self._home.geometry().left() - GAP // 2 if mirrored else self._home.geometry().right() + GAP // 2
            painter.drawLine(x, 20, x, self.height() - 21)

    def _arrange(self, width: int) -> None:
        left: QPushButton = self._home if not self._home.isHidden() else self._back
        first = left.sizeHint().width() + self._crisis.sizeHint().width() + 2 * SIDE + 2 * GAP
        self.leave.show_key(width == 0 or first + self.leave.width_with_key() <= width)
        with_place = first + self.leave.width_with_key() + self._place.sizeHint().width() + GAP <= width
        self._place.setVisible(self._named and with_place)
        rows = 1 if width == 0 or first + self.leave.sizeHint().width() <= width else 2
        if rows != self._rows:
            self._rows = rows
            for widget in (self._home, self._back, self._place, self._crisis, self.leave):
                self._grid.removeWidget(widget)
            end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            self._grid.addWidget(self._home, 0, 0)
            self._grid.addWidget(self._back, 0, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(self._place, 0, 1)
            self._grid.addWidget(self.leave, 0, 4, end)
            row, column, span = (0, 3, 1) if rows == 1 else (1, 0, 5)
            self._grid.addWidget(self._crisis, row, column, 1, span, end)
        self.setMinimumHeight(self._look.fit(HEIGHT) if rows == 1 else 0)
