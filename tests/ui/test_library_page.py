"""Read and learn: all pages by who they are for, one page beside them, and the way there and back."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from desktop_app.ui.contents_row import ContentsRow
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.page_view import PageView
from desktop_app.ui.text import Title
from desktop_app.ui.theme import Theme
from tests.ui.opening import OpenWindow
from tests.ui.screens import (
    NOT_SAFE,
    SMALL,
    buttons,
    described,
    find,
    focused,
    has,
    in_view,
    page,
    press,
    says,
    seen,
    settle,
    spoken,
    whole,
    words,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True)

FIRST = "Someone is blackmailing you. This is a crime."
SECOND = "It often starts like any other chat"
THIRD = "It is not your fault, and you can ask for help"
ALT = Qt.KeyboardModifier.AltModifier


def rows(window: MainWindow) -> list[str]:
    """The names of the rows of the contents that are shown."""
    return [spoken(button) for button in buttons(window) if isinstance(button, ContentsRow)]


def title(window: MainWindow) -> str:
    """The title of the page that is shown."""
    return next(spoken(widget) for widget in seen(window) if isinstance(widget, Title))


def scrolled(window: MainWindow) -> QScrollArea:
    """What the page that is read scrolls in."""
    return next(area for area in seen(window) if isinstance(area, QScrollArea) and area.findChildren(PageView))


def keys(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    """Press keys where the keyboard is."""
    QTest.keyClick(window.windowHandle(), key, modifier)
    settle(window)


def test_one_press_on_home_opens_the_first_page_with_all_others_beside_it(window: MainWindow) -> None:
    press(window, "Read and learn")
    assert title(window) == FIRST
    assert spoken(focused()) == FIRST
    assert says(window, "Young people · 2 minutes")
    assert says(window, "What this is, why it feels so fast, and what you can do about it.")
    assert rows(window)[:2] == ["Young people, 25 pages", f"{FIRST} (1 of 25)"]
    assert rows(window)[26:] == ["Parents and carers, 11 pages", "School staff, 7 pages", "Rehearse a form, 7 pages"]


def test_every_page_can_be_opened_from_the_contents(window: MainWindow) -> None:
    press(window, "Read and learn")
    for group in ("Parents and carers", "School staff", "Rehearse a form"):
        press(window, group)
    for each in window.session.library:
        press(window, f"{each.title} (")
        whole(window)
        assert title(window) == each.title
        assert spoken(focused()) == each.title
        assert says(window, each.summary)
        assert says(window, "We checked this page on 24 November 2026.")


def test_the_end_of_a_page_comes_by_itself(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "Read and learn")
    qtbot.waitUntil(lambda: says(window, "Where this comes from"))
    assert says(window, "We checked this page on 24 November 2026.")


def test_a_group_says_whether_it_is_open_and_closes_again(window: MainWindow) -> None:
    press(window, "Read and learn")
    assert described(find(window, "Parents and carers")) == "Folded away. Press to see its pages."
    press(window, "Parents and carers")
    assert described(find(window, "Parents and carers")) == "Open. Press to fold it away."
    assert has(window, "Your child has told you")
    press(window, "Parents and carers")
    assert not has(window, "Your child has told you")


def test_the_page_that_is_read_is_marked_also_for_a_screen_reader(window: MainWindow) -> None:
    page(SECOND)(window)
    marked = [spoken(button) for button in buttons(window) if described(button) == "You are here"]
    assert marked == [f"{SECOND} (2 of 25)"]


def test_back_and_forward_go_the_way_that_was_read_by_buttons_and_by_keys(window: MainWindow) -> None:
    press(window, "Read and learn")
    assert not has(window, "Go back")
    assert not has(window, "Go forward")
    for name in (SECOND, THIRD):
        press(window, name)
    press(window, "Go back")
    assert title(window) == SECOND
    keys(window, Qt.Key.Key_Left, ALT)
    assert title(window) == FIRST
    assert spoken(focused()) == FIRST
    assert not has(window, "Go back")
    keys(window, Qt.Key.Key_Left, ALT)
    assert title(window) == FIRST
    press(window, "Go forward")
    keys(window, Qt.Key.Key_Right, ALT)
    assert title(window) == THIRD


def test_a_page_is_found_again_where_it_was_read_to(window: MainWindow) -> None:
    press(window, "Read and learn")
    whole(window)
    scrolled(window).verticalScrollBar().setValue(200)
    press(window, SECOND)
    assert scrolled(window).verticalScrollBar().value() == 0
    press(window, "Go back")
    assert scrolled(window).verticalScrollBar().value() == 200
    press(window, "Home")
    press(window, "Read and learn")
    assert (title(window), scrolled(window).verticalScrollBar().value()) == (FIRST, 200)


def test_nothing_is_lost_when_something_lies_over_the_page(window: MainWindow) -> None:
    page(SECOND)(window)
    scrolled(window).verticalScrollBar().setValue(150)
    press(window, NOT_SAFE)
    press(window, "Back to where I was")
    assert (title(window), scrolled(window).verticalScrollBar().value()) == (SECOND, 150)


def test_text_size_and_colours_change_at_once_and_the_page_stays(window: MainWindow) -> None:
    page("Your child has told you")(window)
    before = title(window)
    window.use_look(130, Theme.DARK)
    settle(window)
    assert title(window) == before
    assert has(window, "Go back")
    assert "Young people, 25 pages" in rows(window)
    assert len(rows(window)) > 11  # the group of the page is open


def test_ticks_stay_as_long_as_the_program_runs(window: MainWindow) -> None:
    reading = window.session.reading
    with_ticks = next(each for each in window.session.library if "- [ ]" in each.markdown)
    reading.tick(with_ticks.id, re.findall(r"- \[ \] (.+)", with_ticks.markdown)[0], True)
    window.show_library(with_ticks.id)
    settle(window)
    box = next(button for button in buttons(window) if button.isCheckable())
    assert box.isChecked()
    box.click()
    assert reading.ticks(with_ticks.id) == frozenset()


# -- where there is little room ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("text_size", [100, 150, 200])
def test_in_one_column_all_pages_come_first_and_lead_to_one_and_back(open_window: OpenWindow, text_size: int) -> None:
    window = open_window(size=SMALL)
    window.use_look(text_size, Theme.LIGHT)
    press(window, "Read and learn")
    assert title(window) == "Read and learn"
    assert spoken(focused()) == "Read and learn"
    press(window, SECOND)
    assert title(window) == SECOND
    assert not rows(window)
    press(window, "All pages")
    assert title(window) == "Read and learn"
    assert spoken(focused()) == f"{SECOND} (2 of 25)"
    assert in_view(focused()).height() >= 44


def test_a_link_to_a_page_opens_it_and_not_the_contents_in_one_column(open_window: OpenWindow) -> None:
    window = open_window(size=SMALL)
    window.show_library("keep-words")
    settle(window)
    assert title(window) == "Keep their words and names. Leave the pictures."


def test_a_wider_window_shows_both_sides_and_a_narrow_one_what_was_read(open_window: OpenWindow) -> None:
    window = open_window(size=SMALL)
    press(window, "Read and learn")
    press(window, SECOND)
    window.resize(1100, 760)
    settle(window)
    assert rows(window)
    assert title(window) == SECOND
    window.resize(*SMALL)
    settle(window)
    assert not rows(window)
    assert title(window) == SECOND


def test_one_column_stays_on_its_side_in_another_text_size(open_window: OpenWindow) -> None:
    window = open_window(size=SMALL)
    press(window, "Read and learn")
    window.use_look(130, Theme.LIGHT)
    settle(window)
    assert title(window) == "Read and learn"
    press(window, SECOND)
    window.use_look(200, Theme.LIGHT)
    settle(window)
    assert title(window) == SECOND


def test_words_of_a_page_are_all_there_in_the_order_of_reading(window: MainWindow) -> None:
    page(SECOND)(window)
    said = words(window)
    marks = [SECOND, "How it begins, why it looked real", "How it begins", "How they press", "Where this comes from"]
    places = [next(place for place, text in enumerate(said) if text.startswith(mark)) for mark in marks]
    assert places == sorted(places)
