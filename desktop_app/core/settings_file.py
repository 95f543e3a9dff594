"""The one file of settings: read at the start, written whole, deleted whole.

Only a plain file is ours. A folder, a link or a pipe with its name is never read, followed, written over or deleted.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

from desktop_app.core.durable import settle
from desktop_app.core.folders import FOLDER
from desktop_app.core.settings import FORMAT, Settings, read_settings, write_settings

LARGEST_FILE = 64 * 1024
"""Bytes. Ours has some 200."""

Problem = Literal[
    "unreadable",  # something with that name, or its folder, cannot be opened
    "in-the-way",  # what has that name is not a plain file
    "damaged",  # no settings can be found in it
    "newer",  # a newer program wrote it; what we know in it is read
    "no-home",  # nothing says where this person's files belong
    "no-folder",
    "read-only",
    "disk-full",
    "not-written",
    "not-deleted",
]

_CODES: dict[int, Problem] = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EACCES: "read-only",
    errno.EPERM: "read-only",
    errno.EROFS: "read-only",
    errno.ENOENT: "no-folder",
    errno.ENOTDIR: "no-folder",
    errno.ELOOP: "no-folder",
    errno.ENAMETOOLONG: "no-folder",
}


class Kept(NamedTuple):
    """What is remembered. `settings` are the defaults where nothing can be read; `exists`: there is a file of ours."""

    settings: Settings
    exists: bool
    problem: Problem | None


class SettingsError(Exception):
    """The settings could not be written or deleted; what was there before still is."""

    def __init__(self, code: Problem) -> None:
        super().__init__(code)
        self.code: Problem = code


class SettingsFile:
    """The settings at `path`; None for a person who has no place for files."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        # Ours to take away when empty: those made in this run, and any of our name, from earlier runs.
        self._folders = {path.parent} if path is not None and path.parent.name == FOLDER else set()

    def read(self) -> Kept:
        """What is remembered. Never raises, and changes nothing but what a killed program left half done."""
        if self._path is None:
            return Kept(Settings(), False, None)
        self._tidy(self._path)
        return _look(self._path)

    def write(self, settings: Settings) -> None:
        """Remember `settings`: afterwards the file holds them, or what it held before, whole. Raises SettingsError."""
        if self._path is None:
            raise SettingsError("no-home")
        problem = _look(self._path).problem
        if problem is not None and problem != "damaged":
            raise SettingsError(problem)
        data = write_settings(settings).encode()
        try:
            try:
                self._replace(self._path, data)
            except FileNotFoundError:
                # A second Handrail tidied up at this very moment. It does so once, at its start.
                self._replace(self._path, data)
        except OSError as error:
            raise SettingsError(_CODES.get(error.errno or 0, "not-written")) from None

    def delete(self) -> None:
        """Remember nothing any more: takes away the file, and our folder when it is empty. Raises SettingsError."""
        if self._path is None:
            return
        try:
            if _look(self._path).problem != "in-the-way":
                with suppress(FileNotFoundError, NotADirectoryError):
                    self._path.unlink()
                    settle(self._path.parent)
            _remove_leftovers(self._path)
        except (OSError, ValueError):
            raise SettingsError("not-deleted") from None
        self._tidy(self._path)

    def _replace(self, path: Path, data: bytes) -> None:
        # The number of this process in its name: two programs never write into the same one.
        new = path.with_name(f"{path.name}.{os.getpid()}.new")
        try:
            self._make(path.parent)
            _remove_leftovers(path)
            # SAFETY: nobody else at this computer may read it (test_nobody_else_can_read_the_file_or_its_folder).
            descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            new.replace(path)
        except OSError:
            self._tidy(path)
            raise
        settle(path.parent)

    def _make(self, folder: Path) -> None:
        with suppress(FileExistsError):
            try:
                folder.mkdir(0o700)
            except FileNotFoundError:
                self._make(folder.parent)
                folder.mkdir(0o700)
            self._folders.add(folder)

    def _tidy(self, path: Path) -> None:
        with suppress(OSError, ValueError):
            _remove_leftovers(path)
        for folder in sorted(self._folders, key=lambda each: len(each.parts), reverse=True):
            with suppress(OSError, ValueError):  # the system itself refuses where anything is left in it
                folder.rmdir()


def _look(path: Path) -> Kept:
    nothing = Settings()
    try:
        mode = path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return Kept(nothing, False, None)
    except (OSError, ValueError):
        return Kept(nothing, False, "unreadable")
    # SAFETY: a pipe would hold up the start for ever, a link leads to somebody else's file
    # (test_a_pipe_does_not_hold_up_the_start, test_a_link_is_never_followed).
    if not stat.S_ISREG(mode):
        return Kept(nothing, False, "in-the-way")
    try:
        settings, written = read_settings(_text(path))
    except OSError:
        return Kept(nothing, True, "unreadable")
    except ValueError:
        return Kept(nothing, True, "damaged")
    return Kept(settings, True, "newer" if written > FORMAT else None)


def _text(path: Path) -> str:
    """Raises OSError, and ValueError for what is too large or no text."""
    # Windows has neither of the two, and no pipes among its files.
    flags = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with os.fdopen(os.open(path, os.O_RDONLY | flags), "rb") as stream:
        data = stream.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise ValueError(len(data))
    return data.decode("utf-8-sig")


def _remove_leftovers(path: Path) -> None:
    """Take away what a program that was killed while it wrote has left. Raises OSError."""
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(path.parent) as entries:
        for entry in list(entries):
            middle = entry.name.removeprefix(f"{path.name}.").removesuffix(".new")
            if middle.isdecimal() and entry.name == f"{path.name}.{middle}.new":
                Path(entry).unlink(missing_ok=True)
