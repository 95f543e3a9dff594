"""The door on Windows, with stand-ins for its libraries: what is asked of them, and what follows from the answers."""

import ctypes
from collections.abc import Callable
from typing import Any

from desktop_app.ui.single_instance import claim
from desktop_app.ui.windows_door import NAME, WindowsDoor

WINDOW = 0x1_0000_0042
"""Wider than an int: a handle must not be cut."""
SOMETHING_ELSE = 0x0400


class FakeSystem:
    """One login session. Each program in it has the same system and its own door."""

    def __init__(self) -> None:
        self.mutexes: set[str] = set()
        self.error = 0
        self.procedure: Any = None
        self.stuck = False
        self.allowed: list[int] = []
        self.created: list[tuple[Any, ...]] = []

    def door(self) -> WindowsDoor:
        return WindowsDoor(Library(self), Library(self), lambda: self.error)

    # -- what Windows does -----------------------------------------------------------------------------------------

    def CreateMutexW(self, rights: None, owner: bool, name: str) -> int:
        self.error = 183 if name in self.mutexes else 0
        self.mutexes.add(name)
        return 7

    def GetModuleHandleW(self, name: None) -> int:
        return 0x1_0000_0000

    def RegisterClassW(self, kind: Any) -> int:
        assert kind._obj.class_name == NAME
        address = ctypes.cast(kind._obj.procedure, ctypes.c_void_p).value
        assert address is not None
        self.procedure = type(kind._obj.procedure)(address)  # the address is all that Windows keeps
        return 1

    def CreateWindowExW(self, *words: Any) -> int:
        self.created.append(words)
        return WINDOW

    def FindWindowExW(self, parent: Any, after: None, kind: str, title: None) -> int:
        assert ctypes.c_ssize_t(parent.value).value == -3
        return WINDOW if self.created and kind == NAME else 0

    def GetWindowThreadProcessId(self, window: Any, process: Any) -> int:
        assert window.value == WINDOW
        process._obj.value = 4711
        return 1

    def AllowSetForegroundWindow(self, process: Any) -> int:
        self.allowed.append(process.value)
        return 1

    def SendMessageTimeoutW(
        self, window: Any, message: int, first: Any, second: Any, how: int, within: int, answer: Any
    ) -> int:
        assert within <= 1000
        if self.stuck:
            return 0
        answer._obj.value = self.procedure(window, message, first, second)
        return 1

    def DefWindowProcW(self, window: int, message: int, first: int, second: int) -> int:
        return -message


class Library:
    """Functions to which `restype` can be set, as those of ctypes."""

    def __init__(self, system: FakeSystem) -> None:
        self._system = system
        self._functions: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        if name not in self._functions:
            method: Callable[..., Any] = getattr(self._system, name)

            def call(*words: Any) -> Any:
                return method(*words)

            self._functions[name] = call
        return self._functions[name]


def test_the_first_holds_the_mutex_of_the_session_and_has_a_window_that_is_never_seen() -> None:
    system = FakeSystem()
    assert claim(system.door()) is not None
    assert system.mutexes == {f"Local\\{NAME}"}
    [(_, kind, title, *_, parent, _, _, _)] = system.created
    assert (kind, title) == (NAME, None)
    assert ctypes.c_ssize_t(parent.value).value == -3


def test_the_first_hears_a_second_start_which_lets_it_come_forward_and_opens_nothing() -> None:
    system = FakeSystem()
    first, started = claim(system.door()), []
    assert first is not None
    first.watch(lambda: started.append("again"))
    assert claim(system.door()) is None
    assert started == ["again"]
    assert system.allowed == [4711]
    assert len(system.created) == 1


def test_a_first_that_hangs_or_is_not_yet_ready_does_not_keep_a_second_from_opening() -> None:
    system = FakeSystem()
    first = claim(system.door())
    assert first is not None
    assert claim(system.door()) is not None, "the first does not listen yet"
    first.watch(lambda: None)
    system.stuck = True
    assert claim(system.door()) is not None
    system.created.clear()
    assert claim(system.door()) is not None, "the first has no window"


def test_every_other_message_is_left_to_windows() -> None:
    system = FakeSystem()
    first = claim(system.door())
    assert first is not None
    assert system.procedure(WINDOW, SOMETHING_ELSE, 0, 0) == -SOMETHING_ELSE
