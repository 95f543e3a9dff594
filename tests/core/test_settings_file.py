"""The file of settings as it should be: written whole, private, and gone without a trace."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.core.settings import Settings
from desktop_app.core.settings_file import Kept, SettingsError, SettingsFile
from tests.desktop.program import ROOT

OLD = Settings(country="GB", theme="light")
NEW = Settings(country="US", theme="dark", text_size=150, extra_exit_key="F9")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "share" / "handrail" / "handrail.ini"


def everything(folder: Path) -> list[str]:
    return sorted(found.relative_to(folder).as_posix() for found in folder.rglob("*"))


def test_nothing_remembered_is_the_defaults_and_makes_nothing(path: Path, tmp_path: Path) -> None:
    assert SettingsFile(path).read() == Kept(Settings(), False, None)
    assert everything(tmp_path) == []


def test_what_is_written_is_read_by_the_next_run(path: Path) -> None:
    SettingsFile(path).write(OLD)
    SettingsFile(path).write(NEW)
    assert SettingsFile(path).read() == Kept(NEW, True, None)


def test_there_is_one_file_and_nothing_else(path: Path, tmp_path: Path) -> None:
    SettingsFile(path).write(OLD)
    SettingsFile(path).write(NEW)
    assert everything(tmp_path) == ["share", "share/handrail", "share/handrail/handrail.ini"]


def test_nobody_else_can_read_the_file_or_its_folder(path: Path, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        SettingsFile(path).write(NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "share").stat().st_mode) == 0o700


def test_a_folder_that_was_there_keeps_its_rights_and_stays(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir(0o755)
    stick.chmod(0o755)
    file = SettingsFile(stick / "handrail.ini")
    file.write(NEW)
    assert stat.S_IMODE(stick.stat().st_mode) == 0o755
    file.delete()
    assert everything(tmp_path) == ["stick"]


def test_forgetting_takes_away_all_that_this_run_made(path: Path, tmp_path: Path) -> None:
    file = SettingsFile(path)
    file.write(NEW)
    file.delete()
    assert everything(tmp_path) == []
    file.write(OLD)
    assert file.read() == Kept(OLD, True, None)


def test_forgetting_takes_away_the_folder_that_an_earlier_run_made(path: Path, tmp_path: Path) -> None:
    SettingsFile(path).write(NEW)
    SettingsFile(path).delete()
    assert everything(tmp_path) == ["share"]


def test_forgetting_leaves_what_else_is_in_the_folder(path: Path) -> None:
    SettingsFile(path).write(NEW)
    other = path.with_name("handrail.ini.mine.new")
    other.write_text("mine", encoding="utf-8")
    SettingsFile(path).delete()
    assert everything(path.parent) == [other.name]


def test_forgetting_what_is_not_there_is_fine(path: Path) -> None:
    SettingsFile(path).delete()
    SettingsFile(None).delete()


def test_without_a_home_there_are_defaults_and_a_plain_no(path: Path) -> None:
    assert SettingsFile(None).read() == Kept(Settings(), False, None)
    with pytest.raises(SettingsError) as caught:
        SettingsFile(None).write(NEW)
    assert caught.value.code == "no-home"


@pytest.mark.parametrize("act", ["read", "write", "delete"])
def test_what_a_killed_program_left_is_taken_away(path: Path, act: str) -> None:
    SettingsFile(path).write(OLD)
    path.with_name("handrail.ini.4711.new").write_text("[handrail]\ncountry = ", encoding="utf-8")
    file = SettingsFile(path)
    {"read": file.read, "write": lambda: file.write(NEW), "delete": file.delete}[act]()
    assert not path.parent.exists() if act == "delete" else everything(path.parent) == ["handrail.ini"]


KILLED = """
import os, signal, sys
from pathlib import Path
from desktop_app.core.settings import Settings
from desktop_app.core.settings_file import SettingsFile

left = int(sys.argv[2])

def counted(name):
    real = getattr(os, name)
    def call(*words, **more):
        global left
        left -= 1
        if left == 0:
            if name == "fdopen" and "wb" in words:
                os.write(words[0], b"[handrail]\\ntheme")
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*words, **more)
    setattr(os, name, call)

for name in ("mkdir", "open", "fdopen", "fsync", "replace", "close"):
    counted(name)
SettingsFile(Path(sys.argv[1])).write(Settings("US", None, 150, "dark", extra_exit_key="F9"))
"""


@pytest.mark.parametrize("remembered", [None, OLD])
def test_killed_at_any_moment_of_writing_the_old_or_the_new_is_there_whole(
    path: Path, tmp_path: Path, remembered: Settings | None
) -> None:
    found = []
    for moment in range(1, 30):
        file = SettingsFile(path)
        file.delete() if remembered is None else file.write(remembered)
        done = subprocess.run([sys.executable, "-c", KILLED, str(path), str(moment)], cwd=ROOT, check=False)
        found.append(SettingsFile(path).read())
        assert everything(tmp_path / "share") in ([], ["handrail", "handrail/handrail.ini"])
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL
    before = Kept(remembered or Settings(), remembered is not None, None)
    after = Kept(NEW, True, None)
    changed = found.index(after)
    assert changed > 4
    assert found == [before] * changed + [after] * (len(found) - changed)


def test_two_programs_that_write_at_once_both_come_through(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, other = SettingsFile(path), SettingsFile(path)
    fsync = os.fsync
    started: list[bool] = []

    def fsync_and_meet(descriptor: int) -> None:
        fsync(descriptor)
        if not started:
            started.append(True)
            other.read()  # it tidies up, and takes the half-done file for a leftover

    monkeypatch.setattr(os, "fsync", fsync_and_meet)
    file.write(NEW)
    assert file.read() == Kept(NEW, True, None)
