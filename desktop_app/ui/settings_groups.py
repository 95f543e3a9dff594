"""The two cards of the settings. Each shows what holds now and announces what is picked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.core.settings import TEXT_SIZES
from desktop_app.ui import strings
from desktop_app.ui.choice_menu import open_menu
from desktop_app.ui.extra_key_sheet import key_name
from desktop_app.ui.session import Session
from desktop_app.ui.setting_controls import ChoiceButton, Segments
from desktop_app.ui.settings_rows import PAD, RowCard, SettingRow
from desktop_app.ui.theme import Look
from desktop_app.ui.tick_row import TickRow

THEME_ORDER = ("light", "dark", "system")


class Group(RowCard):
    """What the two have in common. `controls` goes from the name of a setting to what it is chosen with."""

    chosen = Signal(str, object)
    """The name of one of the nine settings, and the value that was picked."""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look)
        self._look = look
        self._session = session
        self.controls: dict[str, QWidget] = {}

    def _add_choice(self, name: str, control: QWidget, words: str, what: str = "") -> None:
        self.controls[name] = control
        self.add_row(SettingRow(self._look, words, control, what))

    def _add_tick(self, name: str, words: str, what: str, on: bool) -> TickRow:
        row = TickRow(self._look, words, what, on, "body-strong", PAD, at_end=True)
        self.controls[name] = row
        self.add_row(row)
        return row

    def _add_switch(self, name: str, words: str, what: str) -> None:
        row = self._add_tick(name, words, what, getattr(self._session.settings, name))
        row.toggled.connect(lambda on: self.chosen.emit(name, on))


class PlaceGroup(Group):
    """Place and reading."""

    country_pressed = Signal()

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look, session)
        where = session.directory.name if session.place.code else strings.COUNTRY_UNKNOWN
        country = ChoiceButton(look, "globe", where, strings.COUNTRY_NAME.format(country=where))
        country.clicked.connect(self.country_pressed)
        self._add_choice("country", country, strings.COUNTRY, strings.COUNTRY_WHAT)
        size = session.settings.text_size
        percent = strings.PERCENT.format(percent=size)
        self._size = ChoiceButton(look, "a-large-small", percent, strings.TEXT_SIZE.format(percent=size))
        self._size.clicked.connect(self._open_sizes)
        self._add_choice("text_size", self._size, strings.TEXT_SIZE_ROW)
        themes = {
            theme: (strings.THEMES_SHORT[theme], strings.THEME_NAME.format(theme=strings.THEMES[theme]))
            for theme in THEME_ORDER
        }
        theme = Segments(look, themes, session.settings.theme)
        theme.picked.connect(lambda theme: self.chosen.emit("theme", theme))
        self._add_choice("theme", theme, strings.THEME)
        self._add_switch("reduce_motion", strings.LESS_MOVEMENT, strings.LESS_MOVEMENT_WHAT)

    def _open_sizes(self) -> None:
        choices = {str(size): strings.PERCENT.format(percent=size) for size in TEXT_SIZES}
        holds = str(self._session.settings.text_size)
        open_menu(self._look, self._size, choices, holds, lambda size: self.chosen.emit("text_size", int(size)))


class PrivacyGroup(Group):
    """Leave now, and what others may see."""

    extra_key_pressed = Signal()
    cover_chosen = Signal(bool)

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look, session)
        holds = key_name(session.settings.extra_exit_key)
        key = ChoiceButton(look, "log-out", holds, strings.EXTRA_KEY_NAME.format(key=holds))
        key.clicked.connect(self.extra_key_pressed)
        self._add_choice("extra_exit_key", key, strings.EXTRA_KEY, strings.EXTRA_KEY_WHAT)
        self._add_switch("slow_exit", strings.SLOW_EXIT, strings.SLOW_EXIT_WHAT)
        self._add_switch("shift_hint", strings.SHIFT_HINT, strings.SHIFT_HINT_WHAT)
        cover = self._add_tick("cover", strings.COVER, strings.COVER_WHAT, session.covers)
        cover.toggled.connect(self.cover_chosen)
