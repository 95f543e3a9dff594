"""Shift three times leaves; nothing that a person does with Shift while typing does."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.ui import leave_now
from desktop_app.ui.leave_now import LeaveNow
from tests.desktop.clock import Clock
from tests.desktop.presses import LEFT, NONE, repeat, shift_down, shift_up, tap, tap_shift, window_of
from tests.desktop.stage import Stage

CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def test_shift_three_times_leaves(stage: Stage) -> None:
    tap_shift(stage.text, 2)
    assert stage.left == 0
    tap_shift(stage.text)
    assert stage.left == 1


def test_shift_counts_on_letting_go(stage: Stage) -> None:
    tap_shift(stage.text, 2)
    shift_down(stage.text)
    assert stage.left == 0
    shift_up(stage.text)
    assert stage.left == 1


@pytest.mark.parametrize(("apart", "left"), [(2.0, 1), (2.01, 0)])
def test_each_shift_counts_within_two_seconds_of_the_last(stage: Stage, clock: Clock, apart: float, left: int) -> None:
    for _ in range(3):
        tap_shift(stage.text)
        clock.move(apart)
    assert stage.left == left


def test_a_shift_that_is_held_for_long_does_not_count(stage: Stage, clock: Clock) -> None:
    tap_shift(stage.text, 2)
    shift_down(stage.text)
    clock.move(2.5)
    shift_up(stage.text)
    assert stage.left == 0
    assert stage.dots[-1] == 0


def test_typing_capitals_stays(stage: Stage) -> None:
    for letter in (Key.Key_A, Key.Key_B, Key.Key_C, Key.Key_D):
        shift_down(stage.text)
        tap(stage.text, letter)
        shift_up(stage.text)
    assert stage.left == 0


def test_a_letter_after_two_shifts_begins_anew(stage: Stage) -> None:
    tap_shift(stage.text, 2)
    tap(stage.text, Key.Key_A)
    tap_shift(stage.text)
    assert stage.left == 0


def test_a_third_shift_that_becomes_a_capital_stays(stage: Stage) -> None:
    tap_shift(stage.text, 2)
    shift_down(stage.text)
    tap(stage.text, Key.Key_A)
    shift_up(stage.text)
    assert stage.left == 0


def test_shift_with_arrows_stays(stage: Stage) -> None:
    for _ in range(4):
        shift_down(stage.text)
        tap(stage.text, Key.Key_Left)
        shift_up(stage.text)
    assert stage.left == 0


def test_shift_with_a_click_stays(stage: Stage) -> None:
    for _ in range(4):
        shift_down(stage.text)
        QTest.mouseClick(window_of(stage.text), LEFT, NONE, stage.text.geometry().center())
        shift_up(stage.text)
    assert stage.left == 0


def test_shift_with_the_wheel_stays(stage: Stage) -> None:
    middle = QPointF(stage.text.geometry().center())
    for _ in range(4):
        shift_down(stage.text)
        turn = QWheelEvent(
            middle,
            stage.window.mapToGlobal(middle),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QCoreApplication.sendEvent(window_of(stage.text), turn)
        shift_up(stage.text)
    assert stage.left == 0


def test_shift_held_down_stays(stage: Stage) -> None:
    shift_down(stage.text)
    for _ in range(8):
        repeat(stage.text, Key.Key_Shift)
    shift_up(stage.text)
    assert stage.left == 0
    assert stage.dots == []


def test_both_shift_keys_together_stay(stage: Stage) -> None:
    for _ in range(3):
        shift_down(stage.text)
        shift_down(stage.text)
        shift_up(stage.text)
        shift_up(stage.text)
    assert stage.left == 0
    assert stage.dots == []


def test_control_and_shift_together_stay(stage: Stage) -> None:
    for _ in range(4):
        QTest.keyPress(window_of(stage.text), Key.Key_Control)
        QTest.keyPress(window_of(stage.text), Key.Key_Shift, CONTROL)
        QTest.keyRelease(window_of(stage.text), Key.Key_Shift, CONTROL)
        QTest.keyRelease(window_of(stage.text), Key.Key_Control)
    assert stage.left == 0


def test_the_dots_follow_the_presses(stage: Stage) -> None:
    tap_shift(stage.text, 2)
    assert stage.dots == [1, 2]
    tap(stage.text, Key.Key_A)
    assert stage.dots == [1, 2, 0]


def test_the_dots_go_when_nothing_follows(
    stage: Stage, qtbot: QtBot, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leave_now, "SHIFT_WITHIN", 0.02)
    leave = LeaveNow(stage.leave, clock, stage.window)
    dots: list[int] = []
    leave.shift_counted.connect(dots.append)
    leave.watch()
    tap_shift(stage.text)
    qtbot.waitUntil(lambda: dots == [1, 0])
