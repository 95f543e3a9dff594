"""Every screen by keyboard and for a screen reader: names, roles, sizes, and the order of the Tab key.

Each screen is visited once in each layout; the tests look at what was found there.
"""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Protocol

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QListView, QMenu, QWidget

from desktop_app.ui.focus_ring import FocusRing
from desktop_app.ui.heading import HeadingText
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.page import ScrollColumn
from desktop_app.ui.qr_code import QrCode
from desktop_app.ui.text import Text, Title
from desktop_app.ui.theme import TEXT_SIZES, Theme
from tests.desktop.presses import press as press_mouse
from tests.desktop.presses import tap
from tests.ui.conftest import OpenWindow
from tests.ui.screens import (
    LEAVE,
    NOT_SAFE,
    ONE_OF_EACH_KIND,
    SCREENS,
    SMALL,
    WIDE,
    boxes,
    find,
    focused,
    in_view,
    in_window,
    press,
    role,
    says,
    seen,
    settle,
    spoken,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True)

Role = QAccessible.Role
FINGER = 44
"""Least height in px of what can be pressed."""
RING = 5
"""Px from a control to the outer edge of the ring round it."""
HOMEWARDS = ("Home", "Back to where I was")
LAST = ("Back", "Skip for now", "Done, next step", "Done for tonight")
ROLES: dict[type[QWidget], tuple[Role, ...]] = {
    QAbstractButton: (Role.Button, Role.CheckBox, Role.RadioButton),
    QListView: (Role.List,),
    QLabel: (Role.StaticText, Role.Heading, Role.Link),
}
LAYOUTS = {"wide": (WIDE, 100), "small, large text": (SMALL, 200)}


@dataclass(frozen=True)
class Control:
    """One thing that can be pressed or takes the Tab key."""

    kind: type[QWidget]
    name: str
    role: Role
    height: int
    takes_tab: bool


@dataclass(frozen=True)
class Stop:
    """One stop of the Tab key. `where` is in the scrolled page, or in the window for what stands outside it."""

    name: str
    where: QRect
    on_page: bool
    seen: bool
    ring_cut: bool
    """Whether the ring round it is cut off at a side."""


@dataclass
class Visit:
    """What was found on one screen. `stops` begins with Leave now; `caught` says where the Tab key did not come on.

    `back` is what the way back meets; it is only gone in a wide window.
    """

    controls: list[Control] = field(default_factory=list)
    stops: list[Stop] = field(default_factory=list)
    caught: str = ""
    back: set[str] | None = None
    titles: int = 0
    heading_roles: set[Role] = field(default_factory=set)
    pictures: set[str] = field(default_factory=set)
    codes: list[str] = field(default_factory=list)
    mute_links: list[str] = field(default_factory=list)
    focus: str = ""
    focus_is_title: bool = False


def visit(window: MainWindow) -> Visit:
    """Look at everything, then go round with Tab, and back."""
    found = Visit()
    try:
        found.focus, found.focus_is_title = spoken(focused()), isinstance(focused(), Title)
    except AssertionError as nothing:
        found.focus = str(nothing)
    for widget in seen(window):
        takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus and widget.isEnabled()
        if takes_tab or isinstance(widget, QAbstractButton):
            control = Control(type(widget), spoken(widget), role(widget), widget.height(), takes_tab)
            found.controls.append(control)
        if isinstance(widget, (Title, HeadingText)):
            found.titles += isinstance(widget, Title)
            found.heading_roles.add(role(widget))
        if isinstance(widget, QLabel) and not widget.pixmap().isNull():
            found.pictures.add(spoken(widget))
        if isinstance(widget, QrCode):
            found.codes.append(spoken(widget))
        if isinstance(widget, Text) and "<a href" in widget.text() and not can_be_followed(widget):
            found.mute_links.append(spoken(widget))
    window.activateWindow()
    page = next(area for area in seen(window) if isinstance(area, ScrollColumn)).widget()
    assert page is not None
    found.stops, found.caught = go_round(window, page, Qt.Key.Key_Tab)
    if (window.width(), window.height()) == WIDE:
        found.back = {stop.name for stop in go_round(window, page, Qt.Key.Key_Backtab)[0]}
    return found


def can_be_followed(text: Text) -> bool:
    """Whether a screen reader meets a link in this text, and can press it."""
    interface = QAccessible.queryAccessibleInterface(text)
    links = [interface, *(interface.child(place) for place in range(interface.childCount()))]
    return any("Press" in link.actionInterface().actionNames() for link in links if link.role() is Role.Link)


def go_round(window: MainWindow, page: QWidget, key: Qt.Key) -> tuple[list[Stop], str]:
    """The stops of a key until it comes to one for the second time, and what is wrong if that is not the first."""
    met: list[QWidget] = []
    stops: list[Stop] = []
    port = page.parentWidget()
    assert port is not None
    caught = "never comes round"
    for _ in range(200):
        tap(window, key)
        widget = focused()
        if widget in met[-1:]:
            continue  # a text with links keeps the keyboard from one link to the next
        if widget in met:
            caught = "" if widget is met[0] else f"goes from “{spoken(met[-1])}” back to “{spoken(widget)}”"
            break
        met.append(widget)
        on_page = page.isAncestorOf(widget)
        where = QRect(widget.mapTo(page if on_page else window, QPoint(0, 0)), widget.size())
        part = in_view(widget)
        # What is higher than the page shows at least as much as a finger can press.
        whole = part.height() >= min(widget.height(), FINGER) and part.width() == widget.width()
        ring = in_window(widget).adjusted(-RING, -RING, RING, RING)
        room = in_window(port) if on_page else window.rect()
        ring_cut = ring.left() < room.left() or ring.right() > room.right() or (whole and not room.contains(ring))
        stops.append(Stop(spoken(widget), where, on_page, whole, ring_cut))
    first = next((place for place, stop in enumerate(stops) if stop.name == LEAVE), 0)
    return stops[first:] + stops[:first], caught


class Visits(Protocol):
    def __call__(self, name: str, layout: str = ...) -> Visit: ...


@pytest.fixture(scope="session")
def visited() -> dict[tuple[str, str], Visit]:
    return {}


@pytest.fixture
def visits(open_window: OpenWindow, visited: dict[tuple[str, str], Visit]) -> Visits:
    """Visits a screen in a layout, if nobody was there yet."""

    def look(name: str, layout: str = "wide") -> Visit:
        if (name, layout) not in visited:
            screen, (size, text_size) = SCREENS[name], LAYOUTS[layout]
            window = open_window(
                screen.place,
                size=SMALL if screen.folded else size,
                prepare=lambda window: window.use_look(text_size, Theme.LIGHT),
            )
            screen.go(window)
            settle(window)
            visited[name, layout] = visit(window)
        return visited[name, layout]

    return look


each_screen = pytest.mark.parametrize("name", SCREENS)
each_layout = pytest.mark.parametrize("layout", LAYOUTS)

# -- names and roles ---------------------------------------------------------------------------------------------------


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


def test_the_rail_is_a_list_whose_rows_say_their_place(window: MainWindow) -> None:
    for name in ("I’m being blackmailed", "Done, next step", "Skip for now"):
        press(window, name)
    rail = next(widget for widget in seen(window) if isinstance(widget, QListView))
    rows = QAccessible.queryAccessibleInterface(rail)
    names = [rows.child(row).text(QAccessible.Text.Name) for row in range(rows.childCount())]
    assert rows.text(QAccessible.Text.Name) == "Your plan"
    assert len(names) == 8
    assert names[0] == "Step 1 of 8: Stop, done"
    assert names[1].endswith(", left for later")
    assert names[2].startswith("Step 3 of 8: ")
    assert [row for row in range(8) if rows.child(row).state().selected] == [2]


def test_an_answer_says_whether_it_is_picked(window: MainWindow) -> None:
    press(window, "I’m being blackmailed")
    answer = find(window, "I already paid")
    assert role(answer) is Role.CheckBox
    assert not QAccessible.queryAccessibleInterface(answer).state().checked
    answer.click()
    assert QAccessible.queryAccessibleInterface(answer).state().checked


def press_as_a_screen_reader(window: MainWindow, name: str) -> None:
    """By the first action that the control offers."""
    actions = QAccessible.queryAccessibleInterface(find(window, name)).actionInterface()
    actions.doAction(next(action for action in actions.actionNames() if action in ("Press", "Toggle")))
    QTest.qWait(150)  # Qt shows a button down for a moment before it acts
    settle(window)


def test_a_screen_reader_can_answer_and_take_the_answer_back(window: MainWindow) -> None:
    for name in ("I’m being blackmailed", "I already paid"):
        press_as_a_screen_reader(window, name)
    assert says(window, "We added a step")
    assert find(window, "I already paid").isChecked()
    press_as_a_screen_reader(window, "I already paid")
    assert says(window, "We took out the step")
    assert not find(window, "I already paid").isChecked()
    press_as_a_screen_reader(window, "I don’t know")
    assert find(window, "I don’t know").isChecked()


def test_a_screen_reader_can_tick(window: MainWindow) -> None:
    press_as_a_screen_reader(window, "I’m being blackmailed")
    press_as_a_screen_reader(window, spoken(boxes(window)[0]))
    for name in ("Done, next step", "Back"):
        press_as_a_screen_reader(window, name)
    assert boxes(window)[0].isChecked()


def test_a_screen_reader_can_choose_a_code_and_a_country(window: MainWindow) -> None:
    for name in (NOT_SAFE, "Show a QR code for Samaritans"):
        press_as_a_screen_reader(window, name)
    assert [spoken(part) for part in seen(window) if isinstance(part, QrCode)] == ["QR code: Samaritans, 116 123"]
    for name in ("Somewhere else?", "Another country"):
        press_as_a_screen_reader(window, name)
    assert says(window, "Help from anywhere in the world.")


def test_a_screen_reader_can_leave(window: MainWindow, left: list[str]) -> None:
    press_as_a_screen_reader(window, LEAVE)
    assert left == ["left"]


def test_the_counted_shifts_are_said_in_neutral_words(window: MainWindow) -> None:
    button = find(window, LEAVE)
    for presses, said in ((1, "two more"), (2, "one more")):
        tap(window, Qt.Key.Key_Shift)
        assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Description) == said, presses


# -- sizes -------------------------------------------------------------------------------------------------------------


@each_layout
@each_screen
def test_nothing_that_can_be_pressed_is_lower_than_a_finger_is_wide(visits: Visits, name: str, layout: str) -> None:
    controls = [control for control in visits(name, layout).controls if issubclass(control.kind, QAbstractButton)]
    assert {control.name: control.height for control in controls if control.height < FINGER} == {}


def test_no_row_of_the_rail_is_lower_than_a_finger_is_wide(window: MainWindow) -> None:
    press(window, "I’m being blackmailed")
    rail = next(widget for widget in seen(window) if isinstance(widget, QListView))
    rows = [rail.visualRect(rail.model().index(row, 0)) for row in range(rail.model().rowCount())]
    assert min(row.height() for row in rows) >= FINGER


@pytest.mark.parametrize("opener", ["Text size", "Colours"])
def test_no_choice_in_a_menu_is_lower_than_a_finger_is_wide(window: MainWindow, opener: str) -> None:
    press(window, opener)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    heights = [menu.actionGeometry(action).height() for action in menu.actions()]
    menu.close()
    assert min(heights) >= FINGER


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


# -- the keyboard ------------------------------------------------------------------------------------------------------


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


ENTER_AND_SPACE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


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
    assert says(window, "Step 4 of 8")


# -- no window but the one ---------------------------------------------------------------------------------------------


class Watcher(QObject):
    """Notes every window that is shown, menus left out."""

    def __init__(self) -> None:
        super().__init__()
        self.others: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.others.append(repr(watched))
        return False


@pytest.mark.parametrize("name", ONE_OF_EACH_KIND)
def test_no_other_window_is_ever_opened(open_window: OpenWindow, dressed: QApplication, name: str) -> None:
    window = open_window(SCREENS[name].place, size=SMALL if SCREENS[name].folded else WIDE)
    watcher = Watcher()
    dressed.installEventFilter(watcher)
    try:
        SCREENS[name].go(window)
        window.use_look(150, Theme.DARK)
        settle(window)
    finally:
        dressed.removeEventFilter(watcher)
    assert watcher.others == []
    assert window.isActiveWindow()
