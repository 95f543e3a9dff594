"""What can be chosen about the program itself. All of it holds at once; it is kept only where that is asked for."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.blocks import Callout, Paragraph
from desktop_app.core.span import Span
from desktop_app.ui import strings
from desktop_app.ui.buttons import Button
from desktop_app.ui.callout import note_box
from desktop_app.ui.layers import Screen
from desktop_app.ui.page import ScrollColumn
from desktop_app.ui.session import Session
from desktop_app.ui.setting_controls import Segments
from desktop_app.ui.settings_groups import PlaceGroup, PrivacyGroup
from desktop_app.ui.settings_rail import ABOUT, PLACE, PRIVACY, SettingsRail
from desktop_app.ui.settings_rows import GroupHead
from desktop_app.ui.text import Text, Title, at_start, clear
from desktop_app.ui.theme import Look
from desktop_app.ui.tick_row import TickRow

WIDEST = 776
SIDE = 48
NEAR = 24
"""Px above and below what is scrolled to."""


class SettingsPage(Screen):
    """Announces what was chosen. `group` is where reading begins: PLACE or PRIVACY, "" for the title."""

    country_pressed = Signal()
    extra_key_pressed = Signal()
    chosen = Signal(str, object)
    """The name of one of the nine settings, and the value that was picked."""
    cover_chosen = Signal(bool)
    remember_chosen = Signal(bool)
    about_chosen = Signal()

    def __init__(self, look: Look, session: Session, group: str) -> None:
        super().__init__()
        self._look = look
        self._session = session
        self._used = ""
        """The setting that was chosen last: reading goes on there when the page is made anew."""
        self._rail = SettingsRail(look)
        self._rail.chosen.connect(self._go)
        self._title = Title(look, strings.SETTINGS)
        self._place = PlaceGroup(look, session)
        self._privacy = PrivacyGroup(look, session)
        self._heads = {
            PLACE: GroupHead(look, strings.PLACE_AND_READING),
            PRIVACY: GroupHead(look, strings.PRIVACY),
        }
        self._remember = TickRow(look, strings.REMEMBER, strings.REMEMBER_WHAT, session.remembered, "body", pad=2)
        self._remember.toggled.connect(self.remember_chosen)
        self._problem = QVBoxLayout()
        self._about = Button(look, strings.ABOUT, "link-icon", before="info")
        self._about.clicked.connect(self.about_chosen)
        self._scroll = ScrollColumn(look, widest=WIDEST, top=24, side=SIDE, centred=False)
        self._fill_column()
        self._join()
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._rail)
        outer.addWidget(self._scroll, 1)
        self._begin = self._heads.get(group)
        self._rail.show_here(group or PLACE)
        self._fold(True)
        self.show_remembered()

    def take_focus(self) -> None:
        """Goes on at the setting that was chosen last, else begins with the part that was asked for or the title."""
        control = self._control()
        if control is not None:
            control.setFocus()
        elif self._begin is not None:
            self._begin.setFocus()
            QTimer.singleShot(0, self, self._scroll_to_begin)
        else:
            self._title.setFocus()

    def go_on_from(self, before: Screen) -> None:
        """Keeps the setting that was chosen last, and how far the page was read."""
        if not isinstance(before, SettingsPage):
            return
        self._used, self._begin = before._used, None
        read_to = before._scroll.bar.value()  # asked for now: that page is gone by the time this one has its height
        QTimer.singleShot(0, self, lambda: self._go_on_at(read_to))
        if self.isVisible():  # else something lies over it, and has the keyboard
            self.take_focus()

    def show_remembered(self) -> None:
        """Shows whether the settings are kept, and why they could not be."""
        self._remember.show_on(self._session.remembered)
        clear(self._problem)
        problem = self._session.remember_problem
        if problem:
            words = strings.REMEMBER_PROBLEMS[problem]
            callout = Callout("note", "", (Paragraph((Span(words),)),))
            self._problem.addWidget(note_box(self._look, callout, lambda *part: Text(self._look, *part)))
            if self.isVisible():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Folds the rail away where there is no room for it."""
        super().resizeEvent(event)
        self._fold(self._look.one_column(event.size().width()))

    def _fill_column(self) -> None:
        column = self._scroll.column
        column.addWidget(self._title)
        for name, group in ((PLACE, self._place), (PRIVACY, self._privacy)):
            column.addSpacing(20)
            column.addWidget(self._heads[name])
            column.addSpacing(5)
            column.addWidget(group)
        column.addSpacing(10)
        column.addWidget(self._remember)
        column.addLayout(self._problem)
        column.addLayout(at_start(self._about))
        column.addStretch(1)

    def _join(self) -> None:
        self._place.country_pressed.connect(lambda: self._use("country"))
        self._place.country_pressed.connect(self.country_pressed)
        self._privacy.extra_key_pressed.connect(lambda: self._use("extra_exit_key"))
        self._privacy.extra_key_pressed.connect(self.extra_key_pressed)
        self._privacy.cover_chosen.connect(self.cover_chosen)
        for group in (self._place, self._privacy):
            group.chosen.connect(lambda name, value: self._use(name))
            group.chosen.connect(self.chosen)

    def _use(self, name: str) -> None:
        self._used = name

    def _control(self) -> QWidget | None:
        control = {**self._place.controls, **self._privacy.controls}.get(self._used)
        return control.holds() if isinstance(control, Segments) else control

    def _go(self, name: str) -> None:
        if name == ABOUT:
            self.about_chosen.emit()
            return
        self._rail.show_here(name)
        self._used, self._begin = "", self._heads[name]
        self.take_focus()

    def _scroll_to_begin(self) -> None:
        if self._begin is not None:
            self._scroll.bar.setValue(self._begin.y() - NEAR)

    def _go_on_at(self, read_to: int) -> None:
        self._scroll.bar.setValue(read_to)
        control = self._control()
        if control is not None:
            self._scroll.ensureWidgetVisible(control, 0, NEAR)

    def _fold(self, folded: bool) -> None:
        self._rail.setVisible(not folded)
        self._about.setVisible(folded)
