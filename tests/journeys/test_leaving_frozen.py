"""Leave now while the window does not answer: what was pressed is heard later, or the end comes by itself."""

import signal
import time
from collections.abc import Callable

import pytest

from tests.desktop.program import HANDRAIL, Program
from tests.desktop.ways_out import WAYS, press_esc_twice

# The real program, that stops answering and holds the interpreter, a second after its first picture.
FREEZES = """
import ctypes, sys, time
from PySide6.QtCore import QTimer
import desktop_app.app as app
from desktop_app.command_line import main

settle, until = app.settle, float(sys.argv[1])
def settle_and_freeze(*given):
    settle(*given)
    QTimer.singleShot(700, freeze)
def freeze():
    end = time.monotonic() + until
    while time.monotonic() < end:  # each signal ends a sleep
        ctypes.PyDLL(None).usleep(100_000)
app.settle = settle_and_freeze
sys.exit(main([]))
"""
Start = Callable[..., Program]


def press_while_it_is_frozen(start: Start, way: str, seconds: float) -> Program:
    alone = {"DBUS_SESSION_BUS_ADDRESS": "disabled:"}  # else the next one waits for the frozen one before it
    program = start("-X", "dev", "-c", FREEZES, str(seconds), **alone)
    time.sleep(1.2)
    WAYS[way](program)
    assert program.is_running()
    program.mouse_up()
    return program


@pytest.mark.parametrize("way", WAYS)
def test_what_was_pressed_during_a_short_block_is_heard_after_it(start: Start, way: str) -> None:
    assert press_while_it_is_frozen(start, way, 2.0).wait_gone() == 0


def test_it_is_gone_after_a_long_block_whatever_was_pressed(start: Start) -> None:
    pressed = {way: press_while_it_is_frozen(start, way, 60.0) for way in WAYS}
    ends = {way: program.wait_gone() for way, program in pressed.items()}
    assert ends == dict.fromkeys(WAYS, signal.SIGALRM)


def test_a_program_that_was_stopped_for_long_is_still_there_and_answers(start: Start) -> None:
    program = start(*HANDRAIL)
    assert program.stays()
    program.process.send_signal(signal.SIGSTOP)
    time.sleep(4.5)  # longer than the watchdog waits
    program.process.send_signal(signal.SIGCONT)
    assert program.stays()
    press_esc_twice(program)
    assert program.wait_gone() == 0
