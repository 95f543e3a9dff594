"""I don't feel safe: the emergency number and the lines of this country, large, each with a code for the phone.

It lies over anything and keeps the place behind it. It shows every line, open or not: a person in danger must not be
sorted by our clock.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.qr import payload
from desktop_app.core.service import Service
from desktop_app.ui import strings
from desktop_app.ui.all_help import all_help
from desktop_app.ui.beside import Beside
from desktop_app.ui.buttons import Button
from desktop_app.ui.card import Card
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.copy_button import CopyButton
from desktop_app.ui.flow import Flow
from desktop_app.ui.heading import HeadingText
from desktop_app.ui.help_card import breakable, is_number, shown
from desktop_app.ui.item_layout import held, wrapping
from desktop_app.ui.layers import Screen
from desktop_app.ui.page import ScrollColumn
from desktop_app.ui.qr_code import QrCode
from desktop_app.ui.session import Session
from desktop_app.ui.text import Text, Title, capped, clear
from desktop_app.ui.theme import ONE_COLUMN_SIZE, ONE_COLUMN_WIDTH, Look
from desktop_app.ui.where_line import where_line

CODE = 260
SIDE = 316
NUMBER = 192
SIDE_BY_SIDE = 610


class CrisisRow(Card):
    """One line: number, what it is for, copy and code. Announces that its code is wanted."""

    code_pressed = Signal()

    def __init__(self, look: Look, service: Service, clipboard: Clipboard) -> None:
        super().__init__(look)
        self._look = look
        contact = service.contacts[0]
        number = Text(look, breakable(shown(contact)), "crisis-number" if is_number(contact) else "card-title")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(look, service.crisis or service.name, "card-title"))
        words.addWidget(Text(look, service.line or service.name, "label-plain", "ink2"))
        self._code = Button(look, strings.QR, "compact", before="qr-code")
        self._code.setCheckable(True)
        self._code.setAccessibleName(strings.QR_NAME.format(name=service.name))
        self._code.toggled.connect(lambda _on: self.code_pressed.emit())
        buttons = Flow(10, 8)
        spoken = strings.COPY_NAME.format(number=shown(contact), name=service.name)
        buttons.addWidget(CopyButton(look, clipboard, shown(contact), spoken))
        if payload(contact) is not None:
            buttons.addWidget(self._code)
        row = Beside(look.px(SIDE_BY_SIDE), wide=-2, gap=16)
        row.setContentsMargins(20, 20, 16, 20)
        if is_number(contact):
            number.setMinimumWidth(look.px(NUMBER))
            row.addWidget(number)
        else:  # an address is too long to stand beside its words
            words.insertWidget(0, number)
        row.addWidget(held(words))
        row.addWidget(held(buttons))
        self.setLayout(row)
        self.setSizePolicy(wrapping())

    def choose(self, yes: bool) -> None:
        """Marks the row whose code is shown."""
        self._code.show_picked(yes)
        self.set_edge("accent" if yes else "line", 2 if yes else 1)


class CrisisPage(Screen):
    """Announces the wish to breathe first, to choose another country, and to see everybody who helps."""

    breath_chosen = Signal()
    country_chosen = Signal()
    all_help_chosen = Signal()

    def __init__(self, look: Look, session: Session, clipboard: Clipboard) -> None:
        super().__init__()
        self._look = look
        self._clipboard = clipboard
        self._title = Title(look, strings.CRISIS_TITLE, "crisis-title")
        scroll = ScrollColumn(look, top=26)
        beside = Beside(10**6 if look.text_size >= ONE_COLUMN_SIZE else ONE_COLUMN_WIDTH - 2 * 48, 0, 40, centred=False)
        rows = QVBoxLayout()
        rows.setSpacing(12)
        rows.addWidget(self._title)
        rows.addLayout(capped(Text(look, strings.CRISIS_LEAD, "lead"), look.px(560)))
        rows.addLayout(where_line(look, session.directory, self.country_chosen.emit))
        self._shown_code = QVBoxLayout()
        self._shown_code.setContentsMargins(20, 20, 20, 20)
        self._rows: list[tuple[CrisisRow, Service]] = []
        services = session.directory.crisis() or session.best()
        # SAFETY: where no emergency number could be read, a person is told to call theirs
        # (test_where_the_emergency_number_is_broken_a_person_is_told_to_call_theirs).
        if not any("emergency" in service.kinds for service in services):
            rows.addWidget(Text(look, strings.EMERGENCY_ANYWHERE, "lead"))
        for service in services:
            rows.addWidget(self._add_row(service))
        if not self._rows:
            rows.addWidget(Text(look, strings.NO_LINES, "lead"))
        old = session.numbers_are_old()
        rows.addWidget(Text(look, strings.NUMBERS_OLD if old else strings.TRY_NEXT, "small", "ink2"))
        self._add_access(rows, session.directory.crisis_access(), session.directory.crisis())
        rows.addWidget(all_help(look, session.directory, self.all_help_chosen.emit))
        beside.addWidget(held(rows))
        beside.addWidget(self._side())
        scroll.column.addLayout(beside)
        scroll.column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        # The talk line is chosen at first: the emergency number is dialled by hand in a moment.
        talk = [pair for pair in self._rows if "emergency" not in pair[1].kinds] or self._rows
        if talk:
            self._choose(*talk[0])

    def take_focus(self) -> None:
        """The title is read out."""
        self._title.setFocus()

    def _add_row(self, service: Service) -> CrisisRow:
        row = CrisisRow(self._look, service, self._clipboard)
        row.code_pressed.connect(lambda: self._choose(row, service))
        self._rows.append((row, service))
        return row

    def _add_access(self, rows: QVBoxLayout, access: tuple[Service, ...], crisis: tuple[Service, ...]) -> None:
        spoken = [service.speak for service in crisis if service.speak]
        if not access and not spoken:
            return
        rows.addSpacing(12)
        rows.addWidget(HeadingText(self._look, strings.CANT_SPEAK))
        for words in spoken:
            rows.addWidget(Text(self._look, words, "body"))
        for service in access:
            rows.addWidget(self._add_row(service))

    def _side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        card = Card(self._look)
        card.setLayout(self._shown_code)
        column.addWidget(card)
        breath = Button(self._look, strings.SLOW_BREATH, "link-icon", before="wind")
        breath.clicked.connect(self.breath_chosen)
        column.addWidget(breath)
        side.setMaximumWidth(self._look.fit(SIDE))
        return side

    def _choose(self, row: CrisisRow, service: Service) -> None:
        for other, _ in self._rows:
            other.choose(other is row)
        clear(self._shown_code)
        contact = service.contacts[0]
        carried = payload(contact)
        if not carried:
            return
        spoken = strings.QR_SPOKEN.format(name=service.name, number=shown(contact))
        self._shown_code.addWidget(QrCode(carried, CODE, spoken), 0, Qt.AlignmentFlag.AlignHCenter)
        heading = Text(self._look, strings.CODE_TITLE[contact.way], "heading")
        heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words = Text(self._look, strings.CODE_WORDS[contact.way].format(name=service.name), "small", "ink2")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._shown_code.addWidget(heading)
        self._shown_code.addWidget(words)
