"""Home: the first instruction before any click, the plan one click away, and a person to talk to.

Its first picture is the bar and the big choice. The rest, in `home_rest.py`, is added right after that picture, so that
the first rule is on the screen as soon as it can be.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop_app.ui import strings
from desktop_app.ui.choice_card import ChoiceCard
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.layers import Screen
from desktop_app.ui.page import ScrollColumn
from desktop_app.ui.session import Session
from desktop_app.ui.stairs import Stairs
from desktop_app.ui.text import Text, Title
from desktop_app.ui.theme import ONE_COLUMN_SIZE, Look

ROOMY = 500
"""Window width in px at 100 % text from which the page title has its full size."""


class Home(Screen):
    """The first page. Announces what was chosen; the window connects."""

    plan_chosen = Signal()
    picture_tools_chosen = Signal()
    someone_chosen = Signal()
    own_words_said = Signal(str)
    library_chosen = Signal()
    try_chosen = Signal()
    limits_chosen = Signal()
    country_chosen = Signal()
    all_help_chosen = Signal()
    qr_chosen = Signal(object, object)
    text_size_chosen = Signal(int)
    settings_chosen = Signal()

    def __init__(self, look: Look, session: Session, clipboard: Clipboard) -> None:
        super().__init__()
        self._look = look
        self._session = session
        self._clipboard = clipboard
        self._title = Title(look, strings.HOME_TITLE)
        self._lead = Text(look, strings.HOME_LEAD, "body", "ink2")
        self._stairs = Stairs(look)
        self._hero = ChoiceCard(look, "hand-heart", strings.BLACKMAILED, strings.FIRST_RULE, strings.NOT_YOUR_FAULT)
        self._hero.clicked.connect(self.plan_chosen)
        self._scroll = ScrollColumn(look, top=0)
        self._scroll.column.addLayout(self._head())
        self._scroll.column.addWidget(self._hero)
        self._scroll.column.addStretch(1)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._outer.addWidget(self._scroll, 1)
        self._full = False

    def fill(self) -> None:
        """Adds what stands under the big choice."""
        if self._full:
            return
        self._full = True
        from desktop_app.ui.home_footer import HomeFooter
        from desktop_app.ui.home_rest import HomeRest

        rest = HomeRest(self._look, self._session, self._clipboard)
        rest.picture_tools_pressed.connect(self.picture_tools_chosen)
        rest.someone_pressed.connect(self.someone_chosen)
        rest.own_words_said.connect(self.own_words_said)
        rest.library_pressed.connect(self.library_chosen)
        rest.try_pressed.connect(self.try_chosen)
        rest.limits_pressed.connect(self.limits_chosen)
        rest.country_pressed.connect(self.country_chosen)
        rest.all_help_pressed.connect(self.all_help_chosen)
        rest.qr_pressed.connect(self.qr_chosen)
        footer = HomeFooter(self._look, self._session)
        footer.country_pressed.connect(self.country_chosen)
        footer.text_size_chosen.connect(self.text_size_chosen)
        footer.settings_pressed.connect(self.settings_chosen)
        column = self._scroll.column
        column.insertWidget(column.count() - 1, rest)
        # The footer scrolls with the page where text is large, so that it takes no room from the page.
        (column if self._look.text_size >= ONE_COLUMN_SIZE else self._outer).addWidget(footer)

    def take_focus(self) -> None:
        """The big choice has the focus, so that Enter opens the plan and a screen reader reads the first rule."""
        self._hero.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The drawing gives way to the words."""
        super().resizeEvent(event)
        width = event.size().width()
        self._stairs.setVisible(not self._look.one_column(width))
        # Where text is large and the window small, the first rule has to be seen without scrolling.
        cramped = width < self._look.px(ROOMY)
        self._title.use_role("heading" if cramped else "page-title")
        self._lead.setVisible(not cramped and self._look.text_size < ONE_COLUMN_SIZE)
        self._words.setContentsMargins(0, 4 if cramped else 20, 0, 4 if cramped else 14)

    def _head(self) -> QHBoxLayout:
        self._words = words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(self._title)
        words.addWidget(self._lead)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addLayout(words, 1)
        head.addWidget(self._stairs, 0, Qt.AlignmentFlag.AlignBottom)
        head.addSpacing(20)
        return head
