"""Leave now in a real window with real keys and clicks, over everything that could swallow them.

The window is a plain one: what is found here does not depend on a page. The pages follow in test_leaving.py.
"""

import ctypes
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.desktop.plain_window import CHOICES, COPY, OPENER, TEXT
from tests.desktop.program import Program
from tests.desktop.ways_out import BUTTON, HABITS, WAYS, press_esc_twice

PLAIN = str(Path(__file__).resolve().parent.parent / "desktop" / "plain_window.py")
Start = Callable[..., Program]


def click_open(program: Program, height: int) -> None:
    program.click(-40, height)
    if not program.has_popup():  # a busy computer now and then loses the first click on a window that has just come
        program.click(-40, height)
    program.wait_for_popup()


def open_a_menu(program: Program) -> None:
    click_open(program, OPENER)


def open_a_list(program: Program) -> None:
    click_open(program, CHOICES)


def select_words(program: Program) -> None:
    program.types("some words")
    program.point(20, TEXT - 70)
    program.mouse_down()
    program.point(90, TEXT - 70)


def have_words_selected(program: Program) -> None:
    select_words(program)
    program.mouse_up()


def wait_for_a_tip(program: Program) -> None:
    program.point(*BUTTON)
    program.wait_for_popup()


OVER: dict[str, Callable[[Program], None]] = {
    "a menu": open_a_menu,
    "a list": open_a_list,
    "a mouse button held down": select_words,
    "a selection": have_words_selected,
    "a tip": wait_for_a_tip,
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("over", OVER)
def test_it_leaves_over(start: Start, over: str, way: str) -> None:
    program = start(PLAIN)
    OVER[over](program)
    if over == "a mouse button held down" and way == "the button":
        program.mouse_up()
    WAYS[way](program)
    assert program.wait_gone() == 0


@pytest.mark.parametrize("way", [way for way in WAYS if way != "Esc twice"])
def test_it_leaves_over_an_unfinished_word(start: Start, way: str) -> None:
    program = start(PLAIN, "--compose")
    WAYS[way](program)
    assert program.wait_gone() == 0


def test_esc_belongs_to_an_unfinished_word_and_then_leaves_again(start: Start) -> None:
    program = start(PLAIN, "--compose")
    assert program.stays()  # and has begun the word by now
    press_esc_twice(program)
    assert program.stays()
    program.click(100, TEXT)  # gives the word up
    press_esc_twice(program)
    assert program.wait_gone() == 0


def test_esc_in_a_menu_only_closes_it(start: Start) -> None:
    program = start(PLAIN)
    open_a_menu(program)
    program.keys("Escape")
    assert program.stays()
    assert len(program.windows()) == 1


def test_a_frozen_window_is_gone_by_itself(start: Start) -> None:
    assert start(PLAIN, "--freeze").wait_gone() == signal.SIGALRM


@pytest.fixture(scope="module")
def staying(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """One window for everything that must not end it."""
    program = Program([PLAIN], tmp_path_factory.mktemp("staying"))
    program.wait_open()
    yield program
    program.end()
    assert program.said() == ""


@pytest.mark.parametrize("habit", HABITS)
def test_it_stays_on(staying: Program, habit: str) -> None:
    staying.click(100, TEXT)
    HABITS[habit](staying)
    assert staying.stays()


def test_a_click_beside_the_button_stays(staying: Program) -> None:
    staying.click(BUTTON[0] - 150, BUTTON[1])
    assert staying.stays()


@contextmanager
def sticky_keys() -> Iterator[None]:
    """The system holds Shift for the person after one press, as it does for someone with one hand."""
    core_keyboard, sticky = 0x100, 1 << 3
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XkbChangeEnabledControls.argtypes = (ctypes.c_void_p, ctypes.c_uint, ctypes.c_uint, ctypes.c_uint)
    x11.XCloseDisplay.argtypes = (ctypes.c_void_p,)
    screen = x11.XOpenDisplay(None)
    x11.XkbChangeEnabledControls(screen, core_keyboard, sticky, sticky)
    try:
        x11.XSync(ctypes.c_void_p(screen), 0)
        yield
    finally:
        x11.XkbChangeEnabledControls(screen, core_keyboard, sticky, 0)
        x11.XCloseDisplay(screen)


def test_shift_held_by_sticky_keys_stays(staying: Program) -> None:
    staying.click(100, TEXT)
    with sticky_keys():
        staying.keys("Shift_L", "Shift_L", "Shift_L")  # held for the next key; held for good; free again
        staying.keys("Shift_L", "a")
    assert staying.stays()


def test_what_was_copied_goes_with_it(start: Start, qtbot: QtBot) -> None:
    clipboard = QGuiApplication.clipboard()
    program = start(PLAIN)
    program.click(-40, COPY)
    qtbot.waitUntil(lambda: clipboard.text() == "words to tell someone")
    press_esc_twice(program)
    program.wait_gone()
    qtbot.waitUntil(lambda: clipboard.text() == "")


def test_what_another_program_copied_stays_there(start: Start, qtbot: QtBot) -> None:
    clipboard = QGuiApplication.clipboard()
    program = start(PLAIN)
    program.click(-40, COPY)
    qtbot.waitUntil(lambda: clipboard.text() == "words to tell someone")
    clipboard.setText("words of another program")
    program.click(100, TEXT)
    press_esc_twice(program)
    program.wait_gone()
    qtbot.wait(50)
    assert clipboard.text() == "words of another program"
    clipboard.clear()
