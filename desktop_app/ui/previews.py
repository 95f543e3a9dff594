"""Keeps the page out of the pictures that a system takes of windows: task bar previews, "peek", windows kept for later.

On Windows a window that is minimised is shown by its last picture, taken before any program is told; so it is asked to
show no picture of ours at all. Linux has nothing like it: there the last picture of a minimised window may be the page.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop_app.ui.objective_c import ObjectiveC


def keep_out_of_previews(window: int) -> None:
    """`window` is its `winId()`. Call it once, after the window is shown."""
    if sys.platform == "win32":
        import ctypes

        show_icon_only(ctypes.WinDLL("dwmapi"), window)
    elif sys.platform == "darwin":
        import ctypes

        from desktop_app.ui.objective_c import LIBRARY, ObjectiveC

        forget_window(ObjectiveC(ctypes.CDLL(LIBRARY)), window)


def show_icon_only(dwmapi: Any, window: int) -> None:
    """Windows: the program's icon in previews, no picture, and nothing when somebody peeks at the desktop."""
    import ctypes

    icon_not_picture, no_peek = 7, 11
    dwmapi.DwmSetWindowAttribute.argtypes = (ctypes.c_void_p, ctypes.c_uint, ctypes.c_void_p, ctypes.c_uint)
    yes = ctypes.c_int(1)
    for attribute in (icon_not_picture, no_peek):
        dwmapi.DwmSetWindowAttribute(window, attribute, ctypes.byref(yes), ctypes.sizeof(yes))


def forget_window(objects: ObjectiveC, view: int) -> None:
    """macOS: the system does not keep the window, with its picture, to open it again after a restart."""
    window = objects.ask(view, "window")
    if window:
        objects.tell(window, "setRestorable:", False)
