"""The ways to Find help, and from it to one service and its code."""

import pytest

from desktop_app.ui.main_window import MainWindow
from tests.ui.opening import OpenWindow
from tests.ui.screens import NOT_SAFE, NOWHERE, by, find, focused, has, press, says, spoken

ALL_HELP = "All help for the United Kingdom"


@pytest.mark.parametrize(
    "way",
    [(ALL_HELP,), (NOT_SAFE, ALL_HELP), ("I’m being blackmailed", "Talk to someone now", ALL_HELP)],
    ids=["Home", "I don’t feel safe", "talk to someone"],
)
def test_all_help_is_one_press_away_from_the_first_lines(window: MainWindow, way: tuple[str, ...]) -> None:
    by(*way)(window)
    assert spoken(focused()) == "Find help"
    assert has(window, "More about Childline")
    press(window, "Home")
    assert has(window, "I’m being blackmailed")


def test_without_a_country_all_help_is_from_anywhere(open_window: OpenWindow) -> None:
    window = open_window(NOWHERE)
    press(window, "All help from anywhere")
    assert says(window, "Choose your country to see its numbers.")


def test_a_code_lies_over_more_and_more_over_the_page(window: MainWindow) -> None:
    by(ALL_HELP, "More about Childline", "Show a QR code for 0800 1111", "Close")(window)
    assert says(window, "How sure we are")
    press(window, "Close")
    assert has(window, "More about Childline")


def test_another_country_shows_its_own_help_at_once(window: MainWindow) -> None:
    by(ALL_HELP, "Country: United Kingdom", "Denmark")(window)
    assert spoken(find(window, "Country")) == "Country: Denmark"
    assert not has(window, "More about Childline")
    assert has(window, "More about")


def test_the_plan_is_where_it_was_after_a_look_at_all_help(window: MainWindow) -> None:
    by("I’m being blackmailed", "Done", "Done", NOT_SAFE, ALL_HELP, "Home", "I’m being blackmailed")(window)
    assert has(window, "Their name in the app")
