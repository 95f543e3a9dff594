"""I don't feel safe: the emergency number and the lines of this country, large, each with a code for the phone.

It lies over anything and keeps the place behind it. It shows every line, open or not: a person in danger must not be
sorted by our clock.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.qr import payload
from desktop_app.core.service import Service
from desktop_app.ui import strings
from desktop_app.ui.buttons import Button
from desktop_app.ui.card import Card
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.copy_button import CopyButton
from desktop_app.ui.flow import Flow
from desktop_app.ui.heading import HeadingText
from desktop_app.ui.help_card import breakable, is_number, shown
from desktop_app.ui.layers import Screen
from desktop_app.ui.page import ScrollColumn
from desktop_app.ui.qr_code import QrCode
from desktop_app.ui.session import Session
from desktop_app.ui.text import Text, Title, capped, clear
from desktop_app.ui.theme import Look

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
        self._number = Text(look, breakable(shown(contact)), "crisis-number" if is_number(contact) else "card-title")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Text(look, service.crisis or service.name, "card-title"))
        words.addWidget(Text(look, service.line or service.name, "label-plain", "ink2"))
        words.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        spoken = strings.COPY_NAME.format(number=shown(contact), name=service.name)
        buttons.addWidget(CopyButton(look, clipboard, shown(contact), spoken), 0, Qt.AlignmentFlag.AlignVCenter)
        self.code = Button(look, strings.QR, "compact", before="qr-code")
        self.code.setCheckable(True)
        self.code.setAccessibleName(strings.QR_NAME.format(name=service.name))
        self.code.clicked.connect(self.code_pressed)
        self.code.setVisible(payload(contact) is not None)
        buttons.addWidget(self.code, 0, Qt.AlignmentFlag.AlignVCenter)
        buttons.addStretch(0)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(20, 20, 16, 20)
        self._row.setSpacing(16)
        self._row.addWidget(self._number)
        self._row.addLayout(words, 1)
        self._row.addLayout(buttons)

    def choose(self, yes: bool) -> None:
        """Marks the row whose code is shown."""
        self.code.setChecked(yes)
        self.code.update()
        self.set_edge("accent" if yes else "line", 2 if yes else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts everything under the number where there is no room beside it."""
        super().resizeEvent(event)
        beside = event.size().width() >= self._look.px(SIDE_BY_SIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._number.setMinimumWidth(self._look.px(NUMBER) if beside else 0)
        if self._row.direction() is not way:
            self._row.setDirection(way)


class CrisisPage(Screen):
    """Announces the wish to breathe first and to choose another country."""

    breath_chosen = Signal()
    country_chosen = Signal()

    def __init__(self, look: Look, session: Session, clipboard: Clipboard) -> None:
        super().__init__()
        self._look = look
        self._clipboard = clipboard
        self._title = Title(look, strings.CRISIS_TITLE, "crisis-title")
        scroll = ScrollColumn(look, top=26)
        column = scroll.column
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(40)
        rows = QVBoxLayout()
        rows.setSpacing(12)
        rows.addWidget(self._title)
        rows.addLayout(capped(Text(look, strings.CRISIS_LEAD, "lead"), look.px(560)))
        rows.addLayout(self._where(session))
        self._code = QVBoxLayout()
        self._code.setContentsMargins(20, 20, 20, 20)
        self._rows: list[tuple[CrisisRow, Service]] = []
        for service in session.directory.crisis() or session.best():
            rows.addWidget(self._add_row(service))
        if not self._rows:
            rows.addWidget(Text(look, strings.NO_LINES, "lead"))
        rows.addWidget(Text(look, strings.TRY_NEXT, "small", "ink2"))
        self._add_access(rows, session.directory.crisis_access(), session.directory.crisis())
        rows.addStretch(1)
        self._beside.addLayout(rows, 1)
        self._beside.addWidget(self._side(), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._beside)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        # The talk line is chosen at first: the emergency number is dialled by hand in a moment.
        talk = [pair for pair in self._rows if "emergency" not in pair[1].kinds] or self._rows
        if talk:
            self._choose(*talk[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The code stands beside the rows, or under them where it is narrow."""
        super().resizeEvent(event)
        one = self._look.one_column(event.size().width())
        way = QBoxLayout.Direction.TopToBottom if one else QBoxLayout.Direction.LeftToRight
        if self._beside.direction() is not way:
            self._beside.setDirection(way)

    def take_focus(self) -> None:
        """The title is read out."""
        self._title.setFocus()

    def _where(self, session: Session) -> Flow:
        where = session.directory
        flow = Flow(12, 0)
        named = strings.NUMBERS_FOR.format(country=where.in_sentence) if where.has_file else strings.NUMBERS_ANYWHERE
        flow.addWidget(Text(self._look, named, "small", "ink2"))
        button = Button(self._look, strings.SOMEWHERE_ELSE, "link")
        button.clicked.connect(self.country_chosen)
        flow.addWidget(button)
        return flow

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
        card.setLayout(self._code)
        column.addWidget(card)
        breath = Button(self._look, strings.SLOW_BREATH, "link-icon", before="wind")
        breath.clicked.connect(self.breath_chosen)
        column.addWidget(breath)
        side.setFixedWidth(max(SIDE, self._look.fit(SIDE)))
        return side

    def _choose(self, row: CrisisRow, service: Service) -> None:
        for other, _ in self._rows:
            other.choose(other is row)
        clear(self._code)
        contact = service.contacts[0]
        carried = payload(contact)
        if not carried:
            return
        spoken = strings.QR_SPOKEN.format(name=service.name, number=shown(contact))
        self._code.addWidget(QrCode(carried, CODE, spoken), 0, Qt.AlignmentFlag.AlignHCenter)
        heading = Text(self._look, strings.CODE_TITLE[contact.way], "heading")
        heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words = Text(self._look, strings.CODE_WORDS[contact.way].format(name=service.name), "small", "ink2")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._code.addWidget(heading)
        self._code.addWidget(words)
