"""Reading with real keys and a real mouse: the way to a page, words to find, and what other programs get of them."""

from collections.abc import Callable, Iterator

import pytest

from tests.desktop.program import HANDRAIL, Program
from tests.torture.person import Eyes

pytestmark = pytest.mark.qt_log_ignore("does not implement .GetApplicationBusAddress", extend=True)

Start = Callable[..., Program]
SEEN = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "TZ": "Europe/London"}
SECOND = "It often starts like any other chat"
NOTHING = {"CLIPBOARD": None, "PRIMARY": None}


@pytest.fixture
def eyes() -> Iterator[Eyes]:
    eyes = Eyes()
    yield eyes
    eyes.close()


def open_find(start: Start) -> Program:
    """The first page, with the field for words open."""
    program = start(*HANDRAIL, **SEEN)
    program.find("Read and learn")
    program.keys("Tab", "Tab", "Tab", "Return")
    program.find("Find on this page")
    program.keys("ctrl+f")
    program.find("Words to find")
    return program


def test_four_keys_open_the_pages_and_one_more_the_next(start: Start) -> None:
    program = start(*HANDRAIL, **SEEN)
    program.find("Read and learn")
    program.keys("Tab", "Tab", "Tab", "Return")
    program.click_on(f"{SECOND} (")
    program.find("How it begins, why it looked real")
    program.keys("alt+Left")
    program.find("What this is, why it feels so fast")


def test_words_that_are_typed_reach_no_other_program_however_they_are_marked(start: Start, eyes: Eyes) -> None:
    program = open_find(start)
    program.types("money")
    found = program.find("1 of ")["name"]
    field = program.find("Words to find")
    program.point(field["x"] - 70, field["y"])
    program.mouse_down()
    program.point(field["x"] + 70, field["y"])
    program.mouse_up()
    assert eyes("copied") == NOTHING
    program.keys("ctrl+c", "ctrl+x", "ctrl+Insert", "shift+Delete", "ctrl+k", "ctrl+u", "ctrl+a", "ctrl+c")
    assert eyes("copied") == NOTHING
    assert program.find("1 of ")["name"] == found  # and nothing was cut away
    program.types("zebra")
    program.find("Not on this page")  # what was marked is written over


def test_esc_closes_the_field_and_twice_still_leaves(start: Start) -> None:
    program = open_find(start)
    program.types("money")
    program.keys("Escape")
    assert program.stays(1.2)
    assert all(control["name"] != "Words to find" for control in program.controls())
    program.keys("ctrl+f")
    program.find("Words to find")
    program.keys("Escape", "Escape")
    program.wait_gone()
