"""The sheets that print and save, at each stage: nothing is cut, all is reached by the Tab key, all has a name."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.ui import strings_print
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.print_system import Printer
from desktop_app.ui.theme import Theme
from tests.ui.opening import OpenWindow
from tests.ui.paper import TWO, PaperPrinters, choices, folders, on_sheet, printers
from tests.ui.screens import LEAVE, NOT_SAFE, SMALL, role, settle
from tests.ui.stretched import stretch_strings
from tests.ui.test_no_clipping import LONG_WORDS, LOOKS, MIRRORED, assert_none, look_at
from tests.ui.visits import FINGER, LAYOUTS, visit

__all__ = ["folders", "printers"]

LONG_NAME = Printer("x", "HP_Color_LaserJet_MFP_M480f_by_the_door_of_the_second_room_of_the_library", "", usual=False)
LOOK, PRINT, SAVE, HERE = strings_print.LOOK, strings_print.PRINT, strings_print.SAVE, strings_print.SAVE_HERE


@dataclass(frozen=True)
class Stage:
    """The presses that lead there, and whether there are no printers."""

    presses: tuple[str, ...] = ()
    none: bool = False


STAGES = {
    "before": Stage(),
    "printers": Stage((LOOK, "Room 12")),
    "no printer": Stage((LOOK,), none=True),
    "printed": Stage((LOOK, "Room 12", PRINT)),
    "folders": Stage((SAVE, "Downloads")),
    "saved": Stage((SAVE, "Downloads", HERE)),
}
each_stage = pytest.mark.parametrize("name", STAGES)
Reached = Callable[..., MainWindow]


@pytest.fixture
def reached(open_window: OpenWindow, qtbot: QtBot, printers: PaperPrinters, folders: Path) -> Reached:
    def reach(name: str, **how: object) -> MainWindow:
        printers.there = () if STAGES[name].none else (*TWO, LONG_NAME)
        return on_sheet(open_window, qtbot, *STAGES[name].presses, **how)

    return reach


@each_stage
def test_nothing_is_cut_or_covered(reached: Reached, dressed: QApplication, name: str) -> None:
    assert_none(look_at(dressed, reached(name), LOOKS))


@each_stage
def test_nothing_is_cut_or_covered_where_reading_goes_from_right_to_left(
    reached: Reached, dressed: QApplication, name: str
) -> None:
    assert_none(look_at(dressed, reached(name), MIRRORED))


@each_stage
def test_nothing_is_cut_or_covered_where_words_are_longer(
    reached: Reached, dressed: QApplication, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    window = reached(name)
    stretch_strings(monkeypatch)
    window.apply_look()
    settle(window)
    assert_none(look_at(dressed, window, LONG_WORDS))


@pytest.mark.parametrize("layout", LAYOUTS)
@each_stage
def test_the_tab_key_meets_everything_in_its_order(reached: Reached, name: str, layout: str) -> None:
    size, text_size = LAYOUTS[layout]
    window = reached(name, size=size)
    window.use_look(text_size, Theme.LIGHT)
    settle(window)
    found = visit(window)
    assert found.caught == ""
    order = [stop.name for stop in found.stops]
    assert order[:2] == [LEAVE, NOT_SAFE]
    assert set(order) == {control.name for control in found.controls if control.takes_tab}
    assert [stop.name for stop in found.stops if stop.ring_cut or not stop.seen] == []
    stops = [stop.where for stop in found.stops if stop.on_page]
    assert [there for here, there in pairwise(stops) if there.bottom() < here.top()] == []
    assert [control.name for control in found.controls if not control.name or control.height < FINGER] == []
    assert found.titles == 1


@each_stage
def test_a_choice_is_a_radio_button_to_a_screen_reader(reached: Reached, name: str) -> None:
    window = reached(name, size=SMALL)
    rows = choices(window)
    assert {role(row) for row in rows} <= {QAccessible.Role.RadioButton}
    assert bool(rows) is (name in ("printers", "folders"))
