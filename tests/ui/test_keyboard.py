"""The keyboard: Tab meets everything in the order of reading, the ring shows where one is, Enter and Space press."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListView, QWidget

from desktop_app.ui.focus_ring import FocusRing
from desktop_app.ui.main_window import MainWindow
from tests.desktop.presses import press as press_mouse
from tests.desktop.presses import tap
from tests.ui.screens import (
    LEAVE,
    NOT_SAFE,
    boxes,
    find,
    focused,
    in_window,
    press,
    says,
    seen,
    settle,
    spoken,
)
from tests.ui.visits import RING, Visits, each_layout, each_screen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True)


HOMEWARDS = ("Home", "Back to where I was")


LAST = ("Back", "Skip for now", "Done, next step", "Done for tonight")


ENTER_AND_SPACE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@each_layout
@each_screen
def test_tab_meets_every_control_and_comes_round(visits: Visits, name: str, layout: str) -> None:
    found = visits(name, layout)
    assert found.caught == ""
    wanted = {control.name for control in found.controls if control.takes_tab}
    assert {stop.name for stop in found.stops} == wanted
    assert found.back in (wanted, None)


@each_layout
@each_screen
def test_tab_begins_with_leave_now_and_ends_with_the_way_on(visits: Visits, name: str, layout: str) -> None:
    order = [stop.name for stop in visits(name, layout).stops]
    assert order[:2] == [LEAVE, NOT_SAFE]
    homewards = [name for name in order if name in HOMEWARDS]
    assert order[2 : 2 + len(homewards)] == homewards
    ways_on = [name for name in order if name in LAST]
    assert order[len(order) - len(ways_on) :] == ways_on


@each_layout
@each_screen
def test_tab_goes_down_the_page(visits: Visits, name: str, layout: str) -> None:
    stops = [stop for stop in visits(name, layout).stops if stop.on_page]
    upwards = [
        (here.name, there.name)
        for here, there in pairwise(stops)
        # Beside each other is no step up: the page may have two columns.
        if there.where.bottom() < here.where.top()
        and there.where.left() <= here.where.right()
        and here.where.left() <= there.where.right()
    ]
    assert upwards == []


@each_layout
@each_screen
def test_what_has_the_keyboard_is_in_view(visits: Visits, name: str, layout: str) -> None:
    assert [stop.name for stop in visits(name, layout).stops if not stop.seen] == []


@each_layout
@each_screen
def test_the_ring_round_what_has_the_keyboard_is_whole(visits: Visits, name: str, layout: str) -> None:
    assert [stop.name for stop in visits(name, layout).stops if stop.ring_cut] == []


def test_the_ring_shows_where_the_keyboard_is_and_goes_with_the_mouse(window: MainWindow) -> None:
    ring = window.findChild(FocusRing)
    assert isinstance(ring, FocusRing)
    for _ in range(14):
        tap(window, Qt.Key.Key_Tab)
        settle(window)
        assert ring.isVisible()
        assert ring.geometry() == in_window(focused()).adjusted(-RING, -RING, RING, RING)
        assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    press_mouse(window, on=find(window, "Try it"))
    settle(window)
    assert not ring.isVisible()


@each_screen
def test_a_new_screen_gives_the_keyboard_to_its_title(visits: Visits, name: str) -> None:
    found = visits(name)
    if name.startswith("home"):
        assert found.focus.startswith("I’m being blackmailed right now. Don’t pay. Don’t send anything. Don’t answer.")
    elif "step" not in name:
        assert found.focus_is_title, found.focus


@pytest.mark.parametrize(
    ("way", "then"),
    [
        ((), "I’m being blackmailed"),
        ((), "Try it"),
        ((), NOT_SAFE),
        ((NOT_SAFE,), "Back to where I was"),
        (("I’m being blackmailed",), "Done, next step"),
        (("I’m being blackmailed",), "Home"),
    ],
)
def test_a_page_change_moves_the_keyboard_straight_there(
    window: MainWindow, dressed: QApplication, way: tuple[str, ...], then: str
) -> None:
    for name in way:
        press(window, name)
    find(window, then).setFocus(Qt.FocusReason.TabFocusReason)
    met: list[str] = []

    def note(_: QWidget | None, now: QWidget | None) -> None:
        met.append(spoken(now) if now is not None else "")

    dressed.focusChanged.connect(note)
    try:
        press(window, then)
    finally:
        dressed.focusChanged.disconnect(note)
    # Whatever gets the keyboard in between is read out, too.
    assert [name for name in met if name] == [spoken(focused())]


def test_coming_back_from_a_sheet_gives_the_keyboard_to_the_page(window: MainWindow) -> None:
    press(window, "Try it")
    press(window, "Close")
    assert spoken(focused()).startswith("I’m being blackmailed right now")


@pytest.mark.parametrize("key", ENTER_AND_SPACE)
def test_enter_and_space_press_every_kind_of_control(window: MainWindow, key: Qt.Key) -> None:
    press(window, "I’m being blackmailed")
    for box in (boxes(window)[0], find(window, "I already paid")):
        before = box.isChecked()
        box.setFocus(Qt.FocusReason.TabFocusReason)
        tap(window, key)
        assert box.isChecked() is not before, spoken(box)
    for name in ("Go here first", NOT_SAFE):
        find(window, name).setFocus(Qt.FocusReason.TabFocusReason)
        tap(window, key)
        settle(window)
        assert says(window, "You matter more than any picture."), name
        press(window, "Back to where I was")


def test_the_arrow_keys_stay_in_the_rail(window: MainWindow) -> None:
    press(window, "I’m being blackmailed")
    rail = next(widget for widget in seen(window) if isinstance(widget, QListView))
    rail.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(3):
        tap(window, Qt.Key.Key_Down)
        settle(window)
    assert says(window, "Step 4 of 9")
