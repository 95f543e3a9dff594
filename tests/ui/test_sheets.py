"""Sheets: what each shows, and that it closes to where it was opened, by its button, by Esc, and never by surprise."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.core.blocks import plain_text
from desktop_app.core.place import Place
from desktop_app.core.words import load_words
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.qr_code import QrCode
from desktop_app.ui.text import Title
from desktop_app.ui.theme import Theme
from tests.desktop.presses import tap
from tests.ui.every_screen import SCREENS
from tests.ui.opening import OpenWindow
from tests.ui.screens import (
    FIRST_STEP,
    GB,
    LEAVE,
    NOT_SAFE,
    NOWHERE,
    SMALL,
    WIDE,
    WORDS,
    buttons,
    find,
    has,
    press,
    says,
    seen,
    settle,
    spoken,
    words,
)
from tests.ui.test_crisis_page import read_back

SHEETS = (
    "code of a number",
    "code of a text",
    "code of an address",
    "open a page here",
    "country",
    "try it",
    "what it can’t do",
    "one slow breath",
    "talk",
    "words shown large",
    "all steps",
)
each_sheet = pytest.mark.parametrize("name", SHEETS)


def reach(open_window: OpenWindow, name: str) -> MainWindow:
    window = open_window(SCREENS[name].place, size=SMALL if SCREENS[name].folded else WIDE)
    SCREENS[name].go(window)
    return window


def title(window: MainWindow) -> str:
    return next(spoken(widget) for widget in seen(window) if isinstance(widget, Title))


# -- every sheet -------------------------------------------------------------------------------------------------------


@each_sheet
def test_a_sheet_has_leave_now_and_the_crisis_page_and_a_button_that_closes(open_window: OpenWindow, name: str) -> None:
    window = reach(open_window, name)
    assert [has(window, each) for each in (LEAVE, NOT_SAFE, "Close")] == [True, True, True]


@each_sheet
def test_its_button_and_esc_close_a_sheet_and_only_the_sheet(
    open_window: OpenWindow, left: list[str], name: str
) -> None:
    window = reach(open_window, name)
    on_sheet = title(window)
    press(window, "Close")
    behind = title(window)
    assert behind != on_sheet
    again = reach(open_window, name)
    tap(again, Qt.Key.Key_Escape)
    settle(again)
    assert title(again) == behind
    assert left == []


@each_sheet
def test_nothing_shows_behind_a_sheet(open_window: OpenWindow, name: str) -> None:
    window = reach(open_window, name)
    assert sum(isinstance(widget, Title) for widget in seen(window)) == 1


@each_sheet
def test_a_sheet_keeps_its_place_in_another_look(open_window: OpenWindow, name: str) -> None:
    window = reach(open_window, name)
    before = title(window), words(window)
    window.use_look(200, Theme.DARK)
    settle(window)
    assert (title(window), words(window)) == before
    press(window, "Close")
    assert title(window) != before[0]


def test_all_steps_still_lead_there_when_the_page_under_them_was_made_anew(open_window: OpenWindow) -> None:
    window = reach(open_window, "all steps")
    window.use_look(100, Theme.DARK)
    settle(window)
    press(window, "Step 5 of 9")
    assert has(window, "Step 5 of 9. See all steps")
    assert title(window) == load_words(WORDS / "plans" / "young-person" / "tell-gb.md", WORDS.parent).title


@each_sheet
def test_home_leads_home_from_a_sheet_and_nothing_lies_over_it(open_window: OpenWindow, name: str) -> None:
    window = reach(open_window, name)
    press(window, "Home")
    assert title(window) == "What do you need right now?"
    tap(window, Qt.Key.Key_Escape)
    settle(window)
    assert title(window) == "What do you need right now?"


def test_sheets_over_sheets_close_one_by_one(window: MainWindow) -> None:
    press(window, "I’m being blackmailed")
    press(window, "Talk to someone now")
    press(window, "Show a QR code for Shout")
    titles = [title(window)]
    for _ in range(2):
        tap(window, Qt.Key.Key_Escape)
        settle(window)
        titles.append(title(window))
    assert titles == ["Shout", "Talk to someone now", FIRST_STEP.title]


# -- one contact -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "payload", "said", "after"),
    [
        ("code of a number", "tel:08001111", "0800 1111", "Your phone asks before it calls."),
        ("code of a text", "SMSTO:85258:SHOUT", "85258", "Your phone asks before it sends a text."),
        ("code of an address", "https://www.childline.org.uk", "childline.org.uk", "before it opens the page."),
    ],
)
def test_a_contact_shows_its_number_its_code_and_what_the_phone_will_do(
    open_window: OpenWindow, name: str, payload: str, said: str, after: str
) -> None:
    window = reach(open_window, name)
    [code] = [widget for widget in seen(window) if isinstance(widget, QrCode)]
    assert spoken(code).startswith("QR code: ")
    assert spoken(code).endswith(f", {said}")
    assert read_back(code, payload)
    assert said in words(window)
    assert says(window, after)
    assert says(window, "Your phone may keep this in its history.")


def test_a_contact_says_which_word_to_text(window: MainWindow) -> None:
    press(window, "Show a QR code for Shout")
    assert says(window, "Text the word SHOUT.")


def test_only_an_address_can_be_opened_here_and_asking_comes_first(open_window: OpenWindow) -> None:
    assert not has(reach(open_window, "code of a number"), "Open here")
    window = reach(open_window, "open a page here")
    assert says(window, "https://www.childline.org.uk")
    assert says(window, "This page will be in the browser’s history.")
    tap(window, Qt.Key.Key_Escape)
    settle(window)
    assert has(window, "Open here")


def test_a_contact_can_be_copied(window: MainWindow) -> None:
    press(window, "Show a QR code for Childline")
    press(window, "Copy 0800 1111 for Childline")
    assert QApplication.clipboard().text() == "0800 1111"
    QApplication.clipboard().clear()


# -- the others --------------------------------------------------------------------------------------------------------


def test_try_it_tells_how_to_leave_and_how_to_come_back(window: MainWindow, left: list[str]) -> None:
    press(window, "Try it")
    assert says(window, "Esc")
    assert says(window, "To come back")
    tap(window, Qt.Key.Key_Escape)
    tap(window, Qt.Key.Key_Escape)
    assert left == ["left"]


def test_the_limits_are_said_plainly_and_lead_to_a_person(window: MainWindow) -> None:
    press(window, "What it can")
    for line in plain_text(load_words(WORDS / "sheets" / "cannot.md", WORDS.parent).body).split("\n"):
        assert line in words(window) or has(window, line)
    press(window, "Talk to someone now")
    assert has(window, "Copy 0800 1111 for Childline")


def test_talking_offers_the_two_lines_and_the_next_one_where_one_does_not_answer(window: MainWindow) -> None:
    press(window, "I’m being blackmailed")
    press(window, "Talk to someone now")
    assert [spoken(button) for button in buttons(window) if spoken(button).startswith("Copy ")] == [
        "Copy 0800 1111 for Childline",
        "Copy 85258 for Shout",
    ]
    assert says(window, "If one doesn’t answer, try the next.")


@pytest.mark.parametrize("place", [GB, NOWHERE], ids=["country", "no country"])
def test_the_choice_of_a_country_names_all_there_are_and_another(open_window: OpenWindow, place: Place) -> None:
    window = open_window(place)
    press(window, "Somewhere else?" if place is GB else "Choose your country")
    assert says(window, "Nothing is sent.")
    assert [has(window, name) for name in ("United Kingdom", "Another country", "Close")] == [True, True, True]
    assert find(window, "United Kingdom").isChecked() is (place is GB)


def test_words_shown_large_are_the_words_to_say_and_can_be_copied(window: MainWindow) -> None:
    SCREENS["words shown large"].go(window)
    said = [text for text in words(window) if text.endswith((".", "?"))]
    press(window, "Copy the words: To a parent")
    copied = QApplication.clipboard().text()
    QApplication.clipboard().clear()
    assert copied.split() == " ".join(said).split()
