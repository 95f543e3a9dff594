"""Screens: is there one, and a private one for tests, with a window manager and a message bus. Linux only.

Everything started here, and everything that was started by it, ends when the `with` block ends.
"""

from __future__ import annotations

import ctypes
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

NO_SCREEN = (
    "There is no screen here to open a window on: log in to a desktop and try again, or make a pretend screen with "
    "`xvfb-run -a python3 build_scripts/dev.py run` (on Debian and Ubuntu from the packages xvfb and xauth)."
)
SCREEN_SIZE = "1600x1200x24"
_PATIENCE = 20.0  # seconds for each part to come up; on an idle computer all of them take less than one

# What a desktop puts into the environment and what would make tests differ from one computer to the next.
_DESKTOP = (
    "DESKTOP_SESSION",
    "GNOME_DESKTOP_SESSION_ID",
    "KDE_FULL_SESSION",
    "QT_QPA_PLATFORMTHEME",
    "QT_SCALE_FACTOR",
    "QT_STYLE_OVERRIDE",
    "WAYLAND_DISPLAY",
    "XAUTHORITY",
    "XDG_CURRENT_DESKTOP",
    "XDG_SESSION_TYPE",
)
_SET_CHILD_SUBREAPER = 36
_SET_PDEATHSIG = 1


class DisplayError(Exception):
    """A part of the private screen did not come up. The text says which and what it said."""


def has_screen(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a window could open. On Windows and macOS always; elsewhere a display must be named and must answer."""
    if platform in ("win32", "darwin"):
        return True
    if environment.get("QT_QPA_PLATFORM", "").partition(":")[0] in ("offscreen", "minimal", "vnc", "linuxfb", "eglfs"):
        return True
    wayland = environment.get("WAYLAND_DISPLAY")
    if wayland:
        return _answers(str(Path(environment.get("XDG_RUNTIME_DIR", "/run")) / wayland))
    found = re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", environment.get("DISPLAY", ""))
    if found is None:
        return bool(environment.get("DISPLAY"))  # on another computer; asking it could take long
    path = f"/tmp/.X11-unix/X{found[1]}"
    return _answers(path) or _answers("\0" + path)


def _answers(path: str) -> bool:
    with socket.socket(socket.AF_UNIX) as one:
        one.settimeout(2)
        try:
            one.connect(path)
        except (OSError, ValueError):
            return False
    return True


@contextmanager
def private_display() -> Iterator[dict[str, str]]:
    """A screen, window manager, message bus and home folder that only we use. Gives the environment to run with.

    Raises DisplayError.
    """
    _adopt_orphans()
    with ExitStack() as stack:
        stack.callback(end_descendants)
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="handrail-test-")))
        environment = _own_folders(folder)
        number = _start_and_read(
            ["Xvfb", "-displayfd", "{fd}", "-screen", "0", SCREEN_SIZE, "-dpi", "96", "-nolisten", "tcp", "-noreset"],
            environment,
        )
        environment["DISPLAY"] = f":{number}"
        bus = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address={fd}"]
        environment["DBUS_SESSION_BUS_ADDRESS"] = _start_and_read(bus, environment)
        ready = folder / "window-manager"
        _start(["openbox", "--sm-disable", "--startup", shlex.join(["touch", str(ready)])], environment)
        _wait_for(ready)
        _wake_accessibility(environment)
        # The folder goes last, when nothing is left that could write into it.
        stack.callback(end_descendants)
        yield environment


def _own_folders(folder: Path) -> dict[str, str]:
    environment = {name: value for name, value in os.environ.items() if name not in _DESKTOP}
    for name, part in {
        "HOME": "home",
        "XDG_CACHE_HOME": "home/.cache",
        "XDG_CONFIG_HOME": "home/.config",
        "XDG_DATA_HOME": "home/.local/share",
        "XDG_STATE_HOME": "home/.local/state",
        "XDG_RUNTIME_DIR": "runtime",
        "TMPDIR": "tmp",
    }.items():
        path = folder / part
        path.mkdir(mode=0o700, parents=True)
        environment[name] = str(path)
    environment["LC_ALL"] = "C.UTF-8"
    return environment


def _start_and_read(command: list[str], environment: Mapping[str, str]) -> str:
    """Start a server that writes where it can be found into a file descriptor, and give back that line."""
    reader, writer = os.pipe()
    with os.fdopen(reader, encoding="utf-8") as said:
        try:
            _start([word.replace("{fd}", str(writer)) for word in command], environment, writer)
        finally:
            os.close(writer)
        line = said.readline().strip()
    if not line:
        raise DisplayError(f"{command[0]} did not start.")
    return line


def _start(command: list[str], environment: Mapping[str, str], keep: int | None = None) -> None:
    try:
        subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=() if keep is None else (keep,),
            preexec_fn=_end_with_parent,
        )
    except OSError as error:
        raise DisplayError(f"{command[0]} did not start: {error.strerror}.") from None


def _wait_for(path: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while not path.exists():
        if time.monotonic() > until:
            raise DisplayError(f"openbox was not ready after {_PATIENCE:.0f} seconds.")
        time.sleep(0.02)


def _wake_accessibility(environment: Mapping[str, str]) -> None:
    """Start the accessibility bus now: a window that opens before it is there never joins it."""
    command = ["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus"]
    command.append("org.a11y.Bus.GetAddress")
    try:
        result = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise DisplayError(f"The accessibility bus did not start: {error}") from None
    if result.returncode != 0:
        raise DisplayError(f"The accessibility bus did not start: {result.stderr.strip()}")


def _adopt_orphans() -> None:
    """Become the parent of whatever our children leave behind, so that it can be ended too (bus services are)."""
    ctypes.CDLL(None).prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _end_with_parent() -> None:
    # Runs in the child, before the program: if we are killed outright, the kernel ends it.
    ctypes.CDLL(None).prctl(_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)


def descendants(of: int) -> list[int]:
    """Process ids of all children of a process, their children and so on, parents first. Finished ones included."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                # After the name in brackets, which may itself hold brackets and spaces: state, then parent.
                parent = int((entry / "stat").read_text(errors="replace").rpartition(")")[2].split()[1])
            except (OSError, IndexError, ValueError):
                continue
            parents.setdefault(parent, []).append(int(entry.name))
    found: list[int] = []
    waiting = list(parents.get(of, ()))
    while waiting:
        process = waiting.pop(0)
        found.append(process)
        waiting.extend(parents.get(process, ()))
    return found


def end_descendants(patience: float = 3.0) -> None:
    """Ask everything that we started, and that it started, to end; after `patience` seconds make it."""
    for sign, seconds in ((signal.SIGTERM, patience), (signal.SIGKILL, patience)):
        # The youngest first, so that no program sees its screen vanish and complains about it.
        for process in reversed(descendants(os.getpid())):
            _signal(process, sign)
        until = time.monotonic() + seconds
        while descendants(os.getpid()) and time.monotonic() < until:
            _reap()
            time.sleep(0.02)
    _reap()


def _signal(process: int, sign: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.kill(process, sign)


def _reap() -> None:
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
