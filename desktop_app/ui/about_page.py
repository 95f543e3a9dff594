"""What this program is, what it can't do, what nobody has tried yet, what it keeps, and whose work it carries."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app import __version__
from desktop_app.core.errors import ContentError
from desktop_app.core.licences import load_licences
from desktop_app.core.words import load_words
from desktop_app.ui import strings
from desktop_app.ui.about_facts import kept_words, rung_words
from desktop_app.ui.article import BODY_WIDTH, Article, Reader
from desktop_app.ui.buttons import Button
from desktop_app.ui.heading import HeadingText
from desktop_app.ui.layers import Screen
from desktop_app.ui.page import ScrollColumn
from desktop_app.ui.problems import sentence
from desktop_app.ui.session import Session
from desktop_app.ui.settings_rail import ABOUT, SettingsRail
from desktop_app.ui.text import Text, Title, at_start, capped
from desktop_app.ui.theme import Look

WIDEST = 640
SIDE = 48


class AboutPage(Screen):
    """Announces where to go on, and whose licence is to be read."""

    settings_chosen = Signal(str)
    """With the part of the settings to begin at, "" for the top."""
    talk_chosen = Signal()
    licence_chosen = Signal(object)

    def __init__(self, look: Look, session: Session, reader: Reader) -> None:
        super().__init__()
        self._look = look
        self._session = session
        self._reader = reader
        self._read_last: QWidget | None = None
        self._rail = SettingsRail(look)
        self._rail.show_here(ABOUT)
        self._rail.chosen.connect(self._go)
        self._title = Title(look, strings.ABOUT)
        self._scroll = ScrollColumn(look, widest=WIDEST, top=24, side=SIDE, centred=False)
        self._scroll.column.setSpacing(8)
        self._scroll.column.addWidget(self._title)
        self._add_lines((strings.VERSION.format(version=__version__),))
        self._add_words("what")
        self._add_words("limits")
        self._add_part(strings.NOT_RUNG, rung_words(session.directory.services, session.language))
        self._add_words("untried")
        self._add_part(strings.KEPT, kept_words(session))
        self._add_part(strings.WHOSE_WORK, (strings.OUR_LICENCES, strings.OTHER_LICENCES))
        self._add_licences()
        self._settings = Button(look, strings.SETTINGS, "link-icon", before="settings")
        self._settings.clicked.connect(lambda: self.settings_chosen.emit(""))
        self._add_ways_on()
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._rail)
        outer.addWidget(self._scroll, 1)
        self._fold(True)

    def take_focus(self) -> None:
        """The title is read out; who comes back from a licence goes on at the next."""
        (self._read_last or self._title).setFocus()

    def go_on_from(self, before: Screen) -> None:
        """Keeps how far the page was read."""
        if isinstance(before, AboutPage):
            read_to = before._scroll.bar.value()  # asked for now: that page is gone by the time this has its height
            QTimer.singleShot(0, self, lambda: self._scroll.bar.setValue(read_to))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Folds the rail away where there is no room for it."""
        super().resizeEvent(event)
        self._fold(self._look.one_column(event.size().width()))

    def _add_words(self, name: str) -> None:
        """A part from `resources/<language>/about/`; where it is broken, what is wrong with it."""
        session = self._session
        try:
            words = load_words(session.resources / session.language / "about" / f"{name}.md", session.resources)
        except ContentError as error:
            self._add_lines((f"{strings.BROKEN_TELL} {sentence(error.problem)}",))
            return
        self._add_heading(words.title)
        self._scroll.column.addWidget(Article(self._look, words.body, self._reader, lead=False))

    def _add_part(self, heading: str, lines: Iterable[str]) -> None:
        self._add_heading(heading)
        self._add_lines(lines, "body", "ink")

    def _add_heading(self, words: str) -> None:
        self._scroll.column.addSpacing(16)
        self._scroll.column.addWidget(HeadingText(self._look, words))

    def _add_lines(self, lines: Iterable[str], role: str = "small", token: str = "ink2") -> None:
        for words in lines:
            self._scroll.column.addLayout(capped(Text(self._look, words, role, token), self._look.px(BODY_WIDTH)))

    def _add_licences(self) -> None:
        try:
            licences = load_licences(self._session.resources)
        except ContentError as error:
            self._add_lines((f"{strings.BROKEN_TELL} {sentence(error.problem)}",))
            return
        for licence in licences:
            words = strings.LICENCE.format(part=licence.part, licence=licence.licence)
            button = Button(self._look, words, "row", after="chevron-right")
            button.clicked.connect(lambda _=False, button=button: setattr(self, "_read_last", button))
            button.clicked.connect(lambda _=False, licence=licence: self.licence_chosen.emit(licence))
            self._scroll.column.addWidget(button)

    def _add_ways_on(self) -> None:
        talk = Button(self._look, strings.TALK_NOW, "primary")
        talk.clicked.connect(self.talk_chosen)
        column = self._scroll.column
        column.addSpacing(16)
        column.addLayout(at_start(talk))
        column.addLayout(at_start(self._settings))
        column.addStretch(1)

    def _go(self, name: str) -> None:
        if name == ABOUT:
            self._scroll.bar.setValue(0)
            self._title.setFocus()
        else:
            self.settings_chosen.emit(name)

    def _fold(self, folded: bool) -> None:
        self._rail.setVisible(not folded)
        self._settings.setVisible(folded)
