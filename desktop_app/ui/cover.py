"""The cover: what is seen while the person looks elsewhere, and after a second start. It says nothing of the page.

Any key and any click goes on. What had the keyboard and how far each page was read is kept here and given back.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop_app.ui import strings
from desktop_app.ui.layers import Screen
from desktop_app.ui.page import ScrollColumn, paint
from desktop_app.ui.theme import TYPES, Look

MARK = 64
MARK_RADIUS = 8 / 30
"""Of the mark's own width."""
UNDER_MARK = 18
UNDER_NAME = 4
SIDE = 24
AT_LEAST_ABOVE = 16

# SAFETY: these alone say nothing. Some are the first press of a way out, and the page must not be seen before the
# second one (test_a_key_that_is_only_held_for_another_shows_nothing).
HELD_FOR_OTHERS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R,
        Qt.Key.Key_Hyper_L,
        Qt.Key.Key_Hyper_R,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_ScrollLock,
    }
)
OF_THE_SYSTEM = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Cover(Screen):
    """Lies over everything under the bar. `window` is the one it comes over, as it is just before.

    `passed` is said once: the person wants to go on.
    """

    passed = Signal()

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__()
        paint(self, look, "bg")
        # Not QApplication's: while another window has the keyboard, no widget of ours is said to have it.
        self._had_keyboard: QWidget | None = window.focusWidget()
        self._read_to = [(page, page.bar.value()) for page in window.findChildren(ScrollColumn) if page.isVisible()]
        self._whole = _Whole(look)
        self._whole.pressed_on.connect(self._pass)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._whole)

    def take_focus(self) -> None:
        """The name and the line are read out."""
        self._whole.setFocus()

    def give_back(self) -> None:
        """After the cover is gone: gives the keyboard back to what had it, and scrolls each page to where it was."""
        widget = self._had_keyboard
        if widget is not None and isValid(widget) and widget.isVisible():
            widget.setFocus()
        for page, value in self._read_to:
            if isValid(page):
                page.bar.setValue(value)

    def _pass(self) -> None:
        self._whole.pressed_on.disconnect(self._pass)
        self.passed.emit()


class _Whole(QPushButton):
    """All of the cover as one button: a screen reader can press it, a person need not aim."""

    pressed_on = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(f"{strings.APP}. {strings.GO_ON}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        # Not by Tab, which goes on like any other key: there is no ring to be drawn round the whole page.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.clicked.connect(self.pressed_on)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Goes on when the button of the mouse goes down; the pen and the finger come as the mouse too."""
        self.pressed_on.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Leaves Tab to `keyPressEvent`."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Goes on, but not for keys that only accompany others, nor for those that switch between programs."""
        # SAFETY: a key still held from before would take the cover away at once
        # (test_a_key_that_is_still_held_down_shows_nothing).
        if event.key() in HELD_FOR_OTHERS or event.modifiers() & OF_THE_SYSTEM or event.isAutoRepeat():
            event.ignore()
        else:
            self.pressed_on.emit()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A press was enough, and the release of a key that was pressed elsewhere means nothing."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the mark, the name and the line, in the middle of the window and not of the part under the bar."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mark, name, line = look.fit(MARK), look.px(TYPES["heading"].line), self._line_height()
        height = mark + look.fit(UNDER_MARK) + name + UNDER_NAME + line
        spare = self.height() - height
        above = self.mapTo(self.window(), QPoint(0, 0)).y()
        top = max(min(AT_LEAST_ABOVE, spare // 2), (spare - above) // 2)
        where = QRectF((self.width() - mark) // 2, top, mark, mark)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("accent"))
        painter.drawRoundedRect(where, mark * MARK_RADIUS, mark * MARK_RADIUS)
        look.icons.paint(painter, "mark", where, look.tokens.on_accent)
        top += mark + look.fit(UNDER_MARK)
        self._write(painter, strings.APP, "heading", "ink", QRect(0, top, self.width(), name))
        top += name + UNDER_NAME
        self._write(painter, strings.GO_ON, "body", "ink2", QRect(SIDE, top, self._room(), line))

    def _write(self, painter: QPainter, words: str, role: str, token: str, where: QRect) -> None:
        painter.setFont(self._look.font(role))
        painter.setPen(self._look.color(token))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)

    def _room(self) -> int:
        return max(1, self.width() - 2 * SIDE)

    def _line_height(self) -> int:
        metrics = QFontMetrics(self._look.font("body"))
        words = metrics.boundingRect(QRect(0, 0, self._room(), 10_000), Qt.TextFlag.TextWordWrap, strings.GO_ON)
        return max(words.height(), self._look.px(TYPES["body"].line))
