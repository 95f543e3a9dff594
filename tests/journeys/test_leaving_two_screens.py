"""Leave now with two screens: from the second one, with a window on each, and where they differ in scale."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desktop.program import HANDRAIL, Program, wait_until, xdotool
from tests.desktop.two_screens import two_screens
from tests.desktop.ways_out import WAYS

PLAIN = str(Path(__file__).resolve().parent.parent / "desktop" / "plain_window.py")
Start = Callable[..., Program]


@pytest.fixture(scope="module")
def right() -> Iterator[int]:
    """Where the second screen begins, in px."""
    with two_screens() as begins:
        yield begins


def left_edge(program: Program) -> int:
    lines = xdotool("getwindowgeometry", "--shell", program.window).splitlines()
    return int(dict(line.split("=") for line in lines)["X"])


def move_to(program: Program, x: int) -> None:
    xdotool("windowsize", program.window, "600", "500")
    wait_until(lambda: program.size()[0] == 600, "its new size")
    xdotool("windowmove", program.window, str(x), "200")
    wait_until(lambda: left_edge(program) >= x, "its new place")


@pytest.mark.parametrize("scales", ["left=1;right=1", "left=1;right=1.25"], ids=["alike", "larger"])
@pytest.mark.parametrize("way", WAYS)
def test_it_leaves_from_the_second_screen(start: Start, right: int, way: str, scales: str) -> None:
    program = start(*HANDRAIL, QT_SCREEN_SCALE_FACTORS=scales)
    move_to(program, right + 50)
    WAYS[way](program)
    assert program.wait_gone() == 0


@pytest.mark.parametrize("way", WAYS)
def test_windows_on_both_screens_are_gone_together(start: Start, right: int, way: str) -> None:
    program = start(PLAIN, "--beside", str(right))
    wait_until(lambda: len(program.windows()) == 2, "a window on each screen")
    WAYS[way](program)
    assert program.wait_gone() == 0


def test_two_esc_count_together_on_two_screens(start: Start, right: int) -> None:
    program = start(PLAIN, "--beside", str(right))
    wait_until(lambda: len(program.windows()) == 2, "a window on each screen")
    (other,) = set(program.windows()) - {program.window}
    program.keys("Escape")
    xdotool("windowactivate", other)
    program.keys("Escape")
    assert program.wait_gone() == 0
