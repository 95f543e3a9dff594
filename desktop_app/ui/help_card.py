"""A line to call, text or open: its number, large enough to dial from, whether it is open, a copy and a QR button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from desktop_app.core.hours import OpenState
from desktop_app.core.service import Contact, Service
from desktop_app.ui import strings
from desktop_app.ui.badge import Badge
from desktop_app.ui.buttons import Button
from desktop_app.ui.card import Card
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.copy_button import CopyButton
from desktop_app.ui.text import Text
from desktop_app.ui.theme import Look

SIDE_BY_SIDE = 460
BREAKABLE = ("/", ".", "-", "@")


def shown(contact: Contact) -> str:
    """A number as it is dialled, or an address as people write it, without "https://"."""
    return contact.to.removeprefix("https://").removeprefix("www.").rstrip("/")


def breakable(text: str) -> str:
    """The text with invisible places to break a long address at; for drawing only."""
    for mark in BREAKABLE:
        text = text.replace(mark, f"{mark}\u200b")
    return text


def line_name(service: Service) -> str:
    """A service and its first number in one line: "Childline 0800 1111", "Shout: text SHOUT to 85258"."""
    contact = service.contacts[0]
    if contact.way == "sms" and contact.keyword:
        return strings.TEXT_LINE.format(name=service.name, keyword=contact.keyword, number=contact.to)
    return strings.LINE_ON_STEP.format(name=service.name, number=shown(contact))


def is_number(contact: Contact) -> bool:
    """Whether it is dialled or texted, and not an address."""
    return contact.way in ("phone", "sms", "textphone")


def state_words(state: OpenState) -> str:
    """The badge of an open state; empty when nothing is known."""
    if state.kind == "always":
        return strings.OPEN_NOW
    if state.kind == "open":
        return strings.OPEN_UNTIL.format(time=state.until.strftime("%H:%M")) if state.until else strings.OPEN_NOW
    if state.kind == "closed":
        if state.opens is None:
            return strings.CLOSED
        return strings.CLOSED_OPENS.format(day=strings.DAYS[state.opens.weekday()], time=state.opens.strftime("%H:%M"))
    return ""


class HelpCard(Card):
    """One service with its first contact. Announces the wish for its QR code."""

    qr_pressed = Signal(object, object)

    def __init__(
        self, look: Look, service: Service, contact: Contact, state: OpenState, clipboard: Clipboard, name: bool = False
    ) -> None:
        super().__init__(look)
        self._look = look
        number = Text(
            look,
            breakable(shown(contact)),
            "help-number" if is_number(contact) else "card-title",
        )
        words = QVBoxLayout()
        words.setSpacing(2)
        if name:
            words.addWidget(Text(look, service.name, "label"))
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(number)
        badge = state_words(state)
        if badge:
            top.addWidget(Badge(look, badge, open_now=state.kind != "closed"))
        top.addStretch(1)
        words.addLayout(top)
        words.addWidget(Text(look, service.line or service.name, "small", "ink2"))
        words.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        spoken = strings.COPY_NAME.format(number=shown(contact), name=service.name)
        buttons.addWidget(CopyButton(look, clipboard, shown(contact), spoken), 0, Qt.AlignmentFlag.AlignVCenter)
        self.qr = Button(look, strings.QR, "compact", before="qr-code")
        self.qr.setAccessibleName(strings.QR_NAME.format(name=service.name))
        self.qr.clicked.connect(lambda: self.qr_pressed.emit(service, contact))
        buttons.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignVCenter)
        buttons.addStretch(0)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(20, 16, 16, 16)
        self._row.setSpacing(12)
        self._row.addLayout(words, 1)
        self._row.addLayout(buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the buttons under the number where there is no room beside it."""
        super().resizeEvent(event)
        beside = event.size().width() >= self._look.px(SIDE_BY_SIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() is not way:
            self._row.setDirection(way)
