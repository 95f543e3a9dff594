"""The foot of Home: country and text size, which hold at once, and the way to the settings."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.core.settings import TEXT_SIZES
from desktop_app.ui import strings
from desktop_app.ui.buttons import Button
from desktop_app.ui.choice_menu import open_menu
from desktop_app.ui.flow import Flow
from desktop_app.ui.item_layout import wrapping
from desktop_app.ui.session import Session
from desktop_app.ui.theme import Look


class HomeFooter(QWidget):
    """Announces what was chosen."""

    country_pressed = Signal()
    text_size_chosen = Signal(int)
    settings_pressed = Signal()

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__()
        self._look = look
        self._session = session
        country = session.directory.name if session.place.code else strings.COUNTRY_UNKNOWN
        self.country = Button(look, country, "plain", before="globe", after="chevron-down")
        self.country.setAccessibleName(strings.CHANGE_COUNTRY.format(country=country))
        self.country.clicked.connect(self.country_pressed)
        percent = strings.TEXT_SIZE.format(percent=session.settings.text_size)
        self.text_size = Button(look, percent, "plain", before="a-large-small", after="chevron-down")
        self.text_size.clicked.connect(self._open_sizes)
        self.settings = Button(look, strings.SETTINGS, "plain", before="settings")
        self.settings.clicked.connect(self.settings_pressed)
        flow = Flow(0, 0)
        flow.setContentsMargins(24, 8, 12, 8)
        for button in (self.country, self.text_size, self.settings):
            flow.addWidget(button)
        self.setLayout(flow)
        self.setSizePolicy(wrapping())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line over it."""
        painter = QPainter(self)
        painter.setPen(QPen(self._look.color("line"), 1))
        painter.drawLine(0, 0, self.width(), 0)

    def _open_sizes(self) -> None:
        choices = {str(size): strings.PERCENT.format(percent=size) for size in TEXT_SIZES}
        chosen = str(self._session.settings.text_size)
        open_menu(self._look, self.text_size, choices, chosen, lambda size: self.text_size_chosen.emit(int(size)))
