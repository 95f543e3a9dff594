"""A line to call, text or open: its number, large enough to dial from, whether it is open, a copy and a QR button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop_app.core.hours import OpenState
from desktop_app.core.service import Contact, Service
from desktop_app.ui import strings
from desktop_app.ui.badge import Badge
from desktop_app.ui.beside import Beside
from desktop_app.ui.buttons import Button
from desktop_app.ui.card import Card
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.copy_button import CopyButton
from desktop_app.ui.flow import Flow
from desktop_app.ui.item_layout import held, wrapping
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
    if not is_number(contact):
        return service.name
    if contact.way == "sms" and contact.keyword:
        return strings.TEXT_LINE.format(name=service.name, keyword=contact.keyword, number=contact.to)
    return strings.LINE_ON_STEP.format(name=service.name, number=shown(contact))


def is_number(contact: Contact) -> bool:
    """Whether it is dialled or texted, and not an address."""
    return contact.way in ("phone", "sms", "textphone")


def state_words(contact: Contact, state: OpenState) -> str:
    """The badge of an open state; empty when nothing is known."""
    if state.kind == "always":
        return strings.ANY_TIME if contact.way in ("web", "email") else strings.OPEN_NOW
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
        number = Text(
            look,
            breakable(shown(contact)),
            "help-number" if is_number(contact) else "card-title",
        )
        words = QVBoxLayout()
        words.setSpacing(2)
        if name:
            words.addWidget(Text(look, service.name, "label"))
        top = Flow(12, 4)
        top.addWidget(number)
        badge = state_words(contact, state)
        if badge:
            top.addWidget(Badge(look, badge, open_now=state.kind != "closed"))
        words.addLayout(top)
        words.addWidget(Text(look, service.line or service.name, "small", "ink2"))
        row = Beside(look.px(SIDE_BY_SIDE), wide=0, gap=12)
        row.setContentsMargins(20, 16, 16, 16)
        row.addWidget(held(words))
        buttons = copy_and_code(look, service, contact, clipboard, self.qr_pressed.emit, service.name)
        row.addWidget(held(buttons))
        self.setLayout(row)
        self.setSizePolicy(wrapping())


def copy_and_code(
    look: Look,
    service: Service,
    contact: Contact,
    clipboard: Clipboard,
    show_code: Callable[[Service, Contact], None],
    code_of: str,
) -> Flow:
    """The buttons beside a number. `code_of` says to a screen reader whose code it is: a name, or the number."""
    buttons = Flow(8, 8)
    spoken = strings.COPY_NAME.format(number=shown(contact), name=service.name)
    buttons.addWidget(CopyButton(look, clipboard, shown(contact), spoken))
    if contact.way == "textphone":
        return buttons  # no phone can call it by a code
    code = Button(look, strings.QR, "compact", before="qr-code")
    code.setAccessibleName(strings.QR_NAME.format(name=code_of))
    code.clicked.connect(lambda: show_code(service, contact))
    buttons.addWidget(code)
    return buttons


def help_card(
    look: Look,
    service: Service,
    state: Callable[[Service, Contact], OpenState],
    clipboard: Clipboard,
    show_code: Callable[[Service, Contact], None],
    name: bool = False,
) -> HelpCard:
    """A service with the contact it puts first, as it is now. `show_code` gets the wish for its QR code."""
    contact = service.contacts[0]
    card = HelpCard(look, service, contact, state(service, contact), clipboard, name)
    card.qr_pressed.connect(show_code)
    return card
