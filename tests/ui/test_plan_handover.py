"""Answers that lead elsewhere: into the plan for adults and back, changed, contradictory, and no answer at all."""

from pathlib import Path

import pytest

from desktop_app.core.place import Place
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.strings_plan import OTHER_PLAN
from tests.ui.opening import OpenWindow
from tests.ui.plan_looks import DONE, PLAN, place, rail, rail_rows, title
from tests.ui.screens import (
    ADULT,
    GB,
    INSIDE,
    KNOWN,
    MAIL,
    MORE,
    NOWHERE,
    PAID,
    RINGING,
    THREATS,
    boxes,
    buttons,
    find,
    has,
    press,
    says,
    settle,
    spoken,
)

TEEN, YOUNGER = "13 to 17", "Under 13"
QUIET = "Someone I know has it"
FOR_CHILDREN = ("Childline", "CEOP", "To a parent", "To a teacher", "To mum or dad")
OWN_WORDS = """+++
title = "For adults"
short = "What fits you"
sources = ["handrail"]
+++

This page is for adults alone.

## Why? {#why}

It is.
"""


@pytest.fixture
def fits(plan: MainWindow) -> MainWindow:
    """The window at the step that asks what fits."""
    press(plan, DONE)
    return plan


def test_an_adult_is_shown_no_page_for_children(open_window: OpenWindow, content: Path) -> None:
    graph = content / "plans" / "adult.toml"
    graph.write_text(graph.read_text(encoding="utf-8").replace('"fits", ', "", 1), encoding="utf-8")
    (content / "en" / "plans" / "adult" / "fits.md").write_text(OWN_WORDS, encoding="utf-8")
    window = open_window(resources=content)
    press(window, PLAN)
    press(window, DONE)
    before = title(window)
    press(window, ADULT)
    assert title(window) == "For adults"
    assert find(window, ADULT).isChecked()
    press(window, TEEN)
    assert title(window) == before


@pytest.mark.parametrize("country", [GB, Place("US", True, True), NOWHERE], ids=["GB", "US", "no country"])
def test_no_step_of_an_adult_names_what_is_for_children(open_window: OpenWindow, country: Place) -> None:
    window = open_window(country)
    press(window, PLAN)
    press(window, DONE)
    press(window, ADULT)
    while has(window, DONE):
        press(window, DONE)
        # Two sentences tell an adult what is there for them of what is there for children: until 19, and for a picture
        # from before they were 18. What may not be there is a card, a line or words to say.
        said = " ".join(spoken(button) for button in buttons(window))
        assert [name for name in FOR_CHILDREN if name in said] == [], title(window)


def test_an_adult_by_mistake_is_back_in_the_plan_for_young_people_with_everything_kept(plan: MainWindow) -> None:
    boxes(plan)[0].click()
    press(plan, PAID)
    press(plan, DONE)
    press(plan, THREATS)
    press(plan, ADULT)
    assert says(plan, OTHER_PLAN)
    assert has(plan, "Revenge Porn Helpline 0345 6000 459")
    press(plan, TEEN)
    assert says(plan, OTHER_PLAN)
    assert has(plan, "Childline 0800 1111")
    assert [find(plan, answer).isChecked() for answer in (THREATS, TEEN, ADULT)] == [True, True, False]
    assert rail_rows(plan)[0] == "Step 1 of 11: Stop, done"
    press(plan, "Back")
    assert find(plan, PAID).isChecked()
    assert [box.isChecked() for box in boxes(plan)] == [True, False, False]


def test_who_says_to_be_an_adult_is_found_there_again_from_home(fits: MainWindow) -> None:
    press(fits, ADULT)
    press(fits, "Home")
    press(fits, PLAN)
    assert find(fits, ADULT).isChecked()
    assert place(fits) == "Step 2 of 9"


def test_a_plan_for_adults_that_cannot_be_read_leaves_the_person_where_they_are(
    open_window: OpenWindow, content: Path
) -> None:
    (content / "plans" / "adult.toml").unlink()
    window = open_window(resources=content)
    press(window, PLAN)
    press(window, DONE)
    press(window, ADULT)
    assert not says(window, OTHER_PLAN)
    assert find(window, ADULT).isChecked()
    press(window, DONE)
    assert place(window) == "Step 3 of 9"


def test_an_early_answer_that_is_changed_later_changes_what_comes(plan: MainWindow) -> None:
    press(plan, PAID)
    for _ in range(5):
        press(plan, DONE)
    assert place(plan) == "Step 6 of 10"
    here = title(plan)
    for _ in range(5):
        press(plan, "Back")
    press(plan, PAID)
    press(plan, RINGING)
    assert place(plan) == "Step 1 of 10"
    assert not any("About the money" in row for row in rail_rows(plan))
    for _ in range(5):
        press(plan, DONE)
    assert title(plan) == here
    assert "Step 2 of 10: Let it ring, done" in rail_rows(plan)


def test_a_step_that_goes_with_its_answer_comes_back_as_it_was_left(plan: MainWindow) -> None:
    press(plan, MORE)
    press(plan, "Go to “You can stop now” now")
    boxes(plan)[1].click()
    press(plan, DONE)
    for _ in range(3):
        press(plan, "Back")
    press(plan, MORE)
    press(plan, MORE)
    press(plan, "Go to “You can stop now” now")
    assert says(plan, "You marked this step as done.")
    assert [box.isChecked() for box in boxes(plan)] == [False, True, False]


def test_a_tick_stays_with_its_line_when_more_comes_on_the_page(plan: MainWindow) -> None:
    press(plan, MORE)
    press(plan, "Go to “You can stop now” now")
    boxes(plan)[1].click()
    ticked = spoken(boxes(plan)[1])
    press(plan, "Back")
    press(plan, "Back")
    press(plan, PAID)
    press(plan, DONE)
    press(plan, DONE)
    assert title(plan).startswith("You paid.")
    assert [spoken(box) for box in boxes(plan) if box.isChecked()] == [ticked]


def test_an_email_that_is_more_than_that_stays_in_the_plan(fits: MainWindow) -> None:
    press(fits, MAIL)
    assert place(fits) == "Step 2 of 3"
    press(fits, KNOWN)
    assert place(fits) == "Step 2 of 10"
    assert not any("A scam mail" in row for row in rail_rows(fits))
    press(fits, KNOWN)
    assert place(fits) == "Step 2 of 3"


def test_who_asks_for_nothing_and_for_something_is_treated_as_who_asks(fits: MainWindow) -> None:
    press(fits, QUIET)
    press(fits, KNOWN)
    press(fits, DONE)
    assert title(fits) == "You know them. It is still blackmail."
    assert not says(fits, "Someone has your picture. You have a say.")


def test_nobody_has_two_ages(fits: MainWindow) -> None:
    for age in (YOUNGER, TEEN, ADULT, YOUNGER):
        press(fits, age)
        assert [find(fits, each).isChecked() for each in (YOUNGER, TEEN, ADULT)].count(True) == 1
        assert find(fits, age).isChecked()
    assert has(fits, "Childline 0800 1111")


def test_getting_them_out_of_the_account_comes_early_and_once(fits: MainWindow) -> None:
    press(fits, INSIDE)
    names = [row.partition(": ")[2] for row in rail_rows(fits)]
    assert names[2] == "Get them out"
    assert "Lock your accounts" not in names
    assert place(fits) == "Step 2 of 9"


@pytest.mark.parametrize("reserved", ["I don’t know", "Skip this question"])
def test_who_can_answer_nothing_comes_to_the_end_all_the_same(plan: MainWindow, reserved: str) -> None:
    asked = 0
    while True:
        for name in [spoken(button) for button in buttons(plan) if spoken(button).startswith(reserved)]:
            press(plan, name)
            assert find(plan, name).isChecked()
            asked += 1
        assert place(plan).endswith("of 9")
        if not has(plan, DONE):
            break
        press(plan, DONE)
    assert asked == 5
    assert rail(plan).currentIndex().row() == 8


def test_two_questions_on_a_step_can_be_told_apart_by_ear(fits: MainWindow) -> None:
    names = [spoken(button) for button in buttons(fits) if button.isCheckable()]
    assert [name for name in names if name.startswith("I don’t know")] == [
        "I don’t know. What is true for you?",
        "I don’t know. How old are you?",
    ]
    assert len(set(names)) == len(names)


def test_who_says_home_is_not_safe_reads_no_words_to_a_parent(plan: MainWindow) -> None:
    for _ in range(4):
        press(plan, DONE)
    assert has(plan, "To a parent")
    press(plan, "Telling at home is not safe")
    settle(plan)
    assert not has(plan, "To a parent")
    assert place(plan) == "Step 5 of 9"
    assert find(plan, "Telling at home is not safe").isChecked()
    press(plan, "It would out me")
    assert [says(plan, "Who you are is yours to tell"), has(plan, "To a parent")] == [True, False]
    press(plan, "It would out me")
    press(plan, "Telling at home is not safe")
    assert has(plan, "To a parent")
