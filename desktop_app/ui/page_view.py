"""One page to read: for whom and how long, title, summary, text, sources. A broken page says what to do without it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.blocks import plain_text
from desktop_app.core.errors import ContentError
from desktop_app.core.library import Page
from desktop_app.core.links import Link
from desktop_app.core.reading import minutes
from desktop_app.ui import strings
from desktop_app.ui.article import Article, Reader
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.help_card import help_card
from desktop_app.ui.problems import sentence
from desktop_app.ui.session import Session
from desktop_app.ui.source_list import SourceList
from desktop_app.ui.text import Text, Title, capped, title_role
from desktop_app.ui.theme import Look

WIDTH = 560
PAUSE = 50
"""Milliseconds from the first picture of a page to its sources."""


class PageView(QWidget):
    """`page` is None where there is none of the name that was asked for."""

    link_followed = Signal(object)
    qr_chosen = Signal(object, object)
    large_chosen = Signal(str, str)

    def __init__(self, look: Look, session: Session, page: Page | None, clipboard: Clipboard) -> None:
        super().__init__()
        self._look = look
        self._session = session
        self._clipboard = clipboard
        self._sources_of: Page | None = None
        """The page whose sources are still to be added."""
        self.place = ""
        """For whom the page is, and how long it takes to read."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        try:
            body = page.body if page is not None else ()
        except ContentError as error:
            self.title = self._broken(f"{strings.BROKEN_TELL} {sentence(error.problem)}")
            return
        if page is None:
            self.title = self._broken("")
            return
        length = minutes(plain_text(body))
        words = strings.ONE_MINUTE if length == 1 else strings.MINUTES
        self.place = words.format(audience=strings.AUDIENCES[page.audience], minutes=length)
        self.title = Title(look, page.title, title_role(page.title))
        self._column.addLayout(self._capped(self.title))
        self._column.addLayout(self._capped(Text(look, page.summary, "article-lead")))
        self._column.addSpacing(4)
        self._column.addWidget(Article(look, body, self._reader(page), lead=False, sources=page.sources))
        self._sources_of = page

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws nothing itself; what stands below the window is added soon after the first time."""
        if self._sources_of is not None:
            QTimer.singleShot(PAUSE, self, self.fill)

    def fill(self) -> None:
        """Adds the sources, which are at the end and take half of the time, if they are not there yet."""
        page, self._sources_of = self._sources_of, None
        if page is not None:
            session = self._session
            self._column.addSpacing(12)
            self._column.addWidget(
                SourceList(self._look, page.sources, session.sources, page.checked, session.language)
            )

    def _capped(self, text: Text) -> QHBoxLayout:
        return capped(text, self._look.px(WIDTH))

    def _reader(self, page: Page) -> Reader:
        reading = self._session.reading
        return Reader(
            follow=self.link_followed.emit,
            cards=self._cards,
            ticked=reading.ticks(page.id),
            tick=lambda index, on: reading.tick(page.id, index, on),
            show_large=self.large_chosen.emit,
            clipboard=self._clipboard,
        )

    def _cards(self, link: Link) -> Iterable[QWidget]:
        """The services that a `help:` or `service:` link stands for."""
        services = self._session.services(link)
        for service in services:
            state = self._session.state
            yield help_card(self._look, service, state, self._clipboard, self.qr_chosen.emit, name=True)
        if not services:
            yield Text(self._look, strings.PAGE_CARD_NONE, "body")

    def _broken(self, problem: str) -> Title:
        title = Title(self._look, strings.BROKEN_PAGE)
        self._column.addWidget(title)
        self._column.addLayout(self._capped(Text(self._look, strings.BROKEN_PAGE_WHAT, "article-lead")))
        for card in self._cards(Link("help", "best")):
            self._column.addWidget(card)
        if problem:
            self._column.addWidget(Text(self._look, problem, "small", "ink2"))
        return title
