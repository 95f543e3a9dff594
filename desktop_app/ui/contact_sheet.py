"""One line on a sheet: its QR code for a phone, its number, who it is, and how to reach it without speaking."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.qr import payload
from desktop_app.core.service import Contact, Service
from desktop_app.ui import strings
from desktop_app.ui.beside import Beside
from desktop_app.ui.buttons import Button
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.copy_button import CopyButton
from desktop_app.ui.help_card import breakable, is_number, shown
from desktop_app.ui.item_layout import held, wrapping
from desktop_app.ui.open_here import address_to_open
from desktop_app.ui.qr_code import QrCode
from desktop_app.ui.sheet import Sheet
from desktop_app.ui.text import Text, at_start
from desktop_app.ui.theme import Look

CODE = 250
SIDE_BY_SIDE = 560


class ContactParts(QWidget):
    """The QR code beside the number and its words, or above them where it is narrow."""

    def __init__(self, look: Look, service: Service, contact: Contact) -> None:
        super().__init__()
        row = Beside(look.px(SIDE_BY_SIDE), wide=-1, gap=28, centred=False)
        carried = payload(contact)
        if carried:
            spoken = strings.QR_SPOKEN.format(name=service.name, number=shown(contact))
            row.addWidget(held(at_start(QrCode(carried, CODE, spoken))))
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(Text(look, breakable(shown(contact)), "crisis-number" if is_number(contact) else "heading"))
        for words in contact_words(service, contact):
            column.addWidget(Text(look, words, "small", "ink2"))
        row.addWidget(held(column))
        self.setLayout(row)
        self.setSizePolicy(wrapping())


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


class ContactSheet(Sheet):
    """The sheet for one contact of a service. Announces the wish to open it on this computer."""

    open_pressed = Signal()


def contact_sheet(look: Look, service: Service, contact: Contact, clipboard: Clipboard) -> ContactSheet:
    """What is dialled can be copied; an address can also be opened here."""
    words = strings.COPY_NUMBER if is_number(contact) else strings.COPY_ADDRESS
    spoken = strings.COPY_NAME.format(number=shown(contact), name=service.name)
    copy = CopyButton(look, clipboard, shown(contact), spoken, words, "secondary")
    parts = (ContactParts(look, service, contact),)
    if address_to_open(contact) is None:
        return ContactSheet(look, service.name, parts, (copy,))
    here = Button(look, strings.OPEN_HERE, "secondary")
    here.setAccessibleName(strings.OPEN_HERE_NAME.format(address=shown(contact)))
    sheet = ContactSheet(look, service.name, parts, (copy, here))
    here.clicked.connect(sheet.open_pressed)
    return sheet
