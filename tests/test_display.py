"""Screens: when one is believed to be there, and that a private one leaves nothing behind."""

import os
import subprocess
import sys
import time
from pathlib import Path

import display
import pytest

SCRIPTS = Path(display.__file__).resolve().parent


@pytest.mark.parametrize(
    ("variables", "there"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":60123"}, False),
        ({"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": "/no/such/folder"}, False),
        ({"DISPLAY": "another-computer:0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
    ],
)
def test_a_screen_is_believed_only_when_it_answers(variables: dict[str, str], there: bool) -> None:
    assert display.has_screen(variables, "linux") is there


def test_windows_and_macos_always_have_a_screen() -> None:
    assert display.has_screen({}, "win32")
    assert display.has_screen({}, "darwin")


if sys.platform.startswith("linux"):
    # In a process of its own: it ends every process that its own process has started, and this one has others.
    NESTED = """
import os, subprocess, sys, time
import display
with display.private_display() as environment:
    subprocess.run(["sh", "-c", "sleep 300 & echo $! > $HOME/orphan"], env=environment, check=True)
    time.sleep(0.1)
    print(len(display.descendants(os.getpid())), environment["HOME"])
print(len(display.descendants(os.getpid())), os.path.exists(environment["HOME"]))
"""

    def test_everything_that_the_private_screen_started_ends_with_it() -> None:
        command = [sys.executable, "-c", NESTED]
        done = subprocess.run(command, cwd=SCRIPTS, capture_output=True, text=True, timeout=60, check=True)
        during, after = done.stdout.splitlines()
        assert int(during.split()[0]) >= 5
        assert after == "0 False"

    def test_a_private_screen_whose_owner_is_killed_does_not_stay(tmp_path: Path) -> None:
        code = (
            NESTED.partition("    subprocess")[0] + "    print(environment['DISPLAY'], flush=True); time.sleep(300)\n"
        )
        command = [sys.executable, "-c", code]
        own = {**os.environ, "TMPDIR": str(tmp_path)}  # its folder does stay
        with subprocess.Popen(command, cwd=SCRIPTS, env=own, stdout=subprocess.PIPE, text=True) as owner:
            assert owner.stdout is not None
            shown = owner.stdout.readline().strip()
            assert display.has_screen({"DISPLAY": shown})
            owner.kill()
        until = time.monotonic() + 10
        while display.has_screen({"DISPLAY": shown}) and time.monotonic() < until:
            time.sleep(0.05)
        assert not display.has_screen({"DISPLAY": shown})
