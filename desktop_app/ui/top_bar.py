"""The bar at the top of every screen: where you are, the crisis page, and Leave now in the same corner always.

It wraps before it cuts: first the key beside Leave now goes, then the name of the place, then a second row comes.
"""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop_app.ui import strings
from desktop_app.ui.buttons import Button
from desktop_app.ui.leave_button import LeaveButton
from desktop_app.ui.text import Text
from desktop_app.ui.theme import Look

HEIGHT = 64
SIDE = 24
GAP = 20


class HomeButton(Button):
    """The mark with "Home" beside it, or "Handrail" on Home itself; where there is no room, the mark alone."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, strings.APP, "plain")
        self._with_words = True
        self.setFont(look.font("card-title"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_words(self, yes: bool) -> None:
        """Shows or hides the word; a screen reader hears it always."""
        self._with_words = yes
        self.updateGeometry()

    def width_for(self, words: bool) -> int:
        """The width in px with or without the word."""
        mark = self._look.fit(30)
        return max(44, mark + 14 + QFontMetrics(self.font()).horizontalAdvance(self.words()) if words else mark)

    def sizeHint(self) -> QSize:
        """The mark, a gap and the word."""
        return QSize(self.width_for(self._with_words), self._look.fit(44))

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
        if self._with_words:
            paint_words(painter, self, look, size + 10)


class CrisisLink(Button):
    """The quiet way to the crisis page, in the ink of the text and underlined; its icon goes where there is no room."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, strings.NOT_SAFE, "plain")
        self._with_icon = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, yes: bool) -> None:
        """Shows or hides the icon; the words stay."""
        self._with_icon = yes
        self.updateGeometry()

    def width_for(self, icon: bool) -> int:
        """The width in px with or without the icon."""
        return self._start(icon) + QFontMetrics(self.font()).horizontalAdvance(self.words()) + 2

    def sizeHint(self) -> QSize:
        """The icon and the words, in one line."""
        return QSize(self.width_for(self._with_icon), self._look.fit(44))

    def minimumSizeHint(self) -> QSize:
        """It does not wrap."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the icon and the underlined words."""
        look, size = self._look, self._look.fit(20)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if self._with_icon:
            where = QRectF(self.width() - size if mirrored else 0, (self.height() - size) / 2, size, size)
            look.icons.paint(painter, "life-buoy", where, look.tokens.ink2)
        words = paint_words(painter, self, look, self._start(self._with_icon))
        y = (self.height() + QFontMetrics(self.font()).height()) // 2 + 2
        painter.drawLine(words.left(), y, words.right(), y)

    def _start(self, icon: bool) -> int:
        return self._look.fit(20) + self._look.fit(8) if icon else 0


def paint_words(painter: QPainter, button: Button, look: Look, start: int) -> QRect:
    """Draws a button's words in ink from `start` px on, in the direction of reading. Gives where they are."""
    mirrored = button.layoutDirection() is Qt.LayoutDirection.RightToLeft
    words = button.rect().adjusted(0 if mirrored else start, 0, -start if mirrored else 0, 0)
    painter.setPen(look.color("ink"))
    painter.setFont(button.font())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, button.words())
    return words


class TopBar(QWidget):
    """Announces what was pressed; the window decides. `leave` is watched by `LeaveNow` itself."""

    crisis_pressed = Signal()
    home_pressed = Signal()
    back_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        # The order of making is the order of the Tab key: leave first, then help, then home.
        self.leave = LeaveButton(look)
        self.leave.setParent(self)
        self._crisis = CrisisLink(look)
        self._crisis.setParent(self)
        self._crisis.clicked.connect(self.crisis_pressed)
        self._home = HomeButton(look)
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
        self._arranged: tuple[bool, bool, bool] | None = None
        self.show_place("", at_home=True)

    def show_place(self, place: str, at_home: bool = False, over: bool = False, quiet: bool = False) -> None:
        """Names the screen. `over` is a screen laid over another: its way back stands where Home stands. `quiet` says
        nothing but the name of the program.
        """
        self._crisis.setVisible(not quiet)
        self._home.say(strings.APP if at_home else strings.HOME)
        self._home.setEnabled(not at_home)
        self._home.setVisible(not over)
        self._back.setVisible(over)
        self._place.say(place)
        self._named = bool(place) and not over
        self._arrange(self.width())
        self.update()  # the line beside a name stays painted otherwise, with nothing after it

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wraps or unwraps."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line under the bar and the one between Home and the place."""
        painter = QPainter(self)
        painter.setPen(QPen(self._look.color("line"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        if self._place.isVisible():
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            x = self._home.geometry().left() - GAP // 2 if mirrored else self._home.geometry().right() + GAP // 2
            painter.drawLine(x, 20, x, self.height() - 21)

    def _arrange(self, width: int) -> None:
        over = self._home.isHidden()
        least = 2 * SIDE + 2 * GAP
        leave, with_key = self.leave.plain_width(), self.leave.width_with_key()
        link, bare_link = self._crisis.width_for(icon=True), self._crisis.width_for(icon=False)
        full = self._back.sizeHint().width() if over else self._home.width_for(words=True)
        bare = full if over else self._home.width_for(words=False)
        place = self._place.sizeHint().width() + GAP
        self.leave.show_key(least + full + link + with_key <= width or width == 0)
        self._place.setVisible(self._named and least + full + place + link + with_key <= width)
        one_row = least + bare + bare_link + leave <= width or width == 0
        two_rows = not one_row and (not over or least + link + leave + 2 * GAP <= width)
        room = least + full + leave + (link if one_row else 2 * GAP)
        self._home.show_words(room <= width or width == 0)
        self._crisis.show_icon(least + bare + link + leave <= width or not one_row or width == 0)
        arranged = (one_row, two_rows, over)
        if arranged != self._arranged:
            self._arranged = arranged
            self._put(*arranged)
        self.setMinimumHeight(self._look.fit(HEIGHT) if one_row else 0)

    def _put(self, one_row: bool, two_rows: bool, over: bool) -> None:
        """Puts everything into one row, or into more of which the first keeps Leave now in its corner."""
        start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        end = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        for widget in (self._home, self._back, self._place, self._crisis, self.leave):
            self._grid.removeWidget(widget)
        self._grid.addWidget(self.leave, 0, 4, end)
        self._grid.addWidget(self._home, 0, 0, start)
        self._grid.addWidget(self._place, 0, 1, start)
        if one_row:
            self._grid.addWidget(self._back, 0, 0, start)
            self._grid.addWidget(self._crisis, 0, 3, end)
        elif over:
            self._grid.addWidget(self._crisis, *((0, 0, 1, 4) if two_rows else (1, 0, 1, 5)), start)
            self._grid.addWidget(self._back, 1 if two_rows else 2, 0, 1, 5)
        else:
            self._grid.addWidget(self._crisis, 1, 0, 1, 5, end)
