"""Saving one new file: whole under a free name, or nothing at all."""

import errno
import os
import stat
from pathlib import Path

import pytest

from desktop_app.core import save_file
from desktop_app.core.save_file import MOST, SaveError, save_new

DATA = b"words" * 1000


def save(folder: Path, data: bytes = DATA) -> Path:
    return save_new(folder, "Handrail", ".pdf", data)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def failing(code: int) -> OSError:
    return OSError(code, os.strerror(code))


def test_the_file_is_whole_and_nothing_else_is_there(tmp_path: Path) -> None:
    path = save(tmp_path)
    assert path.read_bytes() == DATA
    assert names(tmp_path) == ["Handrail.pdf"]


def test_nothing_is_ever_written_over(tmp_path: Path) -> None:
    (tmp_path / "Handrail.pdf").write_bytes(b"theirs")
    (tmp_path / "Handrail 2.pdf").mkdir()
    (tmp_path / "Handrail 3.pdf").symlink_to(tmp_path / "nowhere")
    assert save(tmp_path).name == "Handrail 4.pdf"
    assert save(tmp_path).name == "Handrail 5.pdf"
    assert (tmp_path / "Handrail.pdf").read_bytes() == b"theirs"
    assert names(tmp_path) == ["Handrail 2.pdf", "Handrail 3.pdf", "Handrail 4.pdf", "Handrail 5.pdf", "Handrail.pdf"]


@pytest.mark.parametrize("code", [errno.EPERM, errno.ENOTSUP])
def test_a_stick_that_gives_a_file_one_name_only_gets_it_and_keeps_what_it_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def refuse(*_: object) -> None:
        raise failing(code)

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    (tmp_path / "Handrail.pdf").write_bytes(b"theirs")
    assert save(tmp_path).read_bytes() == DATA
    assert (tmp_path / "Handrail.pdf").read_bytes() == b"theirs"
    assert names(tmp_path) == ["Handrail 2.pdf", "Handrail.pdf"]


def test_nobody_else_at_this_computer_may_read_it(tmp_path: Path) -> None:
    assert stat.S_IMODE(save(tmp_path).stat().st_mode) & (0 if os.name == "nt" else 0o077) == 0


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "read-only"),
        (errno.EIO, "no-folder"),
        (errno.EBADF, "not-saved"),
    ],
)
@pytest.mark.parametrize("step", ["open", "fsync", "link"])
def test_what_fails_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, problem: str, step: str
) -> None:
    def fail(*_: object) -> None:
        raise failing(code)

    if step == "link":
        monkeypatch.setattr(save_file, "_name", fail)
    else:
        monkeypatch.setattr(os, step, fail)
    with pytest.raises(SaveError) as caught:
        save(tmp_path)
    monkeypatch.undo()
    assert caught.value.code == problem
    assert names(tmp_path) == []


def test_a_folder_that_is_gone_says_so_and_is_not_made_anew(tmp_path: Path) -> None:
    with pytest.raises(SaveError) as caught:
        save(tmp_path / "stick")
    assert caught.value.code == "no-folder"
    assert names(tmp_path) == []


def test_a_file_in_place_of_the_folder_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "stick").write_bytes(b"")
    with pytest.raises(SaveError) as caught:
        save(tmp_path / "stick")
    assert caught.value.code == "no-folder"


def test_what_a_program_left_that_was_ended_in_the_middle_is_taken_away(tmp_path: Path) -> None:
    (tmp_path / ".Handrail.123.part").write_bytes(b"half")
    for kept in (".Handrail.x.part", ".Other.123.part", "Handrail.123.part"):
        (tmp_path / kept).write_bytes(b"theirs")
    save(tmp_path)
    assert names(tmp_path) == [".Handrail.x.part", ".Other.123.part", "Handrail.123.part", "Handrail.pdf"]


def test_a_folder_full_of_the_same_name_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path] = []

    def taken(_: Path, path: Path) -> None:
        asked.append(path)
        raise FileExistsError(errno.EEXIST, "taken")

    monkeypatch.setattr(save_file, "_name", taken)
    with pytest.raises(SaveError) as caught:
        save(tmp_path)
    assert caught.value.code == "not-saved"
    assert len(asked) == MOST
