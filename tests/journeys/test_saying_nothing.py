"""Nothing is written to a terminal or to a log that somebody may read later."""

from collections.abc import Callable

from tests.desktop.program import Program

BROKEN = """
from desktop_app import app, command_line
def settle(*_): raise RuntimeError("a mistake of ours")
app.settle = settle
command_line.main([])
"""


def test_nothing_is_written_to_a_terminal(start: Callable[..., Program]) -> None:
    program = start("-m", "desktop_app", QT_DEBUG_PLUGINS="1", QT_LOGGING_RULES="*=true")
    assert program.stays()
    assert program.said() == ""


def test_a_mistake_in_the_program_is_not_written_either(start: Callable[..., Program]) -> None:
    program = start("-c", BROKEN)
    assert program.stays()
    assert program.said() == ""
