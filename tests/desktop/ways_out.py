"""What a person does to be gone, with a real keyboard and mouse; and what people do that must not end anything."""

import time
from collections.abc import Callable

from tests.desktop.program import Program

BUTTON = (-100, 32)
"""A spot inside Leave now: px from the right edge and from the top. The same in every window that has one."""


def press_the_button(program: Program) -> None:
    program.point(*BUTTON)
    program.mouse_down()


def press_esc_twice(program: Program) -> None:
    program.keys("Escape", "Escape")


def press_shift_three_times(program: Program) -> None:
    program.keys("Shift_L", "Shift_L", "Shift_L")


def press_f12(program: Program) -> None:
    program.keys("F12")


def close_the_window(program: Program) -> None:
    program.keys("alt+F4")


WAYS: dict[str, Callable[[Program], None]] = {
    "the button": press_the_button,
    "Esc twice": press_esc_twice,
    "Shift three times": press_shift_three_times,
    "F12": press_f12,
    "closing the window": close_the_window,
}


def type_capitals(program: Program) -> None:
    program.types("ABCDEFGH")


def click_with_shift(program: Program) -> None:
    program.key_down("Shift_L")
    for _ in range(4):
        program.mouse_down()
        program.mouse_up()
    program.key_up("Shift_L")
    for _ in range(3):
        program.key_down("Shift_L")
        program.mouse_down()
        program.mouse_up()
        program.key_up("Shift_L")


def turn_the_wheel_with_shift(program: Program) -> None:
    for _ in range(4):
        program.key_down("Shift_L")
        program.wheel()
        program.key_up("Shift_L")


def select_with_shift_and_arrows(program: Program) -> None:
    program.keys("shift+Left", "shift+Left", "shift+Right", "shift+Home", pause=0.02)


def hold_shift(program: Program) -> None:
    program.key_down("Shift_L")
    time.sleep(1.2)  # longer than it takes until a held key repeats
    program.key_up("Shift_L")


def press_shift_slowly(program: Program) -> None:
    program.keys("Shift_L", "Shift_L", "Shift_L", pause=2.15)


def press_esc_slowly(program: Program) -> None:
    program.keys("Escape", "Escape", pause=1.15)


def press_esc_once(program: Program) -> None:
    program.keys("Escape")


def hold_esc(program: Program) -> None:
    program.key_down("Escape")
    time.sleep(1.2)
    program.key_up("Escape")


HABITS: dict[str, Callable[[Program], None]] = {
    "typing capitals": type_capitals,
    "Shift and a click": click_with_shift,
    "Shift and the wheel": turn_the_wheel_with_shift,
    "Shift and arrows": select_with_shift_and_arrows,
    "holding Shift": hold_shift,
    "Shift three times, slowly": press_shift_slowly,
    "Esc twice, slowly": press_esc_slowly,
    "Esc once": press_esc_once,
    "holding Esc": hold_esc,
}
