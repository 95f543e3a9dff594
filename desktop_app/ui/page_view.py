"""One page to read: for whom and how long, title, summary, text, sources. A broken page says what to do without it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.blocks import Block, plain_text
from desktop_app.core.errors import ContentError
from desktop_app.core.library import Page
from desktop_app.core.links import Link
from desktop_app.core.reading import minutes
from desktop_app.ui import strings
from desktop_app.ui.article import Article, Reader
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.help_card import help_card
from desktop_app.ui.print_document import Printed, printed_page
from desktop_app.ui.problems import sentence
from desktop_app.ui.session import Session
from desktop_app.ui.source_list import SourceList
from desktop_app.ui.text import Text, Title, capped, title_role
from desktop_app.ui.theme import Look

WIDTH = 560
PAUSE = 50
"""Milliseconds from the first picture of a page to the next part of it, and from that to its sources."""
FIRST_LETTERS = 1300
"""Letters that fill an ordinary window."""
BLOCK_LETTERS = 60
"""Letters that would fit into the end of a block's last line and the space under it."""


def first_picture(blocks: Sequence[Block], text_size: int) -> int:
    """How many of the blocks fill an ordinary window at a text size in percent."""
    letters = 0
    for number, block in enumerate(blocks, 1):
        letters += len(plain_text((block,))) + BLOCK_LETTERS
        if letters * text_size >= FIRST_LETTERS * 100:
            return number
    return len(blocks)


class PageView(QWidget):
    """`page` is None where there is none of the name that was asked for."""

    link_followed = Signal(object)
    qr_chosen = Signal(object, object)
    large_chosen = Signal(str, str)
    words_chosen = Signal(str, str)
    grown = Signal()
    """More of the page is there."""

    def __init__(self, look: Look, session: Session, page: Page | None, clipboard: Clipboard) -> None:
        super().__init__()
        self._look = look
        self._session = session
        self._clipboard = clipboard
        self._to_come: list[Callable[[], None]] = []
        """What adds the parts that the first picture does not show."""
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self._add_next)
        self.printed: Printed | None = None
        """The page as it can be printed; None where it is broken, or there is none."""
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
        self.printed = printed_page(page)
        self.title = Title(look, page.title, title_role(page.title))
        self._column.addLayout(self._capped(self.title))
        self._column.addLayout(self._capped(Text(look, page.summary, "article-lead")))
        self._column.addSpacing(4)
        first = first_picture(body, look.text_size)
        article = Article(look, body[:first], self._reader(page), lead=False, sources=page.sources)
        self._column.addWidget(article)
        self._to_come = [lambda: article.add(body[first:]), lambda: self._add_sources(page)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws nothing itself; once it was seen, the rest is added part by part, with time for the person between."""
        if self._to_come and not self._timer.isActive():
            self._timer.start()

    def fill(self) -> None:
        """Adds all that is still to come."""
        while self._to_come:
            self._add_next()

    def _add_next(self) -> None:
        if self._to_come:
            self._to_come.pop(0)()
            self.grown.emit()
        if not self._to_come:
            self._timer.stop()

    def _add_sources(self, page: Page) -> None:
        session = self._session
        self._column.addSpacing(12)
        self._column.addWidget(SourceList(self._look, page.sources, session.sources, page.checked, session.language))

    def _capped(self, text: Text) -> QHBoxLayout:
        return capped(text, self._look.px(WIDTH))

    def _reader(self, page: Page) -> Reader:
        reading = self._session.reading
        return Reader(
            follow=self.link_followed.emit,
            cards=self._cards,
            ticked=reading.ticks(page.id),
            tick=lambda line, on: reading.tick(page.id, line, on),
            show_large=self.large_chosen.emit,
            change_words=self.words_chosen.emit,
            changed=self._session.said,
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
