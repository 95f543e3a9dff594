"""The two lines to talk to, small, on every step: nobody has to finish the plan to reach a person."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.service import Service
from desktop_app.ui import strings
from desktop_app.ui.buttons import Button
from desktop_app.ui.help_card import line_name
from desktop_app.ui.picture import Picture
from desktop_app.ui.text import Text, clear
from desktop_app.ui.theme import Look


class StepLines(QWidget):
    """Announces the service whose line was pressed."""

    line_pressed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 0, 8)
        row.setSpacing(10)
        row.addWidget(Picture(look, "phone", "accent"), 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        row.addLayout(self._column, 1)
        self._services: tuple[Service, ...] | None = None
        self.buttons: list[Button] = []

    def show_services(self, services: tuple[Service, ...]) -> None:
        """Shows these lines."""
        if services == self._services:
            return
        self._services = services
        clear(self._column)
        words = strings.TALK_IT_THROUGH if services else strings.NO_LINES
        self._column.addWidget(Text(self._look, words, "small", "ink2"))
        self.buttons = []
        for service in services:
            button = Button(self._look, line_name(service), "line")
            button.clicked.connect(lambda _=False, service=service: self.line_pressed.emit(service))
            self.buttons.append(button)
            self._column.addWidget(button)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line over it."""
        painter = QPainter(self)
        painter.setPen(QPen(self._look.color("line"), 1))
        painter.drawLine(0, 0, self.width(), 0)
