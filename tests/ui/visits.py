"""Each screen visited once with the Tab key, for the tests that look at what was met."""

from dataclasses import dataclass, field
from typing import Protocol

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from desktop_app.ui.heading import HeadingText
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.page import ScrollColumn
from desktop_app.ui.qr_code import QrCode
from desktop_app.ui.text import Text, Title
from desktop_app.ui.theme import Theme
from tests.desktop.presses import tap
from tests.ui.every_screen import SCREENS
from tests.ui.opening import OpenWindow
from tests.ui.screens import LEAVE, SMALL, WIDE, focused, in_view, in_window, role, seen, settle, spoken

Role = QAccessible.Role


FINGER = 44
"""Least height in px of what can be pressed."""


RING = 5
"""Px from a control to the outer edge of the ring round it."""


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


each_screen = pytest.mark.parametrize("name", SCREENS)


each_layout = pytest.mark.parametrize("layout", LAYOUTS)


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
