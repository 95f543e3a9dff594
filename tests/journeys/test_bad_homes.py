"""Surroundings that are not as they should be: the window opens all the same, says nothing and leaves nothing."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.ui import strings
from tests.desktop import system_calls
from tests.desktop.program import ROOT, wait_until
from tests.torture import traces
from tests.torture.visit import REAL, Watched

MARK = "HANDRAIL_CANARY=canary-bad-home"
Start = Callable[..., Watched]


@pytest.fixture
def good(tmp_path: Path) -> dict[str, str]:
    """Surroundings as they should be, without a session bus."""
    folders = {name: tmp_path / name for name in ("home", "tmp", "run")}
    for folder in folders.values():
        folder.mkdir(mode=0o700)
    return {
        "HOME": str(folders["home"]),
        "TMPDIR": str(folders["tmp"]),
        "XDG_RUNTIME_DIR": str(folders["run"]),
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "DISPLAY": os.environ["DISPLAY"],
        "LANG": "C.UTF-8",
        **dict([MARK.split("=")]),
    }


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts the real program in exactly these surroundings. None may have said, written or left anything."""
    started: list[Watched] = []

    def start_one(environment: dict[str, str], *words: str) -> Watched:
        folder = tmp_path / f"start{len(started)}"
        folder.mkdir()
        started.append(Watched([*REAL, *words], environment, folder))
        return started[-1]

    yield start_one
    for program in started:
        program.end()
        program.process.wait()
    for program in started:
        calls = program.calls()
        assert program.said() == ""
        assert traces.changed_paths(system_calls.changed(calls), []) == []
        assert len(system_calls.started(calls)) == 1
    assert traces.left_processes(MARK) == []


def opens_and_leaves(program: Watched) -> None:
    program.wait_open()
    program.keys("Tab", "Escape", "F12")
    assert program.wait_gone() == 0


def a_file(folder: Path) -> str:
    path = folder / "file"
    path.write_text("not ours")
    return str(path)


def a_folder(folder: Path, mode: int) -> str:
    path = folder / "folder"
    path.mkdir()
    path.chmod(mode)
    return str(path)


Change = Callable[[Path], dict[str, str | None]]
BAD: dict[str, Change] = {
    "no HOME": lambda _: {"HOME": None},
    "an empty HOME": lambda _: {"HOME": ""},
    "a HOME that is not there": lambda _: {"HOME": "/no/such/folder"},
    "a HOME that is a file": lambda folder: {"HOME": a_file(folder)},
    "a HOME that nobody can write to": lambda _: {"HOME": "/proc/self"},
    "a HOME with a read-only mode": lambda folder: {"HOME": a_folder(folder, 0o500)},
    "a HOME that is no full path": lambda _: {"HOME": "home"},
    "a HOME of odd letters": lambda _: {"HOME": "/no/ö\udcff\n folder"},
    "no TMPDIR": lambda _: {"TMPDIR": None},
    "a TMPDIR that is not there": lambda _: {"TMPDIR": "/no/such/folder"},
    "no runtime folder": lambda _: {"XDG_RUNTIME_DIR": None},
    "a runtime folder that is not there": lambda _: {"XDG_RUNTIME_DIR": "/no/such/folder"},
    "a runtime folder that is a file": lambda folder: {"XDG_RUNTIME_DIR": a_file(folder)},
    "a runtime folder for everybody": lambda folder: {"XDG_RUNTIME_DIR": a_folder(folder, 0o777)},
    "XDG folders that are not there": lambda _: {
        f"XDG_{name}_HOME": "/no/such/folder" for name in ("CACHE", "CONFIG", "DATA", "STATE")
    },
    "an empty bus address": lambda _: {"DBUS_SESSION_BUS_ADDRESS": ""},
    "a bus that would be started": lambda _: {"DBUS_SESSION_BUS_ADDRESS": "autolaunch:"},
    "a bus that is not there": lambda _: {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/no/such/bus"},
    "a bus address that is none": lambda _: {"DBUS_SESSION_BUS_ADDRESS": "nonsense"},
    "a language that is none": lambda _: {"LANG": "xx_YY.nonsense", "LC_ALL": "\udcff", "LANGUAGE": "::"},
    "rules for fonts that are not there": lambda _: {"FONTCONFIG_FILE": "/no/such/file"},
    "a time zone that is none": lambda _: {"TZ": "No/Where"},
    "no PATH": lambda _: {"PATH": None},
    "a Qt that should be loud": lambda _: {"QT_DEBUG_PLUGINS": "1", "QT_LOGGING_RULES": "*=true"},
    "another look": lambda _: {"QT_QPA_PLATFORMTHEME": "gtk3", "QT_STYLE_OVERRIDE": "nonsense"},
}


@pytest.mark.parametrize("bad", BAD)
def test_it_opens_and_leaves_nothing_with(good: dict[str, str], start: Start, tmp_path: Path, bad: str) -> None:
    changed = {**good, **BAD[bad](tmp_path)}
    opens_and_leaves(start({name: value for name, value in changed.items() if value is not None}))
    for part in ("home", "tmp", "run", "folder"):
        assert list((tmp_path / part).glob("*")) == []


def test_it_opens_with_nothing_but_a_screen(start: Start) -> None:
    # As under `env -i`; where our code is has to be said here, because it is started from another folder.
    opens_and_leaves(start({"DISPLAY": os.environ["DISPLAY"], "PYTHONPATH": str(ROOT)}))


def test_a_screen_that_is_not_there_gives_one_sentence(good: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "start").mkdir()
    program = Watched(REAL, {**good, "DISPLAY": ":60999"}, tmp_path / "start")
    assert program.process.wait() == 1
    program.end()
    assert program.said().strip() == strings.NO_DISPLAY


def test_a_home_with_fonts_of_its_own_gets_no_more_than_the_cache_that_every_program_makes(
    good: dict[str, str], tmp_path: Path
) -> None:
    # Not ours and not about us: the system's own list of the fonts there, made by whoever needs it first. Fonts that
    # the system has are listed by the system.
    fonts = tmp_path / "home" / ".local/share/fonts"
    fonts.mkdir(parents=True)
    font = next((ROOT / "resources" / "fonts").glob("*.ttf"))
    (fonts / "own.ttf").write_bytes(font.read_bytes())
    rules = tmp_path / "fonts.conf"
    rules.write_text(
        '<fontconfig><dir prefix="xdg">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>'
    )
    (tmp_path / "start").mkdir()
    program = Watched(REAL, {**good, "FONTCONFIG_FILE": str(rules)}, tmp_path / "start")
    opens_and_leaves(program)
    program.end()
    left = {path for path in (tmp_path / "home").rglob("*") if path.is_file()} - {fonts / "own.ttf"}
    assert left
    assert {path.parent for path in left} == {tmp_path / "home/.cache/fontconfig"}
    assert not any(b"andrail" in path.read_bytes().replace(bytes(tmp_path), b"") for path in left)


def test_it_goes_on_after_it_was_stopped_for_a_moment(good: dict[str, str], start: Start) -> None:
    program = start(good)
    program.wait_open()
    program.process.send_signal(signal.SIGSTOP)
    time.sleep(1)
    program.process.send_signal(signal.SIGCONT)
    assert program.stays()
    program.keys("F12")
    assert program.wait_gone() == 0


@pytest.mark.parametrize("bus", [True, False])
def test_a_start_right_after_a_kill_is_like_any_other(good: dict[str, str], start: Start, bus: bool) -> None:
    if bus:
        good["DBUS_SESSION_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]
    first = start(good)
    first.wait_open()
    first.process.kill()
    first.process.wait()
    opens_and_leaves(start(good))


def test_of_two_starts_at_once_one_stays(good: dict[str, str], start: Start) -> None:
    good["DBUS_SESSION_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]
    both = [start(good), start(good)]
    wait_until(lambda: sum(one.is_running() for one in both) == 1, "the end of one of them")
    stays, ends = sorted(both, key=lambda one: one.is_running(), reverse=True)
    assert ends.process.returncode == 0
    opens_and_leaves(stays)


def test_two_starts_at_once_without_a_bus_are_two_windows(good: dict[str, str], start: Start) -> None:
    both = [start(good), start(good)]
    for one in both:
        wait_until(lambda one=one: one.windows(), "its window")  # type: ignore[misc]
    for one in both:
        assert one.is_running()
        one.process.send_signal(signal.SIGTERM)
        one.process.wait()


def test_ctrl_c_in_the_terminal_ends_it(good: dict[str, str], start: Start) -> None:
    program = start(good)
    program.wait_open()
    time.sleep(0.5)  # from the first paint on
    program.process.send_signal(signal.SIGINT)
    assert program.wait_gone() == -signal.SIGINT
