"""Saves one new file: whole, under a name that was free, or not at all. Nothing that is there is written over."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Literal

SaveProblem = Literal["read-only", "disk-full", "no-folder", "not-saved"]
MOST = 999
"""Files of one name in a folder."""

_CODES: dict[int, SaveProblem] = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "disk-full",
    errno.EACCES: "read-only",
    errno.EPERM: "read-only",
    errno.EROFS: "read-only",
    errno.ENOENT: "no-folder",
    errno.ENOTDIR: "no-folder",
    errno.ENODEV: "no-folder",
    errno.ENXIO: "no-folder",
    errno.EIO: "no-folder",  # a stick that was pulled out
}
_NO_SECOND_NAMES = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)
"""What systems of files say that give a file one name only, as sticks have them."""


class SaveError(Exception):
    """Nothing was saved, and nothing was left behind. `code` says why."""

    def __init__(self, code: SaveProblem) -> None:
        super().__init__(code)
        self.code: SaveProblem = code


def save_new(folder: Path, name: str, suffix: str, data: bytes) -> Path:
    """Saves `data` as "NAME.SUFFIX" in `folder`, or as "NAME 2.SUFFIX" and so on where that is taken. Gives its path.

    Raises SaveError.
    """
    # The number of this process in its name: two programs never write into the same one.
    part = folder / f".{name}.{os.getpid()}.part"
    try:
        _remove_leftovers(folder, name)
        try:
            _write(part, data)
            return _give_name(part, name, suffix)
        finally:
            # SAFETY: half a file would tell others what was read here (test_what_fails_leaves_nothing_behind).
            with suppress(OSError):
                part.unlink(missing_ok=True)
    except OSError as error:
        raise SaveError(_CODES.get(error.errno or 0, "not-saved")) from None


def _write(part: Path, data: bytes) -> None:
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600), "wb") as to:
        to.write(data)
        to.flush()
        os.fsync(to.fileno())


def _give_name(part: Path, name: str, suffix: str) -> Path:
    for number in count(1):
        path = part.with_name(f"{name}{suffix}" if number == 1 else f"{name} {number}{suffix}")
        try:
            _name(part, path)
        except FileExistsError:
            if number == MOST:
                raise
            continue
        return path
    raise AssertionError


def _name(part: Path, path: Path) -> None:
    """Calls the file `path` from now on. Raises FileExistsError where that name is taken."""
    if sys.platform == "win32":
        part.rename(path)  # which fails there where the name is taken
        return
    try:
        path.hardlink_to(part)
    except OSError as error:
        if error.errno not in _NO_SECOND_NAMES:
            raise
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        part.rename(path)


def _remove_leftovers(folder: Path, name: str) -> None:
    """Takes away what a program that was ended while it wrote has left. Raises OSError."""
    with os.scandir(folder) as entries:
        for entry in list(entries):
            middle = entry.name.removeprefix(f".{name}.").removesuffix(".part")
            if middle.isdecimal() and entry.name == f".{name}.{middle}.part":
                with suppress(OSError):
                    Path(entry).unlink()
