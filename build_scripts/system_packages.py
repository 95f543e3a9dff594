"""What Handrail needs from a Linux system, with the reason for each, and how to get it. Other systems need nothing.

The list was found by trying in a clean Debian 12 that had only Python and git. Each entry is checked by what it
provides, never by its name, because names differ: `libglib2.0-0` is `libglib2.0-0t64` on later systems.
"""

from __future__ import annotations

import ctypes
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Purpose = Literal["run", "wayland", "test", "bundle", "peers"]


@dataclass(frozen=True)
class SystemPackage:
    """One Debian package, why we need it, and what must be there for it to count as installed.

    `provides` is "lib:NAME" (a shared library that can be loaded), "program:NAME" (on the PATH), "file:PATH[|PATH]"
    (one of them exists) or "module:NAME" (the system's own Python can import it).
    """

    name: str
    purpose: Purpose
    reason: str
    provides: str


def _python_library() -> str:
    """What tells that the system's own Python is there as a library. Any other Python brings what it has itself."""
    return f"lib:libpython{_VERSION}.so.1.0" if sys.base_prefix == "/usr" else f"file:{sys.executable}"


_VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"

PACKAGES = (
    SystemPackage("libglib2.0-0", "run", "Qt's event loop", "lib:libglib-2.0.so.0"),
    SystemPackage("libegl1", "run", "QtGui is linked with it, even when nothing is drawn by it", "lib:libEGL.so.1"),
    SystemPackage("libgl1", "run", "QtGui is linked with it, even when nothing is drawn by it", "lib:libGL.so.1"),
    SystemPackage("libdbus-1-3", "run", "screen readers, and the system's dark or light setting", "lib:libdbus-1.so.3"),
    SystemPackage("libfontconfig1", "run", "finds fonts for writing that ours do not have", "lib:libfontconfig.so.1"),
    SystemPackage("libfreetype6", "run", "draws letters", "lib:libfreetype.so.6"),
    SystemPackage("libxkbcommon0", "run", "keyboard layouts", "lib:libxkbcommon.so.0"),
    SystemPackage("libx11-6", "run", "QtGui is linked with it", "lib:libX11.so.6"),
    SystemPackage("libx11-xcb1", "run", "windows on X11", "lib:libX11-xcb.so.1"),
    SystemPackage("libxkbcommon-x11-0", "run", "keyboard layouts on X11", "lib:libxkbcommon-x11.so.0"),
    SystemPackage("libxcb-cursor0", "run", "the mouse pointer on X11", "lib:libxcb-cursor.so.0"),
    SystemPackage("libxcb-icccm4", "run", "window titles and sizes on X11", "lib:libxcb-icccm.so.4"),
    SystemPackage("libxcb-image0", "run", "pictures on X11", "lib:libxcb-image.so.0"),
    SystemPackage("libxcb-keysyms1", "run", "keys on X11", "lib:libxcb-keysyms.so.1"),
    SystemPackage("libxcb-randr0", "run", "screens and their sizes on X11", "lib:libxcb-randr.so.0"),
    SystemPackage("libxcb-render-util0", "run", "the mouse pointer on X11", "lib:libxcb-render-util.so.0"),
    SystemPackage("libxcb-render0", "run", "drawing on X11", "lib:libxcb-render.so.0"),
    SystemPackage("libxcb-shape0", "run", "window shapes on X11", "lib:libxcb-shape.so.0"),
    SystemPackage("libxcb-shm0", "run", "fast drawing on X11", "lib:libxcb-shm.so.0"),
    SystemPackage("libxcb-sync1", "run", "resizing without flicker on X11", "lib:libxcb-sync.so.1"),
    SystemPackage("libxcb-util1", "run", "the mouse pointer on X11", "lib:libxcb-util.so.1"),
    SystemPackage("libxcb-xfixes0", "run", "the clipboard on X11", "lib:libxcb-xfixes.so.0"),
    SystemPackage("libxcb-xkb1", "run", "keyboard layouts on X11", "lib:libxcb-xkb.so.1"),
    SystemPackage("libwayland-client0", "wayland", "windows on Wayland", "lib:libwayland-client.so.0"),
    SystemPackage("libwayland-cursor0", "wayland", "the mouse pointer on Wayland", "lib:libwayland-cursor.so.0"),
    SystemPackage("libwayland-egl1", "wayland", "drawing on Wayland", "lib:libwayland-egl.so.1"),
    SystemPackage("xvfb", "test", "a screen of its own, so that tests disturb nobody", "program:Xvfb"),
    SystemPackage("openbox", "test", "a window manager on that screen: focus, sizes, stacking", "program:openbox"),
    SystemPackage("xdotool", "test", "real key presses and clicks", "program:xdotool"),
    SystemPackage("dbus", "test", "a message bus of its own for the accessibility tests", "program:dbus-daemon"),
    SystemPackage(
        "at-spi2-core",
        "test",
        "the bus that screen readers use",
        "file:/usr/libexec/at-spi-bus-launcher|/usr/lib/at-spi2-core/at-spi-bus-launcher",
    ),
    SystemPackage("python3-pyatspi", "test", "reads the window as a screen reader does", "module:pyatspi"),
    SystemPackage("python3-xlib", "test", "sees windows come and go, to the millisecond", "module:Xlib"),
    SystemPackage("libcups2", "test", "hands pages to printers; without it the program finds none", "lib:libcups.so.2"),
    SystemPackage("strace", "test", "sees that no network is asked for", "program:strace"),
    SystemPackage("binutils", "bundle", "finds which libraries belong together", "program:objcopy"),
    SystemPackage(f"libpython{_VERSION}", "bundle", "Python as a part of our program", _python_library()),
    SystemPackage("keepassxc", "peers", "the start of our bundle is measured beside it", "program:keepassxc"),
)


def missing(purposes: Iterable[Purpose], packages: Iterable[SystemPackage] = PACKAGES) -> tuple[SystemPackage, ...]:
    """The packages of these purposes whose library, program, file or module is not there, in order."""
    wanted = frozenset(purposes)
    return tuple(package for package in packages if package.purpose in wanted and not is_there(package.provides))


def is_there(provides: str) -> bool:
    """Whether what a package provides ("kind:name", see SystemPackage) can be used now. Raises KeyError: other kind."""
    kind, _, name = provides.partition(":")
    return _PROBES[kind](name)


def _library(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _file(names: str) -> bool:
    return any(Path(name).exists() for name in names.split("|"))


def _module(name: str) -> bool:
    # The system's own Python, not the one of .venv: Debian's packages are for that one alone.
    command = ["/usr/bin/python3", "-c", f"import {name}"]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


_PROBES: dict[str, Callable[[str], bool]] = {
    "lib": _library,
    "program": lambda name: shutil.which(name) is not None,
    "file": _file,
    "module": _module,
}


def has_apt() -> bool:
    """Whether this is a system whose packages we know by name: Debian, Ubuntu and their like."""
    return shutil.which("apt-get") is not None


def is_root() -> bool:
    """Whether we may install system packages ourselves. False on Windows."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def apt_commands(names: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The two commands that install these packages: fetch the lists, then install without what is only recommended."""
    return ("apt-get", "update"), ("apt-get", "install", "-y", "--no-install-recommends", *names)


def one_command(names: Iterable[str]) -> str:
    """The same as one line for a person to paste, who must be allowed to use sudo."""
    return " && ".join(f"sudo {shlex.join(command)}" for command in apt_commands(names))


def how_to_get(packages: Iterable[SystemPackage], apt: bool) -> str:
    """What a person is told when we may not, or cannot, install these packages ourselves."""
    wanted = tuple(packages)
    names = [package.name for package in wanted]
    if apt:
        head = "These system packages are missing, and only an administrator can install them:"
        parts = [f"  {package.name}: {package.reason}" for package in wanted]
        tail = f"Run this one command, then try again:\n\n  {one_command(names)}"
    else:
        head = "This system lacks the following. Install what provides it, then try again:"
        parts = [f"  {package.provides.partition(':')[2]}: {package.reason}" for package in wanted]
        tail = f"On Debian and Ubuntu the packages are called:\n\n  {' '.join(names)}"
    return "\n".join([head, "", *parts, "", tail])
