"""Leave now as a person may change it: slow mode and one more key, over what could swallow keys, and what stays."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desktop.plain_window import OPENER, TEXT
from tests.desktop.program import Program
from tests.desktop.ways_out import (
    click_with_shift,
    hold_shift,
    select_with_shift_and_arrows,
    type_capitals,
)

PLAIN = str(Path(__file__).resolve().parent.parent / "desktop" / "plain_window.py")
Start = Callable[..., Program]


def press_esc_twice_slowly(program: Program) -> None:
    program.keys("Escape", "Escape", pause=2.0)


def press_shift_three_times_slowly(program: Program) -> None:
    program.keys("Shift_L", "Shift_L", "Shift_L", pause=2.5)


def press_one_more_key(program: Program) -> None:
    program.keys("F9")


WAYS: dict[str, Callable[[Program], None]] = {
    "Esc twice, slowly": press_esc_twice_slowly,
    "Shift three times, slowly": press_shift_three_times_slowly,
    "one more key": press_one_more_key,
}
HABITS: dict[str, Callable[[Program], None]] = {
    "typing capitals": type_capitals,
    "Shift and a click": click_with_shift,
    "Shift and arrows": select_with_shift_and_arrows,
    "holding Shift": hold_shift,
    "Esc twice, too slowly": lambda program: program.keys("Escape", "Escape", pause=3.15),
    "one more key with Shift": lambda program: program.keys("shift+F9"),
}


@pytest.mark.parametrize("way", WAYS)
def test_it_leaves(start: Start, way: str) -> None:
    program = start(PLAIN, "--slow")
    WAYS[way](program)
    assert program.wait_gone() == 0


def test_one_more_key_leaves_over_a_menu(start: Start) -> None:
    program = start(PLAIN, "--slow")
    program.click(-40, OPENER)
    program.wait_for_popup()
    press_one_more_key(program)
    assert program.wait_gone() == 0


@pytest.fixture(scope="module")
def staying(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    program = Program([PLAIN, "--slow"], tmp_path_factory.mktemp("staying"))
    program.wait_open()
    yield program
    program.end()
    assert program.said() == ""


@pytest.mark.parametrize("habit", HABITS)
def test_it_stays_on(staying: Program, habit: str) -> None:
    staying.click(100, TEXT)
    HABITS[habit](staying)
    assert staying.stays()
