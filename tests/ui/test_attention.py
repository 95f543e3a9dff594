"""When the page is to be covered, and when it never is: with a system that only the test moves."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QComboBox, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from desktop_app.ui.attention import BLINK, Attention

HERE = Qt.ApplicationState.ApplicationActive
ELSEWHERE = Qt.ApplicationState.ApplicationInactive
HIDDEN = Qt.ApplicationState.ApplicationHidden
A_WHILE = 3 * BLINK

# What the offscreen platform says about each menu. Real screens do not.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True)


class System(QObject):
    """What Qt says of the system: which platform it is and where the keyboard is."""

    applicationStateChanged = Signal(object)

    def __init__(self, state: Qt.ApplicationState, platform: str) -> None:
        super().__init__()
        self.state = state
        self.platform = platform

    def applicationState(self) -> Qt.ApplicationState:
        return self.state

    def platformName(self) -> str:
        return self.platform

    def turn(self, state: Qt.ApplicationState) -> None:
        self.state = state
        self.applicationStateChanged.emit(state)


@dataclass
class Desk:
    """A person before a window, who turns elsewhere and comes back."""

    system: Any
    attention: Attention
    stays: list[bool]
    lost: list[str] = field(default_factory=list)

    def turn(self, *states: Qt.ApplicationState) -> None:
        for state in states:
            self.system.turn(state)


@pytest.fixture
def desk(qtbot: QtBot) -> Callable[..., Desk]:
    def make(state: Qt.ApplicationState = HERE, platform: str = "windows") -> Desk:
        system: Any = System(state, platform)
        stays = [False]
        desk = Desk(system, Attention(system, lambda: stays[0]), stays)
        desk.attention.lost.connect(lambda: desk.lost.append("lost"))
        return desk

    return make


Make = Callable[..., Desk]


@pytest.mark.parametrize("platform", ["xcb", "wayland", "windows", "cocoa"])
@pytest.mark.parametrize("state", [ELSEWHERE, HIDDEN])
def test_the_page_is_covered_when_the_person_turns_elsewhere(
    desk: Make, qtbot: QtBot, platform: str, state: Qt.ApplicationState
) -> None:
    one = desk(platform=platform)
    one.turn(state)
    qtbot.waitUntil(lambda: one.lost == ["lost"])


def test_a_blink_of_the_keyboard_covers_nothing(desk: Make, qtbot: QtBot) -> None:
    one = desk()
    for _ in range(3):
        one.turn(ELSEWHERE, HERE)
    qtbot.wait(A_WHILE)
    assert one.lost == []


def test_what_keeps_changing_covers_no_later(desk: Make, qtbot: QtBot) -> None:
    one = desk()
    one.turn(ELSEWHERE)
    for state in (HIDDEN, ELSEWHERE, HIDDEN):
        qtbot.wait(BLINK // 3)
        one.turn(state)
    qtbot.wait(BLINK // 3 + 10)
    assert one.lost == ["lost"]


def test_each_time_covers_again(desk: Make, qtbot: QtBot) -> None:
    one = desk()
    for _ in range(2):
        one.turn(ELSEWHERE)
        qtbot.wait(A_WHILE)
        one.turn(HERE)
    assert one.lost == ["lost", "lost"]


def test_a_window_that_never_had_the_keyboard_is_not_covered(desk: Make, qtbot: QtBot) -> None:
    one = desk(state=ELSEWHERE)
    one.turn(HIDDEN, ELSEWHERE)
    qtbot.wait(A_WHILE)
    assert one.lost == []
    one.turn(HERE, ELSEWHERE)
    qtbot.waitUntil(lambda: one.lost == ["lost"])


def test_a_page_that_is_to_stay_visible_stays(desk: Make, qtbot: QtBot) -> None:
    one = desk()
    one.stays[0] = True
    one.turn(ELSEWHERE)
    qtbot.wait(A_WHILE)
    assert one.lost == []
    one.stays[0] = False
    one.turn(HERE, ELSEWHERE)
    qtbot.waitUntil(lambda: one.lost == ["lost"])


def test_nothing_is_asked_before_the_person_turns_elsewhere(qtbot: QtBot) -> None:
    system: Any = System(HERE, "windows")
    asked: list[str] = []

    def stays() -> bool:
        asked.append("asked")
        return False

    attention = Attention(system, stays)
    system.turn(HERE)
    qtbot.wait(A_WHILE)
    assert asked == []
    with qtbot.waitSignal(attention.lost):
        system.turn(ELSEWHERE)
    assert asked == ["asked"]


# -- what lies over the page -------------------------------------------------------------------------------------------


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QMainWindow]:
    window = QMainWindow()
    window.resize(400, 300)
    window.show()
    with qtbot.waitActive(window):
        pass
    yield window
    window.hide()
    window.deleteLater()


def test_an_open_menu_goes_too(desk: Make, window: QMainWindow, qtbot: QtBot) -> None:
    one = desk()
    outer, inner = QMenu("one", window), QMenu("two", window)
    inner.addAction("three")
    opener = outer.addMenu(inner)
    outer.popup(window.mapToGlobal(window.rect().center()))
    outer.setActiveAction(opener)
    inner.popup(window.mapToGlobal(window.rect().center()))
    qtbot.waitUntil(lambda: outer.isVisible() and inner.isVisible())
    one.turn(ELSEWHERE)
    qtbot.waitUntil(lambda: one.lost == ["lost"])
    assert not outer.isVisible()
    assert not inner.isVisible()
    assert QApplication.activePopupWidget() is None


def test_an_open_list_goes_too(desk: Make, window: QMainWindow, qtbot: QtBot) -> None:
    one = desk()
    choices = QComboBox(window)
    choices.addItems(["one", "two"])
    choices.show()
    choices.showPopup()
    qtbot.waitUntil(choices.view().isVisible)
    one.turn(ELSEWHERE)
    qtbot.waitUntil(lambda: one.lost == ["lost"])
    assert not choices.view().isVisible()


def test_a_menu_stays_where_the_page_stays(desk: Make, window: QMainWindow, qtbot: QtBot) -> None:
    one = desk()
    one.stays[0] = True
    menu = QMenu(window)
    menu.addAction("one")
    menu.popup(window.mapToGlobal(window.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    one.turn(ELSEWHERE)
    qtbot.wait(A_WHILE)
    assert menu.isVisible()
    menu.close()


# -- the real application ----------------------------------------------------------------------------------------------


def test_the_real_application_tells_it(qapp: QApplication, window: QMainWindow, qtbot: QtBot) -> None:
    attention = Attention(qapp, lambda: False)
    with qtbot.waitSignal(attention.lost):
        qapp.applicationStateChanged.emit(ELSEWHERE)
