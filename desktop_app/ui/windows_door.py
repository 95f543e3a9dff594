"""The door on Windows: a named mutex says who is first, and a window that is never seen takes the knocks.

Both belong to the login session and are gone with the process, however it ends.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import c_int, c_size_t, c_ssize_t, c_uint, c_ulong, c_void_p, c_wchar_p
from typing import Any

NAME = "app.handrail.Handrail"

_ANSWER_WITHIN = 900
"""Milliseconds."""

_ALREADY_EXISTS = 183
_STARTED_AGAIN = 0x8001  # the first number that is free for a program's own messages is 0x8000
_HEARD = 1
_MESSAGES_ONLY = c_void_p(-3)  # the parent of windows that are never shown
_ABORT_IF_HUNG = 0x0002

# On the 64-bit systems that Qt runs on there is one calling convention, so this is right, and is there everywhere.
_Procedure = ctypes.CFUNCTYPE(c_ssize_t, c_void_p, c_uint, c_size_t, c_ssize_t)


class _WindowClass(ctypes.Structure):
    _fields_ = (
        ("style", c_uint),
        ("procedure", _Procedure),
        ("class_extra", c_int),
        ("window_extra", c_int),
        ("instance", c_void_p),
        ("icon", c_void_p),
        ("cursor", c_void_p),
        ("background", c_void_p),
        ("menu_name", c_wchar_p),
        ("class_name", c_wchar_p),
    )


class WindowsDoor:
    """`user32` and `kernel32` are the libraries of those names; `last_error` says why the last call failed."""

    def __init__(self, user32: Any, kernel32: Any, last_error: Callable[[], int]) -> None:
        self._user32 = user32
        self._kernel32 = kernel32
        self._last_error = last_error
        self._heard: Callable[[], None] | None = None
        self._procedure = _Procedure(self._hear)  # kept: Windows holds no more than its address
        # Handles are as wide as pointers; told nothing, ctypes would cut them.
        kernel32.GetModuleHandleW.restype = c_void_p
        kernel32.CreateMutexW.restype = c_void_p
        user32.CreateWindowExW.restype = c_void_p
        user32.FindWindowExW.restype = c_void_p
        user32.DefWindowProcW.restype = c_ssize_t
        user32.DefWindowProcW.argtypes = (c_void_p, c_uint, c_size_t, c_ssize_t)

    def take(self) -> bool:
        """Holds the mutex. Only the first has the window: it is the one to be found."""
        self._kernel32.CreateMutexW(None, False, f"Local\\{NAME}")
        if self._last_error() == _ALREADY_EXISTS:
            return False
        instance = c_void_p(self._kernel32.GetModuleHandleW(None))
        kind = _WindowClass(procedure=self._procedure, instance=instance, class_name=NAME)
        self._user32.RegisterClassW(ctypes.byref(kind))
        self._user32.CreateWindowExW(0, NAME, None, 0, 0, 0, 0, 0, _MESSAGES_ONLY, None, instance, None)
        return True

    def knock(self) -> bool:
        """The answer comes when the other one has its cover on and has come forward, and not before."""
        window = self._user32.FindWindowExW(_MESSAGES_ONLY, None, NAME, None)
        if not window:
            return False
        process, answer = c_ulong(), c_size_t()
        self._user32.GetWindowThreadProcessId(c_void_p(window), ctypes.byref(process))
        # Windows lets a program come forward only when the one that the person has just started allows it.
        self._user32.AllowSetForegroundWindow(process)
        self._user32.SendMessageTimeoutW(
            c_void_p(window),
            _STARTED_AGAIN,
            c_size_t(),
            c_ssize_t(),
            _ABORT_IF_HUNG,
            _ANSWER_WITHIN,
            ctypes.byref(answer),
        )
        return answer.value == _HEARD

    def listen(self, heard: Callable[[], None]) -> None:
        """The events that Qt runs bring the knocks."""
        self._heard = heard

    def _hear(self, window: int | None, message: int, first: int, second: int) -> int:
        if message == _STARTED_AGAIN:
            if self._heard is None:
                return 0
            self._heard()
            return _HEARD
        answer: int = self._user32.DefWindowProcW(window, message, first, second)
        return answer
