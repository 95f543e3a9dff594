"""Find on this page: a small bar over the page with a field, where one is of how many, and the ways on."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop_app.ui import strings
from desktop_app.ui.buttons import Button
from desktop_app.ui.flow import Flow
from desktop_app.ui.found_places import FoundPlaces
from desktop_app.ui.item_layout import wrapping
from desktop_app.ui.private_field import PrivateField
from desktop_app.ui.text import Text
from desktop_app.ui.theme import Look

FIELD = 240
SIDE = 60
LONGEST = 100
"""Letters that can be looked for."""
NEAR = 60
"""Px above and below what is scrolled to."""


class FindBar(QWidget):
    """Looks for words on the page that `scroll` shows. Hidden until it is opened; announces that it was closed."""

    closed = Signal()

    def __init__(self, look: Look, scroll: QScrollArea) -> None:
        super().__init__()
        self._look = look
        self._scroll = scroll
        self._found: FoundPlaces | None = None
        self._number = 0
        self._field = PrivateField(look, strings.FIND_WORDS, "search")
        self._field.setMaxLength(LONGEST)
        self._field.setFixedWidth(look.px(FIELD))
        self._field.textChanged.connect(self._look_for)
        self._count = Text(look, "", "small", "ink2")
        previous = Button(look, strings.FIND_PREVIOUS, "compact")
        following = Button(look, strings.FIND_NEXT, "compact")
        close = Button(look, strings.CLOSE, "compact", before="x")
        previous.clicked.connect(lambda: self._go(-1))
        following.clicked.connect(lambda: self._go(1))
        close.clicked.connect(self.close_bar)
        self.parts = (self._field, previous, following, close)
        self._flow = flow = Flow(8, 8)
        for part in (self._field, self._count, previous, following, close):
            flow.addWidget(part)
        self.setLayout(flow)
        self.setSizePolicy(wrapping())
        self.hide()

    def open_bar(self) -> None:
        """Shows the bar; what was typed before is selected, so that the next word takes its place."""
        self.show()
        self._field.setFocus()
        self._field.selectAll()

    def close_bar(self) -> None:
        """Hides the bar and forgets what was typed."""
        self.hide()
        self._field.clear()
        self.closed.emit()

    def use(self, page: QWidget) -> None:
        """Another page is shown: the same words are looked for there, without going to them."""
        self._found = FoundPlaces(page)
        self._found.look_for(self._field.text())
        self._number = -1
        self._say(len(self._found))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, with Shift back; Esc closes the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Begins where the page begins."""
        super().resizeEvent(event)
        width = event.size().width()
        side = SIDE if width >= self._look.fit(560) else self._look.margin(width)
        self._flow.setContentsMargins(side, 10, self._look.margin(0), 11)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line under it."""
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, self._look.color("line"))

    def _look_for(self, words: str) -> None:
        if self._found is not None:
            self._found.look_for(words)
            self._number = -1
            self._go(1)

    def _go(self, by: int) -> None:
        count = len(self._found) if self._found is not None else 0
        if self._found is not None and count:
            self._number = (self._number + by) % count if self._number >= 0 else (0 if by > 0 else count - 1)
            part = self._found.show(self._number)
            QTimer.singleShot(0, part, lambda: self._scroll.ensureWidgetVisible(part, 0, NEAR))
        self._say(count)

    def _say(self, count: int) -> None:
        words = ""
        if self._field.text().strip():
            form = strings.FOUND_NONE if not count else strings.FOUND_SOME if self._number < 0 else strings.FOUND
            words = form.format(number=self._number + 1, count=count)
        self._count.say(words)
        self._count.setVisible(bool(words))
        if words and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
