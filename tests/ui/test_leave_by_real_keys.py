"""The keys as X11 and screen readers really pass them on: out of order, late, without their time, again and again.

Each event is (what, when in ms): "asked" is what asks for shortcuts, always at once and with its time.
"""

import pytest
from PySide6.QtCore import QEvent, Qt

from tests.desktop.clock import Clock
from tests.desktop.presses import real
from tests.desktop.stage import Stage

KINDS = {
    "asked": QEvent.Type.ShortcutOverride,
    "press": QEvent.Type.KeyPress,
    "release": QEvent.Type.KeyRelease,
}
LATE = 0
Keys = tuple[tuple[str, int], ...]
PASSED_ON: Keys = (("press", LATE), ("release", LATE))


def send(stage: Stage, key: Qt.Key, keys: Keys, clock: Clock | None = None) -> None:
    for what, when in keys:
        if when and clock is not None:
            clock.now = when / 1000
        real(stage.text, KINDS[what], key, when)


def test_esc_held_down_is_one_press_also_where_qt_takes_it_for_many(stage: Stage) -> None:
    one = (("asked", 100), ("press", 100))
    again = (("release", 700), ("asked", 700), ("press", 700), ("release", 740), ("asked", 740), ("press", 740))
    send(stage, Qt.Key.Key_Escape, one + again)
    assert stage.left == 0


@pytest.mark.parametrize(
    "keys",
    [
        (("asked", 100), ("press", LATE), ("release", LATE), ("asked", 300)),
        (("asked", 100), ("press", LATE), ("asked", 300)),
        (("asked", 100), ("asked", 300)),
    ],
    ids=["a little late", "after the second press", "after everything"],
)
def test_esc_twice_leaves_however_late_a_screen_reader_passes_the_keys_on(
    stage: Stage, clock: Clock, keys: Keys
) -> None:
    send(stage, Qt.Key.Key_Escape, keys, clock)
    assert stage.left == 1


def test_esc_twice_with_time_between_leaves_under_a_screen_reader(stage: Stage, clock: Clock) -> None:
    send(stage, Qt.Key.Key_Escape, (("asked", 1000), ("press", LATE), ("release", LATE), ("asked", 1900)), clock)
    assert stage.left == 1


def test_esc_once_stays_under_a_screen_reader_that_passes_it_on_after_another_key(stage: Stage) -> None:
    send(stage, Qt.Key.Key_Escape, (("asked", 100),))
    send(stage, Qt.Key.Key_Tab, (("asked", 160),))
    send(stage, Qt.Key.Key_Escape, (("press", LATE), ("release", LATE)))
    send(stage, Qt.Key.Key_Tab, (("press", LATE), ("release", LATE)))
    assert stage.left == 0


@pytest.mark.parametrize(
    "keys",
    [
        (("asked", 100), *PASSED_ON) * 3,
        (("asked", 100), ("asked", 200), *PASSED_ON, *PASSED_ON, ("asked", 300), *PASSED_ON),
        (("asked", 100), ("asked", 200), ("asked", 300), *PASSED_ON, *PASSED_ON, *PASSED_ON),
    ],
    ids=["at once", "a little late", "after everything"],
)
def test_shift_leaves_also_where_a_screen_reader_passes_the_keys_on(stage: Stage, keys: Keys) -> None:
    send(stage, Qt.Key.Key_Shift, keys)
    assert stage.left == 1


def test_typing_capitals_stays_under_a_screen_reader(stage: Stage) -> None:
    for _ in range(3):
        send(stage, Qt.Key.Key_Shift, (("asked", 100),))
        send(stage, Qt.Key.Key_A, (("asked", 200),))
        send(stage, Qt.Key.Key_Shift, (("press", LATE),))
        send(stage, Qt.Key.Key_A, (("press", LATE), ("release", LATE)))
        send(stage, Qt.Key.Key_Shift, (("release", LATE),))
    assert stage.left == 0
