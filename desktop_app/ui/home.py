"""Home: the first instruction before any click, the plan one click away, and a person to talk to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from desktop_app.core.service import Service
from desktop_app.ui import strings
from desktop_app.ui.buttons import Button
from desktop_app.ui.choice_card import ChoiceCard
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.columns import Columns
from desktop_app.ui.flow import Flow
from desktop_app.ui.help_card import HelpCard
from desktop_app.ui.home_footer import HomeFooter
from desktop_app.ui.layers import Screen
from desktop_app.ui.page import ScrollColumn, paint
from desktop_app.ui.picture import Picture
from desktop_app.ui.session import Session
from desktop_app.ui.stairs import Stairs
from desktop_app.ui.text import Text, Title
from desktop_app.ui.theme import ONE_COLUMN_SIZE, Look

ROOMY = 480
"""Window width in px at 100 % text from which the page title has its full size."""


class Home(Screen):
    """The first page. Announces what was chosen; the window connects."""

    plan_chosen = Signal()
    picture_tools_chosen = Signal()
    try_chosen = Signal()
    limits_chosen = Signal()
    country_chosen = Signal()
    qr_chosen = Signal(object, object)
    text_size_chosen = Signal(int)
    theme_chosen = Signal(str)

    def __init__(self, look: Look, session: Session, clipboard: Clipboard) -> None:
        super().__init__()
        self._look = look
        self._session = session
        self._clipboard = clipboard
        self._title = Title(look, strings.HOME_TITLE)
        self._stairs = Stairs(look)
        self._scroll = ScrollColumn(look, top=0)
        self._footer = HomeFooter(look, session)
        self._footer.country_pressed.connect(self.country_chosen)
        self._footer.text_size_chosen.connect(self.text_size_chosen)
        self._footer.theme_chosen.connect(self.theme_chosen)
        column = self._scroll.column
        column.addLayout(self._head())
        column.addWidget(self._big_choice())
        column.addLayout(self._picture_line())
        column.addSpacing(8)
        column.addWidget(self._strip())
        column.addSpacing(20)
        column.addLayout(self._lines())
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        # The footer scrolls with the page where text is large, so that it takes no room from the page.
        if look.one_column(10_000):
            column.addWidget(self._footer)
        else:
            outer.addWidget(self._footer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The drawing gives way to the words."""
        super().resizeEvent(event)
        width = event.size().width()
        self._stairs.setVisible(not self._look.one_column(width))
        # Where text is large and the window small, the first rule has to be seen without scrolling.
        cramped = width < self._look.px(ROOMY)
        self._title.use_role("heading" if cramped else "page-title")
        self._lead.setVisible(self._look.text_size < ONE_COLUMN_SIZE)

    def take_focus(self) -> None:
        """The big choice has the focus, so that Enter opens the plan and a screen reader reads the first rule."""
        self._hero.setFocus()

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setContentsMargins(0, 20, 0, 14)
        words.setSpacing(6)
        words.addWidget(self._title)
        self._lead = Text(self._look, strings.HOME_LEAD, "body", "ink2")
        words.addWidget(self._lead)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addLayout(words, 1)
        head.addWidget(self._stairs, 0, Qt.AlignmentFlag.AlignBottom)
        head.addSpacing(20)
        return head

    def _big_choice(self) -> ChoiceCard:
        self._hero = ChoiceCard(
            self._look, "hand-heart", strings.BLACKMAILED, strings.FIRST_RULE, strings.NOT_YOUR_FAULT
        )
        self._hero.clicked.connect(self.plan_chosen)
        return self._hero

    def _picture_line(self) -> Flow:
        line = Flow(10, 0)
        line.addWidget(Picture(self._look, "image-off", "accent"))
        line.addWidget(Text(self._look, strings.PICTURE_TOOLS, "body", "ink2"))
        first = Button(self._look, strings.GO_THERE_FIRST, "link")
        first.clicked.connect(self.picture_tools_chosen)
        line.addWidget(first)
        return line

    def _strip(self) -> QFrame:
        strip = QFrame()
        paint(strip, self._look, "sunken")
        flow = Flow(16, 0)
        flow.setContentsMargins(16, 6, 16, 6)
        flow.addWidget(Text(self._look, strings.LEAVE_EXPLAINED, "small", "ink2"))
        for words, signal in ((strings.TRY_IT, self.try_chosen), (strings.WHAT_IT_CANT, self.limits_chosen)):
            button = Button(self._look, words, "link")
            button.clicked.connect(signal)
            flow.addWidget(button)
        strip.setLayout(flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        strip.setSizePolicy(policy)
        return strip

    def _lines(self) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(8)
        head = Flow(12, 0)
        head.addWidget(Text(self._look, strings.TALK_NOW, "body-strong"))
        where = self._session.directory
        named = strings.NUMBERS_FOR.format(country=where.in_sentence) if where.has_file else strings.NUMBERS_ANYWHERE
        head.addWidget(Text(self._look, named, "small", "ink2"))
        elsewhere = Button(self._look, strings.SOMEWHERE_ELSE, "link")
        elsewhere.clicked.connect(self.country_chosen)
        head.addWidget(elsewhere)
        lines.addLayout(head)
        cards = Columns(2, self._look.px(440), 16)
        services = self._session.best()
        for service in services:
            cards.addWidget(self._card(service))
        lines.addLayout(cards)
        if not services:
            lines.addWidget(Text(self._look, strings.NO_LINES, "body"))
        return lines

    def _card(self, service: Service) -> HelpCard:
        contact = service.contacts[0]
        state = self._session.state(service, contact)
        card = HelpCard(self._look, service, contact, state, self._clipboard)
        card.qr_pressed.connect(self.qr_chosen)
        return card
