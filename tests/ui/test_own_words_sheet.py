"""What was understood of one’s own words is asked line by line before it is used; danger comes before all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.place import Place
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.strings_own_words import (
    HEARD_DANGER,
    IS_IT_RIGHT,
    NO_PICK,
    NOT_UNDERSTOOD,
    SHOW_QUESTIONS,
    TALK,
    YES_USE_IT,
)
from desktop_app.ui.theme import Theme
from tests.desktop.presses import tap
from tests.ui.opening import OpenWindow
from tests.ui.own_words_looks import BACK, CRISIS, LINES, TEXT, answers, lines
from tests.ui.plan_looks import DONE, PLAN, place, title
from tests.ui.screens import (
    FIRST_STEP,
    boxes,
    focused,
    has,
    press,
    say,
    settle,
    spoken,
)


def test_what_was_understood_is_asked_line_by_line(window: MainWindow) -> None:
    say(TEXT)(window)
    assert title(window) == IS_IT_RIGHT
    assert spoken(focused()) == IS_IT_RIGHT
    assert lines(window) == LINES
    assert all(box.isChecked() for box in boxes(window))


def test_all_can_be_done_with_the_keyboard(window: MainWindow) -> None:
    say("paid by paypal, im 15")(window)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Tab):
        tap(window, key)
    assert not boxes(window)[0].isChecked()
    tap(window, Qt.Key.Key_Tab)
    assert spoken(focused()) == YES_USE_IT
    tap(window, Qt.Key.Key_Return)
    settle(window)
    assert answers(window, "age") == {"teen"}
    assert answers(window, "urgent") == set()


def test_yes_gives_the_answers_and_opens_the_step_that_matters(window: MainWindow) -> None:
    say(TEXT)(window)
    press(window, YES_USE_IT)
    assert title(window) == "You paid. You have not ruined anything."
    assert has(window, "Next, come back to: Stop")
    assert answers(window, "pay") == {"paypal"}
    assert answers(window, "apps") == {"snapchat"}
    assert window.session.place == Place("IE", known=True, guessed=False)


def test_a_line_without_its_tick_is_not_used(window: MainWindow) -> None:
    say(TEXT)(window)
    for line in ("I already paid", "I am in Ireland"):
        press(window, line)
    press(window, YES_USE_IT)
    assert title(window) == FIRST_STEP.title
    assert answers(window, "urgent") == set()
    assert answers(window, "age") == {"teen"}
    assert window.session.place.code == "GB"


def test_no_opens_the_questions_and_uses_nothing(window: MainWindow) -> None:
    say(TEXT)(window)
    press(window, NO_PICK)
    assert title(window) == FIRST_STEP.title
    assert answers(window, "age") == set()
    assert window.session.place.code == "GB"


def test_an_adult_goes_on_in_the_plan_for_adults(window: MainWindow) -> None:
    say("im 30 and he posted it")(window)
    assert lines(window) == ["It is already posted or sent on", "My age: 18 or over"]
    press(window, YES_USE_IT)
    assert window.session.plans.walk is not None
    assert window.session.plans.walk.plan.id == "adult"
    assert answers(window, "urgent") == {"posted"}


@pytest.mark.parametrize(
    ("text", "about", "plan"),
    [
        ("my daughter is being blackmailed, she is 14", "It is about my child", "parent"),
        ("my best mate is being blackmailed", "It is about my friend", "friend"),
        ("a pupil told me she is being blackmailed", "It is about a pupil", "school"),
    ],
)
def test_who_helps_somebody_gets_the_plan_for_that(window: MainWindow, text: str, about: str, plan: str) -> None:
    say(text)(window)
    assert lines(window)[0].startswith(about)
    press(window, YES_USE_IT)
    assert window.session.plans.walk is not None
    assert window.session.plans.walk.plan.id == plan


def test_who_says_that_it_is_not_about_a_child_gets_the_plan_for_themselves(window: MainWindow) -> None:
    say("my daughter is being blackmailed")(window)
    press(window, "It is about my child")
    press(window, YES_USE_IT)
    assert title(window) == FIRST_STEP.title


def test_words_of_danger_open_the_crisis_page_and_the_answers_wait(window: MainWindow) -> None:
    say("i want to die he posted it")(window)
    assert title(window) == CRISIS
    press(window, BACK)
    assert title(window) == IS_IT_RIGHT
    assert lines(window) == ["It is already posted or sent on"]


def test_words_of_danger_alone_are_answered_kindly_after_the_crisis_page(window: MainWindow) -> None:
    say("i want to die")(window)
    assert title(window) == CRISIS
    press(window, BACK)
    assert title(window) == HEARD_DANGER
    assert has(window, SHOW_QUESTIONS)


def test_a_child_in_danger_opens_the_crisis_page_and_then_the_page_for_that(window: MainWindow) -> None:
    say("my son says he wants to die")(window)
    assert title(window) == CRISIS
    press(window, BACK)
    assert lines(window) == ["It is about my child", "My child is hurt, or may be about to get hurt"]
    press(window, YES_USE_IT)
    assert place(window).startswith("Step 1 of")
    assert answers(window, "urgent") == {"danger"}


def test_what_nobody_understands_leads_to_the_questions_or_to_a_person(window: MainWindow) -> None:
    say("asdfghjkl")(window)
    assert title(window) == NOT_UNDERSTOOD
    press(window, TALK)
    assert title(window) == "Talk to someone now"
    tap(window, Qt.Key.Key_Escape)
    settle(window)
    press(window, SHOW_QUESTIONS)
    assert title(window) == FIRST_STEP.title


def test_in_a_plan_no_stays_on_the_step(window: MainWindow) -> None:
    press(window, PLAN)
    press(window, DONE)
    before = title(window)
    say("its my ex, he wants money")(window)
    assert lines(window) == ["I know them, and they want something"]
    press(window, NO_PICK)
    assert title(window) == before
    assert answers(window, "fits") == set()


def test_in_a_plan_yes_adds_to_what_was_answered(window: MainWindow) -> None:
    press(window, PLAN)
    press(window, "I already sent more")
    say("i paid by paypal")(window)
    press(window, YES_USE_IT)
    assert answers(window, "urgent") == {"more", "paid"}


def test_a_country_that_is_known_already_is_not_asked(open_window: OpenWindow) -> None:
    window = open_window(place=Place("IE", known=True, guessed=False))
    say("im 15 from ireland")(window)
    assert lines(window) == ["My age: 13 to 17"]


def test_a_country_that_was_only_guessed_is_asked(open_window: OpenWindow) -> None:
    window = open_window(place=Place("IE", known=True, guessed=True))
    say("im in ireland")(window)
    assert lines(window) == ["I am in Ireland"]
    press(window, YES_USE_IT)
    assert window.session.place == Place("IE", known=True, guessed=False)


def test_another_look_keeps_the_ticks_that_were_taken_off(window: MainWindow) -> None:
    say(TEXT)(window)
    press(window, "App: Snapchat")
    window.use_look(150, Theme.DARK)
    settle(window)
    assert [line for line, box in zip(LINES, boxes(window), strict=True) if not box.isChecked()] == ["App: Snapchat"]
