"""What stands under the big choice on Home: the tools to block a picture, what Leave now does, and who to talk to."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui import strings, strings_plan
from desktop_app.ui.all_help import all_help
from desktop_app.ui.apart import Apart
from desktop_app.ui.buttons import Button
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.columns import Columns
from desktop_app.ui.flow import Flow
from desktop_app.ui.help_card import help_card
from desktop_app.ui.item_layout import held, wrapping
from desktop_app.ui.own_words_box import OwnWordsBox
from desktop_app.ui.page import paint
from desktop_app.ui.picture import Picture
from desktop_app.ui.session import Session
from desktop_app.ui.text import Text, clear
from desktop_app.ui.theme import Look
from desktop_app.ui.way_card import WayCard
from desktop_app.ui.where_line import where_line

WAY = 360
"""Width in px at 100 % text that a way on needs beside another one."""


class HomeRest(QWidget):
    """Announces what was pressed."""

    own_words_said = Signal(str)
    picture_tools_pressed = Signal()
    someone_pressed = Signal()
    library_pressed = Signal()
    try_pressed = Signal()
    limits_pressed = Signal()
    country_pressed = Signal()
    all_help_pressed = Signal()
    qr_pressed = Signal(object, object)

    def __init__(self, look: Look, session: Session, clipboard: Clipboard) -> None:
        super().__init__()
        self._look = look
        self._session = session
        self._clipboard = clipboard
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        # Close enough together that both lines to talk to are seen without scrolling.
        column.addLayout(self._picture_line())
        column.addSpacing(6)
        column.addLayout(self._other_ways())
        column.addSpacing(10)
        own_words = OwnWordsBox(look)
        own_words.said.connect(self.own_words_said)
        column.addWidget(own_words)
        column.addSpacing(10)
        column.addWidget(self._strip())
        column.addSpacing(12)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        column.addLayout(self._lines)
        policy = wrapping()
        # Its least height is the one for its true width, not for the width it likes best: else Home would scroll.
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)
        self._told: tuple[object, ...] | None = None
        self._show_lines()
        # A window that stays open over night must not say of a closed line that it is open.
        minute = QTimer(self, interval=60_000)
        minute.timeout.connect(self._show_lines)
        minute.start()

    def _picture_line(self) -> Flow:
        line = Flow(10, 0)
        line.addWidget(Picture(self._look, "image-off", "accent"))
        line.addWidget(Text(self._look, strings.PICTURE_TOOLS, "body", "ink2"))
        first = Button(self._look, strings.GO_THERE_FIRST, "link")
        first.clicked.connect(self.picture_tools_pressed)
        line.addWidget(first)
        return line

    def _other_ways(self) -> Columns:
        ways = Columns(2, self._look.px(WAY), 16)
        for icon, title, line, signal in (
            ("users-round", strings_plan.SOMEONE, strings_plan.SOMEONE_WHAT, self.someone_pressed),
            ("book-open", strings.READ_AND_LEARN, strings.READ_AND_LEARN_WHAT, self.library_pressed),
        ):
            card = WayCard(self._look, icon, title, line)
            card.clicked.connect(signal)
            ways.addWidget(card)
        return ways

    def _strip(self) -> QFrame:
        strip = QFrame()
        paint(strip, self._look, "sunken")
        flow = Flow(16, 0)
        flow.setContentsMargins(16, 2, 16, 2)
        flow.addWidget(Text(self._look, strings.LEAVE_EXPLAINED, "small", "ink2"))
        for words, signal in ((strings.TRY_IT, self.try_pressed), (strings.WHAT_IT_CANT, self.limits_pressed)):
            button = Button(self._look, words, "link")
            button.clicked.connect(signal)
            flow.addWidget(button)
        strip.setLayout(flow)
        strip.setSizePolicy(wrapping())
        return strip

    def _show_lines(self) -> None:
        session, lines = self._session, self._lines
        services = session.best()
        told = tuple((service.id, session.state(service, service.contacts[0])) for service in services)
        if told == self._told:
            return
        self._told = told
        clear(lines)
        head = Text(self._look, strings.TALK_NOW, "body-strong")
        where = Apart(12, 0)
        where.addWidget(held(where_line(self._look, session.directory, self.country_pressed.emit, (head,))))
        where.addWidget(all_help(self._look, session.directory, self.all_help_pressed.emit))
        lines.addLayout(where)
        cards = Columns(2, self._look.px(440), 16)
        for service in services:
            cards.addWidget(help_card(self._look, service, session.state, self._clipboard, self.qr_pressed.emit))
        lines.addLayout(cards)
        if not services:
            lines.addWidget(Text(self._look, strings.NO_LINES, "body"))
        if session.numbers_are_old():
            lines.addWidget(Text(self._look, strings.NUMBERS_OLD, "small", "ink2"))
