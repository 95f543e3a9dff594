"""Plans for who helps somebody: how one gets there, what lines they are offered, and that each keeps its own place."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.resources import find_resources
from desktop_app.core.words import load_words
from desktop_app.ui.main_window import MainWindow
from tests.desktop.presses import tap
from tests.ui.opening import OpenWindow
from tests.ui.plan_looks import DONE, PLAN, place, title
from tests.ui.screens import FIRST_STEP, LEAVE, NOT_SAFE, find, focused, has, press, says, settle, spoken

RESOURCES = find_resources()
SOMEONE, WHO = "Someone I know is being blackmailed", "Who are you to them?"
HELPERS = {"parent": "I’m their parent", "friend": "I’m their friend", "school": "I work at a school"}
FIRST = {"parent": "first", "friend": "stay", "school": "start"}
MOST_TABS = 30


def first_title(plan: str) -> str:
    return load_words(RESOURCES / "en" / "plans" / plan / f"{FIRST[plan]}.md", RESOURCES).title


def tab_to(window: MainWindow, name: str) -> None:
    for _ in range(MOST_TABS):
        if spoken(focused()).startswith(name):
            return
        tap(window, Qt.Key.Key_Tab)
        settle(window)
    raise AssertionError(f"Tab never comes to “{name}”")


def open_plan(window: MainWindow, plan: str) -> None:
    press(window, SOMEONE)
    press(window, HELPERS[plan])


@pytest.mark.parametrize("plan", HELPERS)
def test_who_helps_somebody_gets_to_their_plan_by_keyboard_alone(window: MainWindow, plan: str) -> None:
    tab_to(window, SOMEONE)
    tap(window, Qt.Key.Key_Return)
    settle(window)
    assert spoken(focused()) == WHO
    tab_to(window, HELPERS[plan])
    tap(window, Qt.Key.Key_Return)
    settle(window)
    assert spoken(focused()) == first_title(plan)
    assert place(window).startswith("Step 1 of ")


def test_esc_on_the_question_who_one_is_goes_back_home(window: MainWindow) -> None:
    press(window, SOMEONE)
    assert title(window) == WHO
    tap(window, Qt.Key.Key_Escape)
    settle(window)
    assert has(window, SOMEONE)


@pytest.mark.parametrize("plan", HELPERS)
def test_every_step_of_a_helper_has_leave_now_the_crisis_page_and_a_line(window: MainWindow, plan: str) -> None:
    open_plan(window, plan)
    while True:
        assert [has(window, name) for name in (LEAVE, NOT_SAFE)] == [True, True]
        assert any(has(window, line) for line in ("Childline 0800", "Shout: text", "Revenge Porn Helpline")), title(
            window
        )
        assert title(window) != "We can’t show this step."
        if not has(window, DONE):
            break
        press(window, DONE)
    press(window, "Done for tonight")
    assert has(window, SOMEONE)


@pytest.mark.parametrize(("plan", "for_adults"), [("parent", True), ("school", True), ("friend", False)])
def test_grown_up_helpers_are_offered_lines_for_adults(window: MainWindow, plan: str, for_adults: bool) -> None:
    open_plan(window, plan)
    assert has(window, "Childline 0800 1111") is not for_adults
    assert has(window, "Revenge Porn Helpline 0345 6000 459") is for_adults


def test_each_plan_keeps_its_own_place(window: MainWindow) -> None:
    for steps, plan in enumerate(HELPERS, 1):
        open_plan(window, plan)
        for _ in range(steps):
            press(window, DONE)
        press(window, "Home")
    press(window, PLAN)
    assert title(window) == FIRST_STEP.title
    press(window, "I already paid")
    press(window, "Home")
    for steps, plan in enumerate(HELPERS, 1):
        open_plan(window, plan)
        assert place(window).startswith(f"Step {steps + 1} of ")
        press(window, "Home")
    press(window, PLAN)
    assert title(window) == FIRST_STEP.title
    assert find(window, "I already paid").isChecked()


def test_what_a_parent_answers_is_not_said_of_the_child(window: MainWindow) -> None:
    open_plan(window, "parent")
    press(window, "Money has been paid")
    press(window, "Home")
    press(window, PLAN)
    assert not find(window, "I already paid").isChecked()
    assert place(window) == "Step 1 of 9"


def test_a_friend_opens_the_plan_of_who_is_blackmailed_and_finds_their_own_again(window: MainWindow) -> None:
    open_plan(window, "friend")
    while not has(window, "Open your friend’s plan"):
        press(window, DONE)
    here = title(window)
    press(window, "Open your friend’s plan")
    assert title(window) == FIRST_STEP.title
    assert has(window, "Childline 0800 1111")
    press(window, "Home")
    open_plan(window, "friend")
    assert title(window) == here


@pytest.mark.parametrize("plan", HELPERS)
def test_a_link_on_a_page_opens_the_plan_it_names(open_window: OpenWindow, content: Path, plan: str) -> None:
    page = content / "en" / "pages" / "young" / "dont-pay.md"
    front, fence, body = page.read_text(encoding="utf-8").rpartition("+++\n")
    page.write_text(f"{front}{fence}\n[That plan](plan:{plan})\n{body}", encoding="utf-8")
    window = open_window(resources=content)
    window.show_library("dont-pay")
    settle(window)
    press(window, "That plan")
    assert spoken(focused()) == first_title(plan)


def test_a_link_on_a_page_opens_no_plan_that_is_not_there(open_window: OpenWindow, content: Path) -> None:
    (content / "plans" / "parent.toml").unlink()
    window = open_window(resources=content)
    open_plan(window, "parent")
    assert title(window) == "We can’t show the steps."
    assert says(window, "Don’t pay. Don’t send anything. Don’t answer.")
    press(window, "Home")
    press(window, PLAN)
    assert title(window) == FIRST_STEP.title


def test_in_danger_a_parent_gets_one_short_page_in_place_of_the_first(window: MainWindow) -> None:
    open_plan(window, "parent")
    press(window, "My child is hurt")
    danger = load_words(RESOURCES / "en" / "plans" / "parent" / "danger.md", RESOURCES).title
    assert title(window) == danger
    assert spoken(focused()) == danger
