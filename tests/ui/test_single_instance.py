"""Who may open a window, and how the one that is open comes forward. The bus itself is tried in the journeys."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.single_instance import claim, come_forward, system_door


class FakeDoor:
    """A door where somebody stands or not, who answers or not."""

    def __init__(self, free: bool, answers: bool = True) -> None:
        self.free = free
        self.answers = answers
        self.knocks = 0
        self.heard: Callable[[], None] = lambda: None

    def take(self) -> bool:
        return self.free

    def knock(self) -> bool:
        self.knocks += 1
        return self.answers

    def listen(self, heard: Callable[[], None]) -> None:
        self.heard = heard


def test_the_first_start_opens_and_tells_nobody() -> None:
    door = FakeDoor(free=True)
    assert claim(door) is not None
    assert door.knocks == 0


def test_a_second_start_tells_the_first_and_opens_nothing() -> None:
    door = FakeDoor(free=False)
    assert claim(door) is None
    assert door.knocks == 1


def test_a_second_start_opens_when_the_first_does_not_answer() -> None:
    assert claim(FakeDoor(free=False, answers=False)) is not None


def test_without_a_door_every_start_opens() -> None:
    first, second = claim(None), claim(None)
    assert first is not None
    assert second is not None
    first.watch(lambda: None)


def test_the_first_hears_of_every_later_start() -> None:
    door, started = FakeDoor(free=True), []
    first = claim(door)
    assert first is not None
    first.watch(lambda: started.append("again"))
    door.heard()
    door.heard()
    assert started == ["again", "again"]


@pytest.mark.parametrize("address", [None, "", "disabled:", "autolaunch:"])
def test_without_a_session_bus_nobody_is_asked_and_none_is_started(
    monkeypatch: pytest.MonkeyPatch, address: str | None
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("PySide6.QtDBus.QDBusConnection.sessionBus", lambda: asked.append("asked"))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    if address is not None:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    assert system_door() is None
    assert asked == []


class Window(QWidget):
    """Writes down what happens to it."""

    def __init__(self) -> None:
        super().__init__()
        self.happened: list[str] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.happened.append("painted")

    def raise_(self) -> None:
        self.happened.append("raised")

    def activateWindow(self) -> None:
        self.happened.append("active")


def test_the_cover_is_painted_before_the_window_is_raised(qtbot: QtBot) -> None:
    window = Window()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: "painted" in window.happened)
    window.happened.clear()
    come_forward(window)
    assert window.happened == ["painted", "raised", "active"]


def test_a_minimised_window_is_there_again(qtbot: QtBot) -> None:
    window = Window()
    qtbot.addWidget(window)
    window.showMinimized()
    come_forward(window)
    qtbot.waitUntil(lambda: not window.isMinimized())
