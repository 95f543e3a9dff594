"""Being remembered, in the real window: one file, only while it is wanted, and odd files in its place."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.ui import strings
from tests.desktop import system_calls
from tests.desktop.program import ROOT, wait_until
from tests.torture import traces
from tests.torture.person import Eyes
from tests.torture.visit import REAL, Watched

DARK = strings.THEME_NAME.format(theme=strings.THEMES["dark"])


@pytest.fixture(scope="module")
def eyes() -> Iterator[Eyes]:
    eyes = Eyes()
    yield eyes
    eyes.close()


class Desk:
    """Starts the program again and again, for one person with one home."""

    def __init__(self, folder: Path, eyes: Eyes) -> None:
        self.home = folder / "home"
        self.home.mkdir()
        self._folder = folder
        self._eyes = eyes
        self._environment = {**os.environ, "HOME": str(self.home), "PYTHONPATH": str(ROOT), "TZ": "Europe/London"}
        self._environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        for name in ("CACHE", "CONFIG", "DATA", "STATE"):
            self._environment.pop(f"XDG_{name}_HOME", None)
        self.started: list[Watched] = []

    def start(self, *words: str, failing: str = "") -> Watched:
        folder = self._folder / f"start{len(self.started)}"
        folder.mkdir()
        program = Watched([*REAL, *words], self._environment, folder, failing)
        self.started.append(program)
        program.wait_open()
        return program

    def press(self, words: str) -> None:
        process = self.started[-1].process.pid
        wait_until(lambda: self._eyes("press", process=process, name=words), f"“{words}”")

    def shows(self, words: str) -> bool:
        return words in self._eyes("words", process=self.started[-1].process.pid)

    def is_chosen(self, words: str) -> bool:
        controls = self._eyes("controls", process=self.started[-1].process.pid)
        return any(one["name"].startswith(words) and one["checked"] for one in controls)

    def files(self) -> list[Path]:
        return sorted(self.home.rglob("*"))

    def leave(self) -> None:
        self.started[-1].keys("F12")
        assert self.started[-1].wait_gone() == 0


@pytest.fixture
def desk(tmp_path: Path, eyes: Eyes) -> Iterator[Desk]:
    desk = Desk(tmp_path, eyes)
    yield desk
    for program in desk.started:
        program.end()
        assert program.said() == ""


def test_one_file_is_kept_also_after_a_kill_and_is_gone_with_its_folder_when_it_is_not_wanted(desk: Desk) -> None:
    kept = desk.home / ".local/share/handrail/handrail.ini"
    desk.start()
    desk.press(strings.SETTINGS)
    assert desk.files() == []
    desk.press(strings.REMEMBER)
    wait_until(kept.is_file, "the file")
    desk.press(DARK)
    wait_until(lambda: "theme = dark" in kept.read_text(), "the choice in the file")
    assert desk.files() == [*reversed(kept.parents[:3]), kept]
    assert traces.settings_kept(kept) == []
    desk.started[-1].process.send_signal(signal.SIGKILL)
    desk.started[-1].process.wait()

    again = desk.start()
    desk.press(strings.SETTINGS)
    wait_until(lambda: desk.is_chosen(DARK) and desk.is_chosen(strings.REMEMBER), "what was remembered")
    desk.press(strings.REMEMBER)
    wait_until(lambda: not kept.parent.exists(), "the end of the file and its folder")
    desk.leave()
    again.end()
    changed = traces.changed_paths(system_calls.changed(again.calls()), [kept])
    assert changed == []


def test_what_cannot_be_kept_is_said_in_the_window_and_not_on_the_terminal(desk: Desk) -> None:
    desk.start("--data-dir", "/proc/handrail")  # nobody can make a folder there, not even an administrator
    desk.press(strings.SETTINGS)
    desk.press(strings.REMEMBER)
    wait_until(lambda: any(desk.shows(words) for words in strings.REMEMBER_PROBLEMS.values()), "a sentence")
    desk.leave()
    assert desk.files() == []


def test_a_full_disk_is_said_in_the_window_and_leaves_no_half_of_a_file(desk: Desk) -> None:
    desk.start(failing="fsync:error=ENOSPC")
    desk.press(strings.SETTINGS)
    desk.press(strings.REMEMBER)
    wait_until(lambda: desk.shows(strings.REMEMBER_PROBLEMS["disk-full"]), "a sentence")
    desk.leave()
    assert [path for path in desk.files() if path.is_file()] == []


def a_folder(path: Path) -> None:
    path.mkdir()
    (path / "theirs").write_text("theirs")


def a_link_to_elsewhere(path: Path) -> None:
    path.symlink_to(path.parent.parent / "elsewhere")
    (path.parent.parent / "elsewhere").write_text("theirs")


def a_large_file(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100_000_000)


ODD: dict[str, Callable[[Path], object]] = {
    "garbage": lambda path: path.write_bytes(bytes(range(256)) * 40),
    "a newer file": lambda path: path.write_text("[handrail]\nformat = 99\ntheme = sepia\n"),
    "a folder": a_folder,
    "a link to elsewhere": a_link_to_elsewhere,
    "a link to nowhere": lambda path: path.symlink_to("/no/such/file"),
    "a pipe": os.mkfifo,
    "100 MB": a_large_file,
}


@pytest.mark.parametrize("odd", ODD)
def test_it_opens_beside(desk: Desk, odd: str) -> None:
    kept = desk.home / "stick" / "handrail.ini"
    kept.parent.mkdir()
    ODD[odd](kept)
    before = [(path, path.lstat()) for path in desk.files()]
    desk.start("--data-dir", str(kept.parent))
    desk.press(strings.SETTINGS)
    wait_until(lambda: desk.shows(strings.REMEMBER), "the settings")
    desk.leave()
    after = [(path, path.lstat()) for path in desk.files()]
    assert [(path, one.st_mode, one.st_size, one.st_mtime_ns) for path, one in after] == [
        (path, one.st_mode, one.st_size, one.st_mtime_ns) for path, one in before
    ]
