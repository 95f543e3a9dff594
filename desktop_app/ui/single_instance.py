"""One window at a time: a second start tells the first, which comes forward behind its cover, and ends without a word.

The first start stands at the session's door and every later one knocks there. What the door is, the system says: on
Linux a name on the session bus, on Windows a named mutex with a window that is never seen. Neither is a file, so
nothing is left behind, and nothing can block a start after the program was killed. macOS opens no program twice by
itself. Where there is no door (Linux without a session bus), two windows are fine.

A first one that does not answer within a second, because it was stopped or hangs, helps nobody: the second then opens
a window of its own.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from typing import Protocol

    class Door(Protocol):
        """Where programs of one session meet."""

        def take(self) -> bool:
            """Stands at the door, or behind who stands there; whether nobody did before."""
            ...

        def knock(self) -> bool:
            """Tells who stands there that it was started again; whether it answered within a second."""
            ...

        def listen(self, heard: Callable[[], None]) -> None:
            """From now on calls `heard`, on the thread of the windows, when somebody knocks."""
            ...


class Claim:
    """The right to open a window. Keep it as long as the program runs."""

    def __init__(self, door: Door | None) -> None:
        self._door = door

    def watch(self, started_again: Callable[[], None]) -> None:
        """Calls `started_again` when the program is started once more. Call this before the events run."""
        if self._door is not None:
            self._door.listen(started_again)


def claim(door: Door | None) -> Claim | None:
    """The right to open a window; None when another one is open, which knows by now: end with status 0.

    Waits at most a second, and that only for another one that does not answer.
    """
    if door is not None and not door.take() and door.knock():
        return None
    return Claim(door)


def system_door() -> Door | None:
    """The door of this session; None where the system needs none or has none. Call it with the application made."""
    # Each is imported where it is needed: the window is on the screen sooner without the other.
    if sys.platform == "win32":
        import ctypes

        from desktop_app.ui.windows_door import WindowsDoor

        return WindowsDoor(
            ctypes.WinDLL("user32"), ctypes.WinDLL("kernel32", use_last_error=True), ctypes.get_last_error
        )
    else:  # noqa: RET505 (the type checker reads the branch of this system only)
        address = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
        # SAFETY: asked with one of these, Qt starts a bus and leaves ~/.dbus behind
        # (test_without_a_session_bus_nobody_is_asked_and_none_is_started).
        if sys.platform != "linux" or not address or address.startswith(("disabled:", "autolaunch:")):
            return None
        from PySide6.QtDBus import QDBusConnection

        from desktop_app.ui.bus_door import BusDoor

        bus = QDBusConnection.sessionBus()
        return BusDoor(bus) if bus.isConnected() else None


def come_forward(window: QWidget) -> None:
    """Brings the window to the front of all others, with what it shows now."""
    # SAFETY: whoever started it again may not be the one who reads here; what was on the screen before must be painted
    # over before anybody sees the window (test_the_cover_is_painted_before_the_window_is_raised).
    window.repaint()
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()
