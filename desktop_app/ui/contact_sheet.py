"""One line on a sheet: its QR code for a phone, its number, who it is, and how to reach it without speaking."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.qr import payload
from desktop_app.core.service import Contact, Service
from desktop_app.ui import strings
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.copy_button import CopyButton
from desktop_app.ui.help_card import breakable, is_number, shown
from desktop_app.ui.qr_code import QrCode
from desktop_app.ui.sheet import Sheet
from desktop_app.ui.text import Text
from desktop_app.ui.theme import Look

CODE = 250
SIDE_BY_SIDE = 560


class ContactParts(QWidget):
    """The QR code beside the number and its words, or above them where it is narrow."""

    def __init__(self, look: Look, service: Service, contact: Contact) -> None:
        super().__init__()
        self._look = look
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(28)
        carried = payload(contact)
        if carried:
            spoken = strings.QR_SPOKEN.format(name=service.name, number=shown(contact))
            self._row.addWidget(
                QrCode(carried, CODE, spoken), 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading
            )
        column = QVBoxLayout()
        column.setSpacing(8)
        number = Text(look, breakable(shown(contact)), "crisis-number" if is_number(contact) else "heading")
        column.addWidget(number)
        for words in contact_words(service, contact):
            column.addWidget(Text(look, words, "small", "ink2"))
        column.addStretch(1)
        self._row.addLayout(column, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turns the row into a column where it is narrow."""
        super().resizeEvent(event)
        beside = event.size().width() >= self._look.px(SIDE_BY_SIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() is not way:
            self._row.setDirection(way)


def contact_words(service: Service, contact: Contact) -> tuple[str, ...]:
    """What is said beside a number: what it is, how to reach it in other ways, and what the phone will do."""
    keyword = strings.TEXT_THE_WORD.format(keyword=contact.keyword) if contact.keyword else ""
    camera = strings.POINT_CAMERA.get("web" if contact.way == "chat" else contact.way, "")
    others = tuple(
        strings.ALSO[other.way].format(to=shown(other)) for other in service.contacts[1:] if other.way in strings.ALSO
    )
    kept = strings.PHONE_KEEPS if camera else ""
    return tuple(
        words for words in (keyword, service.about, *others, service.speak, f"{camera} {kept}".strip()) if words
    )


def contact_sheet(look: Look, service: Service, contact: Contact, clipboard: Clipboard) -> Sheet:
    """The sheet for one contact of a service."""
    words = strings.COPY_NUMBER if is_number(contact) else strings.COPY_ADDRESS
    spoken = strings.COPY_NAME.format(number=shown(contact), name=service.name)
    copy = CopyButton(look, clipboard, shown(contact), spoken, words, "secondary")
    return Sheet(look, service.name, (ContactParts(look, service, contact),), (copy,))
