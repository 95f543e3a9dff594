"""What may stand where the file of settings should be, and folders and disks that take nothing."""

import errno
import os
import socket
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.core.settings import Settings
from desktop_app.core.settings_file import LARGEST_FILE, Kept, SettingsError, SettingsFile

NEW = Settings(country="US", theme="dark", text_size=150)
DEFAULTS = Settings()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "handrail"
    folder.mkdir()
    return folder / "handrail.ini"


def refusal(act: Callable[[], None]) -> str:
    with pytest.raises(SettingsError) as caught:
        act()
    return caught.value.code


def test_a_link_is_never_followed(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.ini"
    other.write_text("[handrail]\ntheme = dark\n", encoding="utf-8")
    path.symlink_to(other)
    file = SettingsFile(path)
    assert file.read() == Kept(DEFAULTS, False, "in-the-way")
    assert refusal(lambda: file.write(NEW)) == "in-the-way"
    file.delete()
    assert path.is_symlink()
    assert other.read_text(encoding="utf-8") == "[handrail]\ntheme = dark\n"


def test_a_link_to_nowhere_makes_nothing(path: Path, tmp_path: Path) -> None:
    path.symlink_to(tmp_path / "nowhere")
    assert SettingsFile(path).read().problem == "in-the-way"
    assert refusal(lambda: SettingsFile(path).write(NEW)) == "in-the-way"
    assert not (tmp_path / "nowhere").exists()


def test_a_pipe_does_not_hold_up_the_start(path: Path) -> None:
    os.mkfifo(path)
    file = SettingsFile(path)
    assert file.read() == Kept(DEFAULTS, False, "in-the-way")
    assert refusal(lambda: file.write(NEW)) == "in-the-way"
    file.delete()
    assert path.is_fifo()


def test_a_socket_or_a_device_is_left_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)  # names of sockets have to be short
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind(path.name)
    assert SettingsFile(path).read().problem == "in-the-way"
    assert SettingsFile(Path("/dev/zero")).read() == Kept(DEFAULTS, False, "in-the-way")


def test_a_folder_in_its_place_is_left_alone(path: Path) -> None:
    path.mkdir()
    (path / "mine.txt").write_text("mine", encoding="utf-8")
    file = SettingsFile(path)
    assert file.read() == Kept(DEFAULTS, False, "in-the-way")
    assert refusal(lambda: file.write(NEW)) == "in-the-way"
    file.delete()
    assert (path / "mine.txt").is_file()


GARBAGE = [
    b"",
    b"\0" * 5000,
    bytes(range(256)) * 40,
    b"[handrail]\ntheme = d\xe4rk\n",
    "[handrail]\ntheme = dark\n".encode("utf-16"),
    b"[handrail]\ntheme = dark\n" + b"# " + b"x" * LARGEST_FILE,
    b"[handrail]\ntheme = dark\ntheme = light\n",
    b"[handrail]\n[handrail]\ntheme = dark\n",
    b"theme = dark\n",
]


@pytest.mark.parametrize("data", GARBAGE, ids=range(len(GARBAGE)))
def test_garbage_gives_the_defaults_and_stays_until_something_is_chosen(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    file = SettingsFile(path)
    assert file.read() == Kept(DEFAULTS, True, "damaged")
    assert path.read_bytes() == data
    file.write(NEW)
    assert file.read() == Kept(NEW, True, None)


def test_a_file_of_a_hundred_megabytes_is_not_read_to_its_end(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(100 * 1024 * 1024)
    tracemalloc.start()
    try:
        assert SettingsFile(path).read() == Kept(DEFAULTS, True, "damaged")
        assert tracemalloc.get_traced_memory()[1] < 8 * LARGEST_FILE
    finally:
        tracemalloc.stop()
    SettingsFile(path).delete()
    assert not path.exists()


def test_a_mark_for_the_order_of_bytes_and_ends_of_lines_of_windows_are_fine(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf[handrail]\r\nformat = 1\r\ntheme = dark\r\n")
    assert SettingsFile(path).read() == Kept(Settings(theme="dark"), True, None)


def test_what_a_newer_program_wrote_is_read_and_never_written_over(path: Path) -> None:
    text = "[handrail]\nformat = 2\ntheme = dark\nfont = large\n[more]\nthings = 1\n"
    path.write_text(text, encoding="utf-8")
    file = SettingsFile(path)
    assert file.read() == Kept(Settings(theme="dark"), True, "newer")
    assert refusal(lambda: file.write(NEW)) == "newer"
    assert path.read_text(encoding="utf-8") == text
    file.delete()
    file.write(NEW)
    assert file.read() == Kept(NEW, True, None)


def refuses(number: int, monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Make calls of the system fail. Rights alone would not do: tests may run as root, whom they do not hold."""

    def fail(*words: object, **more: object) -> None:
        raise OSError(number, os.strerror(number))

    for name in names:
        monkeypatch.setattr(os, name, fail)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO])
def test_a_file_that_cannot_be_opened_is_not_written_over(
    path: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    SettingsFile(path).write(NEW)
    with monkeypatch.context() as closed:
        refuses(number, closed, "open")
        assert SettingsFile(path).read() == Kept(DEFAULTS, True, "unreadable")
        assert refusal(lambda: SettingsFile(path).write(DEFAULTS)) == "unreadable"
    assert SettingsFile(path).read() == Kept(NEW, True, None)


def test_a_folder_that_cannot_be_entered_is_a_plain_no(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuses(errno.EACCES, monkeypatch, "lstat", "stat", "scandir", "rmdir", "unlink")
    assert SettingsFile(path).read() == Kept(DEFAULTS, False, "unreadable")
    assert refusal(lambda: SettingsFile(path).write(NEW)) == "unreadable"
    assert refusal(SettingsFile(path).delete) == "not-deleted"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EROFS, "read-only"),
        (errno.EACCES, "read-only"),
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EIO, "not-written"),
    ],
)
@pytest.mark.parametrize("at", ["mkdir", "open", "fsync", "replace"])
def test_a_write_that_fails_changes_nothing_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str, number: int, code: str
) -> None:
    path = tmp_path / "new" / "handrail" / "handrail.ini"
    with monkeypatch.context() as full:
        refuses(number, full, at)
        assert refusal(lambda: SettingsFile(path).write(NEW)) == code
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("at", ["fsync", "replace"])
def test_a_full_disk_keeps_what_was_remembered(path: Path, monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    file = SettingsFile(path)
    file.write(NEW)
    with monkeypatch.context() as full:
        refuses(errno.ENOSPC, full, at)
        assert refusal(lambda: file.write(DEFAULTS)) == "disk-full"
    assert [each.name for each in path.parent.iterdir()] == ["handrail.ini"]
    assert file.read() == Kept(NEW, True, None)


def test_a_disk_that_is_full_only_when_the_words_arrive(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def full(target: Path, flags: int, mode: int = 0o777) -> int:
        if not flags & os.O_CREAT:
            return real(target, flags, mode)
        os.close(real(target, flags, mode))
        return real("/dev/full", os.O_WRONLY)  # takes no byte, and says so late, as a full disk does

    file = SettingsFile(path)
    with monkeypatch.context() as disk:
        disk.setattr(os, "open", full)
        assert refusal(lambda: file.write(NEW)) == "disk-full"
    assert list(path.parent.parent.iterdir()) == []


def test_what_cannot_be_deleted_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    SettingsFile(path).write(NEW)
    with monkeypatch.context() as held:
        refuses(errno.EACCES, held, "unlink")
        assert refusal(SettingsFile(path).delete) == "not-deleted"
    assert SettingsFile(path).read() == Kept(NEW, True, None)


@pytest.mark.parametrize("where", ["file/handrail.ini", "file/handrail/handrail.ini", "x" * 300 + "/handrail.ini"])
def test_a_folder_that_cannot_be_is_a_plain_no(tmp_path: Path, where: str) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    file = SettingsFile(tmp_path / where)
    assert file.read().settings == DEFAULTS
    assert refusal(lambda: file.write(NEW)) in ("no-folder", "unreadable")
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_a_name_that_no_file_can_have_is_a_plain_no() -> None:
    file = SettingsFile(Path("/tmp/a\0b/handrail.ini"))
    assert file.read() == Kept(DEFAULTS, False, "unreadable")
    assert refusal(lambda: file.write(NEW)) == "unreadable"
    assert refusal(file.delete) == "not-deleted"
