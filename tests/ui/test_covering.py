"""The cover over the real window: when it comes, what is behind it, and how a page stays visible."""

from PySide6.QtCore import Qt

from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import Theme
from tests.desktop.presses import tap
from tests.ui.screens import LEAVE, NOT_SAFE, find, focused, has, press, says, seen, settle, spoken

SAID = "Handrail. Press a key or click to go on."
KEEP = "Keep this page visible"


def look_elsewhere(window: MainWindow) -> None:
    window.covering.cover_for_now()
    settle(window)


def go_on(window: MainWindow) -> None:
    tap(window, Qt.Key.Key_Space)
    settle(window)


def test_under_the_bar_a_covered_window_has_the_cover_and_nothing_else(window: MainWindow) -> None:
    press(window, "I’m being blackmailed")
    look_elsewhere(window)
    said = [spoken(widget) for widget in seen(window) if spoken(widget)]
    assert sorted(said) == sorted(["Handrail", LEAVE, SAID])
    assert not has(window, NOT_SAFE)
    assert focused() is find(window, SAID)


def test_going_on_shows_the_page_with_the_focus_where_it_was(window: MainWindow) -> None:
    press(window, "I’m being blackmailed")
    find(window, "Skip for now").setFocus()
    look_elsewhere(window)
    go_on(window)
    assert spoken(focused()) == "Skip for now"
    assert has(window, NOT_SAFE)


def test_a_sheet_is_covered_too_and_still_open_afterwards(window: MainWindow) -> None:
    press(window, "What it can’t do")
    look_elsewhere(window)
    assert not has(window, "Close")
    go_on(window)
    assert has(window, "Close")


def test_looking_elsewhere_twice_needs_one_key(window: MainWindow) -> None:
    look_elsewhere(window)
    look_elsewhere(window)
    go_on(window)
    assert has(window, "Try it")


def test_another_look_while_covered_stays_covered(window: MainWindow) -> None:
    look_elsewhere(window)
    window.use_look(200, Theme.DARK)
    settle(window)
    assert has(window, SAID)
    assert not has(window, "Try it")
    go_on(window)
    assert has(window, "Try it")


def test_whoever_never_met_a_cover_is_not_asked_about_it(window: MainWindow) -> None:
    assert not has(window, KEEP)


def test_a_page_can_be_kept_visible_until_it_is_left(window: MainWindow) -> None:
    press(window, "I’m being blackmailed")
    look_elsewhere(window)
    go_on(window)
    assert window.covering.is_wanted()
    press(window, KEEP)
    assert not window.covering.is_wanted()
    assert spoken(focused()) == "Cover it again"
    press(window, "Done, next step")
    assert not window.covering.is_wanted(), "another step is the same page"
    press(window, "Home")
    assert window.covering.is_wanted()
    assert has(window, KEEP)


def test_a_page_that_was_kept_visible_can_be_covered_again(window: MainWindow) -> None:
    look_elsewhere(window)
    go_on(window)
    press(window, KEEP)
    press(window, "Cover it again")
    assert window.covering.is_wanted()


def test_covering_can_be_switched_off(window: MainWindow) -> None:
    window.session.use_cover(False)
    assert not window.covering.is_wanted()


def test_after_a_second_start_a_key_goes_on_to_home(window: MainWindow) -> None:
    press(window, "I’m being blackmailed")
    window.show_neutral()
    settle(window)
    assert has(window, SAID)
    go_on(window)
    assert has(window, "Try it")
    assert not has(window, KEEP), "nobody looked elsewhere"


def test_the_plan_is_where_it_was_after_a_second_start(window: MainWindow) -> None:
    press(window, "I’m being blackmailed")
    press(window, "Done, next step")
    window.show_neutral()
    settle(window)
    go_on(window)
    press(window, "I’m being blackmailed")
    assert says(window, "Step 2 of 9")


def test_leave_now_stands_beside_the_cover(window: MainWindow, left: list[str]) -> None:
    look_elsewhere(window)
    press(window, LEAVE)
    assert left == ["left"]


def test_esc_twice_on_the_cover_leaves(window: MainWindow, left: list[str]) -> None:
    look_elsewhere(window)
    tap(window, Qt.Key.Key_Escape)
    tap(window, Qt.Key.Key_Escape)
    assert left == ["left"]
