"""Makes the one screen that tests run on two, side by side, as far as programs can tell. X11 only."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager


class _Monitor(ctypes.Structure):
    """`XRRMonitorInfo`."""

    _fields_ = (
        ("name", ctypes.c_ulong),
        ("primary", ctypes.c_int),
        ("automatic", ctypes.c_int),
        ("outputs_given", ctypes.c_int),
        ("x", ctypes.c_int),
        ("y", ctypes.c_int),
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("width_mm", ctypes.c_int),
        ("height_mm", ctypes.c_int),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    )


@contextmanager
def two_screens() -> Iterator[int]:
    """Two screens, "left" and "right". Gives where the right one begins, in px."""
    x11, randr = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXrandr.so.2")
    for function in (randr.XRRGetMonitors, randr.XRRAllocateMonitor):
        function.restype = ctypes.POINTER(_Monitor)
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XDefaultRootWindow.restype = x11.XInternAtom.restype = ctypes.c_ulong
    screen = ctypes.c_void_p(x11.XOpenDisplay(None))
    root = ctypes.c_ulong(x11.XDefaultRootWindow(screen))
    count = ctypes.c_int()
    whole = randr.XRRGetMonitors(screen, root, 1, ctypes.byref(count))[0]
    half = whole.width // 2
    names = [ctypes.c_ulong(x11.XInternAtom(screen, name, 0)) for name in (b"left", b"right")]
    for place, name in enumerate(names):
        # The left one takes the real output with it, so the whole screen is no monitor any more.
        monitor = randr.XRRAllocateMonitor(screen, 1 - place)
        one = monitor[0]
        one.name, one.primary = name, 1 - place
        one.x, one.width, one.height = place * half, half, whole.height
        one.width_mm, one.height_mm = whole.width_mm // 2, whole.height_mm
        if not place:
            one.outputs[0] = whole.outputs[0]
        randr.XRRSetMonitor(screen, root, monitor)
    x11.XSync(screen, 0)
    try:
        yield half
    finally:
        for name in names:
            randr.XRRDeleteMonitor(screen, root, name)
        x11.XSync(screen, 0)
        x11.XCloseDisplay(screen)
