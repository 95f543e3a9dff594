"""The person turns to another window and comes back: what is on the screen meanwhile, and after it.

What is shown is known from the pixels of the screen: a screen reader that listened would keep the page as it is.
"""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.ui import strings
from tests.desktop.program import HANDRAIL, PATIENCE, Program, wait_until, xdotool
from tests.desktop.ways_out import WAYS

# The tests' own window is on the bus as well, and says this when something asks who is there.
pytestmark = pytest.mark.qt_log_ignore("does not implement .GetApplicationBusAddress", extend=True)

Start = Callable[..., Program]
SEEN = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "TZ": "Europe/London"}
LISTENER = Path(__file__).resolve().parent / "screen_reader.py"
BAR = 64
COVER = QRect(440, 300, 220, 160)
"""Where the mark, the name and the line of the cover are, in a window of 1100 x 760."""
A_WHILE = 600
"""Milliseconds in which a cover would have come for long."""


@pytest.fixture
def elsewhere(qtbot: QtBot) -> Iterator[QLabel]:
    """A window of another program, in a corner, where it hides nothing of ours."""
    label = QLabel("homework")
    label.setGeometry(40, 1060, 200, 100)
    yield label
    label.hide()
    label.deleteLater()


def turn_to(label: QLabel, qtbot: QtBot) -> None:
    with qtbot.waitActive(label):
        label.show()
        xdotool("windowactivate", str(int(label.winId())))


def come_back(program: Program, qtbot: QtBot) -> None:
    xdotool("windowactivate", program.window)
    qtbot.waitUntil(lambda: xdotool("getactivewindow") == program.window)


def picture(program: Program) -> QImage:
    """The page of the program as it is on the screen, without the bar over it."""
    screen = QGuiApplication.primaryScreen()
    width, height = program.size()
    return screen.grabWindow(int(program.window), 0, BAR, width, height - BAR).toImage()


def is_covered(program: Program) -> bool:
    """Whether everything but the place of the mark and the words is plain."""
    page = picture(program)
    for x in range(0, page.width(), 4):
        for y in range(2, page.height(), 7):
            if not COVER.contains(x, y + BAR) and page.pixelColor(x, y) != page.pixelColor(5, 5):
                return False
    return True


def wait_covered(program: Program) -> None:
    wait_until(lambda: is_covered(program), "the cover")


def wait_same(program: Program, before: QImage) -> None:
    wait_until(lambda: picture(program) == before, "the page as it was")


def on_a_step_far_down(program: Program) -> QImage:
    """Opens the plan, gives a button in the middle of the page the keyboard and scrolls. How it looks then."""
    program.click_on(strings.BLACKMAILED)
    program.find(strings.STEP_BY_STEP)
    program.keys("Tab", "Tab", "Tab", "Tab", "Tab", "Tab")
    program.point(700, 400)
    top = picture(program)
    for _ in range(3):
        program.wheel()
    seen: list[QImage] = []

    def at_rest() -> bool:
        seen.append(picture(program))
        return len(seen) > 5 and all(one == seen[-1] for one in seen[-5:])

    wait_until(at_rest, "a page that does not move")
    assert seen[-1] != top
    return seen[-1]


def test_the_page_is_covered_meanwhile_and_then_where_it_was(start: Start, elsewhere: QLabel, qtbot: QtBot) -> None:
    program = start(*HANDRAIL, **SEEN)
    turn_to(elsewhere, qtbot)
    wait_covered(program)
    come_back(program, qtbot)
    program.keys("a")  # who has met the cover once is from now on offered to do without
    before = on_a_step_far_down(program)
    assert not is_covered(program)
    turn_to(elsewhere, qtbot)
    wait_covered(program)
    come_back(program, qtbot)
    qtbot.wait(A_WHILE)
    assert is_covered(program)
    program.keys("Shift_L")
    assert is_covered(program)
    program.keys("space")
    wait_same(program, before)


def test_one_click_comes_back_and_goes_on(start: Start, elsewhere: QLabel, qtbot: QtBot) -> None:
    program = start(*HANDRAIL, **SEEN)
    program.point(20, 400)
    turn_to(elsewhere, qtbot)
    wait_covered(program)
    program.click(20, 400)
    wait_until(lambda: not is_covered(program), "Home")
    assert program.stays()


def test_an_open_menu_is_not_left_over_the_cover(start: Start, elsewhere: QLabel, qtbot: QtBot) -> None:
    program = start(*HANDRAIL, **SEEN)
    program.click_on(strings.TEXT_SIZE.format(percent=100))
    program.wait_for_popup()
    turn_to(elsewhere, qtbot)
    wait_covered(program)
    assert len(program.windows()) == 1


def test_a_menu_of_ours_covers_nothing(start: Start, qtbot: QtBot) -> None:
    program = start(*HANDRAIL, **SEEN)
    program.click_on(strings.TEXT_SIZE.format(percent=100))
    program.wait_for_popup()
    qtbot.wait(A_WHILE)
    program.keys("Escape")
    qtbot.wait(A_WHILE)
    assert not is_covered(program)


def test_what_was_minimised_comes_back_covered(start: Start, qtbot: QtBot) -> None:
    program = start(*HANDRAIL, **SEEN)
    program.find(strings.BLACKMAILED)
    xdotool("windowminimize", program.window)
    wait_until(lambda: program.window not in program.windows(), "a window that is away")
    qtbot.wait(A_WHILE)
    come_back(program, qtbot)
    wait_covered(program)
    qtbot.wait(A_WHILE)
    assert is_covered(program)


@pytest.mark.parametrize("way", WAYS)
def test_it_leaves_from_the_cover(start: Start, elsewhere: QLabel, qtbot: QtBot, way: str) -> None:
    program = start(*HANDRAIL, **SEEN)
    turn_to(elsewhere, qtbot)
    wait_covered(program)
    come_back(program, qtbot)
    WAYS[way](program)
    assert program.wait_gone() == 0


def test_who_uses_a_screen_reader_keeps_the_page_on_the_screen(start: Start, elsewhere: QLabel, qtbot: QtBot) -> None:
    program = start(*HANDRAIL, **SEEN)
    reader = subprocess.Popen(
        ["/usr/bin/python3", str(LISTENER), str(program.process.pid)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        assert reader.stdout is not None
        assert b"ready" in reader.stdout.readline()
        turn_to(elsewhere, qtbot)
        qtbot.wait(A_WHILE)
        assert not is_covered(program)
    finally:
        reader.kill()
        reader.communicate(timeout=PATIENCE)
    come_back(program, qtbot)
    turn_to(elsewhere, qtbot)
    wait_covered(program)
