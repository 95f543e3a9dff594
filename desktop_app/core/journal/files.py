"""Files and folders of a journal as the person's own: modes, one constant time, whole or not at all, and gone.

docs/journal.md, "Layout": a folder of random hex name holds `keys` and `store`. Folder 0700, files 0600. The times of
all three say nothing about when somebody wrote. (Change and birth times cannot be hidden; the app says so.)
"""

from __future__ import annotations

import os
import re
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop_app.core.durable import settle
from desktop_app.core.journal import attributes
from desktop_app.core.journal.errors import JournalError, system_errors

KEYS = "keys"
STORE = "store"
HOT = "store-journal"
"""SQLite's own: there during a transaction, and after a kill until the journal is opened again."""
NEW = ".new"
"""The end of a name while its file or folder is not whole. Whoever meets it later takes it away."""
GONE = ".gone"
"""The end of a folder's name while it is being erased."""

CALM = 946_684_800
"""Seconds of the epoch, 2000-01-01 UTC: the time of every file and folder here."""

_NAME = re.compile(r"[0-9a-f]{32}")
_LEFT = re.compile(rf"[0-9a-f]{{32}}({re.escape(NEW)}|{re.escape(GONE)})")
_LARGEST = 64 * 1024
"""Bytes of a key file. Ours have about 700."""


def new_name() -> str:
    """The name of a folder that says nothing."""
    return secrets.token_hex(16)


def journal_folders(data_dir: Path) -> tuple[Path, ...]:
    """The folders of journals, in no order that means anything. Raises JournalError; none where there is no folder."""
    try:
        with os.scandir(data_dir) as found:
            names = [each.name for each in found if _NAME.fullmatch(each.name) and each.is_dir(follow_symlinks=False)]
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except (OSError, ValueError):
        raise JournalError("not-read") from None
    return tuple(data_dir / name for name in sorted(names))


def make_folder(folder: Path) -> None:
    """A folder for nobody else, with those above that are missing. Raises JournalError, also when it is there."""
    with system_errors("not-written"):
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # SAFETY: other accounts may not even see the names
        # (test_files_and_folder_are_private_and_their_times_say_nothing).
        folder.mkdir(0o700)
        folder.chmod(0o700)
    attributes.keep_out_of_copies(folder)


def read_whole(path: Path) -> bytes:
    """The bytes of a small file. Raises JournalError "no-folder" when it is not there, "in-the-way" when it is none."""
    with system_errors("not-read"):
        # SAFETY: a pipe would hold us up for ever (test_a_pipe_named_keys_holds_nobody_up).
        if not stat.S_ISREG(path.lstat().st_mode):
            raise JournalError("in-the-way")
        flags = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, os.O_RDONLY | flags), "rb") as stream:
            return stream.read(_LARGEST + 1)[:_LARGEST]


def write_whole(path: Path, data: bytes) -> None:
    """Afterwards the file holds `data`, or what it held before. Raises JournalError."""
    new = path.with_name(path.name + NEW)
    with system_errors("not-written"):
        try:
            new.unlink(missing_ok=True)
            descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            _make_calm(new)
            new.replace(path)
        except OSError:
            with suppress(OSError):
                new.unlink(missing_ok=True)
            raise
    settle(path.parent)
    make_calm(path.parent)


def make_empty(path: Path) -> None:
    """An empty file for nobody else: SQLite, left to make it, would let others read it. Raises JournalError."""
    with system_errors("not-written"):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


@contextmanager
def whole_folder(parent: Path) -> Iterator[tuple[Path, Path]]:
    """A folder to fill, and the path where it is, whole, once this ends. A JournalError leaves nothing of it."""
    folder = parent / new_name()
    new = folder.with_name(folder.name + NEW)
    try:
        make_folder(new)
        yield new, folder
        with system_errors("not-written"):
            new.rename(folder)
    except JournalError:
        with suppress(JournalError):
            remove_folder(new)
        raise
    settle(parent)


def make_calm(folder: Path) -> None:
    """Set the times of a journal's folder and all in it. Never raises: a stick may know none."""
    # SAFETY: times are a diary of bad evenings (test_files_and_folder_are_private_and_their_times_say_nothing).
    for name in (KEYS, STORE, HOT):
        _make_calm(folder / name)
    calm_times(folder)


def calm_times(folder: Path) -> None:
    """Set the times of a folder that may have others' things in it, such as the one that holds the journals."""
    with suppress(OSError):
        os.utime(folder, (CALM, CALM))


def _make_calm(path: Path) -> None:
    with suppress(OSError):
        os.utime(path, (CALM, CALM))


def mend(data_dir: Path) -> None:
    """At every start: what a kill has left half-made or half-erased goes, and times are calm again. Never raises.

    Needs no passphrase and imports nothing heavy. Touches nothing but journals' folders.
    """
    with suppress(JournalError):
        for folder in journal_folders(data_dir):
            with suppress(OSError):
                (folder / (KEYS + NEW)).unlink(missing_ok=True)
            _make_private(folder)
            make_calm(folder)
    left = list(_left_over(data_dir))
    for folder in left:
        with suppress(JournalError):
            remove_folder(folder)
    if left:
        calm_times(data_dir)


def _make_private(folder: Path) -> None:
    for path, mode in ((folder, 0o700), (folder / KEYS, 0o600), (folder / STORE, 0o600)):
        with suppress(OSError):
            if not path.is_symlink():
                path.chmod(mode)


def _left_over(data_dir: Path) -> Iterator[Path]:
    with suppress(OSError, ValueError), os.scandir(data_dir) as found:
        yield from [Path(each) for each in found if _LEFT.fullmatch(each.name) and each.is_dir(follow_symlinks=False)]


def remove_folder(folder: Path) -> None:
    """Unlink every file of ours in it and the folder itself. Raises JournalError; what is not ours stays."""
    with system_errors("not-written"):
        with suppress(FileNotFoundError):
            _wipe(folder / KEYS)
        for name in (KEYS, KEYS + NEW, STORE, HOT, STORE + NEW, STORE + NEW + "-journal"):
            (folder / name).unlink(missing_ok=True)
        with suppress(FileNotFoundError):
            folder.rmdir()


def _wipe(path: Path) -> None:
    """Write over the wrapped keys: where a disk does write in place, the store can then never be opened again."""
    if not stat.S_ISREG(path.lstat().st_mode):
        return
    descriptor = os.open(path, os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(bytes(path.stat().st_size))
        stream.flush()
        os.fsync(stream.fileno())
