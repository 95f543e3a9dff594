"""Leave now from every kind of screen, in the real window with real keys and clicks: gone, and not a word left."""

from collections.abc import Callable, Iterator

import pytest

from desktop_app.ui import strings
from tests.desktop.program import HANDRAIL, Program
from tests.desktop.ways_out import HABITS, WAYS

Start = Callable[..., Program]
SEEN = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "TZ": "Europe/London"}


def stay_on_home(program: Program) -> None:
    program.find(strings.BLACKMAILED)


def open_the_plan(program: Program) -> None:
    program.click_on(strings.BLACKMAILED)
    program.find(strings.STEP_BY_STEP)


def open_a_sheet(program: Program) -> None:
    program.click_on(strings.TRY_IT)
    program.find(strings.CLOSE)


def open_a_menu(program: Program) -> None:
    program.click_on(strings.TEXT_SIZE.format(percent=100))
    program.wait_for_popup()


def open_the_crisis_page(program: Program) -> None:
    program.click_on(strings.NOT_SAFE)
    program.find(strings.BACK_TO_PLACE)


SCREENS: dict[str, Callable[[Program], None]] = {
    "Home": stay_on_home,
    "a step of the plan": open_the_plan,
    "a sheet": open_a_sheet,
    "an open menu": open_a_menu,
    "the crisis page": open_the_crisis_page,
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("screen", SCREENS)
def test_it_leaves_from(start: Start, screen: str, way: str) -> None:
    program = start(*HANDRAIL, **SEEN)
    SCREENS[screen](program)
    WAYS[way](program)
    assert program.wait_gone() == 0


@pytest.mark.parametrize("screen", ["a sheet", "an open menu", "the crisis page"])
def test_the_first_esc_only_goes_back(start: Start, screen: str) -> None:
    program = start(*HANDRAIL, **SEEN)
    SCREENS[screen](program)
    program.keys("Escape")
    program.find(strings.BLACKMAILED)
    assert program.stays()
    assert len(program.windows()) == 1


@pytest.fixture(scope="module")
def staying(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """One window, on the first step of the plan, for everything that must not end it.

    Last in this file: while it is open, no other opens.
    """
    program = Program(HANDRAIL, tmp_path_factory.mktemp("staying"), SEEN)
    program.wait_open()
    open_the_plan(program)
    yield program
    program.end()
    assert program.said() == ""


@pytest.mark.parametrize("habit", HABITS)
def test_it_stays_on(staying: Program, habit: str) -> None:
    staying.click(-30, 100)  # nothing is there; a click begins all counting anew
    HABITS[habit](staying)
    assert staying.stays()
