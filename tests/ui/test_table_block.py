"""A table is a grid where there is room, and lines that name their column where there is not; no word is lost."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.links import Link
from desktop_app.ui.article import Article
from desktop_app.ui.table_block import TableCard
from desktop_app.ui.text import Text
from tests.ui.drawn import Page, plain_look
from tests.ui.screens import find, seen, settle, spoken, words

TABLE = """
| What | How to write it |
| --- | --- |
| Accounts | The name in the app, and a link to it.[^one] |
| Demands | **What** they want |
|  | [Talk now](talk:) |
"""
IN_A_GRID = [
    *("What", "How to write it", "What: Accounts"),
    "How to write it: The name in the app, and a link to it. (source 1)",
    *("What: Demands", "How to write it: What they want"),
]
IN_LINES = [
    *("What: Accounts", "How to write it: The name in the app, and a link to it. (source 1)"),
    *("What: Demands", "How to write it: What they want", "How to write it:"),
]
WIDE, NARROW = 600, 240


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication) -> Page:
    return Page(qtbot, plain_look())


def draw(page: Page, width: int) -> Article:
    return page.draw(TABLE, width=width, sources=("one",))


def resize(article: Article, width: int) -> None:
    article.resize(width, 900)
    settle(article)


def label(article: Article, said: str) -> QWidget:
    return next(text for text in seen(article) if isinstance(text, Text) and spoken(text).strip() == said)


def test_a_wide_table_is_a_grid_in_which_each_cell_says_its_column(page: Page) -> None:
    article = draw(page, WIDE)
    assert words(article) == IN_A_GRID
    left, right = label(article, IN_A_GRID[2]), label(article, IN_A_GRID[3])
    assert left.mapTo(article, left.rect().topLeft()).y() == right.mapTo(article, right.rect().topLeft()).y()


def test_a_narrow_table_is_lines_that_name_their_column(page: Page) -> None:
    article = draw(page, NARROW)
    assert words(article) == IN_LINES
    tops = [label(article, said).mapTo(article, label(article, said).rect().topLeft()).y() for said in IN_LINES]
    assert tops == sorted(tops)
    assert len(set(tops)) == len(tops)


def test_a_table_follows_its_width_there_and_back(page: Page) -> None:
    article = draw(page, WIDE)
    resize(article, NARROW)
    assert words(article) == IN_LINES
    resize(article, WIDE)
    assert words(article) == IN_A_GRID


@pytest.mark.parametrize("width", [180, NARROW, 300, 420, WIDE, 900])
def test_no_cell_is_cut(page: Page, width: int) -> None:
    article = draw(page, width)
    for text in seen(article):
        if isinstance(text, Text):
            assert text.height() >= text.heightForWidth(text.width()), text.accessibleName()
            assert text.width() >= text.minimumSizeHint().width() - 4
    (card,) = (each for each in seen(article) if isinstance(each, TableCard))
    assert card.width() <= width


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_a_link_in_a_table_is_a_button(page: Page, width: int) -> None:
    find(draw(page, width), "Talk now").click()
    assert page.followed == [Link("talk")]
