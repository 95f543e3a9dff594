"""Guidance as native parts: nothing of a page is lost, and each part is what it is, to see and to hear."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.core.blocks import plain_text
from desktop_app.core.links import Link
from desktop_app.core.resources import find_resources
from desktop_app.core.words import load_words
from desktop_app.ui.article import Article, Reader
from desktop_app.ui.clipboard import Clipboard
from desktop_app.ui.text import Text
from tests.ui.drawn import Page, plain_look
from tests.ui.screens import buttons, described, find, role, seen, spoken, words

RESOURCES = find_resources()
STEPS = RESOURCES / "en" / "plans" / "young-person"
PAGES = sorted({*STEPS.glob("*.md"), *(RESOURCES / "en" / "sheets").glob("*.md")} - {STEPS / "plan.md"})


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication) -> Page:
    return Page(qtbot, plain_look())


def label(article: Article, said: str) -> Text:
    return next(text for text in seen(article) if isinstance(text, Text) and spoken(text) == said)


# -- parts -------------------------------------------------------------------------------------------------------------


def test_parts_stand_in_the_order_of_the_page(page: Page) -> None:
    article = page.draw("One.\n\n## Two\n\n- three\n- four\n\nFive.")
    tops = {
        spoken(text): text.mapTo(article, text.rect().topLeft()).y() for text in seen(article) if isinstance(text, Text)
    }
    order = [tops[said] for said in ("One.", "Two", "three", "four", "Five.")]
    assert order == sorted(order)
    assert len(set(order)) == 5


def test_a_heading_is_a_heading_and_a_paragraph_is_text(page: Page) -> None:
    article = page.draw("One.\n\n## Two\n\n### Three")
    assert [role(label(article, said)) for said in ("One.", "Two", "Three")] == [
        QAccessible.Role.StaticText,
        QAccessible.Role.Heading,
        QAccessible.Role.Heading,
    ]
    assert label(article, "Two").font().pixelSize() > label(article, "Three").font().pixelSize()


def test_the_first_paragraph_is_set_larger(page: Page) -> None:
    article = page.draw("One.\n\nTwo.")
    assert label(article, "One.").font().pixelSize() > label(article, "Two.").font().pixelSize()


def test_strong_words_are_strong_and_all_words_are_said(page: Page) -> None:
    article = page.draw("Press **Esc** twice.")
    text = label(article, "Press Esc twice.")
    assert "<b>Esc</b>" in text.text()


@pytest.mark.parametrize("said", ["Tom & Ann", "1 &lt; 2", "a > b", "5 &amp; 6", "100 % “sure”"])
def test_signs_that_mean_something_to_html_are_shown_as_they_are(page: Page, said: str) -> None:
    article = page.draw(f"{said} here.")
    plain = said.replace("&lt;", "<").replace("&amp;", "&")
    assert words(article) == [f"{plain} here."]


def test_a_button_shows_and_says_an_ampersand(page: Page) -> None:
    article = page.draw("One.\n\n[Talk & breathe](talk:)")
    assert [spoken(button) for button in buttons(article)] == ["Talk & breathe"]


def test_lists_keep_their_dots_and_numbers(page: Page) -> None:
    article = page.draw("One.\n\n- a\n- b\n\nTwo.\n\n1. c\n2. d")
    assert words(article) == ["One.", "•", "a", "•", "b", "Two.", "1.", "c", "2.", "d"]


def test_a_note_and_a_calm_part_are_whole(page: Page) -> None:
    article = page.draw('One.\n\n!!! note "Mind this"\n    Two.\n\n    Three.\n\n!!! calm ""\n    Four.')
    assert words(article) == ["One.", "Mind this", "Two.", "Three.", "Four."]


def test_no_line_is_longer_than_seventy_letters(page: Page) -> None:
    article = page.draw("x " * 200 + "\n\n" + "y " * 200, width=1000)
    for text in seen(article):
        if isinstance(text, Text):
            assert text.width() <= (550 if spoken(text).startswith("x") else 520)


# -- links -------------------------------------------------------------------------------------------------------------


def test_a_link_alone_is_a_button(page: Page) -> None:
    article = page.draw("One.\n\n[Talk to someone now](talk:)")
    find(article, "Talk to someone now").click()
    assert page.followed == [Link("talk")]


def test_a_link_in_a_text_is_a_button_after_it(page: Page) -> None:
    article = page.draw("Feels too much? [Go here](crisis:)")
    assert words(article) == ["Feels too much?"]
    find(article, "Go here").click()
    assert page.followed == [Link("crisis")]


def test_links_in_the_middle_keep_their_words_and_are_buttons_too(page: Page) -> None:
    article = page.draw("Too much? [Block now](step:block). Or [talk](talk:). Both are fine.")
    assert words(article) == ["Too much? Block now. Or talk. Both are fine."]
    for name in ("Block now", "talk"):
        find(article, name).click()
    assert page.followed == [Link("step", "block"), Link("talk")]


def test_a_link_in_a_list_and_in_a_note_is_a_button(page: Page) -> None:
    article = page.draw('One.\n\n- see [this](crisis:)\n\n!!! note ""\n    and [that](talk:)')
    for name in ("this", "that"):
        find(article, name).click()
    assert page.followed == [Link("crisis"), Link("talk")]


def test_nothing_is_opened_outside_the_program(page: Page) -> None:
    article = page.draw("See [this](crisis:).")
    assert not any(text.openExternalLinks() for text in seen(article) if isinstance(text, QLabel))


def test_cards_stand_where_their_link_stands(page: Page) -> None:
    article = page.draw("One.\n\n[Help](help:image-removal)\n\nTwo.")
    assert words(article) == ["One.", "a card", "another card", "Two."]
    assert page.cards_for == [Link("help", "image-removal")]


# -- ticks and words to say --------------------------------------------------------------------------------------------

TWO_LISTS = "One.\n\n- [ ] a\n- [ ] b\n\nTwo.\n\n- [ ] c\n- [ ] d"


def test_a_tick_says_which_line_of_which_list_it_is(page: Page) -> None:
    article = page.draw(TWO_LISTS)
    for name in ("b", "c", "b"):
        find(article, name).click()
    assert page.ticks == [("b", True), ("c", True), ("b", False)]


def test_what_was_ticked_is_ticked(page: Page) -> None:
    article = page.draw(TWO_LISTS, ticked=("a", "d", "not on this page"))
    boxes = [box for box in seen(article) if isinstance(box, QCheckBox)]
    assert [spoken(box) for box in boxes if box.isChecked()] == ["a", "d"]


TWO_TO_SAY = 'One.\n\n!!! say "To a friend"\n    I need help.\n\n    Can you come?\n\n!!! say "To mum"\n    Please sit.'


def test_words_to_say_can_be_shown_large_and_copied(page: Page) -> None:
    article = page.draw(TWO_TO_SAY)
    assert {"I need help.", "Can you come?"} <= set(words(article))
    find(article, "Show large: To a friend").click()
    assert page.large == [("To a friend", "I need help.\nCan you come?")]
    find(article, "Copy the words: To a friend").click()
    assert QApplication.clipboard().text() == "I need help.\nCan you come?"
    QApplication.clipboard().clear()


def test_only_the_first_words_to_say_are_unfolded(page: Page) -> None:
    article = page.draw(TWO_TO_SAY)
    assert "Please sit." not in words(article)
    find(article, "To mum").click()
    assert "Please sit." in words(article)
    find(article, "To a friend").click()
    assert "I need help." not in words(article)


# -- the real pages ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_nothing_of_a_page_is_lost(page: Page, path: Path) -> None:
    loaded = load_words(path, RESOURCES)
    for blocks in (loaded.body, loaded.why):
        if not blocks:
            continue
        reader = Reader(
            follow=page.followed.append,
            cards=lambda link: [QPushButton("card")],
            ticked=frozenset(),
            tick=lambda index, on: None,
            show_large=lambda title, said: None,
            change_words=lambda title, said: None,
            changed={},
            clipboard=Clipboard(),
        )
        article = Article(page.look, blocks, reader)
        page.qtbot.addWidget(article)
        article.show()
        for button in buttons(article):
            if described(button).startswith("Folded away"):
                button.click()
        names = [spoken(button) for button in buttons(article)]
        heard = {*words(article), *names, *(f"{text} {name}" for text in words(article) for name in names)}
        missing = [line for line in plain_text(blocks).split("\n") if line.strip() and line.strip() not in heard]
        assert len(missing) == names.count("card"), missing
