"""Markdown drawn as a page draws it, and what the person does with it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.blocks import Block, parse_blocks
from desktop_app.core.links import Link
from desktop_app.core.resources import find_resources
from desktop_app.ui.article import Article, Reader
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.icons import Icons
from desktop_app.ui.theme import LIGHT, Look
from tests.ui.screens import settle


@dataclass
class Page:
    """Draws Markdown as the plan does, and notes what the person does with it."""

    qtbot: QtBot
    look: Look
    followed: list[Link] = field(default_factory=list)
    ticks: list[tuple[str, bool]] = field(default_factory=list)
    large: list[tuple[str, str]] = field(default_factory=list)
    change: list[tuple[str, str]] = field(default_factory=list)
    cards_for: list[Link] = field(default_factory=list)

    def draw(self, text: str, ticked: Iterable[str] = (), width: int = 640, sources: tuple[str, ...] = ()) -> Article:
        """The article, shown at a width in px."""
        return self.draw_blocks(parse_blocks(text, sources=sources), ticked, width, sources)

    def draw_blocks(
        self, blocks: Iterable[Block], ticked: Iterable[str] = (), width: int = 640, sources: tuple[str, ...] = ()
    ) -> Article:
        """The same for text that was read before."""
        reader = Reader(
            follow=self.followed.append,
            cards=self._cards,
            ticked=frozenset(ticked),
            tick=lambda line, on: self.ticks.append((line, on)),
            show_large=lambda title, said: self.large.append((title, said)),
            change_words=lambda title, said: self.change.append((title, said)),
            changed={},
            clipboard=Clipboard(),
        )
        article = Article(self.look, blocks, reader, sources=sources)
        self.qtbot.addWidget(article)
        article.resize(width, 800)
        article.show()
        settle(article)
        return article

    def _cards(self, link: Link) -> list[QWidget]:
        self.cards_for.append(link)
        return [QLabel("a card"), QLabel("another card")]


def plain_look() -> Look:
    """Light, at 100 %."""
    return Look(LIGHT, 100, Icons(find_resources() / "icons"))
