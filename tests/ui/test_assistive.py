"""Whether help is in use, on systems that are not here: with libraries that answer as theirs do."""

from collections.abc import Callable, Iterable
from types import SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.ui.assistive import assistive_technology_on, helped_on_mac, helped_on_windows, somebody_listens
from desktop_app.ui.objective_c import ObjectiveC


def windows(flag: bool = False, narrator: bool = False, there: Iterable[str] = ()) -> tuple[Any, Any, list[int]]:
    """user32, kernel32, and the handles that are still open."""
    handles: list[int] = []

    def system_parameter(what: int, size: int, place: Any, update: int) -> int:
        assert (what, size, update) == (0x46, 0, 0)
        place._obj.value = int(flag)
        return 1

    def open_mutex(rights: int, inherit: bool, name: str) -> int | None:
        if not narrator or name != "NarratorRunning":
            return None
        handles.append(7)
        return 7

    def find_window(kind: str, title: None) -> int | None:
        return 11 if kind in there else None

    def close(handle: int) -> int:
        handles.remove(handle)
        return 1

    user32 = SimpleNamespace(SystemParametersInfoW=system_parameter, FindWindowW=find_window)
    return user32, SimpleNamespace(OpenMutexW=open_mutex, CloseHandle=close), handles


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (False, windows()),
        (True, windows(flag=True)),
        (True, windows(narrator=True)),
        (True, windows(there=["MagUIClass"])),
        (True, windows(there=["OSKMainClass"])),
        (False, windows(there=["Notepad"])),
    ],
    ids=["nothing", "the flag", "Narrator", "Magnifier", "the on-screen keyboard", "another program"],
)
def test_on_windows_it_is_known(wanted: bool, found: tuple[Any, Any, list[int]]) -> None:
    user32, kernel32, handles = found
    assert helped_on_windows(user32, kernel32) is wanted
    assert handles == []


def mac(yes: Iterable[bytes] = (), zoom: bool = False, workspace: int | None = 5) -> tuple[ObjectiveC, Any]:
    """The objects of a Mac, which say yes to some questions, and the application services."""
    names: dict[int, bytes] = {}

    def register(name: bytes) -> int:
        names[len(names) + 100] = name
        return len(names) + 99

    def send(whom: int | None, selector: int) -> int | None:
        if names[selector] == b"sharedWorkspace":
            assert whom == 3
            return workspace
        assert whom == workspace
        # As in a register: what stands over the lowest byte is left from something else. A null comes as None.
        return 0xAB00 + (names[selector] in yes) if workspace else None

    def get_class(name: bytes) -> int:
        assert name == b"NSWorkspace"
        return 3

    objc = SimpleNamespace(objc_getClass=get_class, sel_registerName=register, objc_msgSend=send)
    ask: Callable[[], int] = lambda: int(zoom)  # noqa: E731 (a function of its own each time: it is given attributes)
    return ObjectiveC(objc), SimpleNamespace(UAZoomEnabled=ask)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (False, mac()),
        (True, mac(yes=[b"isVoiceOverEnabled"])),
        (True, mac(yes=[b"isSwitchControlEnabled"])),
        (True, mac(zoom=True)),
        (False, mac(workspace=None)),
    ],
    ids=["nothing", "VoiceOver", "Switch Control", "Zoom", "no workspace"],
)
def test_on_a_mac_it_is_known(wanted: bool, found: tuple[ObjectiveC, Any]) -> None:
    assert helped_on_mac(*found) is wanted


def test_nobody_listens_where_there_is_no_bus(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtDBus import QDBusConnection

    monkeypatch.setattr(QDBusConnection, "isConnected", lambda bus: False)
    assert not somebody_listens()
    assert not assistive_technology_on()


def test_a_keyboard_on_the_screen_is_help(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtGui import QInputMethod

    monkeypatch.setattr(QInputMethod, "isVisible", lambda method: True)
    assert assistive_technology_on()
