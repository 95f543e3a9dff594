"""One service in the directory: its name, whether it is open, its number large enough to dial from, and more of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop_app.core.hours import OpenState
from desktop_app.core.service import Service
from desktop_app.ui import strings_directory
from desktop_app.ui.apart import Apart
from desktop_app.ui.badge import Badge
from desktop_app.ui.buttons import Button
from desktop_app.ui.card import Card
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.directory_words import hours_instead, no_hours, shown_line
from desktop_app.ui.heading import HeadingText
from desktop_app.ui.help_card import breakable, copy_and_code, is_number, shown, state_words
from desktop_app.ui.item_layout import held, wrapping
from desktop_app.ui.text import Text, clear
from desktop_app.ui.theme import Look

LEAST = 150
"""Px of a line or an address at 100 % below which what stands beside it goes under it."""
LEAST_NAME = 220
"""The same for a name."""


class DirectoryCard(Card):
    """Announces the wish for its code, and for all that we know of it. `old`: nobody looked for two years."""

    qr_pressed = Signal(object, object)
    more_pressed = Signal(object)

    def __init__(
        self, look: Look, service: Service, state: OpenState, old: bool, clipboard: Clipboard, language: str
    ) -> None:
        super().__init__(look)
        self._look = look
        self._service = service
        self._language = language
        self._told: tuple[str, ...] | None = None
        least = look.px(LEAST)
        self._badge = QHBoxLayout()
        self._hours = QVBoxLayout()
        self._hours.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 16, 16)
        column.setSpacing(0)
        head = Apart(12, 4, look.px(LEAST_NAME))
        head.addWidget(HeadingText(look, service.name, level=3))
        head.addWidget(held(self._badge))
        column.addLayout(head)
        column.addLayout(self._line(least))
        column.addLayout(self._hours)
        # SAFETY: a number that only one page names, or that nobody looked at for years, says so on its own card
        # (test_what_is_less_sure_or_old_says_so_on_its_card).
        for marked, words in ((not service.confirmed, strings_directory.SINGLE), (old, strings_directory.OLD)):
            if marked:
                column.addWidget(Text(look, words, "small", "ink2"))
        column.addStretch(1)
        column.addSpacing(4)
        column.addLayout(self._way(least, clipboard))
        self.setSizePolicy(wrapping())
        self.show_state(state)

    def show_state(self, state: OpenState) -> None:
        """Whether it is open now; its hours where nobody can tell."""
        contact = self._service.contacts[0]
        badge, unknown = state_words(contact, state), no_hours(contact, state)
        hours = hours_instead(contact, state, self._language)
        if (badge, unknown, *hours) == self._told:
            return
        self._told = (badge, unknown, *hours)
        clear(self._badge)
        clear(self._hours)
        if badge:
            self._badge.addWidget(Badge(self._look, badge, open_now=state.kind != "closed"))
        elif unknown:
            self._badge.addWidget(Text(self._look, unknown, "small", "ink2", wrap=False))
        for words in hours:
            self._hours.addWidget(Text(self._look, words, "small", "ink2"))

    def _line(self, least: int) -> Apart:
        more = Button(self._look, strings_directory.MORE, "link")
        more.setAccessibleName(strings_directory.MORE_NAME.format(name=self._service.name))
        more.clicked.connect(lambda: self.more_pressed.emit(self._service))
        line = Apart(12, 0, least)
        line.addWidget(Text(self._look, shown_line(self._service), "small", "ink2"))
        line.addWidget(more)
        return line

    def _way(self, least: int, clipboard: Clipboard) -> Apart:
        service, contact = self._service, self._service.contacts[0]
        number = is_number(contact)
        way = Apart(12, 8, None if number else least)
        way.addWidget(Text(self._look, breakable(shown(contact)), "help-number" if number else "card-title"))
        buttons = copy_and_code(self._look, service, contact, clipboard, self.qr_pressed.emit, service.name)
        way.addWidget(held(buttons))
        return way
