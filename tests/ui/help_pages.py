"""The page that finds help, alone, and what the tests of it look at."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.place import Place
from desktop_app.core.resources import find_resources
from desktop_app.core.settings import Settings
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.directory_list import DirectoryList
from desktop_app.ui.directory_page import DirectoryPage
from desktop_app.ui.icons import Icons
from desktop_app.ui.session import Session
from desktop_app.ui.theme import LIGHT, Look
from tests.ui.opening import NOON
from tests.ui.screens import WIDE, buttons, seen, settle, spoken

LATER = dt.timedelta(days=366)


class Day:
    """A clock that a test can set."""

    def __init__(self, now: dt.datetime) -> None:
        self.now = now

    def __call__(self) -> dt.datetime:
        return self.now


def look(text_size: int = 100) -> Look:
    """Light, at a text size in percent."""
    return Look(LIGHT, text_size, Icons(find_resources() / "icons"))


def session(
    country: str | None = "GB", now: dt.datetime | Callable[[], dt.datetime] = NOON, resources: Path | None = None
) -> Session:
    """A visit in a country at a moment."""
    clock = now if callable(now) else lambda: now
    place = Place(country, known=True, guessed=False)
    return Session(resources or find_resources(), "en", lambda remembered: place, clock, Settings())


class HelpPages:
    """Opens the page alone."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._pages: list[DirectoryPage] = []
        """A page goes with the last name for it."""

    def __call__(
        self, visit: Session | None = None, size: tuple[int, int] = WIDE, text_size: int = 100, whole: bool = True
    ) -> DirectoryPage:
        """The page with all of its cards, or at its first picture."""
        page = DirectoryPage(look(text_size), visit or session(), Clipboard())
        self._pages.append(page)
        self._qtbot.addWidget(page)
        page.resize(*size)
        if whole:
            page.show()
            self.wait_whole(page)
        return page

    def wait_whole(self, page: DirectoryPage) -> None:
        """Until every card is there."""
        cards = page.findChild(DirectoryList)
        assert isinstance(cards, DirectoryList)
        self._qtbot.waitUntil(lambda: cards.whole)
        settle(page)


@pytest.fixture
def help_page(qtbot: QtBot, dressed: object) -> HelpPages:
    return HelpPages(qtbot)


def listed(page: QWidget) -> list[str]:
    """The names of the services that are shown, in order."""
    return [spoken(button).removeprefix("More about ") for button in buttons(page) if spoken(button).startswith("More")]


def words_in(part: QWidget) -> list[str]:
    """All words that are shown inside something."""
    return [spoken(widget) for widget in seen(part) if spoken(widget)]
