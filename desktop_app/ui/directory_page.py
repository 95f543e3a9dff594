"""Find help: everybody who helps in this country, by what a person needs and how old they are."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.directory_groups import AGES, NEEDS, Age, Need, groups, needs
from desktop_app.core.freshness import freshness
from desktop_app.ui import strings, strings_directory
from desktop_app.ui.about_facts import rung_words
from desktop_app.ui.apart import Apart
from desktop_app.ui.chips import Chips, Choice
from desktop_app.ui.choice_menu import open_menu
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.directory_list import DirectoryList
from desktop_app.ui.flow import Flow
from desktop_app.ui.item_layout import held, wrapping
from desktop_app.ui.layers import Screen
from desktop_app.ui.page import Ground, ScrollColumn
from desktop_app.ui.picture import Picture
from desktop_app.ui.session import Session
from desktop_app.ui.setting_controls import ChoiceButton
from desktop_app.ui.text import FILL, Text, Title, clear
from desktop_app.ui.theme import Look

ICONS = {
    "talk": "message-circle",
    "report": "flag",
    "take-down": "image-off",
    "money": "banknote",
    "parents": "users-round",
    "schools": "school",
}
MINUTE = 60_000


class DirectoryPage(Screen):
    """Announces the wish for another country, for the code of a number, and for all we know of a service."""

    country_pressed = Signal()
    qr_chosen = Signal(object, object)
    more_chosen = Signal(object)

    def __init__(self, look: Look, session: Session, clipboard: Clipboard) -> None:
        super().__init__()
        self._look = look
        self._session = session
        self._need: Need | None = None
        self._age: Age | None = "adult" if session.adult else None
        self._read_to = 0
        self._scroll = ScrollColumn(look, top=24)
        self._title = Title(look, strings_directory.FIND_HELP)
        self._age_button = ChoiceButton(look, "calendar", "", "")
        self._age_button.clicked.connect(self._ask_age)
        self._chips = QVBoxLayout()
        self._list = DirectoryList(look, session, clipboard)
        self._list.qr_pressed.connect(self.qr_chosen)
        self._list.more_pressed.connect(self.more_chosen)
        self._list.filled.connect(self._show_end)
        self._end = self._foot()
        self._ground = Ground()
        self._ground.setSizePolicy(wrapping())
        self._ground.first_painted.connect(self._list.fill)
        column = QVBoxLayout(self._ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addSpacing(12)
        column.addLayout(self._chips)
        column.addSpacing(18)
        for words in self._warnings():
            column.addWidget(Text(look, words, "body"))
            column.addSpacing(12)
        column.addWidget(self._list)
        column.addSpacing(16)
        column.addWidget(self._end)
        self._scroll.column.addWidget(self._ground)
        self._scroll.column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self._add_chips()
        self._show()
        # A window that stays open over night must not say of a closed line that it is open.
        minute = QTimer(self, interval=MINUTE)
        minute.timeout.connect(self._list.show_states)
        minute.start()

    def take_focus(self) -> None:
        """The title is read out."""
        self._title.setFocus()

    def go_on_from(self, before: Screen) -> None:
        """Keeps what was asked for, and how far it was read, unless it is another country's now."""
        if not isinstance(before, DirectoryPage):
            return
        self._need = before._need if before._need in needs(self._session.directory) else None
        self._age = before._age
        self._add_chips()
        self._show()
        if before._country == self._country:
            self._read_to = before._scroll.bar.value()
            if self._list.whole:
                self._show_end()

    def _head(self) -> Apart:
        self._country = self._session.directory.country
        named = self._session.directory.name if self._country else strings.COUNTRY_UNKNOWN
        country = ChoiceButton(self._look, "globe", named, strings.COUNTRY_NAME.format(country=named))
        country.clicked.connect(self.country_pressed)
        choices = Flow(12, 8)
        for widget in (self._age_button, Text(self._look, strings.COUNTRY, "label-plain", "ink2"), country):
            choices.addWidget(widget)
        head = Apart(16, 8)
        head.addWidget(self._title)
        head.addWidget(held(choices))
        return head

    def _warnings(self) -> tuple[str, ...]:
        """What has to be known before any number is read."""
        directory, now = self._session.directory, self._session.clock()
        said = []
        if not directory.has_file:
            said.append(strings_directory.NO_FILE if directory.country else strings_directory.NO_COUNTRY)
        # SAFETY: where no emergency number is sure, a person is told to call theirs
        # (test_where_no_emergency_number_is_sure_a_person_is_told_to_call_theirs).
        if not any("emergency" in service.kinds and service.confirmed for service in directory.services):
            said.append(strings.EMERGENCY_ANYWHERE)
        ages = {freshness(service.checked_on, now) for service in directory.services}
        if self._session.numbers_are_old():
            said.append(strings.NUMBERS_OLD)
        elif directory.read_on is not None and freshness(directory.read_on, now) == "clock":
            said.append(strings_directory.WRONG_CLOCK)
        elif ages & {"ageing", "old"}:
            said.append(strings_directory.SOME_OLD)
        return tuple(said)

    def _add_chips(self) -> None:
        here = ("", *needs(self._session.directory))
        choices = [Choice(need, ICONS.get(need, ""), strings_directory.NEEDS[need]) for need in here]
        clear(self._chips)
        chips = Chips(self._look, choices, self._need or "")
        chips.setAccessibleName(strings_directory.NEEDS_NAME)
        chips.picked.connect(self._use_need)
        self._chips.addWidget(chips)

    def _use_need(self, value: str) -> None:
        self._need = next((need for need in NEEDS if need == value), None)
        self._show()

    def _ask_age(self) -> None:
        open_menu(self._look, self._age_button, strings_directory.AGES, self._age or "", self._use_age)

    def _use_age(self, value: str) -> None:
        self._age = next((age for age in AGES if age == value), None)
        self._show()

    def _show(self) -> None:
        session = self._session
        words = strings_directory.AGES[self._age or ""]
        self._age_button.say(words)
        self._age_button.setAccessibleName(strings_directory.AGE_NAME.format(age=words))
        self._read_to = 0
        self._list.show_groups(groups(session.directory, session.clock(), self._need, self._age))
        self._end.setVisible(self._list.whole)
        self._ground.painted = False  # the next picture is a first one again
        self._ground.update()

    def _show_end(self) -> None:
        self._end.show()
        if self._read_to:
            read_to, self._read_to = self._read_to, 0
            QTimer.singleShot(0, self, lambda: self._scroll.bar.setValue(read_to))

    def _foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Picture(self._look, "calendar-check", "ink2"))
        said = " ".join(rung_words(self._session.directory.services, self._session.language))
        row.addWidget(Text(self._look, said, "small", "ink2"), FILL)
        foot.setSizePolicy(wrapping())
        return foot
