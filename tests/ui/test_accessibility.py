"""Every control of every screen has a name, a fitting role, and the size of a finger."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListView, QWidget

from desktop_app.core.settings import TEXT_SIZES
from desktop_app.ui.theme import Theme
from tests.ui.opening import OpenWindow
from tests.ui.screens import (
    LEAVE,
    NOT_SAFE,
    SMALL,
    WIDE,
    find,
    in_view,
    in_window,
    press,
    settle,
)
from tests.ui.visits import FINGER, Role, Visits, each_layout, each_screen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True)


ROLES: dict[type[QWidget], tuple[Role, ...]] = {
    QAbstractButton: (Role.Button, Role.CheckBox, Role.RadioButton),
    QListView: (Role.List,),
    QLabel: (Role.StaticText, Role.Heading, Role.Link),
    QLineEdit: (Role.EditableText,),
}


@each_screen
def test_every_control_has_a_name_and_a_fitting_role(visits: Visits, name: str) -> None:
    controls = visits(name).controls
    assert len(controls) >= 3
    assert [control for control in controls if not control.name.strip()] == []
    for control in controls:
        fitting = next((roles for kind, roles in ROLES.items() if issubclass(control.kind, kind)), ())
        assert control.role in fitting, f"“{control.name}” is said to be {control.role}"


@each_screen
def test_two_controls_that_do_different_things_have_different_names(visits: Visits, name: str) -> None:
    names = [control.name for control in visits(name).controls]
    # A line beside the plan and a card on the step may be about the same number.
    ours = [each for each in names if not each.startswith(("Copy ", "Show a QR code for "))]
    assert sorted(set(ours)) == sorted(ours)


@each_screen
def test_a_screen_has_one_title_and_headings_are_headings(visits: Visits, name: str) -> None:
    found = visits(name)
    assert found.titles == 1
    assert found.heading_roles == {Role.Heading}


@each_screen
def test_drawings_are_passed_over_and_codes_say_what_they_carry(visits: Visits, name: str) -> None:
    found = visits(name)
    assert found.pictures <= {""}
    assert [code for code in found.codes if not code.startswith("QR code: ")] == []


@each_screen
def test_links_in_a_text_can_be_followed_by_a_screen_reader(visits: Visits, name: str) -> None:
    assert visits(name).mute_links == []


@each_layout
@each_screen
def test_nothing_that_can_be_pressed_is_lower_than_a_finger_is_wide(visits: Visits, name: str, layout: str) -> None:
    controls = [control for control in visits(name, layout).controls if issubclass(control.kind, QAbstractButton)]
    assert {control.name: control.height for control in controls if control.height < FINGER} == {}


@pytest.mark.parametrize("size", [WIDE, SMALL], ids=["wide", "small"])
@pytest.mark.parametrize("text_size", TEXT_SIZES)
def test_leave_now_is_large_and_whole_at_every_text_size(
    open_window: OpenWindow, text_size: int, size: tuple[int, int]
) -> None:
    window = open_window(size=size)
    for go in ("I’m being blackmailed", NOT_SAFE, "Take one slow breath"):
        press(window, go)
        window.use_look(text_size, Theme.LIGHT)
        settle(window)
        leave = find(window, LEAVE)
        assert (leave.width() >= 120, leave.height() >= 44) == (True, True)
        assert in_view(leave) == in_window(leave)


@pytest.mark.parametrize("size", [WIDE, SMALL], ids=["wide", "small"])
def test_leave_now_never_moves(open_window: OpenWindow, size: tuple[int, int]) -> None:
    window = open_window(size=size)
    corner = in_window(find(window, LEAVE)).topRight()
    for go in ("I’m being blackmailed", "Talk to someone now", NOT_SAFE, "Take one slow breath"):
        press(window, go)
        assert in_window(find(window, LEAVE)).topRight() == corner, go
