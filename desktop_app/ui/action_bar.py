"""The bar under a step: back, skip, and the one filled button that leads on."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui import strings
from desktop_app.ui.buttons import Button
from desktop_app.ui.item_layout import wrapping
from desktop_app.ui.theme import Look

HEIGHT = 80


class ActionBar(QWidget):
    """Announces what was pressed."""

    back_pressed = Signal()
    skip_pressed = Signal()
    done_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.flat = False
        self._back = Button(look, strings.BACK, "secondary", before="arrow-left")
        self._skip = Button(look, strings.SKIP_FOR_NOW, "quiet-ink")
        self._done = Button(look, strings.DONE_NEXT, "primary", after="arrow-right")
        self._back.clicked.connect(self.back_pressed)
        self._skip.clicked.connect(self.skip_pressed)
        self._done.clicked.connect(self.done_pressed)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(56, 16, 24, 16)
        row.setSpacing(16)
        row.addWidget(self._back)
        row.addStretch(1)
        row.addWidget(self._skip)
        row.addWidget(self._done)
        self.setSizePolicy(wrapping())

    @property
    def buttons(self) -> tuple[Button, ...]:
        """In the order in which they are met."""
        return (self._done, self._skip, self._back) if self.flat else (self._back, self._skip, self._done)

    def flatten(self) -> None:
        """One under the other, the way on first: for large text."""
        self.flat = True
        for button in (self._back, self._skip, self._done):
            self._row.removeWidget(button)
        inner = QVBoxLayout()
        inner.setSpacing(12)
        for button in self.buttons:
            inner.addWidget(button)
        self._row.addLayout(inner)
        self._row.setContentsMargins(0, 24, 0, 0)

    def show_place(self, last: bool) -> None:
        """The last step ends the plan for tonight; there is nothing to skip to."""
        self._skip.setVisible(not last)
        self._done.say(strings.DONE_FOR_TONIGHT if last else strings.DONE_NEXT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line over it."""
        if not self.flat:
            painter = QPainter(self)
            painter.setPen(QPen(self._look.color("line"), 1))
            painter.drawLine(0, 0, self.width(), 0)
