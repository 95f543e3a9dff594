"""Which apps, and how one paid: what is known about each stands right under the answers, and on the later steps."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect

from desktop_app.core.place import Place
from desktop_app.ui.main_window import MainWindow
from tests.broken_files import remove, scramble
from tests.ui.opening import OpenWindow
from tests.ui.plan_looks import DONE, PLAN, place, title
from tests.ui.screens import (
    GB,
    NOWHERE,
    PAID,
    buttons,
    find,
    focused,
    has,
    in_window,
    press,
    says,
    settle,
    spoken,
    words,
)

MORE_ANSWERS = "Show more"
HIDDEN = "Kik"
"""An app that is not among the first few."""
US = Place("US", known=True, guessed=True)


def go_on(window: MainWindow, steps: int) -> None:
    for _ in range(steps):
        press(window, DONE)


def at_keep(window: MainWindow) -> MainWindow:
    press(window, PLAN)
    go_on(window, 2)
    return window


@pytest.fixture
def keep(plan: MainWindow) -> MainWindow:
    """The window at the step that asks for the apps."""
    go_on(plan, 2)
    return plan


def answers(window: MainWindow) -> dict[str, QRect]:
    """Where every answer that can be picked is."""
    return {spoken(button): in_window(button) for button in buttons(window) if button.isCheckable()}


def test_what_is_known_about_an_app_comes_under_the_answers_and_moves_none_of_them(keep: MainWindow) -> None:
    before = answers(keep)
    snapchat = find(keep, "Snapchat")
    snapchat.setFocus()
    press(keep, "Snapchat")
    assert find(keep, "Snapchat") is snapchat
    assert focused() is snapchat
    assert answers(keep) == before
    heading = next(text for text in words(keep) if text == "On Snapchat")
    assert heading
    assert says(keep, "Snapchat tells them when you take a screenshot.")


def test_two_apps_stand_in_the_order_in_which_they_are_offered(keep: MainWindow) -> None:
    press(keep, "Snapchat")
    press(keep, "Instagram")
    assert [text for text in words(keep) if text.startswith("On ")] == ["On Instagram", "On Snapchat"]
    press(keep, "Instagram")
    assert [text for text in words(keep) if text.startswith("On ")] == ["On Snapchat"]


@pytest.mark.parametrize("answer", ["I don’t know", "Skip this question"])
def test_who_does_not_say_which_app_sees_none(keep: MainWindow, answer: str) -> None:
    press(keep, "Snapchat")
    press(keep, answer)
    assert not find(keep, "Snapchat").isChecked()
    assert not says(keep, "On Snapchat")


def test_later_steps_show_what_is_known_about_the_apps_as_well(keep: MainWindow) -> None:
    press(keep, "Snapchat")
    for said in (
        "Snapchat has a reason for this kind of blackmail.",
        "",
        "Snapchat says that it checks for fingerprints",
        "",
        "let only friends write to you",
    ):
        press(keep, DONE)
        assert says(keep, "On Snapchat") is bool(said), title(keep)
        assert said.lower() in " ".join(words(keep)).lower()


def test_show_more_shows_the_rest_and_keeps_what_was_picked(keep: MainWindow) -> None:
    press(keep, "Snapchat")
    assert not has(keep, HIDDEN)
    few = list(answers(keep))
    press(keep, MORE_ANSWERS)
    assert not has(keep, MORE_ANSWERS)
    assert spoken(focused()) not in few
    assert find(keep, "Snapchat").isChecked()
    press(keep, HIDDEN)
    assert says(keep, f"On {HIDDEN}")
    assert says(keep, "On Snapchat")


def test_what_was_picked_among_the_rest_is_seen_when_a_person_comes_back(keep: MainWindow) -> None:
    press(keep, MORE_ANSWERS)
    press(keep, HIDDEN)
    press(keep, DONE)
    press(keep, "Back")
    assert find(keep, HIDDEN).isChecked()
    assert says(keep, f"On {HIDDEN}")


@pytest.mark.parametrize(
    ("country", "there", "not_there"),
    [(GB, ("Monzo",), ("Venmo", "Zelle")), (US, ("Venmo", "Zelle"), ("Monzo",)), (NOWHERE, ("Monzo", "Venmo"), ())],
    ids=["GB", "US", "no country"],
)
def test_a_way_to_pay_is_offered_only_in_its_country(
    open_window: OpenWindow, country: Place, there: tuple[str, ...], not_there: tuple[str, ...]
) -> None:
    window = open_window(country)
    press(window, PLAN)
    press(window, PAID)
    press(window, "Go to “About the money” now")
    press(window, MORE_ANSWERS)
    assert [name for name in there if not has(window, name)] == []
    assert [name for name in not_there if has(window, name)] == []
    for name in there:
        press(window, name)
        assert name in words(window)


def test_a_way_to_pay_that_was_picked_can_be_taken_back_in_another_country(open_window: OpenWindow) -> None:
    window = open_window(US)
    press(window, PLAN)
    press(window, PAID)
    press(window, "Go to “About the money” now")
    press(window, "Venmo")
    window.choose("country", "GB")
    settle(window)
    assert find(window, "Venmo").isChecked()
    press(window, "Venmo")
    assert "Venmo" not in words(window)


def test_who_paid_nothing_is_not_asked_how(plan: MainWindow) -> None:
    press(plan, "I already sent more")
    press(plan, "Go to “You can stop now” now")
    assert not says(plan, "How did you pay?")
    assert not has(plan, "PayPal")


def test_an_app_that_goes_while_it_is_picked_stops_nobody(open_window: OpenWindow, content: Path) -> None:
    window = at_keep(open_window(resources=content))
    press(window, "Snapchat")
    for file in (content / "apps" / "snapchat.toml", content / "en" / "apps" / "snapchat.md"):
        remove(file)
    while has(window, DONE):
        press(window, DONE)
        assert title(window) != "We can’t show this step."
    press(window, "Done for tonight")
    press(window, PLAN)
    assert place(window) == "Step 9 of 9"


def test_an_app_whose_words_are_gone_leaves_the_others_and_is_noted(open_window: OpenWindow, content: Path) -> None:
    window = at_keep(open_window(resources=content))
    remove(content / "en" / "apps" / "snapchat.md")
    scramble(content / "en" / "apps" / "kik.md")
    press(window, "Snapchat")
    press(window, "Instagram")
    assert [text for text in words(window) if text.startswith("On ")] == ["On Instagram"]
    assert [problem.file for problem in window.session.problems] == ["en/apps/snapchat.md"]


def test_an_app_that_cannot_be_read_is_not_offered(open_window: OpenWindow, content: Path) -> None:
    scramble(content / "apps" / "snapchat.toml")
    window = at_keep(open_window(resources=content))
    assert not has(window, "Snapchat")
    press(window, "Instagram")
    assert says(window, "On Instagram")
