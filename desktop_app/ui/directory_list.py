"""The cards of the directory in their groups. The first are there at once, the others right after the first picture."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.directory_groups import Group
from desktop_app.core.service import Service
from desktop_app.ui import strings_directory
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.columns import Columns
from desktop_app.ui.directory_card import DirectoryCard
from desktop_app.ui.heading import HeadingText
from desktop_app.ui.item_layout import held, wrapping
from desktop_app.ui.session import Session
from desktop_app.ui.text import Text, clear
from desktop_app.ui.theme import Look

BESIDE = 2
"""Cards in a row where there is room."""
FIRST = 3
"""Rows that fill the window."""
AT_A_TIME = 2
"""Rows that are added in one go: more would hold up a person who scrolls or types."""
LEAST = 440
"""Px of a card at 100 % beside another."""
GAP = 16


class DirectoryList(QWidget):
    """Announces what is wished for on a card, and that all cards are there."""

    qr_pressed = Signal(object, object)
    more_pressed = Signal(object)
    filled = Signal()

    def __init__(self, look: Look, session: Session, clipboard: Clipboard) -> None:
        super().__init__()
        self._look = look
        self._session = session
        self._clipboard = clipboard
        self._left: list[tuple[Group, tuple[Service, ...]]] = []
        self._group: Group | None = None
        self._cards: list[tuple[DirectoryCard, Service]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setSizePolicy(wrapping())
        self._rest = QTimer(self, interval=0)
        self._rest.timeout.connect(self._add_more)

    def show_groups(self, groups: Iterable[Group]) -> None:
        """Shows these and no others."""
        self._rest.stop()
        clear(self._column)
        self._cards.clear()
        self._group = None
        self._left = [(group, row) for group in groups for row in _rows(group)]
        if not self._left and self._session.directory.services:
            self._column.addWidget(Text(self._look, strings_directory.NOTHING, "body"))
        self._add(FIRST)

    def fill(self) -> None:
        """There is something to see: now the rest has time."""
        if self._left:
            self._rest.start()

    def show_states(self) -> None:
        """Whether each is open now."""
        for card, service in self._cards:
            card.show_state(self._session.state(service, service.contacts[0]))

    @property
    def whole(self) -> bool:
        """Whether all cards are there."""
        return not self._left

    def _add_more(self) -> None:
        self._add(AT_A_TIME)
        if self.whole:
            self._rest.stop()
            self.filled.emit()

    def _add(self, count: int) -> None:
        for group, services in self._left[:count]:
            if group is self._group:
                self._column.addSpacing(GAP)
            else:
                self._begin(group)
            # Each row in a widget of its own, so that those that have their place are not laid out again.
            row = Columns(BESIDE, self._look.px(LEAST), GAP, stretched=False)
            for service in services:
                card = self._card(service)
                self._cards.append((card, service))
                row.addWidget(card)
            self._column.addWidget(held(row))
        del self._left[:count]

    def _begin(self, group: Group) -> None:
        if self._group is not None:
            self._column.addSpacing(24)
        self._group = group
        self._column.addWidget(HeadingText(self._look, strings_directory.GROUPS[group.name]))
        if group.name == "single":
            self._column.addWidget(Text(self._look, strings_directory.SINGLE_LEAD, "small", "ink2"))
        self._column.addSpacing(10)

    def _card(self, service: Service) -> DirectoryCard:
        session = self._session
        card = DirectoryCard(
            self._look,
            service,
            session.state(service, service.contacts[0]),
            session.directory.is_old(service, session.clock()),
            self._clipboard,
            session.language,
        )
        card.qr_pressed.connect(self.qr_pressed)
        card.more_pressed.connect(self.more_pressed)
        return card


def _rows(group: Group) -> Iterable[tuple[Service, ...]]:
    services = group.services
    return (services[start : start + BESIDE] for start in range(0, len(services), BESIDE))
