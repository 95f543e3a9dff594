"""A source mark is a small number to see and "source 2" to hear; the page's end says what the numbers are."""

import datetime as dt

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.core.library import load_library
from desktop_app.core.resources import find_resources
from desktop_app.core.sources import Source, load_sources
from desktop_app.ui.article import Article
from desktop_app.ui.source_list import SourceList
from desktop_app.ui.text import Text
from desktop_app.ui.theme import LIGHT, Look
from tests.ui.drawn import Page, plain_look
from tests.ui.screens import described, find, role, seen, settle, words

IDS = ("one", "two")
PAGES = list(load_library(find_resources(), "en"))


def source(name: str, show: bool = True) -> Source:
    return Source(name, f"The {name} people", f"example.org/{name}/page", "A", ("1.1",), dt.date(2026, 11, 24), show)


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication) -> Page:
    return Page(qtbot, plain_look())


def source_list(qtbot: QtBot, *ids: str, width: int = 560) -> SourceList:
    known = {"one": source("one"), "two": source("two", show=False)}
    made = SourceList(plain_look(), ids, known, dt.date(2026, 3, 4), "en")
    qtbot.addWidget(made)
    made.resize(width, 400)
    made.show()
    settle(made)
    return made


def written(article: Article) -> list[str]:
    return [text.text() for text in seen(article) if isinstance(text, Text)]


def test_a_mark_is_a_raised_number_and_is_heard_as_source(page: Page) -> None:
    article = page.draw("It is so.[^two] And so.[^one]", sources=IDS)
    assert words(article) == ["It is so. (source 2) And so. (source 1)"]
    assert "so.<sup>2</sup> And so.<sup>1</sup>" in written(article)[0]


def test_two_marks_do_not_look_like_one_number(page: Page) -> None:
    article = page.draw("It is so.[^one][^two]", sources=IDS)
    assert words(article) == ["It is so. (source 1) (source 2)"]
    assert "<sup>1</sup><sup>,&nbsp;2</sup>" in written(article)[0]


def test_marks_are_heard_in_lists_notes_and_beside_links(page: Page) -> None:
    article = page.draw('- a[^one]\n\n!!! note ""\n    b[^two]\n\nSee [this](talk:) now.[^one]', sources=IDS)
    said = ["•", "a (source 1)", "b (source 2)", "See this now. (source 1)"]
    assert words(article) == said
    assert described(find(article, "this")) == "See this now."


def test_a_mark_is_no_link_and_takes_no_key(page: Page) -> None:
    article = page.draw("It is so.[^one]", sources=IDS)
    labels = [label for label in seen(article) if isinstance(label, QLabel)]
    assert not any(label.openExternalLinks() or "href" in label.text() for label in labels)


def test_the_list_numbers_the_sources_and_gives_addresses_as_text(qtbot: QtBot) -> None:
    made = source_list(qtbot, "two", "one")
    assert words(made) == [
        "Where this comes from",
        "Source 1",
        "The two people",
        "Source 2",
        "The one people",
        "example.org/one/page",
        "We checked this page on 4 March 2026.",
    ]
    assert role(next(iter(seen(made)))) == QAccessible.Role.Heading


def test_a_source_that_cannot_be_read_keeps_its_number(qtbot: QtBot) -> None:
    assert words(source_list(qtbot, "three", "two"))[1:5] == [
        "Source 1",
        "We can’t show this source.",
        "Source 2",
        "The two people",
    ]


def test_a_long_address_breaks_and_is_not_cut(qtbot: QtBot) -> None:
    made = source_list(qtbot, "one", width=140)
    assert all(label.width() <= 140 for label in seen(made))
    assert all(
        label.height() >= label.heightForWidth(label.width()) for label in seen(made) if label.hasHeightForWidth()
    )


@pytest.mark.parametrize("shipped", PAGES, ids=lambda shipped: str(shipped.id))
@pytest.mark.parametrize("size", [100, 200])
def test_every_page_can_be_drawn_with_its_sources(page: Page, shipped: object, size: int) -> None:
    from desktop_app.core.library import Page as LibraryPage

    assert isinstance(shipped, LibraryPage)
    page.look = Look(LIGHT, size, page.look.icons)
    article = page.draw_blocks(shipped.body, sources=shipped.sources)
    assert not [said for said in words(article) if "[^" in said]
    made = SourceList(page.look, shipped.sources, load_sources(find_resources()), shipped.checked, "en")
    page.qtbot.addWidget(made)
    made.show()
    assert "We can’t show this source." not in words(made)
