"""Whether something is in use that reads, enlarges or types for the person: then the page is never covered.

`QAccessible.isActive()` does not say it. On X11 it is true wherever the accessibility bus runs, which is nearly every
desktop; elsewhere it stays true once anything has asked, and password managers ask. So each system is asked itself.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from desktop_app.ui.objective_c import ObjectiveC

ANSWERS_WITHIN = 50
"""Milliseconds that a bus gets for its answer; it takes less than one."""
SERVICES = "/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices"


def assistive_technology_on() -> bool:
    """Whether a screen reader, a magnifier or an on-screen keyboard is in use. Fast enough to ask at any time."""
    if QGuiApplication.inputMethod().isVisible():  # on Windows this is the touch keyboard
        return True
    if sys.platform == "win32":
        import ctypes

        return helped_on_windows(ctypes.WinDLL("user32"), ctypes.WinDLL("kernel32"))
    elif sys.platform == "darwin":  # noqa: RET505 (the type checker reads the branch of this system only)
        import ctypes

        from desktop_app.ui.objective_c import LIBRARY, ObjectiveC

        return helped_on_mac(ObjectiveC(ctypes.CDLL(LIBRARY)), ctypes.CDLL(SERVICES))
    else:
        return somebody_listens()


def somebody_listens() -> bool:
    """Linux: whether a program asked the accessibility bus to tell it what happens on the screen.

    Screen readers, magnifiers that follow the keyboard and on-screen keyboards do, and hardly anything else. A zoom of
    the desktop itself that follows the mouse alone cannot be known; it takes no keyboard away.
    """
    # Not above: Home is on the screen sooner without it.
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

    bus = QDBusConnection("a11y")  # Qt's own connection; where there is none, nobody can listen to us
    if not bus.isConnected():
        return False
    registry = "org.a11y.atspi.Registry"
    question = QDBusMessage.createMethodCall(registry, "/org/a11y/atspi/registry", registry, "GetRegisteredEvents")
    answer = bus.call(question, QDBus.CallMode.Block, ANSWERS_WITHIN)
    if answer.type() is not QDBusMessage.MessageType.ReplyMessage or answer.signature() != "a(ss)":
        return False
    events = answer.arguments()[0]
    events.beginArray()
    return not events.atEnd()


def helped_on_windows(user32: Any, kernel32: Any) -> bool:
    """Windows: the screen reader's flag, Narrator (which does not set it), Magnifier, the on-screen keyboard."""
    import ctypes

    get_screen_reader, may_wait_for = 0x0046, 0x00100000
    on = ctypes.c_int(0)
    if user32.SystemParametersInfoW(get_screen_reader, 0, ctypes.byref(on), 0) and on.value:
        return True
    kernel32.OpenMutexW.restype = user32.FindWindowW.restype = ctypes.c_void_p
    kernel32.CloseHandle.argtypes = (ctypes.c_void_p,)
    narrator = kernel32.OpenMutexW(may_wait_for, False, "NarratorRunning")
    if narrator:
        kernel32.CloseHandle(narrator)
        return True
    return any(user32.FindWindowW(name, None) for name in ("MagUIClass", "OSKMainClass"))


def helped_on_mac(objects: ObjectiveC, services: Any) -> bool:
    """macOS: VoiceOver, Switch Control (which brings its own keyboard), Zoom."""
    import ctypes

    services.UAZoomEnabled.restype = ctypes.c_ubyte
    if services.UAZoomEnabled():
        return True
    workspace = objects.ask(objects.class_named("NSWorkspace"), "sharedWorkspace")
    return any(objects.says_yes(workspace, what) for what in ("isVoiceOverEnabled", "isSwitchControlEnabled"))
