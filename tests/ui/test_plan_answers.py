"""Answers, ticks and reasons on a step."""

import pytest

from desktop_app.core.blocks import plain_text
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.strings_plan import OTHER_PLAN
from desktop_app.ui.text import Text
from desktop_app.ui.theme import Theme
from tests.ui.plan_looks import DONE, PLAN, place, rail, rail_rows, title
from tests.ui.screens import (
    ADULT,
    ALL,
    FAKE,
    FIRST_STEP,
    INSIDE,
    KNOWN,
    MORE,
    PAID,
    POSTED,
    RINGING,
    THREATS,
    boxes,
    described,
    find,
    has,
    press,
    says,
    seen,
    settle,
    words,
)


@pytest.mark.parametrize("answer", [RINGING, PAID, MORE])
def test_an_answer_adds_its_step_says_so_and_leads_there(plan: MainWindow, answer: str) -> None:
    before = rail_rows(plan)
    press(plan, answer)
    added = next(text for text in words(plan) if text.startswith("We added a step: "))
    name = added.removeprefix("We added a step: “").removesuffix("”.")
    assert len(rail_rows(plan)) == 10
    assert any(row.endswith(f": {name}") for row in rail_rows(plan))
    assert not any(row.endswith(f": {name}") for row in before)
    assert place(plan) == "Step 1 of 10"
    press(plan, f"Go to “{name}” now")
    assert rail_rows(plan)[rail(plan).currentIndex().row()].endswith(f": {name}")


def test_an_answer_that_changes_the_words_of_a_step_says_so(plan: MainWindow) -> None:
    press(plan, POSTED)
    assert says(plan, "We changed the words of “It got out”.")
    assert place(plan) == "Step 1 of 9"
    press(plan, "Go there first")
    assert title(plan) == "It got out. You can still do a lot."
    assert says(plan, "Try to stop the picture spreading")


def test_taking_an_answer_back_takes_its_step_out_and_says_so(plan: MainWindow) -> None:
    press(plan, PAID)
    press(plan, PAID)
    assert not find(plan, PAID).isChecked()
    assert any(text.startswith("We took out the step “") for text in words(plan))
    assert place(plan) == "Step 1 of 9"


def test_all_answers_together_make_twelve_steps(plan: MainWindow) -> None:
    for answer in ALL:
        press(plan, answer)
    press(plan, DONE)
    press(plan, DONE)
    for answer in (KNOWN, INSIDE, THREATS, FAKE, ADULT):
        press(plan, answer)
    assert place(plan) == "Step 3 of 12"


def test_an_adult_goes_on_in_the_plan_for_adults_and_is_told_so(plan: MainWindow) -> None:
    press(plan, DONE)
    press(plan, ADULT)
    assert says(plan, OTHER_PLAN)
    assert find(plan, ADULT).isChecked()
    assert place(plan) == "Step 2 of 9"
    assert rail_rows(plan)[0] == "Step 1 of 9: Stop, done"


def test_an_adult_is_offered_lines_for_adults_on_every_step(plan: MainWindow) -> None:
    press(plan, DONE)
    press(plan, ADULT)
    while True:
        assert not has(plan, "Childline"), title(plan)
        assert has(plan, "Revenge Porn Helpline 0345 6000 459"), title(plan)
        if not has(plan, DONE):
            break
        press(plan, DONE)


@pytest.mark.parametrize("answer", ["I don’t know", "Skip this question"])
def test_a_question_need_not_be_answered(plan: MainWindow, answer: str) -> None:
    press(plan, PAID)
    press(plan, answer)
    assert find(plan, answer).isChecked()
    assert not find(plan, PAID).isChecked()
    assert place(plan) == "Step 1 of 9"
    press(plan, PAID)
    assert not find(plan, answer).isChecked()


def test_answers_stay_picked_when_a_person_comes_back(plan: MainWindow) -> None:
    press(plan, PAID)
    press(plan, DONE)
    press(plan, "Back")
    assert find(plan, PAID).isChecked()
    assert not find(plan, MORE).isChecked()


def test_why_opens_and_folds_and_says_which(plan: MainWindow) -> None:
    why = find(plan, "Why?")
    reason = plain_text(FIRST_STEP.why).split("\n")[0]
    assert described(why) == "Folded away. Press to read it."
    assert reason not in words(plan)
    press(plan, "Why?")
    assert described(why) == "Open. Press to fold it away."
    assert reason in words(plan)
    assert says(plan, "Where this comes from")
    press(plan, "Why?")
    assert described(why) == "Folded away. Press to read it."
    assert reason not in words(plan)


def test_every_step_has_a_why_with_its_sources(plan: MainWindow) -> None:
    for answer in ALL:
        press(plan, answer)
    while True:
        press(plan, "Why?")
        assert says(plan, "Where this comes from"), title(plan)
        if not has(plan, DONE):
            break
        press(plan, DONE)


def test_ticks_stay_when_a_person_comes_back(plan: MainWindow) -> None:
    boxes(plan)[1].click()
    press(plan, DONE)
    press(plan, "Back")
    assert [row.isChecked() for row in boxes(plan)] == [False, True, False]
    press(plan, "Home")
    press(plan, PLAN)
    assert [row.isChecked() for row in boxes(plan)] == [False, True, False]


def test_another_look_keeps_the_step_the_answers_and_the_ticks(plan: MainWindow) -> None:
    press(plan, PAID)
    boxes(plan)[0].click()
    plan.use_look(150, Theme.DARK)
    settle(plan)
    assert place(plan) == "Step 1 of 10"
    assert find(plan, PAID).isChecked()
    assert [row.isChecked() for row in boxes(plan)] == [True, False, False]


def test_words_to_tell_somebody_unfold_and_can_be_shown_large(plan: MainWindow) -> None:
    for _ in range(4):
        press(plan, DONE)
    assert described(find(plan, "To a parent")) == "Open. Press to fold it away."
    for name in ("To a friend", "To a teacher"):
        assert described(find(plan, name)) == "Folded away. Press to read it."
        assert not has(plan, f"Show large: {name}")
        press(plan, name)
        press(plan, f"Show large: {name}")
        assert title(plan) == name
        assert max(text.font().pixelSize() for text in seen(plan) if isinstance(text, Text)) >= 30
        press(plan, "Close")
        assert place(plan) == "Step 5 of 9"
        press(plan, name)
        assert not has(plan, f"Show large: {name}")
