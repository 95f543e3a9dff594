"""The plan page: steps, rail, lines, and the ways on and back."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView

from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.page import ScrollColumn
from desktop_app.ui.text import Title
from desktop_app.ui.theme import Theme
from tests.desktop.presses import LEFT, NONE, tap, window_of
from tests.ui.opening import OpenWindow
from tests.ui.plan_looks import DONE, PLAN, SKIP, place, rail, rail_rows, title
from tests.ui.screens import (
    ALL,
    FIRST_STEP,
    LEAVE,
    NOT_SAFE,
    PAID,
    SMALL,
    buttons,
    find,
    focused,
    has,
    in_view,
    in_window,
    press,
    says,
    seen,
    settle,
    spoken,
    words,
)

LINES = ("Childline 0800 1111", "Shout: text SHOUT to 85258")


def page(window: MainWindow) -> ScrollColumn:
    return next(widget for widget in seen(window) if isinstance(widget, ScrollColumn))


LAYOUTS = {"wide": ((1100, 760), 100), "small": (SMALL, 100), "small, large text": (SMALL, 200)}


def has_rail(window: MainWindow) -> bool:
    return any(isinstance(widget, QListView) for widget in seen(window))


@pytest.fixture
def narrow(open_window: OpenWindow) -> MainWindow:
    window = open_window(size=SMALL)
    press(window, PLAN)
    return window


def test_the_plan_begins_with_the_first_rule(plan: MainWindow) -> None:
    assert title(plan) == FIRST_STEP.title
    assert place(plan) == "Step 1 of 9"
    assert says(plan, "0 of 9 done. One at a time.")


def test_the_whole_plan_can_be_walked_to_its_end(plan: MainWindow) -> None:
    titles = [title(plan)]
    while has(plan, DONE):
        press(plan, DONE)
        assert page(plan).verticalScrollBar().value() == 0
        titles.append(title(plan))
    assert len(titles) == len(set(titles)) == 9
    press(plan, "Done for tonight")
    assert says(plan, "What do you need right now?")
    press(plan, PLAN)
    assert says(plan, "9 of 9 done. One at a time.")


def test_the_last_step_has_nothing_to_skip_to(plan: MainWindow) -> None:
    for _ in range(8):
        press(plan, SKIP)
    assert has(plan, "Done for tonight")
    assert not has(plan, SKIP)


def test_back_goes_back_and_on_the_first_step_home(plan: MainWindow) -> None:
    press(plan, DONE)
    press(plan, "Back")
    assert place(plan) == "Step 1 of 9"
    press(plan, "Back")
    assert says(plan, "What do you need right now?")


def test_a_skipped_step_says_so_and_can_be_taken_up_again(plan: MainWindow) -> None:
    press(plan, SKIP)
    assert rail_rows(plan)[0] == "Step 1 of 9: Stop, left for later"
    press(plan, "Back")
    assert says(plan, "You left this step for later. That is fine.")
    press(plan, "Do it now after all")
    assert not says(plan, "You left this step for later.")
    assert rail_rows(plan)[0] == "Step 1 of 9: Stop"


def test_a_step_that_was_done_can_be_undone(plan: MainWindow) -> None:
    press(plan, DONE)
    assert says(plan, "1 of 9 done. One at a time.")
    press(plan, "Back")
    assert says(plan, "You marked this step as done.")
    press(plan, "Not done after all")
    assert not says(plan, "You marked this step as done.")
    assert says(plan, "0 of 9 done. One at a time.")
    assert place(plan) == "Step 1 of 9"


def test_a_click_on_the_rail_opens_that_step(plan: MainWindow) -> None:
    view = rail(plan)
    where = view.viewport().mapTo(plan, view.visualRect(view.model().index(3, 0)).center())
    QTest.mouseClick(window_of(plan), LEFT, NONE, where)
    settle(plan)
    assert place(plan) == "Step 4 of 9"


def test_the_place_is_kept_when_a_person_goes_home_and_comes_back(plan: MainWindow) -> None:
    press(plan, DONE)
    press(plan, DONE)
    press(plan, "Home")
    press(plan, PLAN)
    assert place(plan) == "Step 3 of 9"


def test_go_there_first_says_what_to_come_back_to(plan: MainWindow) -> None:
    press(plan, DONE)
    press(plan, "Home")
    press(plan, "Go there first")
    assert place(plan) == "Step 6 of 9"
    back = next(spoken(button) for button in buttons(plan) if spoken(button).startswith("Next, come back to: "))
    press(plan, back)
    assert place(plan) == "Step 2 of 9"
    assert not has(plan, "Next, come back to: ")


def test_the_first_step_leads_to_the_picture_tools_and_back(plan: MainWindow) -> None:
    press(plan, "Go there first")
    assert place(plan) == "Step 6 of 9"
    press(plan, "Next, come back to: ")
    assert place(plan) == "Step 1 of 9"


def test_the_first_step_leads_to_the_crisis_page_and_back(plan: MainWindow) -> None:
    press(plan, "Go here first")
    assert title(plan) == "You matter more than any picture."
    press(plan, "Back to where I was")
    assert place(plan) == "Step 1 of 9"


@pytest.mark.parametrize("size", [(1100, 760), SMALL], ids=["wide", "small"])
def test_the_crisis_page_keeps_the_step_and_how_far_it_was_read(open_window: OpenWindow, size: tuple[int, int]) -> None:
    window = open_window(size=size)
    press(window, PLAN)
    press(window, PAID)
    press(window, "Why?")
    bar = page(window).verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    where = bar.value()
    press(window, NOT_SAFE)
    press(window, "Back to where I was")
    assert place(window) == "Step 1 of 10"
    assert says(window, "Where this comes from")
    assert page(window).verticalScrollBar().value() == where


@pytest.mark.parametrize("opener", ["Talk to someone now", LINES[0], LINES[1]])
def test_esc_closes_a_sheet_and_only_the_sheet(plan: MainWindow, left: list[str], opener: str) -> None:
    press(plan, DONE)
    press(plan, "Back")
    press(plan, opener)
    assert not has(plan, "Back")
    tap(plan, Qt.Key.Key_Escape)
    settle(plan)
    assert title(plan) == FIRST_STEP.title
    assert left == []


def test_esc_on_the_page_itself_changes_nothing(plan: MainWindow, left: list[str]) -> None:
    before = words(plan)
    tap(plan, Qt.Key.Key_Escape)
    settle(plan)
    assert words(plan) == before
    assert left == []


def test_a_computer_that_turns_dark_keeps_the_reasons_open_and_how_far_they_were_read(plan: MainWindow) -> None:
    press(plan, "Why?")
    page(plan).verticalScrollBar().setValue(150)
    plan.use_look(100, Theme.DARK)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as the loop of the program does at once
    settle(plan)
    assert says(plan, "Where this comes from")
    assert page(plan).verticalScrollBar().value() == 150


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_step_has_leave_now_the_crisis_page_and_two_lines(open_window: OpenWindow, layout: str) -> None:
    size, text_size = LAYOUTS[layout]
    window = open_window(size=size, prepare=lambda window: window.use_look(text_size, Theme.LIGHT))
    press(window, PLAN)
    for answer in ALL:
        press(window, answer)
    met = 0
    while True:
        met += 1
        for name in (LEAVE, NOT_SAFE):
            assert in_view(find(window, name)) == in_window(find(window, name))
        assert [button for button in LINES if has(window, button)] == list(LINES), title(window)
        if not has(window, DONE):
            break
        press(window, DONE)
    assert met == 11


def test_a_line_on_a_step_opens_its_sheet_with_number_and_code(plan: MainWindow) -> None:
    press(plan, LINES[1])
    assert title(plan) == "Shout"
    assert says(plan, "Text the word SHOUT.")
    press(plan, "Close")
    assert place(plan) == "Step 1 of 9"


def test_where_it_is_narrow_a_button_stands_for_the_rail(narrow: MainWindow) -> None:
    assert not any(isinstance(widget, QListView) for widget in seen(narrow))
    assert has(narrow, "Step 1 of 9. See all steps")


def test_all_steps_are_in_a_sheet_and_lead_there(narrow: MainWindow) -> None:
    press(narrow, DONE)
    press(narrow, "Step 2 of 9. See all steps")
    steps = [spoken(button) for button in buttons(narrow) if spoken(button).startswith("Step ")]
    assert len(steps) == 9
    assert steps[0] == "Step 1 of 9: Stop, done"
    assert steps[1].endswith(". You are here")
    press(narrow, "Step 4 of 9")
    assert place(narrow) == "Step 4 of 9"
    assert isinstance(focused(), Title)


def test_the_rail_folds_and_unfolds_as_the_window_changes(plan: MainWindow) -> None:
    assert has_rail(plan)
    plan.resize(*SMALL)
    settle(plan)
    assert not has_rail(plan)
    plan.resize(1100, 760)
    settle(plan)
    assert has_rail(plan)
    assert not has(plan, "Step 1 of 9. See all steps")


@pytest.mark.parametrize("text_size", [100, 200])
def test_everything_on_a_step_is_reached_by_scrolling_down_alone(open_window: OpenWindow, text_size: int) -> None:
    window = open_window(size=SMALL, prepare=lambda window: window.use_look(text_size, Theme.LIGHT))
    press(window, PLAN)
    inner = page(window).widget()
    for button in buttons(window):
        if inner is not None and inner.isAncestorOf(button):
            page(window).ensureWidgetVisible(button)
            assert in_view(button) == in_window(button), spoken(button)
