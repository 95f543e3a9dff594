"""The program is started again while it is open, in a real session with a real bus."""

import re
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from desktop_app.ui import strings
from tests.desktop.program import HANDRAIL, PATIENCE, Program, wait_until, xdotool

Start = Callable[..., Program]
TWICE = ("tests/desktop/started_twice.py",)
OTHER = ("tests/desktop/plain_window.py",)


def title(program: Program) -> str:
    return xdotool("getwindowname", program.window)


def is_in_front(program: Program) -> bool:
    return xdotool("getactivewindow") == program.window


def start_again(home: Path, **environment: str) -> Program:
    """A second start, over before it had a window."""
    second = Program(TWICE, home, environment)
    while second.is_running():
        assert second.windows() == []
        time.sleep(0.01)
    return second


def call(method: str, *words: str) -> subprocess.CompletedProcess[str]:
    """What any other program of the session can do."""
    where = ["--session", "--print-reply=literal", "--dest=app.handrail.Handrail", "/app/handrail/Handrail"]
    return subprocess.run(
        ["dbus-send", *where, method, *words], capture_output=True, text=True, timeout=20, check=False
    )


def test_a_second_start_brings_the_first_forward_behind_its_cover_and_says_nothing(start: Start, home: Path) -> None:
    first = start(*TWICE)
    assert title(first) == "page"
    start(*OTHER)
    assert not is_in_front(first)
    second = start_again(home)
    assert (second.wait_gone(), second.said()) == (0, "")
    wait_until(lambda: is_in_front(first), "the first window in front")
    assert title(first) == "cover"
    second.end()


def test_a_start_right_after_a_kill_opens_normally(start: Start) -> None:
    first = start(*TWICE)
    first.process.kill()
    assert title(start(*TWICE)) == "page"


def test_a_first_one_that_is_stopped_does_not_keep_a_second_from_opening(start: Start) -> None:
    first = start(*TWICE)
    first.process.send_signal(signal.SIGSTOP)
    second = start(*TWICE)
    assert title(second) == "page"
    first.process.send_signal(signal.SIGCONT)
    wait_until(lambda: title(first) == "cover", "the first one hears it when it goes on")


def test_who_opened_beside_a_stopped_one_is_the_first_once_that_is_gone(start: Start, home: Path) -> None:
    stopped = start(*TWICE)
    stopped.process.send_signal(signal.SIGSTOP)
    second = start(*TWICE)
    stopped.process.kill()
    stopped.process.wait()
    third = start_again(home)
    assert third.wait_gone() == 0
    wait_until(lambda: title(second) == "cover", "the second one hears the third")
    third.end()


def test_without_a_session_bus_two_windows_open_and_nothing_is_left(start: Start, home: Path) -> None:
    for _ in range(2):
        assert title(start(*TWICE, DBUS_SESSION_BUS_ADDRESS="disabled:")) == "page"
    assert not (home / ".dbus").exists()


def test_other_programs_can_do_no_more_than_knock(start: Start) -> None:
    first = start(*TWICE, QT_LOGGING_RULES="*=false")
    told = call("org.freedesktop.DBus.Introspectable.Introspect").stdout
    ours = told.partition('<interface name="app.handrail.Handrail">')[2].partition("</interface>")[0]
    assert re.findall('<(\\w+) name="(\\w+)"', ours) == [("method", "StartedAgain")]
    for words in (["deleteLater"], ["heard"], ["StartedAgain", "string:a word"]):
        assert call(f"app.handrail.Handrail.{words[0]}", *words[1:]).returncode != 0
    assert title(first) == "page"
    answer = call("app.handrail.Handrail.StartedAgain")
    assert (answer.returncode, answer.stdout.strip()) == (0, "")
    assert title(first) == "cover"
    assert first.stays()


def test_nothing_is_left_by_two_starts(start: Start, home: Path) -> None:
    first = start(*TWICE)
    start_again(home).end()
    first.process.kill()
    first.process.wait()
    assert [path for path in home.rglob("*") if not path.is_dir()] == []


def test_handrail_comes_forward_with_its_cover_and_any_key_goes_on_to_home(start: Start, home: Path) -> None:
    seen = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "TZ": "Europe/London"}
    first = start(*HANDRAIL, **seen)
    first.click_on(strings.BLACKMAILED)
    first.find(strings.DONE_NEXT)
    start(*OTHER, QT_LOGGING_RULES="*=false")
    second = Program(HANDRAIL, home, seen)
    assert (second.process.wait(PATIENCE), second.said()) == (0, "")
    wait_until(lambda: is_in_front(first), "the first window in front")
    said = [control["name"] for control in first.controls()]
    assert not [name for name in said if name.startswith((strings.DONE_NEXT, strings.BLACKMAILED))], said
    first.keys("a")
    first.find(strings.BLACKMAILED)
    second.end()
