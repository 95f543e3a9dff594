"""The sheet with all that we know of one service: every way in, what happens, for whom it is, and how sure we are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.hours import OpenState
from desktop_app.core.service import Contact, Service
from desktop_app.ui import strings, strings_directory
from desktop_app.ui.apart import Apart
from desktop_app.ui.badge import Badge
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.directory_words import (
    access_words,
    age_of_reading,
    age_words,
    checked_words,
    hours_instead,
    hours_words,
    no_hours,
    places_read,
    shown_line,
)
from desktop_app.ui.flow import Flow
from desktop_app.ui.heading import HeadingText
from desktop_app.ui.help_card import breakable, copy_and_code, is_number, shown, state_words
from desktop_app.ui.item_layout import held, wrapping
from desktop_app.ui.sheet import Sheet
from desktop_app.ui.text import Text
from desktop_app.ui.theme import Look

LEAST = 150


class WayIn(QWidget):
    """One number or address: by what, when, copy and code. Announces the wish for its code."""

    qr_pressed = Signal(object, object)

    def __init__(
        self, look: Look, service: Service, contact: Contact, state: OpenState, clipboard: Clipboard, language: str
    ) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(2)
        top = Flow(12, 4)
        by = strings_directory.WAYS[contact.way]
        top.addWidget(Text(look, strings_directory.FREE.format(way=by) if contact.cost == "free" else by, "label"))
        badge = state_words(contact, state)
        if badge:
            top.addWidget(Badge(look, badge, open_now=state.kind != "closed"))
        words.addLayout(top)
        number = is_number(contact)
        words.addWidget(Text(look, breakable(shown(contact)), "help-number" if number else "card-title"))
        for said in filter(None, self._said(contact, state, language)):
            words.addWidget(Text(look, said, "small", "ink2"))
        row = Apart(12, 8, None if number else look.px(LEAST))
        row.addWidget(held(words))
        row.addWidget(held(copy_and_code(look, service, contact, clipboard, self.qr_pressed.emit, shown(contact))))
        self.setLayout(row)
        self.setSizePolicy(wrapping())

    @staticmethod
    def _said(contact: Contact, state: OpenState, language: str) -> Iterator[str]:
        if contact.keyword:
            yield strings.TEXT_THE_WORD.format(keyword=contact.keyword)
        if contact.hours is not None and state.kind in ("open", "closed"):
            yield from hours_words(contact.hours, language)
        yield from hours_instead(contact, state, language)
        yield no_hours(contact, state)


class ServiceSheet(Sheet):
    """Announces the wish for the code of one way in."""

    qr_pressed = Signal(object, object)

    def __init__(
        self,
        look: Look,
        service: Service,
        state: Callable[[Service, Contact], OpenState],
        now: dt.datetime,
        clipboard: Clipboard,
        language: str,
    ) -> None:
        self._look = look
        ways = [
            WayIn(look, service, contact, state(service, contact), clipboard, language) for contact in service.contacts
        ]
        super().__init__(look, service.name, self._parts(service, ways, now, language))
        for way in ways:
            way.qr_pressed.connect(self.qr_pressed)

    def _parts(self, service: Service, ways: list[WayIn], now: dt.datetime, language: str) -> list[QWidget]:
        line, old, languages = shown_line(service), age_of_reading(service, now), ", ".join(service.languages)
        has_times = any(contact.hours is not None and not contact.hours.always for contact in service.contacts)
        single = "" if service.confirmed else strings_directory.SINGLE
        return [
            *([Text(self._look, line, "lead", "ink2")] if line else []),
            *ways,
            *([Text(self._look, strings_directory.HOURS_THERE, "small", "ink2")] if has_times and not old else []),
            *self._part(strings_directory.WHAT_HAPPENS, service.about),
            *self._plain(age_words(service), languages and strings_directory.LANGUAGES.format(languages=languages)),
            *self._part(strings.CANT_SPEAK, service.speak, access_words(service)),
            *self._part(
                strings_directory.HOW_SURE, single, old, checked_words(service, language), places_read(service)
            ),
        ]

    def _part(self, heading: str, *said: str) -> list[QWidget]:
        words = self._plain(*said)
        return [HeadingText(self._look, heading), *words] if words else []

    def _plain(self, *said: str) -> list[QWidget]:
        return [Text(self._look, words, "body") for words in said if words]
