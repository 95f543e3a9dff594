"""The ways out as a person may change them: more time between the presses, and one more key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.core.settings import EXTRA_EXIT_KEYS
from desktop_app.ui.leave_now import LeaveNow
from desktop_app.ui.main_window import MainWindow
from tests.desktop.clock import Clock
from tests.desktop.presses import NONE, repeat, tap, tap_shift, window_of
from tests.desktop.stage import Stage

Key = Qt.Key
Held = Qt.KeyboardModifier


def ways(stage: Stage) -> LeaveNow:
    found = stage.window.findChild(LeaveNow)
    assert isinstance(found, LeaveNow)
    return found


@pytest.mark.parametrize(("apart", "left"), [(3.0, 1), (3.01, 0)])
def test_in_slow_mode_the_second_esc_counts_within_three_seconds(
    stage: Stage, clock: Clock, apart: float, left: int
) -> None:
    ways(stage).use(slow=True, extra_key="")
    tap(stage.text, Key.Key_Escape)
    clock.move(apart)
    tap(stage.text, Key.Key_Escape)
    assert stage.left == left


@pytest.mark.parametrize(("apart", "left"), [(5.0, 1), (5.01, 0)])
def test_in_slow_mode_each_shift_counts_within_five_seconds_of_the_last(
    stage: Stage, clock: Clock, apart: float, left: int
) -> None:
    ways(stage).use(slow=True, extra_key="")
    for _ in range(3):
        tap_shift(stage.text)
        clock.move(apart)
    assert stage.left == left


def test_in_slow_mode_a_shift_may_be_held_for_longer(stage: Stage, clock: Clock) -> None:
    ways(stage).use(slow=True, extra_key="")
    for _ in range(3):
        QTest.keyPress(window_of(stage.text), Key.Key_Shift)
        clock.move(4)
        QTest.keyRelease(window_of(stage.text), Key.Key_Shift)
    assert stage.left == 1


def test_in_slow_mode_typing_capitals_stays(stage: Stage) -> None:
    ways(stage).use(slow=True, extra_key="")
    for letter in (Key.Key_A, Key.Key_B, Key.Key_C):
        QTest.keyPress(window_of(stage.text), Key.Key_Shift)
        tap(stage.text, letter)
        QTest.keyRelease(window_of(stage.text), Key.Key_Shift)
    assert stage.left == 0


def test_slow_mode_can_be_left_again(stage: Stage, clock: Clock) -> None:
    ways(stage).use(slow=True, extra_key="")
    ways(stage).use(slow=False, extra_key="")
    tap(stage.text, Key.Key_Escape)
    clock.move(1.5)
    tap(stage.text, Key.Key_Escape)
    assert stage.left == 0


def test_a_change_begins_the_counting_of_shift_anew(stage: Stage) -> None:
    tap_shift(stage.text, 2)
    ways(stage).use(slow=True, extra_key="")
    assert stage.dots == [1, 2, 0]
    tap_shift(stage.text)
    assert stage.left == 0


@pytest.mark.parametrize("name", EXTRA_EXIT_KEYS)
def test_one_more_key_leaves_at_its_first_press(stage: Stage, name: str) -> None:
    key = Qt.Key[f"Key_{name}"]
    tap(stage.text, key)
    assert stage.left == 0
    ways(stage).use(slow=False, extra_key=name)
    QTest.keyPress(window_of(stage.text), key)
    assert stage.left == 1


@pytest.mark.parametrize("held", [Held.ShiftModifier, Held.ControlModifier, Held.AltModifier, Held.MetaModifier])
def test_one_more_key_leaves_only_when_it_is_pressed_alone(stage: Stage, held: Qt.KeyboardModifier) -> None:
    ways(stage).use(slow=False, extra_key="F9")
    tap(stage.text, Key.Key_F9, held)
    assert stage.left == 0


def test_one_more_key_that_is_chosen_in_the_settings_leaves_at_once(window: MainWindow, left: list[str]) -> None:
    window.choose("extra_exit_key", "F9")
    tap(window, Key.Key_F9)
    assert left == ["left"]


def test_only_one_key_is_one_more(stage: Stage) -> None:
    ways(stage).use(slow=False, extra_key="F9")
    ways(stage).use(slow=False, extra_key="F8")
    tap(stage.text, Key.Key_F9)
    assert stage.left == 0
    tap(stage.text, Key.Key_F8)
    assert stage.left == 1


def test_no_more_key_again(stage: Stage) -> None:
    ways(stage).use(slow=False, extra_key="F9")
    ways(stage).use(slow=False, extra_key="")
    tap(stage.text, Key.Key_F9)
    assert stage.left == 0


def test_one_more_key_that_is_still_held_from_before_does_not_leave(stage: Stage) -> None:
    # Held while it is chosen in the settings: what follows are repeats.
    ways(stage).use(slow=False, extra_key="F9")
    repeat(stage.text, Key.Key_F9)
    assert stage.left == 0
    QTest.keyPress(window_of(stage.text), Key.Key_F9, NONE)
    assert stage.left == 1
